"""When a message may leave: every cell of the table, then what must hold for all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.policy import (
    REASONS,
    Decision,
    Drop,
    Go,
    Hold,
    Kind,
    Waiting,
    decide,
    in_quiet_hours,
    is_talking,
    window,
)
from storage import outbox

Changes = dict[str, Any]

SECOND = timedelta(seconds=1)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KINDS: tuple[Kind, ...] = get_args(Kind)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=AMSTERDAM).astimezone(UTC)
LATE = datetime(2026, 11, 22, 23, 30, tzinfo=AMSTERDAM).astimezone(UTC)
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)
THREE_DAYS = NOON + timedelta(days=3)
LATE_IN_THREE_DAYS = LATE + timedelta(days=3)
MORNING_AFTER = datetime(2026, 11, 26, 9, 0, tzinfo=AMSTERDAM)

ROW = Waiting(
    kind="reply",
    created_at=NOON - timedelta(minutes=1),
    expires_at=None,
    blocked_at=None,
    stopped_at=None,
    paused_until=None,
    often="usual",
    zone="Europe/Amsterdam",
    quiet_from="21:00",
    quiet_until="09:00",
    pushes_a_week=1,
    pushes_in_week=0,
    last_heard_at=NOON - timedelta(days=30),
    session_hours=None,
    has_template=False,
    live=False,
)

PAST = NOON - timedelta(hours=1)
BLOCKED: Changes = {"blocked_at": PAST}
EXPIRED: Changes = {"expires_at": PAST}
STOPPED: Changes = {"stopped_at": PAST}
PAUSED: Changes = {"paused_until": THREE_DAYS}
NEVER: Changes = {"often": "never"}
SPENT: Changes = {"pushes_in_week": 1}
NIGHT: Changes = {"now": LATE}
SHUT: Changes = {"session_hours": 24}

# What is so, and then for each kind of message: go, why it is dropped, or in capitals until when it is held.
TABLE = """
situation                       | reply   | answer   | check_in | opening   | nudge     | broadcast

nothing special                 | go      | go       | go       | go        | go        | go
blocked                         | blocked | blocked  | blocked  | blocked   | blocked   | blocked
expired                         | go      | go       | go       | expired   | expired   | expired
expires now                     | go      | go       | go       | expired   | expired   | expired
expires later                   | go      | go       | go       | go        | go        | go
stopped                         | go      | stopped  | stopped  | stopped   | stopped   | stopped
paused                          | go      | PAUSE    | PAUSE    | PAUSE     | paused    | paused
paused until now                | go      | go       | go       | go        | go        | go
paused until deep in a night    | go      | AFTER    | AFTER    | AFTER     | paused    | paused
paused, at night                | go      | PAUSE    | PAUSE    | PAUSE     | paused    | paused
paused, talking                 | go      | PAUSE    | PAUSE    | PAUSE     | paused    | paused
less often                      | go      | go       | go       | go        | go        | go
never                           | go      | go       | go       | opted_out | opted_out | opted_out
budget spent                    | go      | go       | go       | go        | budget    | budget
budget overspent                | go      | go       | go       | go        | budget    | budget
budget of two, one spent        | go      | go       | go       | go        | go        | go
no budget at all                | go      | go       | go       | go        | budget    | budget
at night                        | go      | MORNING  | MORNING  | MORNING   | MORNING   | MORNING
at night, talking               | go      | go       | MORNING  | MORNING   | MORNING   | MORNING
at night, no quiet hours        | go      | go       | go       | go        | go        | go
at night, quiet by day          | go      | go       | go       | go        | go        | go
at noon, quiet by day           | go      | FIVE     | FIVE     | FIVE      | FIVE      | FIVE
at noon, night in New Zealand   | go      | AUCKLAND | AUCKLAND | AUCKLAND  | AUCKLAND  | AUCKLAND
session over                    | go      | window   | window   | window    | window    | window
session over by a second        | go      | window   | window   | window    | window    | window
session not over by a second    | go      | go       | go       | go        | go        | go
session over, with a template   | go      | go       | go       | go        | go        | go

blocked and expired             | blocked | blocked  | blocked  | blocked   | blocked   | blocked
expired and stopped             | go      | stopped  | stopped  | expired   | expired   | expired
stopped and paused              | go      | stopped  | stopped  | stopped   | stopped   | stopped
paused and never                | go      | PAUSE    | PAUSE    | PAUSE     | paused    | paused
never and budget spent          | go      | go       | go       | opted_out | opted_out | opted_out
budget spent, at night          | go      | MORNING  | MORNING  | MORNING   | budget    | budget
at night, session over          | go      | MORNING  | MORNING  | MORNING   | MORNING   | MORNING
at night, talking, session over | go      | window   | MORNING  | MORNING   | MORNING   | MORNING
"""

SITUATIONS: dict[str, Changes] = {
    "nothing special": {},
    "blocked": BLOCKED,
    "expired": EXPIRED,
    "expires now": {"expires_at": NOON},
    "expires later": {"expires_at": NOON + SECOND},
    "stopped": STOPPED,
    "paused": PAUSED,
    "paused until now": {"paused_until": NOON},
    "paused until deep in a night": {"paused_until": LATE_IN_THREE_DAYS},
    "paused, at night": PAUSED | NIGHT,
    "paused, talking": PAUSED | {"live": True},
    "less often": {"often": "less"},
    "never": NEVER,
    "budget spent": SPENT,
    "budget overspent": {"pushes_in_week": 4},
    "budget of two, one spent": {"pushes_a_week": 2, "pushes_in_week": 1},
    "no budget at all": {"pushes_a_week": 0},
    "at night": NIGHT,
    "at night, talking": NIGHT | {"live": True},
    "at night, no quiet hours": NIGHT | {"quiet_from": "00:00", "quiet_until": "00:00"},
    "at night, quiet by day": NIGHT | {"quiet_from": "09:00", "quiet_until": "17:00"},
    "at noon, quiet by day": {"quiet_from": "09:00", "quiet_until": "17:00"},
    "at noon, night in New Zealand": {"zone": "Pacific/Auckland"},
    "session over": SHUT,
    "session over by a second": SHUT | {"last_heard_at": NOON - timedelta(hours=24)},
    "session not over by a second": SHUT | {"last_heard_at": NOON - timedelta(hours=24) + SECOND},
    "session over, with a template": SHUT | {"has_template": True},
    "blocked and expired": BLOCKED | EXPIRED,
    "expired and stopped": EXPIRED | STOPPED,
    "stopped and paused": STOPPED | PAUSED,
    "paused and never": PAUSED | NEVER,
    "never and budget spent": NEVER | SPENT,
    "budget spent, at night": SPENT | NIGHT,
    "at night, session over": NIGHT | SHUT,
    "at night, talking, session over": NIGHT | SHUT | {"live": True},
}

HOLDS = {
    "PAUSE": Hold(THREE_DAYS, "paused"),
    "AFTER": Hold(MORNING_AFTER, "paused"),
    "MORNING": Hold(MORNING, "quiet_hours"),
    "FIVE": Hold(datetime(2026, 11, 22, 17, 0, tzinfo=AMSTERDAM), "quiet_hours"),
    "AUCKLAND": Hold(datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Pacific/Auckland")), "quiet_hours"),
}
DROPS: dict[str, Decision] = {reason: Drop(reason) for reason in REASONS}
OUTCOMES: dict[str, Decision] = {"go": Go(), **HOLDS, **DROPS}


def cells() -> list[tuple[str, Kind, str]]:
    _, *lines = [[part.strip() for part in line.split("|")] for line in TABLE.splitlines() if line]
    return [(first, *cell) for first, *rest in lines for cell in zip(KINDS, rest, strict=True)]


@pytest.mark.parametrize(("situation", "kind", "outcome"), cells())
def test_cell(situation: str, kind: Kind, outcome: str) -> None:
    """The policy decides as the table says."""
    changes = dict(SITUATIONS[situation])
    now = changes.pop("now", NOON)
    assert decide(replace(ROW, kind=kind, **changes), now) == OUTCOMES[outcome]


def test_whole_table() -> None:
    """Every situation stands in the table, and every outcome is seen in it."""
    assert {situation for situation, _, _ in cells()} == set(SITUATIONS)
    assert {outcome for _, _, outcome in cells()} == set(OUTCOMES) - {"quiet_hours"}


def test_kinds() -> None:
    """The kinds are those of the outbox."""
    assert get_args(Kind) == get_args(outbox.Kind)


@pytest.mark.parametrize(("often", "days"), [("usual", 7), ("less", 14), ("never", 7)])
def test_window(often: str, days: int) -> None:
    """Who asked for less gets in two weeks what others get in one."""
    assert window(often) == timedelta(days=days)


def test_talking() -> None:
    """A person is talking for a quarter of an hour after their last message."""
    assert is_talking(NOON, NOON)
    assert is_talking(NOON, NOON + timedelta(minutes=15))
    assert not is_talking(NOON, NOON + timedelta(minutes=15, seconds=1))


# now, quiet hours, until; all as a clock on the wall in Amsterdam shows it. Summer time began on Sunday 29
# March 2026 at 02:00, which was 03:00 at once, and ended on 25 October at 03:00, which was 02:00 once more.
WALL = [
    pytest.param("2026-11-22 20:59", "21:00-09:00", None, id="a minute before the evening"),
    pytest.param("2026-11-22 21:00", "21:00-09:00", "2026-11-23 09:00", id="as the evening begins"),
    pytest.param("2026-11-23 00:00", "21:00-09:00", "2026-11-23 09:00", id="midnight"),
    pytest.param("2026-11-23 08:59", "21:00-09:00", "2026-11-23 09:00", id="a minute before the morning"),
    pytest.param("2026-11-23 09:00", "21:00-09:00", None, id="as the morning begins"),
    pytest.param("2026-11-22 23:59", "00:00-07:00", None, id="before quiet hours from midnight"),
    pytest.param("2026-11-23 00:00", "00:00-07:00", "2026-11-23 07:00", id="quiet hours from midnight"),
    pytest.param("2026-11-22 23:00", "22:00-00:00", "2026-11-23 00:00", id="quiet hours until midnight"),
    pytest.param("2026-11-22 13:00", "12:00-14:00", "2026-11-22 14:00", id="quiet hours within a day"),
    pytest.param("2026-12-31 23:00", "21:00-09:00", "2027-01-01 09:00", id="over a new year"),
    pytest.param("2026-03-28 22:00", "21:00-09:00", "2026-03-29 09:00", id="over the night that is shorter"),
    pytest.param("2026-10-24 22:00", "21:00-09:00", "2026-10-25 09:00", id="over the night that is longer"),
    pytest.param("2026-03-28 22:00", "21:00-02:30", "2026-03-29 03:30", id="until an hour that is skipped"),
    pytest.param("2026-03-29 03:00", "02:30-09:00", "2026-03-29 09:00", id="from an hour that is skipped"),
    pytest.param("2026-10-24 22:00", "21:00-02:30", "2026-10-25 02:30", id="until an hour that comes twice"),
    pytest.param(
        "2026-10-25 02:29 again", "21:00-02:30", "2026-10-25 02:30 again", id="in its second coming"
    ),
    pytest.param("2026-10-25 02:31", "21:00-02:30", None, id="between its two comings"),
    pytest.param(
        "2026-03-28 04:00", "03:00-02:30", "2026-03-30 02:30", id="the only free half hour is skipped"
    ),
]


def wall(text: str) -> datetime:
    moment = datetime.fromisoformat(text.removesuffix(" again"))
    return moment.replace(tzinfo=AMSTERDAM, fold=int(text.endswith("again"))).astimezone(UTC)


@pytest.mark.parametrize(("now", "quiet", "until"), WALL)
def test_wall_clock(now: str, quiet: str, until: str | None) -> None:
    """Quiet hours end when the clock on the person's wall says so."""
    quiet_from, quiet_until = quiet.split("-")
    row = replace(ROW, kind="answer", quiet_from=quiet_from, quiet_until=quiet_until)
    assert decide(row, wall(now)) == (Hold(wall(until), "quiet_hours") if until else Go())


ZONES = st.sampled_from(
    [
        *("Europe/Amsterdam", "Pacific/Auckland", "America/St_Johns", "Asia/Kolkata", "UTC"),
        *("Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago", "Pacific/Apia"),
    ]
)
FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, (LAST - FIRST) // SECOND).map(lambda seconds: FIRST + seconds * SECOND)
HOURS = 60
Case = tuple[Waiting, datetime]


def clock(minutes: int) -> str:
    return f"{minutes // HOURS % 24:02}:{minutes % HOURS:02}"


@st.composite
def cases(draw: st.DrawFn, *, reachable: bool = False) -> Case:
    """Any message at any moment; `reachable` when the person did not block us and did not stop."""
    now = draw(MOMENTS)
    near = st.none() | st.integers(-30_000, 30_000).map(lambda minutes: now + timedelta(minutes=minutes))
    gone = st.none() if reachable else st.none() | st.just(now)
    quiet_from, quiet_for = draw(st.integers(0, 24 * HOURS - 1)), draw(st.integers(0, 22 * HOURS))
    row = Waiting(
        kind=draw(st.sampled_from(KINDS)),
        created_at=now - timedelta(minutes=draw(st.integers(0, 10_000))),
        expires_at=draw(near),
        blocked_at=draw(gone),
        stopped_at=draw(gone),
        paused_until=draw(near),
        often=draw(st.sampled_from(["usual", "less", "never"])),
        zone=draw(ZONES),
        quiet_from=clock(quiet_from),
        quiet_until=clock(quiet_from + quiet_for),
        pushes_a_week=draw(st.integers(0, 2)),
        pushes_in_week=draw(st.integers(0, 3)),
        last_heard_at=now - timedelta(minutes=draw(st.integers(0, 10_000))),
        session_hours=draw(st.none() | st.just(24)),
        has_template=draw(st.booleans()),
        live=draw(st.booleans()),
    )
    return row, now


@st.composite
def held(draw: st.DrawFn) -> tuple[Waiting, datetime, Hold]:
    """A message that is held: mostly promised ones, because pushes are often dropped."""
    row, now = draw(cases(reachable=True))
    row = replace(row, kind=draw(st.sampled_from(["answer", "check_in", row.kind])))
    decision = decide(row, now)
    assume(isinstance(decision, Hold))
    assert isinstance(decision, Hold)
    return row, now, decision


@given(held())
def test_hold_is_bounded(case: tuple[Waiting, datetime, Hold]) -> None:
    """A hold ends in the future, and no later than one night after the pause."""
    row, now, hold = case
    assert now < hold.until <= max(now, row.paused_until or now) + timedelta(hours=26)


@given(held())
def test_never_held_into_quiet_hours(case: tuple[Waiting, datetime, Hold]) -> None:
    """A hold ends at a decent hour."""
    row, _, hold = case
    assert not in_quiet_hours(row, hold.until)


@given(held())
def test_quiet_to_the_end(case: tuple[Waiting, datetime, Hold]) -> None:
    """It is quiet until the very end of a hold for quiet hours, where no clock is changed meanwhile."""
    row, now, hold = case
    zone = ZoneInfo(row.zone)
    same = now.astimezone(zone).utcoffset() == hold.until.astimezone(zone).utcoffset()
    if hold.reason == "quiet_hours" and same:
        assert in_quiet_hours(row, hold.until - SECOND)


@given(held())
def test_held_once(case: tuple[Waiting, datetime, Hold]) -> None:
    """What was held goes at the end of the hold, unless it came too late by then."""
    row, _, hold = case
    assert decide(row, hold.until) in (Go(), Drop("expired"), Drop("window"))


@given(cases(reachable=True))
def test_what_goes_is_decent(case: Case) -> None:
    """What goes in quiet hours is what somebody waits for."""
    row, now = case
    if decide(row, now) == Go() and in_quiet_hours(row, now):
        assert row.kind == "reply" or (row.kind == "answer" and row.live)


@given(cases(reachable=True))
def test_promises(case: Case) -> None:
    """Only a session that is over keeps a promised message from being sent some day."""
    row, now = case
    for kind in ("answer", "check_in"):
        decision = decide(replace(row, kind=kind), now)
        assert isinstance(decision, Go | Hold) or decision == Drop("window")


@given(cases())
def test_replies(case: Case) -> None:
    """A reply always goes, unless the person blocked us."""
    row, now = case
    assert decide(replace(row, kind="reply"), now) == (Drop("blocked") if row.blocked_at else Go())
