"""Ideas from a meeting or from paper, in a CSV file: what can be taken, and what cannot, line by line."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.engine.cleaning import clean, says_something, words

COLUMNS = ("text", "language", "source")
SHORTEST, LONGEST = 5, 600
"""Characters of an idea, as in the chat."""

LONGEST_SOURCE = 40


class WrongIdeaFile(Exception):
    """The file as a whole cannot be read; the message says why, in a sentence."""


@dataclass(frozen=True)
class IdeaLine:
    """One idea that can be taken; `line` counts from 1, with the heading."""

    line: int
    text: str
    language: str
    source: str


@dataclass(frozen=True)
class RefusedLine:
    """One line that cannot, and why."""

    line: int
    why: str


def digest(text: str) -> str:
    """What an idea is compared by: its words, without capitals, accents and punctuation."""
    return " ".join(words(text)) or text


def read_ideas(
    path: Path, languages: Collection[str], known: Collection[str]
) -> Iterator[IdeaLine | RefusedLine]:
    """Every line of the file in order; `known` are the digests of ideas that are there already.

    Read a line at a time, so that a long file takes no more memory than its digests. Raises WrongIdeaFile.
    """
    default = next(iter(languages))
    taken: dict[str, int] = {}
    for line, row in _rows(path):
        text, language = clean(row["text"]), row["language"].strip().lower() or default
        why = _refusal(row, text, language, languages)
        if not why and digest(text) in known:
            why = "this idea is there already"
        if not why and digest(text) in taken:
            why = f"this idea stands on line {taken[digest(text)]} as well"
        if why:
            yield RefusedLine(line, why)
        else:
            taken[digest(text)] = line
            yield IdeaLine(line, text, language, clean(row["source"]))


def _refusal(row: dict[str, str], text: str, language: str, languages: Collection[str]) -> str:
    if not says_something(text):
        return "there is no text"
    if len(text) < SHORTEST:
        return f"the text is shorter than {SHORTEST} characters"
    if len(text) > LONGEST:
        return f"the text is longer than {LONGEST} characters ({len(text)})"
    if language not in languages:
        return f"the trajectory does not speak {language!r}, only {', '.join(languages)}"
    if len(clean(row["source"])) > LONGEST_SOURCE:
        return f"the source is longer than {LONGEST_SOURCE} characters"
    return ""


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=_delimiter(path), strict=True)
            heading = [name.strip().lower() for name in next(reader, [])]
            _check_heading(path, heading)
            begins = reader.line_num + 1
            for fields in reader:
                if any(field.strip() for field in fields):
                    values = dict(zip(heading, fields, strict=False))
                    yield begins, {name: values.get(name, "") for name in COLUMNS}
                begins = reader.line_num + 1
    except OSError as problem:
        raise WrongIdeaFile(f"{path}: cannot be read ({problem.strerror}).") from problem
    except UnicodeDecodeError as problem:
        raise WrongIdeaFile(
            f"{path}: is not written in UTF-8 (line {_line_of(path)}). Save it as CSV UTF-8 and try again."
        ) from problem
    except csv.Error as problem:
        raise WrongIdeaFile(f"{path}: line {reader.line_num} is no CSV ({problem}).") from problem


def _check_heading(path: Path, heading: list[str]) -> None:
    if "text" not in heading:
        raise WrongIdeaFile(f"{path}: the first line must name the columns text, language and source.")
    strange = [name for name in heading if name not in COLUMNS]
    if strange:
        raise WrongIdeaFile(f"{path}: {strange[0]!r} is no column; there are text, language and source.")


def _delimiter(path: Path) -> str:
    """Spreadsheets in Dutch write semicolons."""
    with path.open("rb") as file:
        first = file.readline(1000)
    return ";" if first.count(b";") > first.count(b",") else ","


def _line_of(path: Path) -> int:
    """The first line that is not UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                decoder.decode(line)
            except UnicodeDecodeError:
                return number
    return 0
