"""The four verbs of a conversation: ask, say, see, do.

A script is a straight-line `async def` that awaits these verbs and nothing else. Each verb hands one effect
to `replay.advance`, which answers it from the journal or stops there.
"""

from __future__ import annotations

import typing
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypeVar, cast

from pydantic import TypeAdapter

from flows.engine.questions import JSON, Label, Localized, Question, TextArgument

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class Deed(Generic[P, R]):
    """Something that is done once. Its first argument is the context that the caller of `advance` gives it.

    `name` is published: it is what the journal remembers the result by. `R` is a frozen dataclass or a
    plain JSON value; its codec follows from the annotation.
    """

    name: str
    run: Callable[Concatenate[Any, P], Awaitable[R]]
    subject: str = ""

    def about(self, subject: str) -> Deed[P, R]:
        """The same deed for one item of a loop."""
        return replace(self, subject=subject)

    @property
    def codec(self) -> TypeAdapter[R]:
        """The JSON codec of what the deed returns."""
        return _codec(self.run)


@cache
def _codec(run: Callable[..., Any]) -> TypeAdapter[Any]:
    """Made once for each deed, whatever it is about: that takes milliseconds."""
    return TypeAdapter(typing.get_type_hints(run)["return"])


@dataclass(frozen=True)
class Query(Generic[P, R]):
    """A look at the present state. Never journaled: it is read afresh in every turn."""

    name: str
    run: Callable[Concatenate[Any, P], Awaitable[R]]


def deed(
    name: str,
) -> Callable[[Callable[Concatenate[Any, P], Awaitable[R]]], Deed[P, R]]:
    """Publish a function as a deed under `name`."""
    return lambda run: Deed(name, run)


def query(
    name: str,
) -> Callable[[Callable[Concatenate[Any, P], Awaitable[R]]], Query[P, R]]:
    """Publish a function as a query under `name`."""
    return lambda run: Query(name, run)


@dataclass(frozen=True)
class Stage:
    """One dot on the line of a journey: a text, a reason as a quote, reached or still open."""

    text: Label
    quote: str | Localized = ""
    reached: bool = True


@dataclass(frozen=True)
class Action:
    """A button that stands by itself and works forever: a published name, an argument, a label."""

    name: str
    label: Label
    argument: str = ""


@dataclass(frozen=True)
class Document:
    """A file of words that goes along with what is said: its name ("my-data.json"), its type, its text."""

    name: str
    mime: str
    text: str


@dataclass(frozen=True)
class Say:
    """Effect: something is said. `look` tells a channel that can how to show it; `document` goes along."""

    text: str
    arguments: Mapping[str, TextArgument] = field(default_factory=dict)
    look: Literal["plain", "card", "journey"] = "plain"
    stages: Sequence[Stage] = ()
    actions: Sequence[Action] = ()
    document: Document | None = None


@dataclass(frozen=True)
class Ask:
    """Effect: a question is open, under `name` (question name, with what it is about in a loop)."""

    name: str
    question: Question[Any]
    arguments: Mapping[str, TextArgument]
    chosen: Any = None


@dataclass(frozen=True)
class See:
    """Effect: the present state is wanted."""

    name: str
    query: Query[..., Any]
    arguments: tuple[tuple[Any, ...], Mapping[str, Any]]


@dataclass(frozen=True)
class Do:
    """Effect: a deed is wanted."""

    name: str
    deed: Deed[..., Any]
    arguments: tuple[tuple[Any, ...], Mapping[str, Any]]


Effect = Ask | Say | See | Do


@dataclass(frozen=True)
class Next:
    """How a script ends when another one follows; `answers` are known to it beforehand, by name."""

    script: str
    answers: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True)
class Wish:
    """The one thing a script awaits."""

    effect: Effect

    def __await__(self) -> Generator[Effect, Any, Any]:
        """Hand the effect to whoever drives the script, and take the answer."""
        return (yield self.effect)


def named(name: str, about: str) -> str:
    """The journal's name of a question or deed, for one item of a loop when `about` is given."""
    return f"{name}:{about}" if about else name


class Talk:
    """What a script talks with."""

    async def ask(self, question: Question[T], about: str = "", **arguments: TextArgument) -> T:
        """Ask, and wait until it is answered. In a loop, `about` is the key of the item at hand."""
        return cast(T, await Wish(Ask(named(question.name, about), question, arguments)))

    async def say(
        self,
        text: str,
        *,
        look: Literal["plain", "card", "journey"] = "plain",
        stages: Sequence[Stage] = (),
        actions: Sequence[Action] = (),
        document: Document | None = None,
        **arguments: TextArgument,
    ) -> None:
        """Say a text by its key. Never recorded, so a replay is silent until what is new."""
        await Wish(Say(text, arguments, look, stages, actions, document))

    async def see(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Read the present state."""
        return cast(R, await Wish(See(query.name, query, (args, kwargs))))

    async def do(self, deed: Deed[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do something, once: its result is journaled and given back on every replay."""
        return cast(R, await Wish(Do(named(deed.name, deed.subject), deed, (args, kwargs))))


@dataclass(frozen=True)
class Script:
    """A conversation under a published name."""

    name: str
    run: Callable[[Talk], Awaitable[Next | None]]


def script(name: str) -> Callable[[Callable[[Talk], Awaitable[Next | None]]], Script]:
    """Publish a function as a script under `name`."""
    return lambda run: Script(name, run)
