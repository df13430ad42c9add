"""What a script can ask, and what an answer may look like.

A `Question` carries a published name, the text to ask it with, and a reader: the reader offers options,
reads what a person really sent, and turns the result into plain JSON and back for the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Generic, Literal, Protocol, TypeAlias, TypeVar

T = TypeVar("T")

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"


@dataclass(frozen=True)
class Phrase:
    """A text key standing where a text is shown, put into words in the reader's language."""

    key: str
    arguments: Mapping[str, TextArgument] | None = None


@dataclass(frozen=True)
class Localized:
    """A text that someone wrote in one or more languages: language code to text."""

    texts: Mapping[str, str]


TextArgument: TypeAlias = "str | int | float | date | datetime | Phrase | Localized"
Label: TypeAlias = str | Phrase | Localized


@dataclass(frozen=True)
class Words:
    """A person sent text."""

    text: str


@dataclass(frozen=True)
class Press:
    """A person pressed an option of the open question."""

    option: str


@dataclass(frozen=True)
class Sent:
    """A person sent a file; `media` names it in storage, `caption` is what they wrote with it."""

    media: str
    kind: Literal["voice", "photo", "other"]
    caption: str = ""
    seconds: int | None = None


@dataclass(frozen=True)
class Spot:
    """A person sent a place: degrees north, degrees east."""

    latitude: float
    longitude: float


Answer: TypeAlias = Words | Press | Sent | Spot


@dataclass(frozen=True)
class Option:
    """One way to answer: a published key ([a-z0-9_-], short) and the label people see.

    `chosen` says that it is picked already, in a question of several; who shows it marks it with "✓ ".
    """

    key: str
    label: Label
    chosen: bool = False


@dataclass(frozen=True)
class Misread:
    """The answer was not understood; `text` is the key of a kind sentence that says what would help."""

    text: str
    arguments: Mapping[str, TextArgument] | None = None


@dataclass(frozen=True)
class Partial(Generic[T]):
    """An answer that is not finished yet ("and this one too"): kept, and the question asked on."""

    value: T


@dataclass(frozen=True)
class Reading:
    """What a reader may know: the day, and how a label reads in every language (own language first)."""

    today: date
    language: str
    words: Callable[[Label], tuple[str, ...]]


class Withdrawn(ValueError):
    """A journaled answer no longer fits its question (an option was removed): ask it again."""


class Reader(Protocol[T]):
    """Reads one kind of answer."""

    def options(self, chosen: T | None = None) -> tuple[Option, ...]:
        """The options to offer, given what was chosen so far in a question of several."""

    def read(self, answer: Answer, reading: Reading, chosen: T | None = None) -> T | Misread | Partial[T]:
        """What the answer says, or why it was not understood. Never raises for what a person sent."""

    def dump(self, value: T) -> JSON:
        """The value as the journal keeps it: keys, ISO dates, media names; never a label."""

    def load(self, stored: JSON) -> T:
        """The value back from the journal; raises `Withdrawn` when it no longer fits."""


@dataclass(frozen=True)
class Question(Generic[T]):
    """A question under a published name. `text` is the text key that asks it."""

    name: str
    text: str
    reader: Reader[T]
    look: Literal["plain", "card"] = "plain"

    def __post_init__(self) -> None:
        """Names travel in buttons of 64 bytes, so they are short and plain."""
        if not 0 < len(self.name.encode()) <= 24 or set(self.name) & set(":|/ "):
            raise ValueError(f"the question name {self.name!r} is not a short plain name")

    def offering(self, reader: Reader[T]) -> Question[T]:
        """The same question with another reader, for options that are only known while talking."""
        return replace(self, reader=reader)
