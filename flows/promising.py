"""What becomes of a promise, and how many were kept: state and deed in, state out.

                   enough join                    done
conditional ──────────────────────▶ active ──────────────────▶ kept
    │  │                            │ ▲ │
    │  └─ the day is past ─▶ lapsed └─┘ ├─ somebody says yes ─▶ handed_over
    │                           another ├─ released
    └─ released                   day   └─ broken (the municipality's own word, never the machine's)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias, get_args

from flows.engine.questions import Label, Localized, Phrase
from flows.engine.talk import Stage

State: TypeAlias = Literal["conditional", "active", "kept", "handed_over", "released", "broken", "lapsed"]
Answer: TypeAlias = Literal["done", "later", "hand_over", "release", "broken", "met", "lapsed"]

STATES: Final[tuple[State, ...]] = get_args(State)
OPEN: Final[tuple[State, ...]] = ("conditional", "active")
"""It is still to be kept."""

LATEST: Final = timedelta(days=730)
"""Nobody promises anything for later than in two years."""

MOST_OTHERS: Final = 50

PATIENCE: Final = timedelta(days=14)
"""Between one question how it went and the next, and for how long an offer to somebody else stands."""

MOST_ASKED: Final = 3
"""After so many questions without an answer, that is what we show."""

GRACE: Final = timedelta(days=3)
"""For so long after it became public others can join in any case: reading it may have taken long."""

_AFTER: Final[Mapping[tuple[State, Answer], State]] = {
    ("conditional", "met"): "active",
    ("conditional", "lapsed"): "lapsed",
    ("conditional", "release"): "released",
    ("active", "done"): "kept",
    ("active", "later"): "active",
    ("active", "hand_over"): "handed_over",
    ("active", "release"): "released",
    ("active", "broken"): "broken",
}


@dataclass(frozen=True)
class Standing:
    """How one promise stands. `moved`: how often its day was changed; `silent`: asked, and not answered."""

    municipal: bool
    state: State
    moved: int = 0
    silent: bool = False


@dataclass(frozen=True)
class Count:
    """The promises of one side, each in one place. `moved`: open, on another day than was said first.

    `silent` are those among the open and moved ones of whom nobody knows: nothing was answered.
    """

    open: int = 0
    moved: int = 0
    kept: int = 0
    handed_over: int = 0
    released: int = 0
    broken: int = 0
    lapsed: int = 0
    silent: int = 0

    @property
    def all(self) -> int:
        """Of how many."""
        return (
            self.open + self.moved + self.kept + self.handed_over + self.released + self.broken + self.lapsed
        )


@dataclass(frozen=True)
class Tally:
    """Both sides apart."""

    residents: Count = field(default_factory=Count)
    municipality: Count = field(default_factory=Count)

    @property
    def sides(self) -> tuple[tuple[str, Count], ...]:
        """By name, residents first."""
        return ("residents", self.residents), ("municipality", self.municipality)


@dataclass(frozen=True)
class Promise:
    """One promise as anyone may see it. `words` is language -> words; `name` is empty for "a neighbour".

    `joined` counts the others who join. `past`: its day is today or was before. `own` and `joins` are about
    whoever looks.
    """

    node_id: int
    number: int
    words: Mapping[str, str]
    name: str
    municipal: bool
    state: State
    due_on: date
    needs: int | None = None
    joined_by: date | None = None
    joined: int = 0
    moved: int = 0
    silent: bool = False
    past: bool = False
    own: bool = False
    joins: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.state in OPEN

    @property
    def said(self) -> Localized:
        """What is promised."""
        return Localized(self.words)


def beginning(needs: int | None) -> State:
    """How a promise begins: one that needs others waits for them."""
    return "active" if needs is None else "conditional"


def after(state: State, answer: Answer) -> State | None:
    """The state that the answer leads to; None where it has nothing to say any more."""
    return _AFTER.get((state, answer))


def recounted(municipal: bool, needs: int | None, answers: Iterable[Answer]) -> Standing:
    """How a promise stands by its record alone. Raises ValueError for a record that cannot be."""
    standing = Standing(municipal, beginning(needs))
    for answer in answers:
        state = after(standing.state, answer)
        if state is None:
            raise ValueError(f"{answer} cannot follow on {standing.state}")
        moved = standing.moved + (answer == "later")
        standing = replace(standing, state=state, moved=moved)
    return standing


def tally(standings: Iterable[tuple[Standing, int]]) -> Tally:
    """How many stand where, on either side; each standing comes with how many stand so."""
    sides: dict[bool, dict[str, int]] = {False: {}, True: {}}
    for standing, many in standings:
        side = sides[standing.municipal]
        place = _place(standing)
        side[place] = side.get(place, 0) + many
        if standing.silent and standing.state in OPEN:
            side["silent"] = side.get("silent", 0) + many
    return Tally(Count(**sides[False]), Count(**sides[True]))


def half_way(today: date, due_on: date) -> date:
    """The last day to join when nobody chose one: half of the time, and at least until tomorrow."""
    return max(today + (due_on - today) // 2, min(today + timedelta(days=1), due_on))


def has_lapsed(joined_by: date, public_on: date, today: date) -> bool:
    """Whether the days for joining are over."""
    return today > max(joined_by, public_on + GRACE)


def next_question(due_on: date, asked: int, asked_at: datetime | None, today: date, now: datetime) -> int:
    """Which question how it went is due (1 to 3), 0 for none."""
    if asked >= MOST_ASKED:
        return 0
    if asked == 0:
        return 1 if today >= due_on else 0
    return asked + 1 if asked_at is None or now - asked_at >= PATIENCE else 0


def is_silent(state: State, asked: int, asked_at: datetime | None, now: datetime) -> bool:
    """Whether all questions were asked, the last one long enough ago, and nothing came back."""
    return state == "active" and asked >= MOST_ASKED and asked_at is not None and now - asked_at >= PATIENCE


def is_overdue(state: State, due_on: date, today: date) -> bool:
    """Whether the municipality let its day go by for so long and said nothing; nobody asks it in a chat."""
    return state == "active" and today - due_on >= PATIENCE


def who(promise: Promise, municipality: Label = "", *, first: bool = False) -> Label:
    """By what name the one who promised goes; `first`: at the beginning of a sentence."""
    return municipality if promise.municipal else called(promise.name, first=first)


def called(name: str, *, first: bool = False) -> Label:
    """A resident by the name they chose, in the middle of a sentence or as its `first` word."""
    return name or Phrase("promise-neighbour-first" if first else "promise-neighbour")


def line(promise: Promise, municipality: Label) -> Stage:
    """A promise on one line, in a list."""
    state = promise.state
    if state == "active":
        state_key = "silent" if promise.silent else "moved" if promise.moved else "active"
    else:
        state_key = state.replace("_", "-")
    about = {
        "who": who(promise, municipality, first=True),
        "day": promise.joined_by if state == "conditional" and promise.joined_by else promise.due_on,
        "needs": promise.needs or 0,
        "joined": promise.joined,
    }
    return Stage(Phrase(f"promise-line-{state_key}", about), promise.said, reached=state == "kept")


@dataclass(frozen=True)
class Fellow:
    """Someone who takes part in a promise, as the others may know them. `made`: the promise is theirs."""

    name: str
    share: str = "nothing"
    reach: str = ""
    made: bool = False


def introduced(fellow: Fellow) -> Stage:
    """One person on a line of their own: a name, and what they chose to share."""
    made, meets = "-maker" if fellow.made else "", "-meets" if fellow.share == "meet" else ""
    return Stage(Phrase(f"fellow{made}{meets}", {"who": called(fellow.name, first=True)}), fellow.reach)


def _place(standing: Standing) -> str:
    if standing.state in OPEN:
        return "moved" if standing.moved and standing.state == "active" else "open"
    return standing.state


def in_words(answers: Sequence[tuple[Answer, date | None]]) -> tuple[Stage, ...]:
    """What happened to a promise, for its journey: one stage for each step."""
    return tuple(
        Stage(Phrase(f"promise-step-{answer.replace('_', '-')}", {"day": day} if day else {}))
        for answer, day in answers
    )
