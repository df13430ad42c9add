"""Opinion groups as they are kept: their people in numbers, how they answered, and who would belong where.

Found by `flows.grouping`; what is here needs no library for numbers: a page and a conversation can read it.
The formulas are those that Polis published: Small, Björkegren, Erkkilä, Shaw and Megill, "Polis: Scaling
deliberation by mapping high dimensional opinion spaces", Recerca 26 (2), 2021, and its source at
github.com/compdemocracy/polis, math/src/polismath/math (`conversation`, `pca`, `repness`, `stats`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot, prod, sqrt
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from pydantic import TypeAdapter

Key: TypeAlias = int | str
"""What an idea or a person is known by."""

LEAST_VOTES: Final = 7
"""Who answered fewer ideas is in no group: there is too little to go by (Polis, `in-conv`)."""

LEAST_PEOPLE: Final = 20
"""With fewer people who answered enough there are no groups yet."""

LEAST_IN_GROUP: Final = 5
"""A smaller group would say more about its people than about the ideas; as everywhere, five."""

MOST_GROUPS: Final = 5

SHOWN: Final = 5
"""How many ideas stand for a group, and for what all agree on."""

SIGNIFICANT: Final = 1.2816
"""The z that nine in ten of chance alone stay below; what is above it is told of (Polis, `z-sig-90?`)."""

Reason: TypeAlias = Literal["few-ideas", "few-people", "alike", "few-apart"]
"""few-apart: whoever differs from the rest is with fewer than LEAST_IN_GROUP."""


class Count(NamedTuple):
    """How the people of one group answered one idea."""

    agree: int
    disagree: int
    passed: int

    @property
    def seen(self) -> int:
        """How many of them answered it at all."""
        return self.agree + self.disagree + self.passed


class Axes(NamedTuple):
    """How an answer to one idea moves a person: the mean answer, and its weight on both axes."""

    mean: float
    across: float
    up: float


class StandsFor(NamedTuple):
    """An idea on which a group differs from the others: it agrees, or it does not."""

    idea: Key
    agrees: bool


@dataclass(frozen=True)
class Group:
    """`place` is its middle. `name` is language -> words, given by a moderator and by nobody else.

    `key` stays with it as long as it is clearly the same group, whatever its number.
    """

    number: int
    people: int
    place: tuple[float, float]
    stands_for: tuple[StandsFor, ...] = ()
    name: Mapping[str, str] | None = None
    key: str = ""

    @property
    def letter(self) -> str:
        """What it is called as long as nobody named it."""
        return "ABCDE"[self.number]


@dataclass(frozen=True)
class Idea:
    """One idea; `counts` in the order of the groups."""

    key: Key
    axes: Axes
    counts: tuple[Count, ...]

    @property
    def everyone(self) -> Count:
        """The people of all groups together."""
        return Count(*(sum(part) for part in zip(*self.counts, strict=True)))

    @property
    def consensus(self) -> float:
        """Group-informed consensus: the product over the groups of (A+1)/(S+2).

        A of the S people of a group who answered agree; a small group weighs as much as a large one
        (Polis, `group-aware-consensus`).
        """
        return prod(likely(count.agree, count.seen) for count in self.counts)

    @property
    def shared(self) -> bool:
        """Whether in each group most agree, as far as enough of them answered."""
        return all(
            count.seen >= LEAST_IN_GROUP and likely(count.agree, count.seen) > 0.5 for count in self.counts
        )


@dataclass(frozen=True)
class Groups:
    """The groups that were found among `people`, of `voters` who answered any of `among` ideas.

    `votes` counts the last answer of each person to each idea. `clearness` is the mean silhouette, from -1 to
    1: how much nearer people are to their own group than to the next. `common` are the ideas that all groups
    agree on, the clearest first. `ideas` may be fewer than all, see `load`.
    """

    people: int
    voters: int
    votes: int
    among: int
    clearness: float
    groups: tuple[Group, ...]
    ideas: tuple[Idea, ...]
    common: tuple[Key, ...] = ()

    @property
    def how_clear(self) -> Literal["strong", "fair", "weak", "none"]:
        """What the silhouette says in words: Kaufman and Rousseeuw, Finding groups in data, 1990, table 4."""
        if self.clearness > 0.7:
            return "strong"
        if self.clearness > 0.5:
            return "fair"
        return "weak" if self.clearness > 0.25 else "none"

    @cached_property
    def by_key(self) -> Mapping[Key, Idea]:
        """The ideas by what they are known by."""
        return {idea.key: idea for idea in self.ideas}

    def place(self, answers: Mapping[Key, int]) -> tuple[float, float]:
        """Where these answers put a person: projected as if nothing else were known of them.

        Only what was answered counts, and the fewer the answers, the more each of them: times the root of
        ideas / answers (Polis, `sparsity-aware-project-ptpt`).
        """
        known = [(self.by_key[key].axes, value) for key, value in answers.items() if key in self.by_key]
        scale = sqrt(self.among / max(1, len(known)))
        return (
            scale * sum((value - axes.mean) * axes.across for axes, value in known),
            scale * sum((value - axes.mean) * axes.up for axes, value in known),
        )

    def nearest(self, answers: Mapping[Key, int]) -> Group | None:
        """The group whose middle is nearest to these answers, None for fewer than LEAST_VOTES."""
        if sum(key in self.by_key for key in answers) < LEAST_VOTES:
            return None
        x, y = self.place(answers)
        return min(self.groups, key=lambda group: hypot(x - group.place[0], y - group.place[1]))


@dataclass(frozen=True)
class NoGroups:
    """There are no groups yet, and why; `people` answered enough ideas, of `voters` who answered any."""

    reason: Reason
    people: int
    voters: int
    votes: int
    ideas: int


Found: TypeAlias = Groups | NoGroups

_FOUND: Final[TypeAdapter[Found]] = TypeAdapter(Found)


def dump(found: Found) -> dict[str, Any]:
    """As JSON; `load` reads it back."""
    made: dict[str, Any] = _FOUND.dump_python(found, mode="json")
    return made


def load(data: Mapping[str, Any], only: Collection[Key] | None = None) -> Found:
    """What `dump` gave; with `only` these of its ideas and the common ones, for a conversation."""
    if only is None or "groups" not in data:
        return _FOUND.validate_python(data)
    wanted = {*only, *data["common"]}
    return _FOUND.validate_python(
        {**data, "ideas": [idea for idea in data["ideas"] if idea["key"] in wanted]}
    )


def likely(successes: int, trials: int) -> float:
    """How likely the next person is to say so, by Laplace: (A+1)/(S+2)."""
    return (successes + 1) / (trials + 2)


def z_half(successes: int, trials: int) -> float:
    """One-proportion z-test against a half, with one imagined success (Polis, `prop-test`)."""
    return 2 * sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)


def z_apart(inside: int, outside: int, trials_inside: int, trials_outside: int) -> float:
    """Two-proportion z-test, each with one imagined success (Polis, `two-prop-test`)."""
    n_in, n_out = trials_inside + 1, trials_outside + 1
    both = (inside + outside + 2) / (n_in + n_out)
    if both == 1:
        return 0.0
    return ((inside + 1) / n_in - (outside + 1) / n_out) / sqrt(both * (1 - both) * (1 / n_in + 1 / n_out))


@dataclass(frozen=True)
class Apart:
    """How far one side (agree, or disagree) of an idea is a group's own.

    `chance` as `likely` gives it, `ratio` to that of all others; `own` and `apart` are the two z-tests.
    """

    chance: float
    ratio: float
    own: float
    apart: float

    @property
    def significant(self) -> bool:
        """More than half of the group say so, and more than elsewhere; each beyond chance at 90%."""
        return self.own > SIGNIFICANT and self.apart > SIGNIFICANT

    @property
    def weight(self) -> float:
        """By this ideas are ordered (Polis, `repness-metric`)."""
        return self.ratio * self.apart * self.chance * self.own


def apart(said: int, seen: int, said_elsewhere: int, seen_elsewhere: int) -> Apart:
    """One side of an idea for a group (Polis, `comment-stats`, `add-comparitive-stats`)."""
    chance = likely(said, seen)
    return Apart(
        chance=chance,
        ratio=chance / likely(said_elsewhere, seen_elsewhere),
        own=z_half(said, seen),
        apart=z_apart(said, said_elsewhere, seen, seen_elsewhere),
    )


def both_sides(idea: Idea, number: int) -> tuple[Apart, Apart]:
    """(agreeing, disagreeing) of one group with one idea, beside all other groups together."""
    own, everyone = idea.counts[number], idea.everyone
    elsewhere = everyone.seen - own.seen
    return (
        apart(own.agree, own.seen, everyone.agree - own.agree, elsewhere),
        apart(own.disagree, own.seen, everyone.disagree - own.disagree, elsewhere),
    )


def said_elsewhere(idea: Idea, number: int, agrees: bool) -> tuple[int, int] | None:
    """(who said so, of how many) outside a group; None for so few that it would tell what they voted."""
    own, everyone = idea.counts[number], idea.everyone
    seen = everyone.seen - own.seen
    if seen < LEAST_IN_GROUP:
        return None
    return (everyone.agree - own.agree if agrees else everyone.disagree - own.disagree), seen


def representative(ideas: Iterable[Idea], number: int) -> tuple[StandsFor, ...]:
    """The ideas that stand for a group: significant, weightiest first, then agreement before disagreement.

    Unlike Polis none is added that is not significant, and none that fewer than LEAST_IN_GROUP people of the
    group answered: nothing is better than what is not so.
    """
    weighed: list[tuple[float, StandsFor]] = []
    for idea in ideas:
        agreeing, disagreeing = both_sides(idea, number)
        if idea.counts[number].seen < LEAST_IN_GROUP or not (agreeing.significant or disagreeing.significant):
            continue
        side = agreeing if agreeing.apart > disagreeing.apart else disagreeing
        weighed.append((side.weight, StandsFor(idea.key, side is agreeing)))
    best = sorted(weighed, key=lambda pair: -pair[0])[:SHOWN]
    return tuple(sorted((stands for _, stands in best), key=lambda stands: not stands.agrees))


def in_common(ideas: Iterable[Idea]) -> tuple[Key, ...]:
    """What most people of every group agree on, by group-informed consensus."""
    shared = sorted((idea for idea in ideas if idea.shared), key=lambda idea: -idea.consensus)
    return tuple(idea.key for idea in shared[:SHOWN])


def same_groups(before: Mapping[Key, int], after: Mapping[Key, int]) -> dict[int, int]:
    """Number after -> number before, of the groups that are clearly the same.

    Of all people who were in the one, in the other or in both, more than half were in both; those who are
    new, or gone, are left out. So no group can be the same as two others.
    """
    stayed = [(before[person], number) for person, number in after.items() if person in before]
    both = Counter(stayed)
    old, new = Counter(number for number, _ in stayed), Counter(number for _, number in stayed)
    return {
        after_number: number
        for (number, after_number), shared in both.items()
        if 2 * shared > old[number] + new[after_number] - shared
    }


def carry_on(
    found: Groups, before: Sequence[Group], same: Mapping[int, int], fresh: str
) -> tuple[Groups, list[int]]:
    """The groups with the numbers, keys and names of those they were; and the number each of `found` got.

    A group that is none of `before`, or whose number is too high now, gets the first number that is free.
    Keys of what is new begin with `fresh`.
    """
    count = len(found.groups)
    kept = {number: old for number, old in same.items() if old < count}
    free = iter(sorted(set(range(count)) - set(kept.values())))
    numbers = [kept[number] if number in kept else next(free) for number in range(count)]
    was = {group.number: group for group in before}
    order = sorted(range(count), key=numbers.__getitem__)
    groups = tuple(
        replace(
            found.groups[old],
            number=number,
            name=was[same[old]].name if old in same else None,
            key=was[same[old]].key if old in same else f"{fresh}-{number}",
        )
        for number, old in enumerate(order)
    )
    ideas = tuple(replace(idea, counts=tuple(idea.counts[old] for old in order)) for idea in found.ideas)
    return replace(found, groups=groups, ideas=ideas), numbers
