"""How a promise goes, as whoever made it says, and what is given back of it."""

from __future__ import annotations

import asyncio

from pledges import acting_as, heard, in_days, joins, people, promised
from residents import rows
from stage import Stage

from flows.deeds.answer_check_in import keep_promise, postpone_promise, release_promise
from flows.deeds.ask_check_ins import ask_check_ins
from flows.deeds.read_promises import read_promise, read_promises, read_tally
from storage.tables import CheckIn, Commitment, Link, Node, Notice


async def test_kept(stage: Stage) -> None:
    """Who joined hears it once, and it is reported upstream to all who do not know yet."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    await joins(stage, "Piet", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatma") as acting:
        assert await keep_promise.run(acting, node_id=node_id)
        assert not await keep_promise.run(acting, node_id=node_id)
    told = await heard(stage)
    assert [message.text.split("!")[0] for message in told["Piet"]] == ["Gelukt"]
    assert "Fatma" not in told
    *_, update = await rows(stage, Node)
    assert (update["kind"], update["title"]["nl"]) == ("update", "Belofte 1 is gehouden")
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (
        node_id,
        update["id"],
        "reported_in",
    )
    assert all(row["told_at"] is not None for row in await rows(stage, Notice))
    assert len(await rows(stage, Notice)) == 2


async def test_a_report_names_nobody(stage: Stage) -> None:
    """What stands in the ledger of a kept promise holds no word and no name of who kept it."""
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma", words="Ik veeg de stoep van Fatma Yilmaz.")
    async with acting_as(stage, "Fatma") as acting:
        await keep_promise.run(acting, node_id=node_id)
    *_, update = await rows(stage, Node)
    (link,) = await rows(stage, Link)
    assert "Fatma" not in str((update["title"], update["body"], link["reason"]))


async def test_another_day(stage: Stage) -> None:
    """It is moved as often as needed, counted, and asked about again on the new day."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", days=3)
    await joins(stage, "Piet", node_id)
    await heard(stage)
    stage.wait(days=3)
    async with stage.acting() as acting:
        assert await ask_check_ins(acting) == 1
    for days in (7, 9):
        async with acting_as(stage, "Fatma") as acting:
            assert await postpone_promise.run(acting, node_id=node_id, due_on=in_days(stage, days))
    (row,) = await rows(stage, Commitment)
    assert (row["state"], row["moved"], row["asked"], row["asked_at"]) == ("active", 2, 0, None)
    assert len((await heard(stage))["Piet"]) == 2
    async with acting_as(stage, "Fatma") as acting:
        counted = (await read_tally(acting.connection, stage.trajectory_id, stage.now)).residents
        assert (counted.moved, counted.open) == (1, 0)
        (mine,) = await read_promises.run(acting)
    assert mine.steps == (("later", in_days(stage, 7)), ("later", in_days(stage, 9)))
    stage.wait(days=9)
    async with stage.acting() as acting:
        assert await ask_check_ins(acting) == 1


async def test_no_day_that_cannot_be(stage: Stage) -> None:
    """Not today, not in ten years."""
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma")
    for days in (-1, 0, 3650):
        async with acting_as(stage, "Fatma") as acting:
            assert not await postpone_promise.run(acting, node_id=node_id, due_on=in_days(stage, days))
    assert await rows(stage, CheckIn) == []


async def test_let_go(stage: Stage) -> None:
    """Who joined hears that it does not go on; nothing is reported, because nothing was done."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", needs=1)
    await joins(stage, "Piet", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatma") as acting:
        assert await release_promise.run(acting, node_id=node_id)
    assert set(await heard(stage)) == {"Piet"}
    assert await rows(stage, Link) == []


async def test_only_ones_own(stage: Stage) -> None:
    """Nobody answers for somebody else, nor for what is not public or not there."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    waiting = await promised(stage, "Fatma", public=False)
    async with acting_as(stage, "Piet") as acting:
        assert not await keep_promise.run(acting, node_id=node_id)
        assert not await release_promise.run(acting, node_id=999)
    async with acting_as(stage, "Fatma") as acting:
        assert not await keep_promise.run(acting, node_id=waiting)
    assert await rows(stage, CheckIn) == []


async def test_two_answers_at_once(each_stage: Stage) -> None:
    """Of "done" and "let go" at the same moment one counts."""
    stage = each_stage
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma")

    async def answer(deed: str) -> bool:
        async with acting_as(stage, "Fatma") as acting:
            if deed == "done":
                return await keep_promise.run(acting, node_id=node_id)
            return await release_promise.run(acting, node_id=node_id)

    assert sorted(await asyncio.gather(answer("done"), answer("release"))) == [False, True]
    assert len(await rows(stage, CheckIn)) == 1


async def test_asked_three_times(each_stage: Stage) -> None:
    """At the day and twice after; then we say that we do not know, and never that it was broken."""
    stage = each_stage
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma", days=2)
    asked = []
    for _ in range(70):
        async with stage.acting() as acting:
            asked += [(stage.now.date().isoformat(), 1)] * await ask_check_ins(acting)
            assert await ask_check_ins(acting) == 0
        stage.wait(days=1)
    assert [day for day, _ in asked] == ["2026-11-25", "2026-12-09", "2026-12-23"]
    assert [len(messages) for messages in (await heard(stage)).values()] == [3]
    async with acting_as(stage, "Fatma") as acting:
        shown = await read_promise.run(acting, node_id)
        counted = (await read_tally(acting.connection, stage.trajectory_id, stage.now)).residents
    assert shown is not None
    assert (shown.state, shown.silent) == ("active", True)
    assert (counted.open, counted.silent, counted.broken) == (1, 1, 0)
    async with acting_as(stage, "Fatma") as acting:
        assert await keep_promise.run(acting, node_id=node_id)
        counted = (await read_tally(acting.connection, stage.trajectory_id, stage.now)).residents
    assert (counted.kept, counted.silent) == (1, 0)


async def test_key_of_a_check_in(stage: Stage) -> None:
    """One for each promise and day; the buttons say by themselves what they are for."""
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma", days=2)
    stage.wait(days=2)
    async with stage.acting() as acting:
        await ask_check_ins(acting)
    from residents import outbox_kinds

    key, state, _ = (await outbox_kinds(stage))[-1]
    assert (key, state) == (f"check_in:{node_id}:2026-11-25", "due")
    (message,) = (await heard(stage))["Fatma"]
    assert [button.payload for button in message.buttons] == [
        f"1x|checkin|{node_id}.{answer}" for answer in ("done", "later", "hand_over", "release")
    ]
