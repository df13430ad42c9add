"""Where a resident stands beside others: which group their answers are like, with figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from flows.engine.questions import Localized, Phrase
from flows.engine.talk import Say
from flows.opinion_groups import (
    LEAST_IN_GROUP,
    LEAST_PEOPLE,
    LEAST_VOTES,
    Found,
    Group,
    Groups,
    Idea,
    Key,
    likely,
)

Answers = Mapping[Key, int]
"""Idea to 1 (agree), -1 (disagree) or 0 (pass)."""

Words = Mapping[Key, Localized]
"""What the ideas say that may be shown."""


@dataclass(frozen=True)
class Likeness:
    """How many of a group say of an idea what the resident says, of those who answered it."""

    idea: Idea
    same: int
    of: int
    side: Literal["agree", "disagree"]

    @property
    def share(self) -> float:
        """How likely the next of the group is to say the same."""
        return likely(self.same, self.of)


SIDES: Final[Mapping[int, Literal["agree", "disagree"]]] = {1: "agree", -1: "disagree"}


def lines(found: Found | None, answers: Answers, words: Words) -> tuple[Say, ...]:
    """What may be told, in order; nothing as long as there is nothing to tell."""
    if found is None:
        return ()
    if not isinstance(found, Groups):
        if len(answers) < LEAST_VOTES:
            return ()
        return (Say(f"groups-none-{found.reason}", {"people": found.people, "needed": LEAST_PEOPLE}),)
    group = found.nearest(answers)
    if group is None:
        counted = sum(key in found.by_key for key in answers)
        return (Say("groups-soon", {"left": LEAST_VOTES - counted}),)
    return (
        Say(
            "groups-yours",
            {
                "group": called(group),
                "people": group.people,
                "all": found.people,
                "groups": len(found.groups),
            },
        ),
        *_beside_group(found, group, answers, words),
        *_in_common(found, words),
    )


def called(group: Group) -> Phrase:
    """The name that a moderator gave it, else its letter."""
    if group.name:
        return Phrase("groups-named", {"name": Localized(group.name)})
    return Phrase("groups-lettered", {"letter": group.letter})


def _beside_group(found: Groups, group: Group, answers: Answers, words: Words) -> Iterator[Say]:
    """The idea on which the group is most with the resident, and the one on which it is least."""
    known = sorted(_likenesses(found, group, answers, words), key=lambda one: one.share)
    if known and known[-1].share > 0.5:
        yield _told("groups-together", known[-1], words)
    if known and known[0].share < 0.5:
        yield _told("groups-apart", known[0], words)


def _likenesses(found: Groups, group: Group, answers: Answers, words: Words) -> Iterator[Likeness]:
    for key, value in answers.items():
        if key in found.by_key and key in words and value:
            idea = found.by_key[key]
            count = idea.counts[group.number]
            if count.seen >= LEAST_IN_GROUP:
                yield Likeness(idea, count.agree if value > 0 else count.disagree, count.seen, SIDES[value])


def _told(text: str, likeness: Likeness, words: Words) -> Say:
    return Say(
        text,
        {
            "idea": words[likeness.idea.key],
            "same": likeness.same,
            "of": likeness.of,
            "side": likeness.side,
        },
    )


def _in_common(found: Groups, words: Words) -> Iterator[Say]:
    """The first idea that all groups agree on."""
    for key in found.common:
        if key in words:
            everyone = found.by_key[key].everyone
            yield Say("groups-common", {"idea": words[key], "agree": everyone.agree, "of": everyone.seen})
            return
