"""What a resident hears of where they stand, from their own votes and the groups as last computed."""

from __future__ import annotations

from collections.abc import Sequence

from crowd import group
from opinions import IDEA, camps, lay_in
from residents import acting_as_resident
from sqlalchemy import insert, update
from sqlmodel import col
from stage import Stage

from flows.deeds.read_standing import read_standing
from flows.engine.questions import Localized, Phrase
from flows.engine.talk import Say
from storage.tables import Node, Vote

PARK = 1


async def grouped(stage: Stage) -> None:
    """Two camps of others."""
    async with stage.acting() as acting:
        await lay_in(acting.connection, PARK, camps(30, 20, slips=0), stage.now)
    await group(stage)


async def votes(stage: Stage, ideas: Sequence[int], value: int = 1) -> None:
    """Whoever talks on the stage votes."""
    async with acting_as_resident(stage) as acting:
        await acting.connection.execute(
            insert(Vote),
            [
                {
                    "node_id": IDEA + idea,
                    "participant_id": acting.resident.participant_id,
                    "value": value,
                    "channel": "buttons",
                    "at": stage.now,
                }
                for idea in ideas
            ],
        )


async def heard(stage: Stage, at_the_end: bool = False) -> tuple[Say, ...]:
    async with acting_as_resident(stage) as acting:
        return await read_standing.run(acting, at_the_end)


async def test_before_anything(chat: Stage) -> None:
    """Without votes, without groups: nothing."""
    assert await heard(chat) == ()


async def test_at_once(chat: Stage) -> None:
    """Whoever answers enough hears it in the same conversation, before anything is computed anew."""
    await grouped(chat)
    await votes(chat, range(1, 7), -1)
    assert await heard(chat) == (Say("groups-soon", {"left": 1}),)
    await votes(chat, (1, 3, 5, 7, 11))
    first, together, common = await heard(chat)
    assert first.text == "groups-yours"
    assert first.arguments["group"] == Phrase("groups-lettered", {"letter": "A"})
    assert (together.text, together.arguments["same"], together.arguments["of"]) == (
        "groups-together",
        30,
        30,
    )
    assert common == Say(
        "groups-common", {"idea": Localized({"nl": "Idee nummer 11."}), "agree": 50, "of": 50}
    )


async def test_the_last_vote_counts(chat: Stage) -> None:
    """Who changes their mind is with the others from then on."""
    await grouped(chat)
    await votes(chat, (1, 3, 5, 7, 9, 11, 12))
    first, *_ = await heard(chat)
    assert first.arguments["group"] == Phrase("groups-lettered", {"letter": "A"})
    await votes(chat, (1, 3, 5, 7, 9), -1)
    first, *_ = await heard(chat)
    assert first.arguments["group"] == Phrase("groups-lettered", {"letter": "B"})


async def test_an_idea_that_is_gone(chat: Stage) -> None:
    """Its words are told to nobody."""
    await grouped(chat)
    await votes(chat, range(1, 12))
    async with chat.acting() as acting:
        await acting.connection.execute(
            update(Node).where(col(Node.id) > IDEA).values(state="withdrawn", may_show=False)
        )
    assert [line.text for line in await heard(chat)] == ["groups-yours"]


async def test_no_groups_yet(chat: Stage) -> None:
    """Why is told when nothing is left to answer, not after every five cards."""
    async with chat.acting() as acting:
        await lay_in(acting.connection, PARK, camps(8, 4), chat.now)
    await group(chat)
    await votes(chat, range(1, 8))
    assert await heard(chat) == ()
    (why,) = await heard(chat, at_the_end=True)
    assert (why.text, why.arguments["people"]) == ("groups-none-few-people", 12)


async def test_an_idea_of_the_desk(chat: Stage) -> None:
    """It is told in every language that it has."""
    await grouped(chat)
    title = {"nl": "Een bank erbij\nmet leuning", "en": "One more bench"}
    async with chat.acting() as acting:
        await acting.connection.execute(
            update(Node).where(col(Node.id) == IDEA + 11).values(text="", title=title)
        )
    await votes(chat, range(1, 8))
    common = (await heard(chat))[-1]
    assert common.arguments["idea"] == Localized({"nl": "Een bank erbij", "en": "One more bench"})
