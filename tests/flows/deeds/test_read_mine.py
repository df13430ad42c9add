"""What a resident gave, and what became of it, as read from the ledger."""

from __future__ import annotations

from residents import acting_as_resident, joined, rows, told
from sqlalchemy import insert, update
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.publish import publish
from flows.deeds.read_mine import read_mine
from flows.deeds.undo_decision import undo_decision
from flows.journeys import Contribution, Decided, Linked, Thing
from storage.tables import Link, Node


async def mine(stage: Stage, channel: str = "buttons") -> list[Contribution]:
    async with acting_as_resident(stage, channel) as acting:
        return await read_mine.run(acting)


async def test_decisions_answers_and_links(each_stage: Stage) -> None:
    """Everything that happened to it comes along, in whatever order it was stored."""
    await joined(each_stage)
    node_id = await told(each_stage)
    asked_at = each_stage.now
    async with each_stage.acting() as acting:
        await ask_back(acting, node_id=node_id, sentence="Waar?")
    await each_stage.collect()
    each_stage.wait(minutes=5)
    await each_stage.presses("Antwoord geven")
    await each_stage.says("Bij de vijver.")
    answered_at = each_stage.now
    each_stage.wait(minutes=5)
    async with each_stage.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je.")
        theme = await acting.connection.execute(
            insert(Node)
            .values(
                trajectory_id=1,
                kind="theme",
                number=90,
                title={"nl": "Glas"},
                state="published",
                created_at=each_stage.now,
            )
            .returning(col(Node.id))
        )
        for target, relation in ((theme.scalar_one(), "belongs_to"), (None, "not_used")):
            await acting.connection.execute(
                insert(Link).values(
                    trajectory_id=1,
                    source_id=node_id,
                    target_id=target,
                    relation=relation,
                    reason={"nl": "Daarom."},
                    created_at=each_stage.now,
                )
            )
    (found,) = await mine(each_stage)
    assert (found.kind, found.number, found.state, found.may_show) == ("story", 1, "published", True)
    assert sorted(found.decisions, key=lambda decided: decided.at) == [
        Decided("ask_back", "Waar?", asked_at),
        Decided("publish", "Dank je.", each_stage.now),
    ]
    assert list(found.additions) == [answered_at]
    assert sorted(found.links, key=lambda linked: linked.relation) == [
        Linked("belongs_to", {"nl": "Daarom."}, each_stage.now, Thing("theme", 90, {"nl": "Glas"})),
        Linked("not_used", {"nl": "Daarom."}, each_stage.now),
    ]


async def test_nothing_of_others(chat: Stage) -> None:
    """A resident sees their own contributions alone, and not what was withdrawn."""
    await joined(chat, "words")
    first, second = await told(chat), await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=first, sentence="Dank je.")
        await acting.connection.execute(update(Node).where(col(Node.id) == second).values(state="withdrawn"))
    assert [contribution.number for contribution in await mine(chat)] == [1]
    assert await mine(chat, "words") == []


async def test_what_was_undone_is_not_told(chat: Stage) -> None:
    """A decision that was taken back is no part of the journey."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id)
        await undo_decision(acting, node_id=node_id)
    (found,) = await mine(chat)
    assert (found.state, list(found.decisions)) == ("waiting", [])


async def test_newest_news_first_and_five_at_a_time(chat: Stage) -> None:
    """The one with the latest news is on top; older ones are counted."""
    for _ in range(7):
        await told(chat)
        chat.wait(minutes=1)
    async with chat.acting() as acting:
        await publish(acting, node_id=2, sentence="Dank je.")
    await chat.collect()
    messages = await chat.says("mijn inbreng")
    assert messages[0].text.startswith("Dit gaf je tot nu toe, 7 dingen.")
    assert [message.text for message in messages[1:-1]] == [f"Jouw verhaal {n}" for n in (2, 7, 6, 5, 4)]
    assert messages[-1].text == "Er zijn nog 2 oudere bijdragen."
    assert len(await rows(chat, Node)) == 7


async def test_days_are_those_of_where_the_person_is(chat: Stage) -> None:
    """Half an hour after midnight a story is of the new day, and its answer is promised from there."""
    chat.now = chat.now.replace(hour=23, minute=30)
    await chat.says("verhaal")
    await chat.says("Er ligt glas bij de bank.")
    (thanks,) = await chat.says("ja")
    assert "uiterlijk 29 november 2026" in thanks.text
    journey = (await chat.says("mijn inbreng"))[1]
    assert [dot.text for dot in journey.dots] == [
        "Jouw verhaal van 24 november 2026",
        "Straks: een antwoord, uiterlijk 29 november 2026",
    ]
    for asked, words in (("idee", "Zet er een bak neer."), ("mens", "Bel me maar op.")):
        await chat.says(asked)
        assert "uiterlijk 29 november 2026" in (await chat.says(words))[-1].text
