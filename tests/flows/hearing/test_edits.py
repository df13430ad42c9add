"""Changing an earlier message."""

from __future__ import annotations

import pytest
from replies import (
    SHOW_ASKED,
    labels,
    only,
    written,
)
from residents import STORY, rows
from stage import Stage

from flows.deeds.keep_remark import keep_remark
from flows.engine.questions import Question
from flows.engine.readers import Text, Told
from flows.engine.talk import Script, Talk
from flows.inbound import Edited
from storage.tables import Node, Participant


async def test_an_edit_corrects_an_answer(chat: Stage) -> None:
    """As long as nothing was done with it, and what was answered after it stays."""
    await chat.says("verhaal")
    own = await written(chat, STORY)
    await chat.says("menu")
    message = await only(chat, Edited("Er ligt glas\x00 bij de groene bank."), message_id=own)
    assert message.text.startswith("Ik heb je antwoord aangepast.")
    assert SHOW_ASKED in message.text
    await chat.presses("Ja, laat maar zien")
    assert [row["text"] for row in await rows(chat, Node)] == ["Er ligt glas bij de groene bank."]


@pytest.mark.parametrize("edit", ["", "kort", "x" * 3001])
async def test_an_edit_that_is_no_answer(chat: Stage, edit: str) -> None:
    """What could not have been answered in the first place corrects nothing."""
    await chat.says("verhaal")
    own = await written(chat, STORY)
    assert (await only(chat, Edited(edit), message_id=own)).text.startswith("Dit was al verstuurd.")
    await chat.presses("Ja, laat maar zien")
    assert [row["text"] for row in await rows(chat, Node)] == [STORY]


@pytest.mark.parametrize("own", ["", "m-unknown"])
async def test_an_edit_of_something_else(asked: Stage, own: str) -> None:
    """An edit of a message that answered nothing is explained."""
    message = await only(asked, Edited("iets anders"), message_id=own)
    assert message.text.startswith("Dit was al verstuurd.")


async def test_an_edit_with_nothing_open(chat: Stage) -> None:
    """After the end it is too late, and the menu is offered."""
    message = await only(chat, Edited("iets anders"), message_id="m1")
    assert labels(message) == ["Menu"]


async def test_an_edit_before_a_deed(chat: Stage) -> None:
    """What a deed rests on can no longer be corrected, although the script still goes on."""

    async def deed_between(talk: Talk) -> None:
        what = await talk.ask(Question("what", "loose-words-ask", Text()))
        await talk.do(keep_remark, told=Told(what))
        await talk.ask(Question("more", "loose-words-ask", Text()))

    chat.scripts = {**chat.scripts, "story": Script("story", deed_between)}
    await chat.says("verhaal")
    own = await written(chat, "glas bij de bank")
    assert (await only(chat, Edited("glas bij de poort"), message_id=own)).text.startswith("Dit was al")
    assert [row["text"] for row in await rows(chat, Node)] == ["glas bij de bank"]


async def test_an_edit_of_ones_role(stage: Stage) -> None:
    """As what someone is here is kept once they agree, and can be corrected until then."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk"):
        await stage.says(words)
    role = await written(stage, "ik woon hier")
    assert (await rows(stage, Participant))[0]["role"] is None
    corrected = await only(stage, Edited("ik werk hier"), message_id=role)
    assert corrected.text.startswith("Ik heb je antwoord aangepast.")
    await stage.says("ja")
    assert (await rows(stage, Participant))[0]["role"] == "works"


async def test_an_edit_of_an_answer_that_is_asked_otherwise_now(chat: Stage) -> None:
    """When the question of the edited answer is gone, nothing is corrected."""
    await chat.says("verhaal")
    own = await written(chat, STORY)

    async def other(talk: Talk) -> None:
        await talk.ask(Question("another", "loose-words-ask", Text()))

    chat.scripts = {**chat.scripts, "story": Script("story", other)}
    assert (await only(chat, Edited("heel iets anders"), message_id=own)).text.startswith("Dit was al")
