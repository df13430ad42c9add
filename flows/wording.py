"""Every sentence, by its key, in the language of who reads it.

    WordingError
    ├── UnknownText (a KeyError)
    └── BrokenText

The texts are Fluent files, one folder a language and one file a script; the keys are one space. Both errors
are mistakes in a script or a file, for tests to catch: nothing that a person does raises them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import MAX_PART_LENGTH, Pattern
from fluent.syntax import FluentParser, ast

from flows.engine.questions import Label, Localized, Phrase, TextArgument

TEXTS: Final = Path(__file__).parent / "texts"
FIRST: Final = "nl"
"""Comes first of the languages, and stands in for one that has no texts."""

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
_LOCALES: Final = {"en": "en_GB"}


class WordingError(Exception):
    """Something is wrong with the texts."""


class UnknownText(WordingError, KeyError):
    """There is no text under this key; give it one in every language."""


class BrokenText(WordingError):
    """A text cannot be put into words: see its file, and the arguments it was given."""


class Wording:
    """Puts keys, labels and dates into words."""

    def __init__(self, folder: Path = TEXTS, also: Mapping[str, Path] | None = None) -> None:
        """Takes the languages under `folder`, and those of `also` (language code to a folder of its own).

        A language is read when it is first needed.
        """
        found = (path for path in folder.iterdir() if any(path.glob("*.ftl")))
        own = sorted(found, key=lambda path: (path.name != FIRST, path.name))
        self._folders = {path.name: path for path in own} | dict(also or {})
        self._bundles: dict[str, FluentBundle] = {}
        self._labels: dict[tuple[str, str], tuple[str, ...]] = {}
        self.languages: tuple[str, ...] = tuple(self._folders)

    def spoken(self, language: str) -> str:
        """The language that texts really come in: this one, its base ("nl" of "nl-BE"), or the first."""
        candidates = (language, _base(language))
        return next((known for known in candidates if known in self._folders), self.languages[0])

    def word(self, language: str, key: str, arguments: Mapping[str, TextArgument] | None = None) -> str:
        """The text under a key.

        Phrases and localized texts among the arguments come in the same language, dates with their year, a
        datetime in the zone it carries, whole numbers with marks for the thousands. Strings go in unaltered.
        """
        language = self.spoken(language)
        pattern = self._pattern(language, key)
        if pattern is None:
            raise UnknownText(f"{key!r} ({language})")
        return self._format(language, key, pattern, arguments or {})

    def has(self, key: str) -> bool:
        """Whether there is a text under this key."""
        return self._pattern(self.languages[0], key) is not None

    def label(self, language: str, label: Label) -> str:
        """A label in words; what someone wrote comes in this language, or else in the first they wrote."""
        match label:
            case Phrase():
                return self.word(language, label.key, label.arguments)
            case Localized():
                written = {code: text for code, text in label.texts.items() if text}
                best = (code for code in (language, _base(language), *written) if code in written)
                return written[code] if (code := next(best, "")) else ""
            case _:
                return label

    def labels(self, label: Label, language: str) -> tuple[str, ...]:
        """The label in every language, this one first, each followed by its synonyms (`.also`)."""
        first = self.spoken(language)
        if isinstance(label, Phrase) and not label.arguments:
            if (label.key, first) not in self._labels:
                self._labels[label.key, first] = self._all_ways(label, first)
            return self._labels[label.key, first]
        return self._all_ways(label, first)

    def direction(self, language: str) -> Literal["ltr", "rtl"]:
        """Which way the texts in this language run."""
        return "rtl" if _base(self.spoken(language)) in _RIGHT_TO_LEFT else "ltr"

    def date(self, language: str, day: date) -> str:
        """A day without its year: "3 maart"."""
        return format_skeleton("MMMMd", day, locale=_locale(self.spoken(language)))

    def moment(self, language: str, at: datetime, zone: str) -> str:
        """A day and time in a zone ("Europe/Amsterdam"): "di 3 maart 14:05". `at` knows its own zone."""
        if at.tzinfo is None:
            raise ValueError(f"{at} does not say in which zone it is")
        return format_datetime(
            at, "EEE d MMMM HH:mm", tzinfo=ZoneInfo(zone), locale=_locale(self.spoken(language))
        )

    def _all_ways(self, label: Label, first: str) -> tuple[str, ...]:
        others = [other for other in self.languages if other != first]
        found = (words for spoken in (first, *others) for words in self._ways(label, spoken))
        written = label.texts.values() if isinstance(label, Localized) else ()
        return tuple(dict.fromkeys((*found, *written)))

    def _ways(self, label: Label, language: str) -> Iterator[str]:
        yield self.label(language, label)
        if isinstance(label, Phrase):
            also = self._bundle(language).get_message(label.key).attributes.get("also")
            if also is not None:
                ways = self._format(language, f"{label.key}.also", also, label.arguments or {})
                yield from (way for part in ways.split(";") if (way := " ".join(part.split())))

    def _pattern(self, language: str, key: str) -> Pattern | None:
        bundle = self._bundle(language)
        return bundle.get_message(key).value if bundle.has_message(key) else None

    def _bundle(self, language: str) -> FluentBundle:
        if language not in self._bundles:
            self._bundles[language] = _read(self._folders[language], _locale(language))
        return self._bundles[language]

    def _format(
        self, language: str, key: str, pattern: Pattern, arguments: Mapping[str, TextArgument]
    ) -> str:
        given = {name: self._argument(language, value) for name, value in arguments.items()}
        held = {name: f"\x00{name}\x00" for name, value in given.items() if _is_long(value)}
        text, errors = self._bundle(language).format_pattern(pattern, {**given, **held})
        if errors:
            raise BrokenText(f"{key!r} ({language}): {errors[0]}") from errors[0]
        return _released(str(text), {mark: str(given[name]) for name, mark in held.items()})

    def _argument(self, language: str, value: TextArgument) -> str | int | float:
        match value:
            case Phrase() | Localized():
                return self.label(language, value)
            case datetime():
                return format_datetime(value, "d MMMM y HH:mm", locale=_locale(language))
            case date():
                return format_date(value, "long", locale=_locale(language))
            case _:
                return value


def _is_long(value: object) -> bool:
    """Fluent refuses long strings, a story among them: these are put in afterwards."""
    return isinstance(value, str) and len(value) > MAX_PART_LENGTH


def _released(text: str, held: Mapping[str, str]) -> str:
    """The text with each mark replaced, in one go, so that nothing is looked for in what a person wrote."""
    if not held:
        return text
    return re.sub("|".join(map(re.escape, held)), lambda mark: held[mark[0]], text)


def _read(folder: Path, locale: Locale) -> FluentBundle:
    """All files of one language; raises `BrokenText` for what is no Fluent, and for a key used twice."""
    bundle = FluentBundle([str(locale)], use_isolating=False)
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise BrokenText(
                    f"{path.name}: {(entry.content or '').strip().splitlines()[0]!r} is no Fluent"
                )
            if isinstance(entry, ast.Message | ast.Term):
                name = f"{'-' if isinstance(entry, ast.Term) else ''}{entry.id.name}"
                if name in seen:
                    raise BrokenText(f"{path.name}: {name!r} stands in {seen[name]} too")
                seen[name] = path.name
        bundle.add_resource(resource)
    return bundle


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0]


@cache
def _locale(language: str) -> Locale:
    """How dates and numbers are written; English is that of the neighbours, 3 March."""
    name = _LOCALES.get(language, language).replace("-", "_")
    try:
        return Locale.parse(name)
    except UnknownLocaleError:
        return Locale.parse(_base(language))
