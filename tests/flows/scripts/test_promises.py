"""What is promised to whoever gives something: where the answer comes, and when."""

from __future__ import annotations

import pytest
from replies import labels
from residents import STORY
from stage import Stage

from flows.deeds.ask_back import ask_back

TURNED_OFF = {"nl": "Je hebt berichten uitgezet.", "en": "You turned messages off."}
READ_IT = {"nl": "bij “mijn inbreng”", "en": "under “my contributions”"}
TYPE_START = {"nl": "Typ “start”", "en": "Type “start”"}

GIVING = {
    "nl": [("verhaal", STORY, "ja"), ("idee", "Zet er een bak neer."), ("mens", "Bel me maar op.")],
    "en": [("story", STORY, "no"), ("idea", "Put a bin there."), ("person", "Please call me.")],
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("which", [0, 1, 2], ids=["story", "idea", "person"])
async def test_given_after_stopping(chat: Stage, language: str, which: int) -> None:
    """Who stopped is promised no answer in the chat, but told where to read it, and how to hear it here."""
    await chat.says("nederlands" if language == "nl" else "english")
    await chat.says("stop")
    for words in GIVING[language][which]:
        messages = await chat.says(words)
    last = messages[-1]
    for part in (TURNED_OFF, READ_IT, TYPE_START):
        assert part[language] in last.text
    assert "in deze chat" not in last.text
    assert "in this chat" not in last.text
    assert labels(last)[0] == ("Toch weer meedoen" if language == "nl" else "Take part again")
    await chat.says("start")
    for words in GIVING[language][which]:
        messages = await chat.says(words)
    assert TURNED_OFF[language] not in messages[-1].text
    assert labels(messages[-1])[0] != labels(last)[0]


async def test_answered_back_after_stopping(chat: Stage) -> None:
    """The same for an answer to a question that was asked back."""
    for words in GIVING["nl"][0]:
        await chat.says(words)
    async with chat.acting() as acting:
        await ask_back(acting, node_id=1, sentence="Waar precies?")
    await chat.collect()
    await chat.says("stop")
    await chat.says("antwoord")
    (thanks,) = await chat.says("Bij de poort.")
    assert thanks.text.startswith("Dank je. Je antwoord staat erbij, en iemand leest het.")
    assert TURNED_OFF["nl"] in thanks.text
    assert labels(thanks) == ["Toch weer meedoen", "Mijn inbreng", "Menu"]
