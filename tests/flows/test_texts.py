"""The texts themselves: complete in every language, sound, and plain enough to be read by everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from flows.wording import FIRST, TEXTS, BrokenText, Wording

WORDS_IN_A_SENTENCE = 20
CHARACTERS_IN_A_MESSAGE = 600
DESK = "desk"
"""Files with this at the start of their name are read by moderators: they may be less plain."""

OFFICIALESE = (
    "aangaande, alsmede, alsook, betreffende, burgerparticipatie, conform, daar waar, danwel, derhalve, "
    "desalniettemin, desbetreffend, dien te, dienen te, dient, doch, ertoe strekkende, evenals, "
    "faciliteren, gaarne, gelieve, geschieden, hieromtrent, hierbij, implementeren, implementatie, in het "
    "kader van, indien, inzake, ingevolge, jegens, krachtens, middels, mits, monitoren, naar aanleiding "
    "van, nopens, omtrent, onderhavig, onverwijld, participant, participanten, participatietraject, "
    "participeren, reeds, stakeholder, stakeholders, te allen tijde, ten behoeve van, ten einde, ten "
    "gevolge van, teneinde, tevens, trachten, u, uw, uiterst, verzoeken wij, voornemens, voorts, wederom, "
    "welke dient, zulks, met betrekking tot, op grond van"
).split(", ")


@dataclass(frozen=True)
class Found:
    """One message or term of one language, as it stands in its file."""

    language: str
    file: str
    entry: ast.Message | ast.Term

    @property
    def key(self) -> str:
        return ("-" if isinstance(self.entry, ast.Term) else "") + self.entry.id.name

    @property
    def attributes(self) -> set[str]:
        return {attribute.id.name for attribute in self.entry.attributes}

    @cached_property
    def samples(self) -> Samples:
        samples = Samples()
        samples.visit(self.entry)
        return samples


class Samples(Visitor):
    """Gathers the variables of a text, and values for each that show every variant."""

    def __init__(self) -> None:
        self.values: dict[str, list[str | int]] = {}
        self.functions: set[str] = set()

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.VariableReference):
            self.values.setdefault(node.id.name, [])
        elif isinstance(node, ast.SelectExpression) and isinstance(node.selector, ast.VariableReference):
            self.values.setdefault(node.selector.id.name, []).extend(_keys(node))
        elif isinstance(node, ast.FunctionReference):
            self.functions.add(node.id.name)
            for variable in node.arguments.positional:
                if isinstance(variable, ast.VariableReference):
                    self.values.setdefault(variable.id.name, []).extend((1, 3))
        super().generic_visit(node)

    def sets(self) -> Iterator[dict[str, str | int]]:
        """Sets of arguments that show every variant at least once."""
        columns = [values or ["Zoiets"] for values in self.values.values()]
        for row in zip_longest(*columns) if columns else [()]:
            yield {
                name: column[0] if value is None else value
                for (name, value), column in zip(zip(self.values, row, strict=True), columns, strict=True)
            }


def _keys(select: ast.SelectExpression) -> list[str | int]:
    plurals = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 5}
    names = [
        int(variant.key.value) if isinstance(variant.key, ast.NumberLiteral) else variant.key.name
        for variant in select.variants
    ]
    counting = all(isinstance(name, int) or name in plurals for name in names)
    return [plurals.get(name, name) if counting and isinstance(name, str) else name for name in names]


def _found(language: str) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for path in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                one = Found(language, path.name, entry)
                found[one.key] = one
    return found


WORDING = Wording()
ALL = {language: _found(language) for language in WORDING.languages}
OTHERS = [language for language in WORDING.languages if language != FIRST]


def _shown(language: str) -> Iterator[tuple[Found, str]]:
    """Every message as a person may get to see it."""
    for found in ALL[language].values():
        if isinstance(found.entry, ast.Message) and found.entry.value:
            for arguments in found.samples.sets():
                yield found, WORDING.word(language, found.key, arguments)


def _told(wrong: list[str]) -> str:
    return "\n" + "\n".join(sorted(set(wrong)))


@pytest.mark.parametrize("language", WORDING.languages)
def test_every_file_is_sound(language: str) -> None:
    """Every file is Fluent, and no key stands in two files."""
    assert WORDING.word(language, "yes")


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_keys(language: str) -> None:
    """What can be said in one language can be said in the other."""
    first, other = ALL[FIRST], ALL[language]
    wrong = [f"{first[key].file}: {key} is missing in {language}" for key in first.keys() - other.keys()]
    wrong += [f"{other[key].file}: {key} is missing in {FIRST}" for key in other.keys() - first.keys()]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_files(language: str) -> None:
    """A text stands in a file of the same name in every language."""
    first, other = ALL[FIRST], ALL[language]
    wrong = [
        f"{key} stands in {first[key].file} in {FIRST}, in {other[key].file} in {language}"
        for key in first.keys() & other.keys()
        if first[key].file != other[key].file
    ]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_attributes_and_variables(language: str) -> None:
    """A text takes the same arguments and has the same attributes in every language."""
    wrong = []
    for key in ALL[FIRST].keys() & ALL[language].keys():
        first, other = ALL[FIRST][key], ALL[language][key]
        if difference := first.attributes ^ other.attributes:
            wrong.append(f"{first.file}: {key} has not the same attributes: {sorted(difference)}")
        if difference := first.samples.values.keys() ^ other.samples.values.keys():
            wrong.append(f"{first.file}: {key} has not the same variables: {sorted(difference)}")
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", WORDING.languages)
def test_every_message_can_be_said(language: str) -> None:
    """Every message, in every variant, can be put into words with the arguments it names."""
    wrong = []
    for found in ALL[language].values():
        if "DATETIME" in found.samples.functions:
            wrong.append(f"{found.file}: {found.key} words a date itself: use the variable alone")
        if isinstance(found.entry, ast.Message) and found.entry.value:
            for arguments in found.samples.sets():
                try:
                    WORDING.word(language, found.key, arguments)
                except BrokenText as broken:
                    wrong.append(f"{found.file}: {broken} with {arguments}")
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", WORDING.languages)
def test_messages_are_short(language: str) -> None:
    """A message is under 600 characters, its arguments left out."""
    wrong = [
        f"{found.file}: {found.key} has {len(text)} characters"
        for found, text in _shown(language)
        if len(text) >= CHARACTERS_IN_A_MESSAGE
    ]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", WORDING.languages)
def test_sentences_to_residents_are_short(language: str) -> None:
    """No sentence that a resident reads has more than 20 words."""
    wrong = []
    for found, text in _shown(language):
        for sentence in re.split(r"(?<=[.!?…:;])\s+|\n+", text):
            count = len(re.findall(r"\w[\w’'-]*", sentence))
            if count > WORDS_IN_A_SENTENCE and not found.file.startswith(DESK):
                wrong.append(
                    f"{found.file}: {found.key} ({language}) has a sentence of {count} words: {sentence}"
                )
    assert not wrong, _told(wrong)


def test_dutch_is_plain() -> None:
    """What a resident reads in Dutch has no word of an office, and says "je"."""
    officialese = re.compile(rf"\b(?:{'|'.join(OFFICIALESE)})\b", re.IGNORECASE)
    wrong = [
        f"{found.file}: {found.key} says {word!r}: {text}"
        for found, text in _shown("nl")
        if not found.file.startswith(DESK)
        for word in officialese.findall(text)
    ]
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("language", WORDING.languages)
def test_synonyms_are_apart(language: str) -> None:
    """Each synonym stands alone between semicolons, so a comma does not glue two of them together."""
    wrong = []
    for found in ALL[language].values():
        for attribute in found.entry.attributes:
            if attribute.id.name == "also" and "," in _plain(attribute.value):
                wrong.append(
                    f"{found.file}: {found.key}.also ({language}) has a comma; synonyms are parted by ;"
                )
    assert not wrong, _told(wrong)


def _plain(pattern: ast.Pattern) -> str:
    return "".join(element.value for element in pattern.elements if isinstance(element, ast.TextElement))


def test_every_text_that_code_names_exists() -> None:
    """A text key that stands in the flows is a text."""
    naming = re.compile(
        r"""(?:Phrase|Misread|talk\.say)\(\s*"([a-z][a-z0-9-]*)"|Question\(\s*"[^"]+",\s*"([a-z][a-z0-9-]*)\""""
    )
    wrong = []
    for path in sorted(Path(TEXTS).parent.rglob("*.py")):
        for found in naming.finditer(path.read_text(encoding="utf-8")):
            key = found[1] or found[2]
            if not WORDING.has(key):
                wrong.append(f"{path.relative_to(TEXTS.parent)}: {key} has no text")
    assert not wrong, _told(wrong)
