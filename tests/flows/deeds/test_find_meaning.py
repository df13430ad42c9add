"""Saying what stories have in common."""

from __future__ import annotations

from dataclasses import replace

from contributions import given, node
from residents import acting_as_resident, joined, rows
from stage import Stage

from flows.deeds.contribute import Contributed
from flows.deeds.find_meaning import find_meaning
from flows.deeds.lay_side_by_side import THREE, lay_side_by_side
from flows.deeds.read_shown import NotShown
from flows.engine.readers import Told
from storage.tables import Compared

WORDS = Told("Mensen durven het park niet in.")


async def laid(stage: Stage, channel: str = "buttons") -> list[int]:
    async with acting_as_resident(stage, channel) as acting:
        return await lay_side_by_side.run(acting)


async def found(stage: Stage, story_ids: list[int], channel: str = "buttons") -> Contributed | NotShown:
    async with acting_as_resident(stage, channel) as acting:
        return await find_meaning.run(acting, story_ids, WORDS)


async def test_it_keeps_what_it_is_about(chat: Stage) -> None:
    """The words wait for a moderator, with the stories that were read, in their order."""
    stories = [await given(chat) for _ in range(3)]
    done = await found(chat, stories)
    assert isinstance(done, Contributed)
    kept = await node(chat, done.node_id)
    assert [kept[name] for name in ("kind", "text", "state", "step")] == [
        "meaning",
        WORDS.text,
        "waiting",
        "exchange",
    ]
    assert [(row["story_id"], row["place"]) for row in await rows(chat, Compared)] == list(
        zip(stories, range(3), strict=True)
    )


async def test_what_was_withdrawn_meanwhile(chat: Stage) -> None:
    """It is left out; of one story nobody can say what it has in common."""
    stories = [await given(chat), await given(chat), await given(chat, state="withdrawn")]
    assert isinstance(await found(chat, stories), Contributed)
    assert len(await rows(chat, Compared)) == 2
    assert await found(chat, stories[1:]) == NotShown("meaning-gone")


async def test_stories_of_others_in_words(chat: Stage) -> None:
    """Not one's own, not what was only spoken, not what nobody may read, not ideas."""
    read = [await given(chat), await given(chat)]
    await given(chat, participant_id=await joined(chat))
    await given(chat, text="")
    await given(chat, may_show=False)
    await given(chat, state="waiting")
    await given(chat, "idea")
    assert await laid(chat) == read


async def test_everyone_gets_their_turn(chat: Stage) -> None:
    """What was compared least comes first, and for one person at least one is new each time."""
    stories = {await given(chat) for _ in range(2 * THREE)}
    first = await laid(chat)
    await found(chat, first)
    second = await laid(chat)
    assert set(first) | set(second) == stories
    await found(chat, second)
    assert await laid(chat) == []
    late = await given(chat)
    assert late in await laid(chat)
    assert len(await laid(chat)) == THREE


async def test_people_read_different_stories(chat: Stage) -> None:
    """Among stories that were compared as often, the order differs from person to person."""
    for _ in range(30):
        await given(chat)
    trios = set()
    async with acting_as_resident(chat) as acting:
        for participant_id in range(1, 7):
            person = replace(acting.resident, participant_id=participant_id)
            trios.add(tuple(await lay_side_by_side.run(replace(acting, person=person))))
    assert len(trios) > 3
