"""Reading stories of others: which, in what order, and what becomes of what was said."""

from __future__ import annotations

import pytest
from contributions import given
from crowd import crowd, fold
from residents import joined, rows
from sqlalchemy import insert, update
from sqlmodel import col
from stage import Stage

from flows.inbound import Pressed
from storage.tables import Exposure, Media, Node, Vote


async def numbers_shown(stage: Stage) -> list[int]:
    """Read on until nothing is left, passing everything by; the numbers in the order of reading."""
    shown = []
    messages = await stage.says("lezen")
    while messages[-1].look == "card" or messages[-1].text == "Nog drie verhalen?":
        if messages[-1].look == "card":
            shown.append(int(messages[-1].text.split()[1]))
            messages = await stage.press_option("pass")
        else:
            messages = await stage.press_option("yes")
    return shown


async def test_all_of_others_once(chat: Stage) -> None:
    """Nobody's twice, not one's own, and nothing that may not be read."""
    mine = await joined(chat)
    for number in range(1, 6):
        await given(chat, participant_id=mine if number == 2 else None)
    await given(chat, state="withdrawn")
    await given(chat, may_show=False)
    await given(chat, "idea")
    await fold(chat)
    assert sorted(await numbers_shown(chat)) == [1, 3, 4, 5]
    assert sorted(row["node_id"] for row in await rows(chat, Exposure)) == [1, 3, 4, 5]
    assert await numbers_shown(chat) == []


async def test_least_heard_first(chat: Stage) -> None:
    """What few said anything of comes before what many read."""
    stories = [await given(chat) for _ in range(3)]
    await crowd(chat, stories[0], 9)
    await crowd(chat, stories[1], 2)
    await fold(chat)
    assert await numbers_shown(chat) == [3, 2, 1]


async def test_taken_back_meanwhile(chat: Stage) -> None:
    """Whoever had it before them goes on with the next one."""
    await given(chat)
    await given(chat)
    await fold(chat)
    _, card = await chat.says("lezen")
    async with chat.acting() as acting:
        number = int(card.text.split()[1])
        await acting.connection.execute(
            update(Node).where(col(Node.number) == number).values(state="withdrawn")
        )
    messages = await chat.presses("Dat herken ik")
    assert messages[-1].text.startswith(f"Verhaal {3 - number}")


async def test_recognising_counts_everywhere(chat: Stage) -> None:
    """It is a vote on the story, and an old button changes it, also when the step is over."""
    await given(chat)
    await fold(chat)
    _, card = await chat.says("lezen")
    await chat.presses("Dat herken ik")
    await chat.event(Pressed(next(b.payload for b in card.buttons if b.label == "Dat ken ik niet")))
    assert [(row["value"], row["was"]) for row in await rows(chat, Vote)] == [(1, None), (-1, 1)]


@pytest.mark.parametrize(
    ("agree", "said"),
    [(0, "van 6 anderen herkent niemand dit"), (1, "één van 6"), (4, "4 van 6 anderen herkennen dit")],
)
async def test_how_many_recognise_it(chat: Stage, agree: int, said: str) -> None:
    """Of everyone who read it, without oneself."""
    story = await given(chat)
    await crowd(chat, story, agree, 6 - agree)
    await fold(chat)
    await chat.says("lezen")
    message, *_ = await chat.presses("Dat herken ik")
    assert said in message.text


async def test_not_below_five(chat: Stage) -> None:
    """Of so few people it would say what each of them thinks."""
    await crowd(chat, await given(chat), 3, 1)
    await fold(chat)
    await chat.says("lezen")
    message, *_ = await chat.presses("Dat herken ik")
    assert "nog te weinig mensen" in message.text
    assert "van 4" not in message.text


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("voice", "", "Dit verhaal is ingesproken."),
        ("photo", "", "Dit verhaal is een foto."),
        ("photo", "Kijk eens.", "“Kijk eens.” (Hier hoort een foto bij."),
    ],
)
async def test_what_cannot_be_shown_here(chat: Stage, kind: str, text: str, said: str) -> None:
    """It says so, beside the words if there are any."""
    story = await given(chat, text=text)
    async with chat.acting() as acting:
        await acting.connection.execute(
            insert(Media).values(key="k", node_id=story, channel="x", kind=kind, created_at=chat.now)
        )
    await fold(chat)
    _, card = await chat.says("lezen")
    assert said in card.text


async def test_one_tells_in_ones_own_overview(chat: Stage) -> None:
    """Whoever told the story sees how many recognise it and what was replied."""
    story = await given(chat, participant_id=await joined(chat))
    await given(chat, "reply", about_id=story, text="Bij ons ook.", decided_at=chat.now)
    await given(chat, "reply", about_id=story, text="Wacht nog.", state="waiting")
    await crowd(chat, story, 4, 2)
    await fold(chat)
    shown = [dot for message in await chat.says("mijn inbreng") for dot in message.dots]
    assert ("Iemand reageerde", "Bij ons ook.") in [(dot.text, dot.quote) for dot in shown]
    assert "4 van 6 anderen herkennen dit" in [dot.text for dot in shown]
    assert "Wacht nog." not in [dot.quote for dot in shown]
