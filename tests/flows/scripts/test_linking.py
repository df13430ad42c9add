"""Linking a second channel: only a right code asks, and only the first channel joins."""

from __future__ import annotations

import asyncio
import re

import pytest
from residents import everything, joined, lay_in_another, rows, told
from sqlalchemy import select, text
from sqlmodel import col
from stage import Stage, opened

from flows.deeds.join_people import join_people
from flows.inbound import Pressed, Started, Wrote
from flows.linking import FORGIVEN_AFTER, LASTS, TRIES_OF_A_CODE
from flows.rendering import Message
from storage.tables import Address, LinkingCode, Network, Node, Participant

ASKED = "Dank je. Ga nu naar de app waar je de code kreeg. Daar vragen we of jij het bent."
USED = "Deze code is al gebruikt. Typ “koppelen” in je andere app voor een nieuwe."
TOO_OLD = "Deze code is te oud. Een code werkt 10 minuten. Typ “koppelen” in je andere app voor een nieuwe."
TOO_OFTEN = "Je hebt te vaak geprobeerd. Over een uur kan het weer."
NOTHING = "Er is nu niets om te koppelen."


async def code(stage: Stage, channel: str = "buttons") -> str:
    """The first channel gets a code."""
    await stage.says("koppelen", channel)
    messages = await stage.says("hier een code krijgen", channel)
    found = re.search(r"koppel (\w{4}-\w{4})", "\n".join(message.text for message in messages))
    assert found is not None
    return found[1]


async def types(stage: Stage, words: str, channel: str = "words") -> str:
    """What the second channel hears first when it types this."""
    await stage.hear(stage.inbound(Wrote(words), channel))
    heard = [message for address, message in await stage.deliver() if address == stage.address(channel)]
    return heard[0].text.split("\n\n")[0]


async def answers(stage: Stage, label: str) -> tuple[str, str]:
    """What the first channel, and what the second, hears when the first presses this."""
    await stage.hear(stage.inbound(Pressed(stage.button(label).payload), "buttons"))
    heard = {address: message.text for address, message in await stage.deliver()}
    return heard[stage.address("buttons")], heard.get(stage.address("words"), "")


async def linked(stage: Stage) -> None:
    """Both channels are one person's."""
    assert await types(stage, f"koppel {await code(stage)}") == ASKED
    await answers(stage, "Ja, dat was ik")


async def owners(stage: Stage) -> list[int]:
    """Whose each chat is."""
    return [row["participant_id"] for row in await rows(stage, Address)]


async def test_linked(each_stage: Stage) -> None:
    """One person is left, with what both gave; what the second was asked before it agreed is over."""
    await joined(each_stage)
    await told(each_stage)
    await linked(each_stage)
    assert await owners(each_stage) == [1, 1]
    assert [row["id"] for row in await rows(each_stage, Participant)] == [1]
    assert "Jouw verhaal 1" in (await each_stage.says("mijn inbreng", "words"))[1].text


async def test_the_very_first_words(stage: Stage) -> None:
    """Somebody who opens the second app with the code itself is not welcomed, but understood."""
    await joined(stage)
    assert await types(stage, f"Koppel {(await code(stage)).lower()}") == ASKED


async def test_nothing_is_shown_before_the_yes(stage: Stage) -> None:
    """The second channel hears no more than where to go, the first no more than the kind of app."""
    await joined(stage)
    await told(stage)
    await joined(stage, "words", language="en")
    given = await code(stage)
    await stage.hear(stage.inbound(Wrote(f"link {given}"), "words"))
    heard = await stage.deliver()
    assert [address for address, _ in heard] == [stage.address("buttons"), stage.address("words")]
    (_, question), (_, answer) = heard
    assert question.text.startswith("Iemand typte jouw code in een andere app. Was jij dat?")
    assert answer.text.startswith("Thank you. Now go to the app")
    assert "glas" not in question.text + answer.text
    assert await owners(stage) == [1, 2]


async def test_refused(each_stage: Stage) -> None:
    """After a no nothing has happened, both hear it, and the code is over."""
    await joined(each_stage)
    given = await code(each_stage)
    await types(each_stage, f"koppel {given}")
    first, second = await answers(each_stage, "Nee, dat was ik niet")
    assert first.startswith("Goed. Er is niets gekoppeld")
    assert second == "In de andere app is nee gezegd. Er is niets gekoppeld."
    assert await types(each_stage, f"koppel {given}") == USED
    assert (await answers(each_stage, "Ja, dat was ik"))[0] == NOTHING
    assert await owners(each_stage) == [1, 2]


async def test_a_yes_in_another_chat(stage: Stage) -> None:
    """Only the channel that the code was made in may say yes, whatever button somebody makes up."""
    await joined(stage)
    await joined(stage, "words")
    await types(stage, f"koppel {await code(stage)}")
    payload = stage.button("Ja, dat was ik").payload
    stage.turn_to("a stranger")
    await joined(stage, address=stage.address())
    for channel in ("buttons", "words"):
        messages = await stage.event(Pressed(payload), channel)
        assert NOTHING in messages[-1].text or channel == "words"
    stage.turn_to("someone")
    assert (await stage.event(Pressed(payload), "words"))[-1].text.startswith(NOTHING)
    assert (await owners(stage))[:2] == [1, 2]


async def test_too_old(stage: Stage) -> None:
    """A code works for ten minutes, and a yes for ten minutes after it was typed."""
    await joined(stage)
    given = await code(stage)
    stage.now += LASTS
    assert await types(stage, f"koppel {given}") == TOO_OLD
    given = await code(stage)
    await types(stage, f"koppel {given}")
    stage.now += LASTS
    first, second = await answers(stage, "Ja, dat was ik")
    assert first == "Dat was te laat: er is niets gekoppeld. Typ “koppelen” voor een nieuwe code."
    assert second == "In de andere app kwam het antwoord te laat. Er is niets gekoppeld."
    assert await owners(stage) == [1, 2]


async def test_a_newer_code(stage: Stage) -> None:
    """An earlier code of the same person is void."""
    await joined(stage)
    given = await code(stage)
    await code(stage)
    assert (await types(stage, f"koppel {given}")).startswith("Die code klopt niet.")
    assert len(await rows(stage, LinkingCode)) == 1


async def test_in_its_own_chat_or_where_it_is_linked(stage: Stage) -> None:
    """A sentence each."""
    await joined(stage)
    own = await types(stage, f"koppel {await code(stage)}", "buttons")
    assert own == "Deze code is gemaakt in dit gesprek. Typ hem in je andere app."
    await linked(stage)
    assert await types(stage, f"koppel {await code(stage)}") == "Deze app is al gekoppeld."


async def test_of_another_trajectory(stage: Stage, tmp_path: object) -> None:
    """The code of one trajectory joins nothing in another."""
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    await joined(stage)
    given = await code(stage)
    await lay_in_another(stage, tmp_path)
    token = (await rows(stage, Network))[-1]["token"]
    await stage.event(Started(token), "words")
    assert (await types(stage, f"koppel {given}")).startswith("Deze code hoort bij iets anders")
    assert await owners(stage) == [1, 2]


async def test_five_tries_a_chat(each_stage: Stage) -> None:
    """Then even the right code is not looked at, until an hour later; no restart forgets it."""
    await joined(each_stage)
    for left in (4, 3, 2, 1, 0):
        said = await types(each_stage, "koppel a2cd-efgh")
        assert (f"nog {left} keer" in said) == (left > 1)
    assert "Over een uur" in said
    given = await code(each_stage)
    assert await types(each_stage, f"koppel {given}") == TOO_OFTEN
    each_stage.now += FORGIVEN_AFTER
    assert await types(each_stage, f"koppel {await code(each_stage)}") == ASKED


async def test_twenty_tries_a_code(each_stage: Stage) -> None:
    """However many chats guess at one code, after twenty tries it is void; others are not touched by it."""
    await joined(each_stage)
    given = (await code(each_stage)).lower()
    guess = given[:-1] + ("2" if given[-1] != "2" else "3")
    for number in range(TRIES_OF_A_CODE):
        if number % 5 == 0:
            each_stage.turn_to(f"guesser {number}")
        assert (await types(each_stage, f"koppel {guess}")).startswith("Die code klopt niet.")
    each_stage.turn_to("the owner")
    assert (await types(each_stage, f"koppel {given}")).startswith("Deze code is te vaak geprobeerd.")
    each_stage.turn_to("someone")
    fresh = await code(each_stage)
    each_stage.turn_to("the owner")
    assert await types(each_stage, f"koppel {fresh}") == ASKED


async def test_two_chats_with_one_code(stage: Stage) -> None:
    """The first that types it is asked about; another one hears that it was used."""
    await joined(stage)
    given = await code(stage)
    assert await types(stage, f"koppel {given}") == ASKED
    assert await types(stage, f"koppel {given}") == ASKED
    stage.turn_to("a stranger")
    assert await types(stage, f"koppel {given}") == USED


async def test_the_code_itself_is_not_kept(stage: Stage) -> None:
    """Neither as it is shown nor as it is read."""
    await joined(stage)
    given = await code(stage)
    await types(stage, f"koppel {given}")
    await stage.says("menu")
    kept = await everything(stage)
    assert given not in kept
    assert given.replace("-", "").lower() not in kept


@pytest.mark.parametrize("channel", ["buttons", "words"])
async def test_a_stop_holds_for_both(stage: Stage, channel: str) -> None:
    """Whichever of the two had stopped before: the other is told, and can come back."""
    await joined(stage)
    await joined(stage, "words")
    await stage.says("stop", channel)
    assert await types(stage, f"koppel {await code(stage)}") in (ASKED, HAD_STOPPED)
    first, second = await answers(stage, "Ja, dat was ik")
    assert "In een van de twee had je berichten uitgezet." in first
    assert second.startswith("Gekoppeld.")
    assert (await rows(stage, Participant))[0]["stopped_at"] is not None


HAD_STOPPED = (
    "Je hebt berichten uitgezet. We schrijven je dus niet uit onszelf.\n"
    "Ons antwoord lees je bij “mijn inbreng”. Wil je weer berichten?"
)


async def test_what_is_open_goes_on(stage: Stage) -> None:
    """A story that is half told in the second channel is told to its end, by the same person."""
    await joined(stage)
    await joined(stage, "words")
    await stage.says("verhaal", "words")
    await stage.says("Er lag glas bij de bank.", "words")
    await linked(stage)
    messages: list[Message] = await stage.says("ja hoor", "words")
    assert "Je verhaal is binnen" in messages[0].text
    assert "Jouw verhaal 1" in (await stage.says("mijn inbreng"))[1].text


async def test_forgetting_is_for_both(stage: Stage) -> None:
    """Both chats are gone some minutes later."""
    await joined(stage)
    await linked(stage)
    await stage.says("vergeet mij", "words")
    await stage.says("ja", "words")
    assert all(row["forget_at"] is not None for row in await rows(stage, Address))
    assert await rows(stage, LinkingCode) == []


async def test_unlinked(each_stage: Stage) -> None:
    """What was given stays; in the other chat there is somebody new."""
    await joined(each_stage)
    await told(each_stage)
    await linked(each_stage)
    await each_stage.says("loskoppelen")
    button = next(one for one in each_stage.heard[-1].buttons if "andere app" in one.label)
    await each_stage.hear(each_stage.inbound(Pressed(button.payload), "buttons"))
    heard = {address: message.text for address, message in await each_stage.deliver()}
    assert heard[each_stage.address("words")].startswith("Deze app is losgekoppeld.")
    assert heard[each_stage.address("buttons")] == "Losgekoppeld. Wat je gaf, staat hier."
    assert len(set(await owners(each_stage))) == 2
    assert (await each_stage.says("mijn inbreng", "words"))[0].text.startswith("Kies je taal.")
    assert "Jouw verhaal 1" in (await each_stage.says("mijn inbreng"))[1].text
    assert (await each_stage.says("loskoppelen"))[0].text == "Er is geen andere app om los te koppelen."


async def until_waiting(stage: Stage) -> None:
    """Until another transaction waits for this one; on SQLite it waits for the connection itself."""
    if "postgresql" not in stage.url:
        return
    query = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(10):
        while True:
            async with opened(stage.url).reading() as connection:
                if (await connection.execute(text(query))).scalar_one():
                    return
            await asyncio.sleep(0.02)


async def test_words_that_come_while_it_is_linked(each_stage: Stage) -> None:
    """What the second channel says at that very moment is said by the one person that there is then."""
    await joined(each_stage)
    await joined(each_stage, "words")
    await each_stage.says("verhaal", "words")
    await each_stage.says("Er lag glas bij de bank.", "words")
    async with each_stage.acting() as acting:
        query = select(col(Participant.id)).where(col(Participant.id) == 2).with_for_update()
        await acting.connection.execute(query)
        late = asyncio.create_task(each_stage.hear(each_stage.inbound(Wrote("ja hoor"), "words")))
        await until_waiting(each_stage)
        await join_people(acting, keep=1, gone=2)
    await late
    (message,) = await each_stage.collect()
    assert "Je verhaal is binnen" in message.text
    assert [row["participant_id"] for row in await rows(each_stage, Node)] == [1]
