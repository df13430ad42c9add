"""A resident wants to be forgotten."""

from __future__ import annotations

from pathlib import Path

from residents import address_on, everything, joined, lay_in_another, rows, told
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.publish import publish
from flows.inbound import Uploaded
from flows.rendering import Message
from storage import erasure
from storage.tables import Address, Conversation, Media, Node, Participant

SECRETS = ("Truus", "fietsbel", "kelderluik", "vijvertje", "zolderraam")


async def a_full_history(stage: Stage) -> None:
    """Contributions in every state, a file, an answer, and something half said."""
    published = await told(stage, "Mijn buurvrouw Truus gooit alles op straat.")
    asked = await told(stage, "Bij de fietsbel ligt elke dag glas.")
    async with stage.acting() as acting:
        await publish(acting, node_id=published, sentence="Dank je, Truus ruimt het op.")
        await ask_back(acting, node_id=asked, sentence="Bij welke fietsbel?")
    await stage.collect()
    await stage.presses("Antwoord geven")
    await stage.says("Onder het kelderluik.")
    await stage.says("verhaal")
    await stage.event(Uploaded("remote", "photo", caption="het vijvertje"))
    await stage.says("ja")
    await stage.says("verhaal")
    await stage.says("Uit het zolderraam zie ik alles.")


async def forgotten(stage: Stage) -> list[Message]:
    await stage.says("vergeet mij")
    return await stage.presses("Ja, vergeet mij")


async def test_the_words_are_gone_at_once(each_stage: Stage) -> None:
    """No table holds a word of theirs; the last reply still goes."""
    await joined(each_stage)
    await a_full_history(each_stage)
    before = await everything(each_stage)
    assert all(secret in before for secret in SECRETS[:4])
    (goodbye,) = await forgotten(each_stage)
    assert goodbye.text.startswith("Vanaf nu leest niemand je woorden meer.")
    kept = await everything(each_stage)
    for secret in SECRETS:
        assert secret not in kept
    for node in await rows(each_stage, Node):
        assert (node["text"], node["state"], node["participant_id"]) == ("", "withdrawn", None)
    (person,) = await rows(each_stage, Participant)
    assert (person["language"], person["role"], person["consented_at"]) == (None, None, None)


async def test_the_address_is_gone_soon(each_stage: Stage) -> None:
    """After the goodbye could be delivered, nothing leads back to the chat."""
    await joined(each_stage)
    await a_full_history(each_stage)
    before = await rows(each_stage, Address)
    await forgotten(each_stage)
    async with each_stage.acting() as acting:
        assert len(await erasure.finish(acting.connection, acting.secrets, each_stage.now)) == 1
    assert len(await rows(each_stage, Address)) == 1
    each_stage.wait(minutes=2)
    async with each_stage.acting() as acting:
        assert await erasure.finish(acting.connection, acting.secrets, each_stage.now) == []
    kept = await everything(each_stage)
    for trace in (before[0]["lookup"], repr(before[0]["sealed"]), address_on("buttons")):
        assert trace not in kept
    assert await rows(each_stage, Media) == []
    for table in ("address", "conversation", "outbox", "web_message"):
        assert f"\n{table}:" not in f"\n{kept}"


async def test_others_stay(chat: Stage) -> None:
    """Forgetting one leaves everybody else as they were."""
    await joined(chat, "words")
    for text in ("verhaal", "Ik zie elke dag glas liggen.", "ja"):
        await chat.says(text, "words")
    await told(chat)
    await forgotten(chat)
    chat.wait(minutes=3)
    async with chat.acting() as acting:
        await erasure.finish(acting.connection, acting.secrets, chat.now)
    assert [row["text"] for row in await rows(chat, Node)] == ["Ik zie elke dag glas liggen.", ""]
    assert [row["channel"] for row in await rows(chat, Address)] == ["words"]


async def test_coming_back_later(chat: Stage) -> None:
    """Who writes again after that is a stranger."""
    await forgotten(chat)
    chat.wait(minutes=3)
    async with chat.acting() as acting:
        await erasure.finish(acting.connection, acting.secrets, chat.now)
    (message,) = await chat.says("hallo")
    assert message.text == "Kies je taal. / Choose your language."
    assert len(await rows(chat, Participant)) == 2


async def test_coming_back_at_once(each_stage: Stage) -> None:
    """Who comes back before the goodbye is over is a stranger already, and keeps what they then say."""
    participant_id = await joined(each_stage)
    await forgotten(each_stage)
    each_stage.wait(seconds=30)
    (message,) = await each_stage.says("toch nog even")
    assert message.text == "Kies je taal. / Choose your language."
    for words in ("nederlands", "verder", "verder", "duidelijk", "ik woon hier", "ja"):
        await each_stage.says(words)
    await each_stage.says("Er ligt alweer glas bij de bank.")
    await each_stage.says("ja")
    each_stage.wait(minutes=3)
    async with each_stage.acting() as acting:
        await erasure.finish(acting.connection, each_stage.secrets, each_stage.now)
    messages = await each_stage.says("mijn inbreng")
    assert messages[1].text == "Jouw verhaal 1"
    (node,) = await rows(each_stage, Node)
    assert node["participant_id"] != participant_id


async def test_the_door_is_forgotten_too(stage: Stage, tmp_path: Path) -> None:
    """What was kept to ask where someone wanted to take part goes with the rest."""
    await lay_in_another(stage, tmp_path)
    await stage.says("hallo")
    for words in ("1", "nederlands", "vergeet mij", "ja"):
        stage.wait(seconds=1)
        await stage.says(words)
    stage.wait(minutes=3)
    async with stage.acting() as acting:
        await erasure.finish(acting.connection, stage.secrets, stage.now)
    assert await rows(stage, Address) == []


async def test_in_the_middle_of_something(chat: Stage) -> None:
    """What was half said is gone too, beneath the goodbye."""
    await chat.says("verhaal")
    await chat.says("Truus gooit alles op straat.")
    (goodbye,) = await forgotten(chat)
    assert goodbye.text.startswith("Vanaf nu leest niemand je woorden meer.")
    (row,) = await rows(chat, Conversation)
    assert (row["script"], row["journal"], row["beneath"]) == (None, None, None)


async def test_before_agreeing(stage: Stage) -> None:
    """Someone can be forgotten who never agreed."""
    await stage.says("hallo")
    (goodbye,) = await forgotten(stage)
    assert goodbye.text.startswith("Vanaf nu leest niemand je woorden meer.")
