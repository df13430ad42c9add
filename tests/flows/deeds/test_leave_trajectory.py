"""A resident leaves, and what they gave stays without them."""

from __future__ import annotations

from residents import address_on, everything, joined, rows, told
from stage import Stage

from flows.deeds.publish import publish
from storage import erasure
from storage.tables import Decision, Node, Participant


async def test_words_stay_without_a_person(sqlite_url: str) -> None:
    """The story and its answer stay published and counted; nothing leads to who told it, or to their chat."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage)
    story = await told(stage, "Bij de bankjes ligt glas.")
    async with stage.acting() as acting:
        await publish(acting, node_id=story, sentence="Dank je wel.")
    await stage.collect()
    (before,) = await rows(stage, Participant)
    await stage.says("weggaan")
    await stage.presses("Ja, ik ga weg")
    stage.wait(minutes=3)
    async with stage.acting() as acting:
        await erasure.finish(acting.connection, stage.secrets, stage.now)
    (node,) = await rows(stage, Node)
    assert (node["text"], node["state"], node["participant_id"]) == (
        "Bij de bankjes ligt glas.",
        "published",
        None,
    )
    assert [row["sentence"] for row in await rows(stage, Decision)] == ["Dank je wel."]
    (person,) = await rows(stage, Participant)
    assert (person["role"], person["language"], person["network_id"]) == (None, None, None)
    written = await everything(stage)
    assert before["key"] not in written
    assert stage.secrets.lookup("buttons", address_on("buttons")) not in written


async def test_staying_after_all(sqlite_url: str) -> None:
    """Who says no is still there, with all they gave."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    participant_id = await joined(stage)
    await told(stage)
    await stage.says("weggaan")
    await stage.presses("Nee, toch niet")
    (node,) = await rows(stage, Node)
    assert node["participant_id"] == participant_id
