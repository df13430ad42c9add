"""What happens by the clock: once, at a decent hour, on however many workers, and after any downtime."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from sqlalchemy import insert, select, text
from sqlmodel import col
from stage import MONDAY
from world import World, world

from bot.channels.channel import Retry
from bot.ticks import _calmly
from flows.deeds.close_step import close_step
from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.open_step import open_due_steps, open_step
from flows.deeds.remind_unfinished import remind_unfinished
from flows.inbound import Uploaded, Wrote
from flows.ticking import PAGED
from storage import participants, seen_events, trajectories, web_messages
from storage.tables import (
    Address,
    Conversation,
    FailedEvent,
    Media,
    Node,
    Outbox,
    Outcome,
    Participant,
    SeenEvent,
    Step,
    Vote,
    WebMessage,
)

NUDGE = (
    "Je was begonnen, maar nog niet klaar. Wil je verder?\n"
    "Als je niets doet, gooien we het weg. We herinneren je hier niet nog eens aan."
)


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """Somebody who was asked for a story on Monday at ten, and was not heard of again."""
    async with world(sqlite_url, tmp_path) as made:
        await asks(made)
        yield made


@pytest.fixture
async def workers(postgresql_url: str, tmp_path: Path) -> AsyncIterator[tuple[World, World]]:
    """The same, and two processes that share the database."""
    async with (
        world(postgresql_url, tmp_path / "one") as one,
        world(postgresql_url, tmp_path / "two", fresh=False) as two,
    ):
        await asks(one)
        yield one, two


async def asks(there: World) -> None:
    async with there.core.database.writing() as connection:
        found = await trajectories.by_slug(connection, "parkrand")
        assert found is not None
        secrets = there.core.secrets
        await participants.join(connection, secrets, "standin", "ada", found.id, None, there.now)
        person = await participants.find(connection, secrets, "standin", "ada")
        assert person is not None
        await participants.change(
            connection, person.participant_id, language="nl", role="lives", consented_at=there.now
        )
    await there.says("verhaal")
    assert "Vertel eens" in there.channel.texts[-1]
    there.channel.sent.clear()


async def tick(there: World) -> None:
    """Everything that may be due, and then what it put in the outbox."""
    for paged in PAGED:
        await there.core.ticks.handle(paged.deed)
    await there.core.sender.send_due()


async def nudges(there: World) -> list[Outbox]:
    return [row for row in await there.rows(Outbox) if isinstance(row, Outbox) and row.kind == "nudge"]


async def conversation(there: World) -> Conversation:
    (row,) = await there.rows(Conversation)
    assert isinstance(row, Conversation)
    return row


async def lives_in(there: World, zone: str) -> None:
    (person,) = await there.rows(Participant)
    assert isinstance(person, Participant)
    async with there.core.database.writing() as connection:
        await participants.change(connection, person.id, zone=zone)


async def until_waiting(there: World, count: int) -> None:
    """Wait until so many transactions wait for a lock."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(10):
        while True:
            async with there.core.database.reading() as connection:
                if (await connection.execute(query)).scalar_one() >= count:
                    return
            await asyncio.sleep(0.02)


async def test_one_reminder_at_a_decent_hour(there: World) -> None:
    """Who stopped halfway is reminded after twenty hours, not before nine in the morning, and never again."""
    there.wait(hours=19, minutes=59)
    await tick(there)
    assert await nudges(there) == []
    there.wait(minutes=1)
    await tick(there)
    (held,) = await nudges(there)
    assert (held.reason, held.state) == ("quiet_hours", "due")
    assert held.not_before == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert there.channel.sent == []
    there.now = held.not_before
    await tick(there)
    (said,) = there.channel.texts
    assert said.startswith(NUDGE)
    for _ in range(12):
        there.wait(hours=12)
        await tick(there)
    assert len(there.channel.sent) == 1
    assert len(await nudges(there)) == 1


async def test_a_decent_hour_where_the_person_lives(there: World) -> None:
    """Six in the morning in Amsterdam is two in the afternoon in Tokyo: who lives there need not wait."""
    await lives_in(there, "Asia/Tokyo")
    there.wait(hours=20)
    await tick(there)
    assert len(there.channel.sent) == 1


async def test_night_where_the_person_lives(there: World) -> None:
    """Noon in Amsterdam is the middle of the night in Los Angeles: the reminder waits for nine there."""
    await lives_in(there, "America/Los_Angeles")
    there.wait(hours=26)
    await tick(there)
    (held,) = await nudges(there)
    assert held.not_before == datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.mark.parametrize("words", [("stop",), ("Er lag glas bij de bank.", "ja hoor")])
async def test_who_is_not_reminded(there: World, words: tuple[str, ...]) -> None:
    """Who stopped, or who finished what was open, hears nothing."""
    for said in words:
        await there.says(said)
    there.channel.sent.clear()
    for _ in range(10):
        there.wait(hours=20)
        await tick(there)
    assert there.channel.sent == []
    assert await nudges(there) == []


async def test_answering_moves_the_reminder(there: World) -> None:
    """Whoever goes on and stops again is reminded of that, twenty hours after the last answer."""
    there.wait(hours=12)
    await there.says("Er lag glas bij de bank.")
    there.channel.sent.clear()
    there.wait(hours=19)
    await tick(there)
    assert await nudges(there) == []
    there.wait(hours=1)
    await tick(there)
    assert len(there.channel.sent) == 1


async def test_a_day_of_downtime(there: World) -> None:
    """After a day without ticks there is one reminder, and every tick after it changes nothing."""
    there.wait(hours=48)
    for _ in range(3):
        await tick(there)
    assert len(there.channel.sent) == 1


async def test_a_week_of_downtime(there: World) -> None:
    """What expired while nobody ticked is let go of without a reminder, and who comes back is told."""
    await there.says("Er lag glas bij de bank.")
    there.channel.sent.clear()
    there.wait(days=8)
    await tick(there)
    assert there.channel.sent == []
    assert await nudges(there) == []
    await there.says("hallo")
    let_go = "Je was vorige keer halverwege. Dat hebben we weggegooid, er is niets van bewaard."
    assert let_go in there.channel.texts[0]


async def test_expiry(there: World) -> None:
    """What was half said is erased after seven days, and not a moment before."""
    await there.says("Er lag glas bij de bank.")
    there.wait(days=6, hours=23)
    await there.core.ticks.handle(expire_unfinished)
    assert (await conversation(there)).script == "story"
    there.wait(hours=1)
    for _ in range(2):
        await there.core.ticks.handle(expire_unfinished)
        row = await conversation(there)
        assert (row.script, row.journal, row.beneath, row.offered) == (None, None, None, None)
        assert (row.expired, row.expires_at, row.remind_at) == ("story", None, None)


async def test_a_reminder_does_not_outlive_what_it_is_about(there: World) -> None:
    """A reminder that waited until its conversation was let go of is never sent, and says why."""
    await lives_in(there, "Asia/Tokyo")
    there.wait(hours=26)
    await there.core.ticks.handle(remind_unfinished)
    there.wait(days=7)
    await tick(there)
    (row,) = await nudges(there)
    assert (row.state, row.reason, row.body) == ("dropped", "expired", None)
    assert there.channel.sent == []


async def test_reminders_on_two_workers(workers: tuple[World, World]) -> None:
    """Two workers that tick in the same moment plan one reminder and send it once."""
    for there in workers:
        there.wait(hours=24)
    await asyncio.gather(*(there.core.ticks.handle(remind_unfinished) for there in workers for _ in range(3)))
    await asyncio.gather(*(there.core.sender.send_due() for there in workers))
    assert len(await nudges(workers[0])) == 1
    assert sum(len(there.channel.sent) for there in workers) == 1


async def test_reminders_around_midnight(workers: tuple[World, World]) -> None:
    """Two workers on either side of midnight, to whom the day has another name, plan one reminder too."""
    one, two = workers
    one.now = datetime(2026, 11, 24, 22, 59, 55, tzinfo=UTC)
    two.now = datetime(2026, 11, 24, 23, 0, 5, tzinfo=UTC)
    async with one.core.database.writing() as connection:
        await connection.execute(select(col(Participant.id)).with_for_update())
        ticks = [asyncio.create_task(there.core.ticks.handle(remind_unfinished)) for there in workers]
        await until_waiting(one, 2)
    await asyncio.gather(*ticks)
    assert len(await nudges(one)) == 1


async def test_an_answer_that_comes_in_during_the_tick(workers: tuple[World, World]) -> None:
    """Who answers at the moment of the tick is not reminded of what was just answered."""
    one, two = workers
    for there in workers:
        there.wait(hours=24)
    async with one.core.database.writing() as connection:
        await one.core.turns.take(connection, one.inbound(Wrote("Er lag glas bij de bank.")), one.now)
        ticking = asyncio.create_task(two.core.ticks.handle(remind_unfinished))
        await until_waiting(one, 1)
    await ticking
    assert await nudges(one) == []
    assert (await conversation(one)).remind_at == one.now + timedelta(hours=20)


async def test_an_answer_that_comes_in_as_it_expires(workers: tuple[World, World]) -> None:
    """Who answers at the moment at which the conversation is let go of keeps it."""
    one, two = workers
    for there in workers:
        there.wait(days=7)
    async with one.core.database.writing() as connection:
        await one.core.turns.take(connection, one.inbound(Wrote("Er lag glas bij de bank.")), one.now)
        ticking = asyncio.create_task(two.core.ticks.handle(expire_unfinished))
        await until_waiting(one, 1)
    await ticking
    assert (await conversation(one)).script == "story"


async def planned_at_night(there: World) -> Outbox:
    """At six in the morning the reminder is planned, and held until nine."""
    there.wait(hours=20)
    await tick(there)
    (held,) = await nudges(there)
    assert held.reason == "quiet_hours"
    there.wait(hours=1)
    return held


async def test_who_went_on_before_it_was_sent(there: World) -> None:
    """A reminder that waited for morning is not sent to who went on; who stops again gets it later, once."""
    held = await planned_at_night(there)
    await there.says("Er lag glas bij de bank.")
    last = there.now
    there.channel.sent.clear()
    there.now = held.not_before
    await tick(there)
    assert there.channel.sent == []
    (row,) = await nudges(there)
    assert (row.state, row.reason) == ("dropped", "expired")
    assert (await conversation(there)).remind_at == last + timedelta(hours=20)
    for _ in range(60):
        there.wait(hours=1)
        await tick(there)
    (said,) = there.channel.texts
    assert said.startswith(NUDGE)
    assert [row.state for row in await nudges(there)] == ["dropped", "sent"]


async def test_who_finished_before_it_was_sent(there: World) -> None:
    """Who finished in the meantime hears nothing of it."""
    await planned_at_night(there)
    for words in ("Er lag glas bij de bank.", "ja hoor"):
        await there.says(words)
    there.channel.sent.clear()
    for _ in range(60):
        there.wait(hours=1)
        await tick(there)
    assert there.channel.sent == []


async def test_who_may_have_got_it(there: World) -> None:
    """A reminder that may have come through, though its messenger did not say so, was the one."""
    held = await planned_at_night(there)
    there.now = held.not_before
    there.channel.outcomes.append(Retry(60))
    await there.core.sender.send_due()
    await there.says("Er lag glas bij de bank.")
    for _ in range(60):
        there.wait(hours=1)
        await tick(there)
    assert sum(text.startswith(NUDGE) for text in there.channel.texts) == 1


@pytest.fixture
async def planned(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """A trajectory whose fourth step is planned for Wednesday at nine."""
    async with world(database_url, tmp_path) as made:
        async with made.core.database.writing() as connection:
            found = await trajectories.by_slug(connection, "parkrand")
            assert found is not None
            opens_at = datetime(2026, 11, 25, 8, tzinfo=UTC)
            await connection.execute(
                insert(Step).values(trajectory_id=found.id, code="choose", opens_at=opens_at)
            )
        yield made


async def step(there: World, code: str = "choose") -> Step:
    (found,) = [row for row in await there.rows(Step) if isinstance(row, Step) and row.code == code]
    return found


async def test_a_step_opens_by_date(planned: World) -> None:
    """A step opens when its day has come, once, also after downtime; others stay as they are."""
    exchange = await step(planned, "exchange")
    planned.now = datetime(2026, 11, 25, 7, 59, tzinfo=UTC)
    await planned.core.ticks.handle(open_due_steps)
    assert (await step(planned)).opened_at is None
    planned.wait(hours=5)
    moment = planned.now
    for _ in range(3):
        await planned.core.ticks.handle(open_due_steps)
        planned.wait(minutes=1)
    assert ((await step(planned)).opened_at, (await step(planned)).closed_at) == (moment, None)
    assert (await step(planned, "exchange")).model_dump() == exchange.model_dump()


async def test_a_step_that_was_closed_stays_closed(planned: World) -> None:
    """What an organiser opened and closed before its day is not opened again by its date."""
    moment = planned.now
    async with planned.core.database.writing() as connection:
        found = await trajectories.by_slug(connection, "parkrand")
        assert found is not None
        acting = planned.core.turns.acting(connection, moment)
        await open_step(acting, found.id, "choose")
        await close_step(acting, found.id, "choose")
    planned.wait(days=7)
    await planned.core.ticks.handle(open_due_steps)
    assert ((await step(planned)).opened_at, (await step(planned)).closed_at) == (moment, moment)


async def test_forgetting_is_finished(there: World, tmp_path: Path) -> None:
    """Two minutes after the goodbye no address, chat, outbox or file is left that leads to the person."""
    (address,) = await there.rows(Address)
    assert isinstance(address, Address)
    async with there.core.database.writing() as connection:
        await web_messages.put(
            connection, key="own:x", lookup=address.lookup, own=True, body=b"", at=there.now
        )
        person = {"participant_id": address.participant_id, "channel": "standin", "kind": "photo"}
        seen = {"key": "abcdefgh", "state": "ready", "mime": "image/jpeg", "size": 1}
        await connection.execute(
            insert(Media).values(**person, **seen, reason="", tries=0, created_at=there.now)
        )
    there.core.files.write("abcdefgh", b"a photo")
    for words in ("vergeet mij", "ja, vergeet mij"):
        await there.says(words)
    assert there.channel.texts[-1].startswith("Vanaf nu leest niemand je woorden meer.")
    with pytest.raises(LookupError):
        await there.core.read_media("abcdefgh")

    there.wait(minutes=1, seconds=59)
    await there.core.ticks.finish_forgetting()
    assert len(await there.rows(Address)) == 1
    assert list((tmp_path / "media").iterdir()) == []
    there.wait(seconds=1)
    for _ in range(2):
        await there.core.ticks.finish_forgetting()
        for table in (Address, Conversation, Outbox, WebMessage, Media):
            assert await there.rows(table) == []


async def test_a_file_that_cannot_be_removed(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose removal fails, or was broken off, is removed at a later tick."""
    there.channel.files["remote"] = b"no photo at all"
    await there.core.receive(there.inbound(Uploaded("remote", "photo")))
    await there.core.sender.close()
    (noted,) = [row for row in await there.rows(Media) if isinstance(row, Media)]
    there.core.files.write(noted.key, b"a photo")
    await there.says("stop")

    def fails(_: str) -> None:
        raise OSError("the disk is away")

    with monkeypatch.context() as trouble:
        trouble.setattr(there.core.files, "remove", fails)
        with pytest.raises(OSError, match="away"):
            await there.core.ticks.finish_forgetting()
    await there.core.ticks.finish_forgetting()
    assert await there.rows(Media) == []
    with pytest.raises(LookupError):
        there.core.files.read(noted.key)


async def test_forgetting_on_two_workers(workers: tuple[World, World]) -> None:
    """Two workers that finish the same goodbye at once both succeed."""
    one, two = workers
    for words in ("vergeet mij", "ja, vergeet mij"):
        await one.says(words)
    for there in workers:
        there.now = one.now + timedelta(minutes=3)
    await asyncio.gather(*(there.core.ticks.finish_forgetting() for there in (one, two, one, two)))
    assert await one.rows(Address) == []


async def test_retention(there: World) -> None:
    """Handled events are kept for a week, failed ones too, and what a web chat showed for thirty days."""
    old, new = MONDAY, MONDAY + timedelta(days=24)
    async with there.core.database.writing() as connection:
        for number, at in enumerate((old, new)):
            await seen_events.record(connection, "telegram", f"{number}", at)
            await seen_events.record_failure(connection, "telegram", f"{number}", b"", "RuntimeError", at)
            await web_messages.put(connection, key=f"{number}", lookup="someone", own=False, body=b"", at=at)
    there.now = MONDAY + timedelta(days=30, seconds=1)
    for _ in range(2):
        await there.core.ticks.retain()
        seen = [row for row in await there.rows(SeenEvent) if isinstance(row, SeenEvent)]
        failed = [row for row in await there.rows(FailedEvent) if isinstance(row, FailedEvent)]
        shown = [row for row in await there.rows(WebMessage) if isinstance(row, WebMessage)]
        assert [row.event_id for row in seen] == ["1"]
        assert [row.event_id for row in failed] == ["1"]
        assert [row.key for row in shown] == ["1"]


async def test_every_tick_is_scheduled(there: World) -> None:
    """Each tick comes again by itself, and ticks that were missed come as one."""
    scheduler = there.core.ticks.start()
    try:
        jobs = {job.id: job.trigger.interval.total_seconds() for job in scheduler.get_jobs()}
        assert all(job.coalesce and job.misfire_grace_time is None for job in scheduler.get_jobs())
    finally:
        scheduler.shutdown(wait=False)
    own = {"finish_forgetting", "find_groups", "count_votes", "retain"}
    assert set(jobs) == own | {paged.name for paged in PAGED}
    assert all(jobs[paged.name] == paged.seconds for paged in PAGED)
    assert max(jobs[name] for name in ("remind", "open_steps", "finish_forgetting")) <= 60


async def test_a_tick_that_fails() -> None:
    """A tick that fails ends nothing, and the log has the kind of the problem without its words."""

    async def breaks() -> None:
        raise RuntimeError("geheim")

    with structlog.testing.capture_logs() as logs:
        await _calmly("breaks", breaks)
    assert [(line["tick"], line["problem"], line["log_level"]) for line in logs] == [
        ("breaks", "RuntimeError", "error")
    ]


async def test_who_voted_is_counted(there: World) -> None:
    """Read without locking anything, kept once, and not again while nothing is new."""
    async with there.core.database.writing() as connection:
        row = {"trajectory_id": 1, "kind": "idea", "number": 90, "state": "published", "may_show": True}
        node = await connection.execute(
            insert(Node).values(**row, created_at=there.now).returning(col(Node.id))
        )
        vote = {"node_id": node.scalar_one(), "participant_id": 1, "value": 1, "channel": "standin"}
        await connection.execute(insert(Vote).values(**vote, at=there.now))
    for _ in range(2):
        await there.core.ticks.count_votes()
        [outcome] = [one for one in await there.rows(Outcome) if isinstance(one, Outcome)]
        assert (outcome.kind, outcome.data["people"]) == ("votes", 1)
