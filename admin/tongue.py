"""The words of one page in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from babel import Locale, UnknownLocaleError
from starlette.requests import Request

from flows.engine.questions import TextArgument
from flows.languages import best, wishes
from flows.wording import Wording

LANGUAGES = ("nl", "en")
"""The languages that the desk speaks."""


@dataclass(frozen=True)
class Said:
    """Words that someone wrote, and the language they are in."""

    text: str
    language: str

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.text)


@dataclass(frozen=True)
class Tongue:
    """Called as a function it gives a text by its key; templates know it as `t`."""

    wording: Wording
    language: str

    def __call__(self, key: str, **arguments: TextArgument) -> str:
        """The text under `key`."""
        return self.wording.word(self.language, key, arguments)

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return self.wording.direction(self.language)

    def date(self, day: date) -> str:
        """A day, as people write it."""
        return self.wording.date(self.language, day)

    def moment(self, at: datetime, zone: str) -> str:
        """A day and a time, as people write them, in the given time zone."""
        return self.wording.moment(self.language, at, zone)

    def pick(self, words: Mapping[str, Any] | None, others: Sequence[str] = ()) -> Said:
        """What is written in this language; else in one of the `others`; else in any."""
        written = {language: str(text) for language, text in (words or {}).items() if text}
        for language in (self.language, *others, *written):
            if language in written:
                return Said(written[language], language)
        return Said("", self.language)

    def known(self, prefix: str, value: str) -> str:
        """What a code is called, and the code itself when it has no name here."""
        key = f"{prefix}-{value}"
        return self(key) if self.wording.has(key) else value

    def language_name(self, language: str) -> str:
        """What a language is called in this one."""
        return _name(language, self.language)

    def own_name(self, language: str) -> str:
        """What a language calls itself."""
        return _name(language, language).capitalize()

    def ago(self, at: datetime, now: datetime) -> str:
        """How long ago, in whole minutes, hours or days."""
        return self.span("ago", now - at)

    def span(self, name: str, passed: timedelta) -> str:
        """A stretch of time in a sentence of its own: span-<name>-minutes, -hours or -days."""
        minutes = max(0, int(passed.total_seconds() // 60))
        if minutes < 60:
            return self(f"span-{name}-minutes", count=minutes)
        if minutes < (48 if name == "average" else 24) * 60:
            return self(f"span-{name}-hours", count=minutes // 60)
        return self(f"span-{name}-days", count=minutes // (24 * 60))


def _name(language: str, told_in: str) -> str:
    """As the Unicode CLDR has it; a language that it does not know goes by its code."""
    try:
        name = Locale.parse(language.replace("-", "_")).get_language_name(told_in.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return language
    return name or language


def preferred(request: Request, among: Sequence[str] = LANGUAGES) -> str:
    """The language that a browser asks for, among those spoken here; else the first."""
    return best(wishes(request.headers.get("accept-language", "")), among) or among[0]
