"""What a resident gave, and what became of it, as read from the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from contributions import given, sources, voted
from residents import acting_as_resident, joined, told
from sqlalchemy import insert
from sqlalchemy.event import listen
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.make_result import Made
from flows.deeds.publish import publish
from flows.deeds.read_mine import read_mine
from flows.deeds.set_aside import set_aside
from flows.deeds.undo_decision import undo_decision
from flows.deeds.weave_result import weave_result
from flows.inbound import Pressed
from flows.journeys import Contribution, Decided, Linked, Thing
from storage.tables import Commitment, Link, Node


async def mine(stage: Stage, channel: str = "buttons") -> list[Contribution]:
    async with acting_as_resident(stage, channel) as acting:
        return list((await read_mine.run(acting)).contributions)


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
    """A resident sees their own contributions alone."""
    await joined(chat, "words")
    await told(chat)
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
    """The one with the latest news is on top; a button shows the next five, by a key and not by a place."""
    for _ in range(12):
        await told(chat)
        chat.wait(minutes=1)
    async with chat.acting() as acting:
        await publish(acting, node_id=2, sentence="Dank je.")
    await chat.collect()
    first = await chat.says("mijn inbreng")
    assert first[0].text == "Dit gaf je tot nu toe, 12 dingen. Het nieuwste nieuws staat bovenaan."
    assert [message.text for message in first[1:-1]] == [f"Jouw verhaal {n}" for n in (2, 12, 11, 10, 9)]
    assert first[-1].text == "Er zijn nog 7 oudere bijdragen."
    async with chat.acting() as acting:
        await publish(acting, node_id=7, sentence="Dank je.")
    await chat.collect()
    second = await chat.presses("Ouder")
    assert [message.text for message in second[:-1]] == [f"Jouw verhaal {n}" for n in (8, 6, 5, 4, 3)]
    assert second[-1].text == "Er is nog één oudere bijdrage."
    third = await chat.presses("Ouder")
    assert [message.text for message in third] == [
        "Jouw verhaal 1",
        "Als er iets verandert, hoor je het hier.",
    ]


@pytest.mark.parametrize("number", ["0", "99", "x", "9" * 30])
async def test_no_such_page(chat: Stage, number: str) -> None:
    """A button that somebody made up shows nothing, and says so."""
    await told(chat)
    (message,) = await chat.event(Pressed(f"1x|mine-older|{number}"))
    assert message.text == "Ouder dan dat gaf je niets."


async def test_all_the_way_down(each_stage: Stage) -> None:
    """Far links come along with what they go on from, each once, whatever ways lead there."""
    person = await joined(each_stage)
    story = await given(each_stage, participant_id=person)
    async with each_stage.acting() as acting:
        themes = [await weave_result(acting, 1, "theme", {"nl": f"T{n}"}, sources(story)) for n in (2, 3)]
        ids = [made.node_id for made in themes if isinstance(made, Made)]
        scenario = await weave_result(acting, 1, "scenario", {"nl": "S"}, sources(*ids))
        assert isinstance(scenario, Made)
        assert isinstance(
            await weave_result(acting, 1, "concept_part", {"nl": "C"}, sources(scenario.node_id)), Made
        )
    (found,) = await mine(each_stage)
    onwards = [
        (link.source.number if link.source else 0, link.target.number) for link in found.links if link.target
    ]
    assert sorted(onwards) == [(0, 2), (0, 3), (2, 4), (3, 4), (4, 5)]


async def test_how_a_promise_ended(chat: Stage) -> None:
    """A promise that was settled is news of everything that led to it."""
    story, other = await told(chat), await told(chat)
    async with chat.acting() as acting:
        for node_id in (story, other):
            await publish(acting, node_id=node_id)
        part = await weave_result(acting, 1, "concept_part", {"nl": "C"}, sources(story))
        assert isinstance(part, Made)
        promise = await weave_result(acting, 1, "commitment", {"nl": "De prullenbak"}, sources(part.node_id))
        assert isinstance(promise, Made)
        await acting.connection.execute(
            insert(Commitment).values(
                node_id=promise.node_id,
                municipal=True,
                due_on=chat.now.date(),
                state="broken",
                settled_at=chat.now + timedelta(days=9),
            )
        )
    first, second = await mine(chat)
    assert (first.number, second.number) == (1, 2)
    assert [(one.thing.words, one.state) for one in first.settled] == [({"nl": "De prullenbak"}, "broken")]
    assert list(second.settled) == []


async def test_what_one_voted_on(chat: Stage) -> None:
    """Below what one gave stands what came of what one voted on, the newest first and not everything."""
    others = [await given(chat, "idea", text=f"Idee {n}") for n in range(5)]
    for idea in others:
        await voted(chat, idea, [1], value=0)
        async with chat.acting() as acting:
            await set_aside(acting, 1, idea, {"nl": "Te duur."})
    messages = await chat.says("mijn inbreng")
    assert [message.text for message in messages] == [
        "Je hebt nog niets verteld. Dat kan nu.",
        "Nieuws over waar je op stemde of bij was:",
    ]
    assert [dot.text for dot in messages[1].dots] == [
        f"Waar je op stemde: idee “Idee {n}” is niet gebruikt" for n in (4, 3, 2)
    ]


async def test_always_as_many_queries(chat: Stage) -> None:
    """However much was given and came of it, it is read in eight queries."""
    counts = []
    for size in (1, 6):
        for _ in range(size):
            story = await given(chat, participant_id=1)
            await voted(chat, await given(chat, "idea"), [1])
            async with chat.acting() as acting:
                await weave_result(acting, 1, "theme", {"nl": "T"}, sources(story))
        async with acting_as_resident(chat) as acting:
            asked: list[str] = []
            listen(acting.connection.sync_connection, "before_cursor_execute", _noting(asked))
            await read_mine.run(acting)
        counts.append(len(asked))
    assert counts == [8, 8]


def _noting(asked: list[str]) -> Callable[..., None]:
    return lambda _connection, _cursor, statement, *_rest: asked.append(statement)


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
