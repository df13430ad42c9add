"""The sample that has come to its last steps shows everything that a trajectory can bring."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.ledger import RELATIONS
from flows.steps import STEPS

WERK = Path(__file__).parents[3] / "bot" / "samples" / "werk.toml"
CONTENT: dict[str, Any] = tomllib.loads(WERK.read_text(encoding="utf-8"))
LATER = (*CONTENT["made"], *CONTENT["given"], *CONTENT["promise"])
OVER = ("kept", "broken", "released", "lapsed")


def ends() -> dict[str, float]:
    """What a thread may begin or end with, and how many days ago it was there."""
    found = {
        f"{kind}:{row['number']}": row["days_ago"] for kind in ("story", "idea") for row in CONTENT[kind]
    }
    found |= {f"theme:{place}": row["days_ago"] for place, row in enumerate(CONTENT["theme"], start=1)}
    for kind in ("made", "given", "promise"):
        found |= {f"{kind}:{row['key']}": row["days_ago"] for row in CONTENT[kind]}
    return found


def links() -> Iterator[dict[str, Any]]:
    """Every link: those of the earlier steps too."""
    yield from CONTENT["thread"]
    yield from CONTENT["link"]
    yield from ({"relation": "belongs_to", **theme} for theme in CONTENT["theme"])


def test_every_step_was_there() -> None:
    """All nine, in order; the last two are open."""
    assert [step["code"] for step in CONTENT["step"]] == [step.code for step in STEPS]
    assert [step["code"] for step in CONTENT["step"] if "closed" not in step] == ["commit", "stay"]


def test_seven_steps_have_content() -> None:
    """From exchanging to staying each step yielded something."""
    kinds = {row.get("kind", "commitment") for row in LATER} | {"theme"}
    yielding = [step.code for step in STEPS if (kinds - {"story"}) & set(step.yields)]
    assert yielding == ["exchange", "choose", "refine", "realise", "present", "commit", "stay"]
    assert {"scenario", "proposal", "concept_part", "need", "obstacle", "offer", "dot", "plan_part"} <= kinds


def test_every_kind_of_link() -> None:
    """Each relation of the ledger is there, not used included, and each says because."""
    assert {link["relation"] for link in links()} == set(RELATIONS)
    for link in links():
        assert link["reason"]["nl"].startswith("Omdat ")
        assert link["reason"]["en"].startswith("Because ")


def test_promises_on_both_sides() -> None:
    """Eight or more, of residents and of the municipality: kept, broken, let go of, waited for in vain."""
    promises = CONTENT["promise"]
    assert len(promises) >= 8
    assert min(sum(row.get("municipal", False) is side for row in promises) for side in (True, False)) >= 4
    assert {row["state"] for row in promises} >= {"kept", "broken", "active", "released", "lapsed"}
    for row in promises:
        assert (row["due"] < 0) == (row["state"] in OVER)
        assert len(row.get("joined", ())) >= row.get("needs", 0) or row["state"] == "lapsed"


def test_threads_join_what_was_there() -> None:
    """A link is made after both its ends, and what somebody said after what it is about."""
    there = ends()
    for thread in CONTENT["thread"]:
        assert thread["days_ago"] < min(there[thread["from"]], there[thread["to"]])
    for row in LATER:
        about = row.get("about")
        if isinstance(about, str):
            assert there[f"made:{about}"] > row["days_ago"]


def test_plain_and_in_both_languages() -> None:
    """Titles and reasons stand there in every language; what residents wrote is short."""
    for row in (*CONTENT["made"], *CONTENT["meeting"]):
        assert set(row["title"]) == {"nl", "en"}
    for row in CONTENT["given"]:
        assert 5 <= len(row["text"]) <= 200
        assert (row["answer"] == "") == (row["state"] == "waiting")
    for row in (*CONTENT["made"], *CONTENT["thread"]):
        words = row.get("body", row.get("reason", {})).get("nl", "")
        for sentence in re.split(r"(?<=[.!?]) ", words):
            assert len(sentence.split()) <= 22, sentence
