"""What a step brought, in sentences that a resident can read. Nothing is said that was not counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from flows.counting import ENOUGH
from flows.engine.questions import Label, Localized, Phrase, TextArgument


@dataclass(frozen=True)
class Made:
    """Results of one kind: how many, and the titles of a few in every language, in quotes."""

    count: int
    titles: Localized


@dataclass(frozen=True)
class Answers:
    """Answers to the cards of a step: how many in all, yes among them, and to how many cards."""

    count: int = 0
    agree: int = 0
    cards: int = 0


NO_ANSWERS: Final = Answers()


@dataclass(frozen=True)
class Favourite:
    """What was chosen most: how often, of how many people."""

    title: Label
    times: int
    of: int


@dataclass(frozen=True)
class Harvest:
    """The counts of one step. `given` and `made` are by kind of node (`flows.ledger`).

    `given` counts what was given in this step and not withdrawn, `accepted` what of it was published.
    `people` take part in the trajectory, through so many `networks`; `ranked` people put the scenarios in
    order; `municipal` of the commitments are the municipality's own. `taps` is the favourite first tap,
    `idea` the number of the idea that the largest part of its voters agrees with, `scenario` what most
    people have above the others.
    """

    code: str
    people: int = 0
    networks: int = 0
    given: Mapping[str, int] = field(default_factory=dict)
    accepted: Mapping[str, int] = field(default_factory=dict)
    made: Mapping[str, Made] = field(default_factory=dict)
    answers: Answers = NO_ANSWERS
    commitments: int = 0
    municipal: int = 0
    ranked: int = 0
    taps: Favourite | None = None
    idea: Favourite | None = None
    scenario: Favourite | None = None


Sentence = Callable[[Harvest], Phrase | None]


def sentences(harvest: Harvest) -> tuple[Phrase, ...]:
    """One thought each, what says most about this step first; none when it brought nothing."""
    said = (sentence(harvest) for sentence in _SENTENCES[harvest.code])
    return tuple(phrase for phrase in said if phrase is not None)


def _given(kind: str) -> Sentence:
    return lambda harvest: _counted(
        f"harvest-{kind}", harvest.given.get(kind, 0), accepted=harvest.accepted.get(kind, 0)
    )


def _made(kind: str) -> Sentence:
    none = Made(0, Localized({}))
    return lambda harvest: _counted(
        f"harvest-{kind}",
        harvest.made.get(kind, none).count,
        titles=harvest.made.get(kind, none).titles,
    )


def _people(harvest: Harvest) -> Phrase | None:
    if harvest.networks < 2:
        return _counted("harvest-people", harvest.people)
    return _counted("harvest-people-through", harvest.people, networks=harvest.networks)


def _answered(text: str) -> Sentence:
    return lambda harvest: _counted(
        text, harvest.answers.count, agree=harvest.answers.agree, cards=harvest.answers.cards
    )


_SENTENCES: Final[Mapping[str, tuple[Sentence, ...]]] = {
    "networks": (_given("network"), _people),
    "activate": (
        lambda harvest: _favourite("harvest-taps", harvest.taps),
        _people,
        _given("story"),
    ),
    "exchange": (_given("story"), _made("theme"), _given("idea"), _answered("harvest-recognised")),
    "choose": (
        lambda harvest: _favourite("harvest-preferred", harvest.scenario),
        lambda harvest: _favourite("harvest-agreed", harvest.idea),
        _answered("harvest-voted"),
        _made("scenario"),
        lambda harvest: _counted("harvest-ranked", harvest.ranked),
    ),
    "refine": (_made("concept_part"), _given("proposal"), _answered("harvest-weighed")),
    "realise": (_given("need"), _given("obstacle"), _given("offer")),
    "present": (_made("plan_part"), _answered("harvest-supported"), _given("dot")),
    "commit": (
        lambda harvest: _counted("harvest-commitment", harvest.commitments, municipal=harvest.municipal),
    ),
    "stay": (_made("update"), _made("milestone"), _given("story")),
}


def _favourite(text: str, favourite: Favourite | None) -> Phrase | None:
    if favourite is None or favourite.of < ENOUGH:
        return None
    return Phrase(text, {"title": favourite.title, "times": favourite.times, "of": favourite.of})


def _counted(text: str, count: int, **more: TextArgument) -> Phrase | None:
    return Phrase(text.replace("_", "-"), {"count": count, **more}) if count else None
