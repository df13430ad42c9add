"""The ledger: what people give, what is made of it, and how the one lives on in the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

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


LEADS_ON: Final = frozenset(source for sources in SOURCES.values() for source in sources)
"""What something can still be made of."""

READ_BY_OTHERS: Final = ("story", "idea", "meaning", "reply", "commitment")
"""What others can read once it is published, where its author lets them: whoever gives it is told so."""


def is_owed(state: State) -> bool:
    """Whether an answer is still owed."""
    return state == "waiting"
