"""Planning nudges, and seeing whether they help."""

from __future__ import annotations

from datetime import timedelta

from contributions import given
from pledges import promised
from residents import joined, outbox_kinds, rows
from sqlalchemy import insert, update
from sqlmodel import col
from stage import Stage

from flows.deeds.call_meeting import NewMeeting, call_meeting
from flows.deeds.deciding import Refused
from flows.deeds.invite_to_meetings import invite_to_meetings
from flows.deeds.plan_nudges import note_returns, plan_nudges, read_effect
from flows.deeds.publish import publish
from storage import participants
from storage.tables import Link, Notice, Nudge, Step, WayIn


async def planned(stage: Stage) -> int:
    async with stage.acting() as acting:
        return await plan_nudges(acting)


async def sent(stage: Stage) -> list[str]:
    """The reasons of the nudges that were put in the outbox or held out, in order."""
    return [row["reason"] for row in await rows(stage, Nudge)]


async def closing(stage: Stage, days: float) -> None:
    """An open step closes in so many days."""
    async with stage.acting() as acting:
        await acting.connection.execute(
            update(Step)
            .where(col(Step.code) == "exchange")
            .values(closes_at=stage.now + timedelta(days=days))
        )


async def test_once_a_day_is_looked_and_once_a_week_is_written(database_url: str) -> None:
    """Whoever has nothing to hear gets nothing; a step that closes soon is told once, not each day."""
    stage = Stage(database_url)
    await stage.set_up()
    person = await joined(stage)
    stage.wait(days=2)
    assert await planned(stage) == 1
    assert await planned(stage) == 0
    assert await sent(stage) == []
    await closing(stage, 2.5)
    stage.wait(days=1)
    assert await planned(stage) == 1
    stage.wait(days=1)
    assert await planned(stage) == 1
    assert await sent(stage) == ["closing"]
    kinds = await outbox_kinds(stage)
    held = (await rows(stage, Nudge))[0]["held_out"]
    assert [key for key, _, _ in kinds] == ([] if held else [f"nudged:{person}:2026-11-26"])


async def test_not_on_top_of_what_is_told_anyway(sqlite_url: str) -> None:
    """Before the day of a promise there is a nudge, on the day the question; news itself is no reason yet."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    person = await joined(stage)
    await promised(stage, "someone", days=30)
    stage.wait(days=30)
    await planned(stage)
    assert await sent(stage) == []
    link = {
        "trajectory_id": 1,
        "source_id": await given(stage, participant_id=person),
        "relation": "not_used",
        "reason": {"nl": "Het kan niet."},
        "created_at": stage.now,
    }
    notice = {
        "participant_id": person,
        "link_id": 1,
        "own": True,
        "noted_at": stage.now,
        "told_at": stage.now,
    }
    async with stage.acting() as acting:
        await acting.connection.execute(insert(Link).values(id=1, **link))
        await acting.connection.execute(insert(Notice).values(notice))
    stage.wait(hours=23)
    await planned(stage)
    assert await sent(stage) == []
    stage.wait(days=1)
    await planned(stage)
    assert await sent(stage) == ["moved"]


async def test_not_beside_something_else_that_we_wrote(database_url: str) -> None:
    """Within a day of an answer nobody is nudged; a day later there is room for it again."""
    stage = Stage(database_url)
    await stage.set_up()
    person = await joined(stage)
    story = await given(stage, participant_id=person, state="waiting")
    await closing(stage, 5.5)
    stage.wait(days=3)
    async with stage.acting() as acting:
        assert not isinstance(await publish(acting, node_id=story, sentence="Dank je."), Refused)
    stage.wait(hours=20)
    await planned(stage)
    assert await sent(stage) == []
    stage.wait(hours=24)
    await planned(stage)
    assert await sent(stage) == ["closing"]


async def test_a_promise_of_tomorrow(sqlite_url: str) -> None:
    """The day before, who promised something is reminded of it."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage)
    await promised(stage, "someone", days=30)
    stage.wait(days=29)
    await planned(stage)
    assert await sent(stage) == ["commitment"]


async def test_nobody_who_does_not_want_it(sqlite_url: str) -> None:
    """Who stopped, paused or never wants to hear is not even looked at."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    person = await joined(stage)
    await closing(stage, 5)
    stage.wait(days=3)
    for before, after in (
        ({"stopped_at": stage.now}, {"stopped_at": None}),
        ({"paused_until": stage.now + timedelta(days=1)}, {"paused_until": None}),
        ({"often": "never"}, {"often": "usual"}),
        ({"consented_at": None}, {"consented_at": stage.now}),
    ):
        async with stage.acting() as acting:
            await participants.change(acting.connection, person, **before)
        assert await planned(stage) == 0
        async with stage.acting() as acting:
            await participants.change(acting.connection, person, **after)
    assert await planned(stage) == 1
    assert await sent(stage) == ["closing"]


async def test_who_joined_through_my_link(sqlite_url: str) -> None:
    """Grouped, and counted anew after it was told; names are not in it."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    mine = await joined(stage)
    async with stage.acting() as acting:
        way = {"trajectory_id": stage.trajectory_id, "participant_id": mine, "kind": "connector", "label": {}}
        made = await acting.connection.execute(
            insert(WayIn).values(**way, token="mine-abc", created_at=stage.now).returning(col(WayIn.id))
        )
        way_in_id = made.scalar_one()
    for number in range(2):
        stage.wait(hours=1)
        friend = await joined(stage, address=f"friend {number}")
        async with stage.acting() as acting:
            await participants.change(acting.connection, friend, way_in_id=way_in_id, often="never")
    stage.wait(days=2)
    await planned(stage)
    assert await sent(stage) == ["joined"]
    if not (await rows(stage, Nudge))[0]["held_out"]:
        messages = await stage.collect()
        assert messages[0].text == "Er doen 2 mensen mee door jouw link. Mooi!"
        assert [button.label for button in messages[0].buttons][1:] == ["Minder vaak", "Stoppen"]
        await stage.presses("Minder vaak")
        assert "hooguit eens per twee weken" in stage.heard[-1].text
    stage.wait(days=15)
    await planned(stage)
    assert await sent(stage) == ["joined"]


async def test_a_meeting_nobody_answered(sqlite_url: str) -> None:
    """Who was invited and said nothing hears of it shortly before."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage)
    async with stage.acting() as acting:
        begins = stage.now + timedelta(days=4)
        words = {"nl": "Samen koken", "en": "Cooking"}
        new = NewMeeting("open", words, words, begins, begins + timedelta(hours=2))
        await call_meeting(acting, stage.trajectory_id, new)
        await invite_to_meetings(acting)
    stage.wait(days=1.5)
    await planned(stage)
    assert await sent(stage) == []
    stage.wait(days=1)
    await planned(stage)
    assert await sent(stage) == ["meeting"]


async def test_whether_they_help(sqlite_url: str) -> None:
    """Who comes within a week counts as back, nudged or not; what is still running is not counted."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    people = [await joined(stage, address=f"person {number} on buttons") for number in range(4)]
    async with stage.acting() as acting:
        for number, person in enumerate(people):
            nudge = {
                "trajectory_id": stage.trajectory_id,
                "participant_id": person,
                "reason": "cards",
                "held_out": number >= 3,
                "at": stage.now,
                "due_back_at": stage.now + timedelta(days=7),
            }
            await acting.connection.execute(insert(Nudge).values(nudge))
    stage.wait(days=2)
    stage.turn_to("person 0")
    await stage.says("menu")
    stage.wait(days=8)
    stage.turn_to("person 1")
    await stage.says("menu")
    async with stage.acting() as acting:
        assert await note_returns(acting) == 2
        assert await note_returns(acting) == 0
        found = await read_effect(acting, stage.trajectory_id)
    assert (found["all"].sent, found["all"].sent_back, found["all"].held, found["all"].held_back) == (
        3,
        1,
        1,
        0,
    )
    assert found["cards"] == found["all"]
