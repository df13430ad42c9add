"""What waits, how late it is, and which is next."""

from datetime import UTC, datetime, timedelta

import pytest

from admin import waiting
from admin.waiting import Sieve, due, whole

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7),
        ("0", 0),
        ("", None),
        ("-1", None),
        ("7.0", None),
        ("٧", None),
        ("9" * 10, None),
        ("x" * 999, None),
    ],
)
def test_numbers_in_an_address_are_read_with_care(words, number):
    """What is no number, or larger than the database can hold, is none."""
    assert whole(words) == number


def test_a_sieve_keeps_only_what_makes_sense():
    """Forged filters fall away."""
    assert Sieve.read({"kind": "theme", "state": "boo", "language": "é", "after": "zz"}) == Sieve()
    read = Sieve.read({"kind": "idea", "state": "declined", "language": "en", "after": "40"})
    assert read == Sieve("idea", "declined", "en", 40)


def test_a_sieve_writes_its_own_address():
    """And reads it back."""
    sieve = Sieve("idea", "declined", "en", 40)
    assert sieve.query() == "?kind=idea&state=declined&language=en&after=40"
    assert sieve.query(after=0, done=3) == "?kind=idea&state=declined&language=en&done=3"
    assert Sieve().query() == ""


def test_lateness_goes_by_the_clock_and_today_by_the_calendar_there():
    """Ten in the evening in UTC is tomorrow in Amsterdam from eleven on."""
    assert due(NOON - timedelta(days=1), NOON, "Europe/Amsterdam") == waiting.Due("late", timedelta(days=1))
    assert due(NOON.replace(hour=22, minute=59), NOON, "Europe/Amsterdam").state == "today"
    assert due(NOON.replace(hour=23), NOON, "Europe/Amsterdam").state == "later"
    assert due(None, NOON, "Europe/Amsterdam").state == "later"


async def test_the_oldest_comes_first_and_pages_go_by_number(world):
    """Two pages of twenty hold everything once."""
    for _ in range(25):
        await world.give()
    async with world.database.reading() as connection:
        first, more = await waiting.listed(connection, world.trajectory_id, Sieve(), world.now, "UTC")
        rest, end = await waiting.listed(
            connection, world.trajectory_id, Sieve(after=first[-1].number), world.now, "UTC"
        )
    assert [entry.number for entry in first + rest] == list(range(1, 26))
    assert (more, end) == (True, False)


async def test_what_was_handled_goes_newest_first(world):
    """It is looked up, not worked off."""
    for _ in range(3):
        await world.give(state="declined")
    async with world.database.reading() as connection:
        sieve = Sieve(state="declined")
        entries, _ = await waiting.listed(connection, world.trajectory_id, sieve, world.now, "UTC")
        after = await waiting.next_number(connection, world.trajectory_id, sieve, world.now, 2)
    assert [entry.number for entry in entries] == [3, 2, 1]
    assert after == 1


async def test_the_list_around_an_item_shows_a_few_before_it(world):
    """However deep in the queue it stands."""
    for _ in range(30):
        await world.give()
    async with world.database.reading() as connection:
        entries, _ = await waiting.listed(
            connection, world.trajectory_id, Sieve(), world.now, "UTC", around=20
        )
    assert [entry.number for entry in entries] == list(range(16, 31))


async def test_after_the_last_comes_the_first(world):
    """And when nothing is left, nothing."""
    for _ in range(3):
        await world.give()
    async with world.database.reading() as connection:
        found = [
            await waiting.next_number(connection, world.trajectory_id, sieve, world.now, number)
            for sieve, number in ((Sieve(), 2), (Sieve(), 3), (Sieve(kind="idea"), 3))
        ]
    assert found == [3, 1, None]


async def test_counts_are_of_what_people_gave(world):
    """Themes do not wait for an answer; the average is over what was answered."""
    await world.give(days_ago=6)
    await world.give(kind="idea")
    await world.give(kind="theme")
    await world.give(state="published", days_ago=2, decided_at=world.now - timedelta(days=1))
    async with world.database.reading() as connection:
        counts = await waiting.count(connection, world.trajectory_id, world.now)
    assert counts.by_kind == {"story": 1, "idea": 1}
    assert (counts.waiting, counts.late, counts.took) == (2, 1, timedelta(days=1))
