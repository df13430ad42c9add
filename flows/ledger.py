"""The journey of a contribution, drawn from the ledger: what became of it, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Stage

State = Literal["waiting", "asked_back", "published", "declined", "withdrawn", "replaced"]

CONTRIBUTIONS: Final = (
    "story",
    "idea",
    "meaning",
    "reply",
    "proposal",
    "need",
    "obstacle",
    "offer",
    "dot",
    "commitment",
    "network",
    "remark",
    "call_back",
)
"""What residents give, each owed an answer. A commitment may be the municipality's own as well."""

RESULTS: Final = (
    "theme",
    "idea",
    "scenario",
    "concept_part",
    "plan_part",
    "commitment",
    "milestone",
    "update",
)
"""What the desk makes of it. An idea may be a resident's own, or made of what residents gave."""

RELATIONS: Final = (
    "belongs_to",
    "inspired",
    "became",
    "merged_into",
    "split_into",
    "revised_as",
    "answers",
    "carried_out_by",
    "reported_in",
    "not_used",
)
"""How a source lives on in its target; `not_used` has no target."""

REPLACING: Final = ("merged_into", "split_into", "revised_as")
"""After these the source is over: its target is the newer version."""

SOURCES: Final[Mapping[str, Mapping[str, str]]] = {
    "theme": {
        "story": "belongs_to",
        "idea": "belongs_to",
        "reply": "belongs_to",
        "remark": "belongs_to",
        "meaning": "became",
    },
    "idea": {
        "idea": "merged_into",
        "theme": "inspired",
        "story": "inspired",
        "meaning": "inspired",
        "reply": "inspired",
        "remark": "inspired",
    },
    "scenario": {"idea": "belongs_to", "theme": "inspired", "story": "inspired", "reply": "inspired"},
    "concept_part": {
        "scenario": "became",
        "idea": "became",
        "theme": "inspired",
        "story": "inspired",
        "proposal": "answers",
    },
    "plan_part": {
        "concept_part": "carried_out_by",
        "scenario": "carried_out_by",
        "idea": "carried_out_by",
        "need": "answers",
        "obstacle": "answers",
        "proposal": "answers",
        "dot": "answers",
        "offer": "became",
    },
    "commitment": {
        "plan_part": "carried_out_by",
        "concept_part": "carried_out_by",
        "scenario": "carried_out_by",
        "idea": "carried_out_by",
        "need": "answers",
        "obstacle": "answers",
        "offer": "became",
    },
    "milestone": {
        "plan_part": "carried_out_by",
        "concept_part": "carried_out_by",
        "commitment": "carried_out_by",
    },
    "update": {
        "milestone": "reported_in",
        "commitment": "reported_in",
        "plan_part": "reported_in",
        "concept_part": "reported_in",
        "scenario": "reported_in",
        "idea": "reported_in",
        "theme": "reported_in",
        "story": "answers",
        "reply": "answers",
        "remark": "answers",
        "proposal": "answers",
        "need": "answers",
        "obstacle": "answers",
        "offer": "answers",
        "dot": "answers",
    },
}
"""What each kind of result may be made of, and how that source then lives on in it."""


@dataclass(frozen=True)
class Decided:
    """A decision that stands: publish, decline or ask_back, with the sentence that went with it."""

    act: str
    sentence: str
    at: datetime


@dataclass(frozen=True)
class Linked:
    """One link onwards: to a result (its kind and title), or to nothing, with the reason."""

    relation: str
    reason: Mapping[str, str]
    at: datetime
    kind: str = ""
    title: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Contribution:
    """What the ledger knows of one contribution; its days are those where its author lives."""

    kind: str
    number: int
    state: State
    may_show: bool
    created_at: datetime
    given_on: date
    answered_by: date | None
    decisions: Sequence[Decided] = ()
    links: Sequence[Linked] = ()
    additions: Sequence[datetime] = ()

    @property
    def news_at(self) -> datetime:
        """When something last happened to it."""
        happened: list[Decided | Linked] = [*self.decisions, *self.links]
        return max([self.created_at, *(item.at for item in happened), *self.additions])


def journey(contribution: Contribution) -> tuple[Stage, ...]:
    """The dots of its journey: given, read, used (or not, because), and what comes next."""
    kind = Phrase(f"kind-{contribution.kind}")
    given: dict[str, TextArgument] = {
        "kind": kind,
        "number": str(contribution.number),
        "day": contribution.given_on,
    }
    happened = [(decision.at, _decided(decision, contribution)) for decision in contribution.decisions]
    happened += [(at, Stage(Phrase("journey-added"))) for at in contribution.additions]
    happened += [(link.at, _linked(link)) for link in contribution.links]
    in_order = [stage for _, stage in sorted(happened, key=lambda pair: pair[0])]
    return (Stage(Phrase("journey-given", given)), *in_order, *_ahead(contribution))


def newest_first(contributions: Sequence[Contribution]) -> list[Contribution]:
    """The one with the latest news first."""
    return sorted(contributions, key=lambda contribution: contribution.news_at, reverse=True)


def is_owed(state: State) -> bool:
    """Whether an answer is still owed."""
    return state == "waiting"


def _decided(decision: Decided, contribution: Contribution) -> Stage:
    shown = "shown" if contribution.may_show else "read"
    key = f"journey-publish-{shown}" if decision.act == "publish" else f"journey-{decision.act}"
    return Stage(Phrase(key.replace("_", "-")), decision.sentence)


def _linked(link: Linked) -> Stage:
    key = f"journey-{link.relation}".replace("_", "-")
    about: dict[str, TextArgument] = {"title": Localized(link.title)}
    if link.kind:
        about["kind"] = Phrase(f"kind-{link.kind}")
    return Stage(Phrase(key, about), Localized(link.reason))


def _ahead(contribution: Contribution) -> list[Stage]:
    match contribution.state:
        case "waiting" if contribution.answered_by:
            ahead = Phrase("journey-waiting", {"day": contribution.answered_by})
            return [Stage(ahead, reached=False)]
        case "asked_back":
            return [Stage(Phrase("journey-your-turn"), reached=False)]
        case "published" if not contribution.links:
            return [Stage(Phrase("journey-next"), reached=False)]
        case _:
            return []
