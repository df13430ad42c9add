"""A resident takes back one thing that they gave."""

from __future__ import annotations

import pytest
from contributions import given, node, sources, voted
from pledges import acting_as, heard, joins, people, promised
from residents import acting_as_resident, everything, joined, rows, told
from stage import Stage

from flows.deeds.answer_back import answer_back
from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.publish import publish
from flows.deeds.read_promises import read_tally
from flows.deeds.revise_result import revise_result
from flows.deeds.spread_links import spread_links
from flows.deeds.tell_news import tell_news
from flows.deeds.weave_result import weave_result
from flows.deeds.weaving import Source
from flows.deeds.withdraw import withdraw, withdrawable
from flows.engine.readers import Told
from flows.inbound import Pressed, Uploaded
from flows.ledger import CONTRIBUTIONS
from storage import threads
from storage.tables import Commitment, Link, Media, Node, Outbox, Vote
from storage.threads import Counted

BECAUSE = {"nl": "Omdat Truus dit zei."}


async def taken_back(stage: Stage, number: int, channel: str = "buttons") -> bool:
    async with acting_as_resident(stage, channel) as acting:
        return await withdraw.run(acting, number)


async def test_the_words_are_gone(each_stage: Stage) -> None:
    """No table holds a word of it: its text, what was added, our answer, the reason of a link, its file."""
    person = await joined(each_stage)
    await each_stage.says("verhaal")
    await each_stage.event(Uploaded("remote", "photo", caption="Mijn buurvrouw Truus gooit alles op straat."))
    await each_stage.says("ja")
    async with each_stage.acting() as acting:
        await ask_back(acting, node_id=1, sentence="Waar gooit Truus dat?")
    async with acting_as_resident(each_stage) as acting:
        assert await answer_back.run(acting, 1, Told("Bij Truus voor de deur."))
    async with each_stage.acting() as acting:
        await publish(acting, node_id=1, sentence="Dank je, Truus weet het.")
        made = await weave_result(acting, 1, "theme", {"nl": "Afval"}, [Source(1, BECAUSE)])
    assert isinstance(made, Made)
    await each_stage.collect()
    assert "Truus" in await everything(each_stage)
    assert await taken_back(each_stage, 1)
    assert "Truus" not in await everything(each_stage)
    story = await node(each_stage, 1)
    assert (story["state"], story["participant_id"], story["may_show"]) == ("withdrawn", person, False)
    (link,) = await rows(each_stage, Link)
    assert (link["source_id"], link["target_id"], link["reason"]) == (1, made.node_id, {})
    (file,) = await rows(each_stage, Media)
    assert (file["state"], file["participant_id"], file["node_id"]) == ("erase", None, None)


@pytest.mark.parametrize("state", ["waiting", "asked_back", "published", "declined", "replaced"])
async def test_in_any_state(chat: Stage, state: str) -> None:
    """Whatever became of it, it can be taken back, once."""
    await given(chat, participant_id=1, state=state)
    assert await taken_back(chat, 1)
    assert not await taken_back(chat, 1)


async def test_not_theirs(chat: Stage) -> None:
    """What somebody else gave, and what is not there, stay."""
    await joined(chat, "words")
    await given(chat, participant_id=2)
    before = await rows(chat, Node)
    async with acting_as_resident(chat) as acting:
        for number in (1, 3, -1, None):
            assert await withdrawable.run(acting, number) is None
    for number in (1, 3, -1):
        assert not await taken_back(chat, number)
    assert await rows(chat, Node) == before


async def test_a_promise_is_let_go_of(stage: Stage) -> None:
    """Who joined hears that it does not go on; its name and words are gone, and it is still counted."""
    await people(stage, "Fatma", "Piet")
    hidden = await promised(stage, "Fatma", public=False)
    node_id = await promised(stage, "Fatma")
    await joins(stage, "Piet", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatma") as acting:
        for number in (1, 2):
            assert await withdraw.run(acting, number)
        counted = await read_tally(acting.connection, stage.trajectory_id, stage.now)
    assert (counted.residents.all, counted.residents.released) == (1, 1)
    assert set(await heard(stage)) == {"Piet"}
    found = {row["node_id"]: (row["state"], row["name"]) for row in await rows(stage, Commitment)}
    assert found[node_id] == ("released", "")
    assert found[hidden][1] == ""


async def test_numbers_stay_explainable(chat: Stage) -> None:
    """A theme of three stories is one of two, of which one was withdrawn, also in its next version."""
    stories = [await given(chat, participant_id=1) for _ in range(3)]
    async with chat.acting() as acting:
        theme = await weave_result(acting, 1, "theme", {"nl": "Licht"}, sources(*stories))
        assert isinstance(theme, Made)
        newer = await revise_result(acting, 1, theme.node_id, {"nl": "Meer licht"}, {}, BECAUSE)
        assert isinstance(newer, Made)
    assert await taken_back(chat, 2)
    both = [theme.node_id, newer.node_id]
    async with chat.acting() as acting:
        counted = await threads.count_sources(acting.connection, both, "story")
    assert counted == {node_id: Counted(2, 1) for node_id in both}


async def test_an_idea_is_closed(chat: Stage) -> None:
    """Votes that were cast stay as a count; the idea is no longer there to vote on or to use."""
    idea = await given(chat, "idea", 1)
    await voted(chat, idea, [1])
    assert await taken_back(chat, 1)
    assert (await node(chat, idea))["state"] == "withdrawn"
    assert len(await rows(chat, Vote)) == 1
    async with chat.acting() as acting:
        refused = await weave_result(acting, 1, "scenario", {"nl": "S"}, sources(idea))
    assert refused == Refused("weave-withdrawn", {"number": "1"})


async def test_an_answer_on_its_way_does_not_go(chat: Stage) -> None:
    """Nobody gets an answer about what they just took back."""
    story = await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=story, sentence="Dank je.")
    assert await taken_back(chat, 1)
    assert await chat.collect() == []
    assert (await rows(chat, Outbox))[-1]["reason"] == "withdrawn"


async def test_no_news_of_it(chat: Stage) -> None:
    """Who took it back hears no more of it, and reads on in their own overview what came of it."""
    story = await given(chat, participant_id=1)
    async with chat.acting() as acting:
        theme = await weave_result(acting, 1, "theme", {"nl": "Licht"}, sources(story))
    assert isinstance(theme, Made)
    assert await taken_back(chat, 1)
    chat.wait(minutes=2)
    async with chat.acting() as acting:
        await spread_links(acting)
        await tell_news(acting)
    assert await chat.collect() == []
    shown = (await chat.says("mijn inbreng"))[1]
    assert [dot.text for dot in shown.dots][-2:] == ["Hoort bij thema “Licht”", "Jij trok dit in"]
    assert shown.buttons == ()


@pytest.mark.parametrize("payload", ["1x|withdraw|99", "1x|withdraw|x", "1x|withdraw|2.5"])
async def test_a_button_that_somebody_made_up(chat: Stage, payload: str) -> None:
    """Nothing happens, and it says so."""
    await told(chat)
    (message,) = await chat.event(Pressed(payload))
    assert message.text.startswith("Onder dat nummer staat niets")


@pytest.mark.parametrize("kind", CONTRIBUTIONS)
async def test_every_kind_has_its_words(chat: Stage, kind: str) -> None:
    """A button beside it, a question with its own words, and it is gone."""
    await given(chat, kind, 1, text="Dat is van mij.")
    messages = await chat.says("mijn inbreng")
    (button,) = messages[1].buttons
    (question,) = await chat.presses(button.label)
    assert "Dat is van mij." in question.text
    await chat.presses("Ja, trek in")
    assert (await node(chat, 1))["state"] == "withdrawn"
