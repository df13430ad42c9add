"""The nine steps: which are open, where a trajectory stands, and what may be done."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.hearing.commands import SCRIPT_ACTIONS
from flows.ledger import CONTRIBUTIONS, RESULTS
from flows.scripts import SCRIPTS
from flows.steps import (
    BOUND,
    BY_CODE,
    PHASES,
    STEPS,
    Standing,
    Step,
    allowed,
    asked,
    closing,
    current,
    fixed,
    given_in,
    is_late,
    last_day,
    last_opened,
    open_steps,
    opening,
    past,
    settled_in,
)
from flows.wording import Wording

WORDING = Wording()
THEN = datetime(2026, 11, 1, tzinfo=UTC)
LATER = datetime(2026, 11, 20, tzinfo=UTC)


def standing(code: str, state: str) -> Standing:
    return {
        "planned": Standing(code),
        "open": Standing(code, THEN),
        "closed": Standing(code, THEN, LATER),
        "only closed": Standing(code, None, LATER),
    }[state]


def test_nine_steps_in_order() -> None:
    """They are numbered from one to nine, and known by code."""
    assert [step.number for step in STEPS] == list(range(1, 10))
    assert [BY_CODE[step.code] for step in STEPS] == list(STEPS)
    assert PHASES[1] == "co_creation"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_every_step_has_a_name_and_real_scripts(step: Step) -> None:
    """A step has a name in the texts, and allows only scripts that can be begun by a button or a word."""
    assert WORDING.has(f"settled-{step.code}")
    assert WORDING.has(step.text)
    assert set(step.allows) <= set(SCRIPTS) & SCRIPT_ACTIONS
    assert all(WORDING.has(f"action-{name}") for name in step.allows)
    assert step.phase in PHASES


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_every_step_asks_and_yields_what_there_is(step: Step) -> None:
    """People are invited to something that the step allows, and it brings kinds that the ledger knows."""
    assert step.asks in (*step.allows, "")
    assert bool(step.asks) == bool(step.allows)
    assert set(step.yields) <= {*CONTRIBUTIONS, *RESULTS}
    assert all(WORDING.has(f"kind-{kind}") for kind in step.yields)


@pytest.mark.parametrize(
    ("state", "is_open"), [("planned", False), ("open", True), ("closed", False), ("only closed", False)]
)
def test_open_between_opening_and_closing(state: str, is_open: bool) -> None:
    """A step is open from the moment it was opened until it is closed."""
    assert standing("choose", state).is_open is is_open
    assert open_steps((standing("choose", state),)) == ((BY_CODE["choose"],) if is_open else ())


def test_open_steps_come_in_their_own_order() -> None:
    """However they were read from the database."""
    read = (standing("stay", "open"), standing("networks", "open"), standing("choose", "closed"))
    assert [step.code for step in open_steps(read)] == ["networks", "stay"]


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ({}, None),
        ({"networks": "planned"}, None),
        ({"networks": "open"}, "networks"),
        ({"networks": "open", "exchange": "open"}, "exchange"),
        ({"networks": "open", "exchange": "closed"}, "networks"),
        ({"networks": "closed", "exchange": "closed"}, "exchange"),
        ({"networks": "closed", "stay": "planned"}, "networks"),
        ({"no-such-step": "open"}, None),
    ],
)
def test_where_it_stands(states: dict[str, str], code: str | None) -> None:
    """At the furthest open step, else at the furthest that ever was."""
    found = current(tuple(standing(name, state) for name, state in states.items()))
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("states", "scripts"),
    [
        ({}, set()),
        ({"activate": "open"}, {"story"}),
        ({"exchange": "open"}, {"story", "idea"}),
        ({"exchange": "closed"}, set()),
        ({"activate": "open", "exchange": "open"}, {"story", "idea"}),
    ],
)
def test_what_may_be_done(states: dict[str, str], scripts: set[str]) -> None:
    """What any of the open steps allows, and nothing else of what is bound to steps."""
    found = allowed(tuple(standing(name, state) for name, state in states.items()))
    assert set(found) >= scripts
    assert {"story", "idea"} & set(found) == scripts
    assert set(found) <= BOUND


@pytest.mark.parametrize(
    ("states", "codes", "late", "settled"),
    [
        ({}, [], False, []),
        ({"activate": "open", "exchange": "open"}, ["activate"], False, []),
        ({"activate": "closed", "exchange": "open"}, ["activate"], False, []),
        ({"exchange": "open", "choose": "open"}, ["exchange"], True, []),
        ({"exchange": "closed", "choose": "planned"}, ["exchange"], True, ["exchange"]),
        ({"exchange": "closed", "choose": "open"}, ["exchange"], True, ["exchange"]),
        ({"exchange": "only closed", "choose": "open"}, [], False, []),
    ],
)
def test_what_who_joins_now_missed(
    states: dict[str, str], codes: list[str], late: bool, settled: list[str]
) -> None:
    """The steps before where it stands; late after ideas were shared; settled what no open step allows."""
    read = tuple(standing(name, state) for name, state in states.items())
    assert [step.code for step in past(read)] == codes
    assert is_late(read) is late
    assert [step.code for step in fixed(read) if step.code == "exchange"] == settled
    over = settled_in(read, "idea")
    assert ([over.code] if over else []) == settled
    assert settled_in(read, "story") is None


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Auckland", "America/Los_Angeles"])
@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31), date(2027, 1, 1)])
def test_days_and_moments(day: date, zone: str) -> None:
    """A step opens in the morning of its day and closes as its last day ends, also when clocks change."""
    assert opening(day, zone).astimezone(ZoneInfo(zone)).isoformat()[:16] == f"{day}T09:00"
    assert last_day(closing(day, zone), zone) == day
    assert closing(day, zone) > opening(day, zone)


def test_opened_last() -> None:
    """Of the others the one opened last, and the furthest of several opened at once."""
    read = (
        Standing("choose", THEN, LATER),
        Standing("exchange", LATER),
        Standing("activate", LATER),
        Standing("refine"),
    )
    for apart_from, code in (("refine", "exchange"), ("exchange", "activate"), ("choose", "exchange")):
        found = last_opened(read, apart_from)
        assert found
        assert found.code == code
    assert last_opened((Standing("refine"),), "choose") is None


@given(st.dictionaries(st.sampled_from(list(BY_CODE)), st.sampled_from(["planned", "open", "closed"])))
def test_furthest_first(states: dict[str, str]) -> None:
    """What the furthest open step allows comes first, in its own order; everything once."""
    read = tuple(standing(name, state) for name, state in states.items())
    found = allowed(read)
    assert len(found) == len(set(found))
    opened = open_steps(read)
    if opened:
        assert found[: len(opened[-1].allows)] == opened[-1].allows
    assert asked(read) in (*found, "")
    assert set(found) == {name for step in opened for name in step.allows}


@pytest.mark.parametrize(
    ("states", "kind", "code"),
    [
        ({"activate": "open", "exchange": "open"}, "story", "exchange"),
        ({"activate": "open", "exchange": "closed"}, "story", "activate"),
        ({"exchange": "open", "choose": "open"}, "idea", "exchange"),
        ({"exchange": "open", "choose": "open"}, "story", "choose"),
        ({"exchange": "closed"}, "idea", None),
        ({"exchange": "open"}, "remark", None),
    ],
)
def test_where_a_contribution_belongs(states: dict[str, str], kind: str, code: str | None) -> None:
    """In the furthest open step that its kind is asked in; what is always possible is in none."""
    found = given_in((standing(name, state) for name, state in states.items()), kind)
    assert (found.code if found else None) == code
