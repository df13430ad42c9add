"""A resident takes back one thing that they gave."""

from __future__ import annotations

from dataclasses import replace

from flows.deeds.withdraw import withdraw, withdrawable
from flows.engine.counts import read_count
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Text, YesNo
from flows.engine.talk import Talk, script
from flows.scripts.promises import MENU, MINE

WHICH = Question("about", "withdraw-which", Text(least=1, most=40))
SURE = Question("sure", "withdraw-sure", YesNo(Phrase("withdraw-yes"), Phrase("withdraw-no")))


@script("withdraw")
async def withdrawing(talk: Talk) -> None:
    """A button beside it says which; asked once more with its own words, because it cannot be undone."""
    number = read_count(await talk.ask(WHICH))
    given = await talk.see(withdrawable, number)
    if given is None or number is None:
        await talk.say("withdraw-gone", actions=(MINE, MENU))
        return
    kind = Phrase(f"kind-{given.kind}")
    what = Phrase("withdraw-words", {"words": given.words}) if given.words else Phrase("withdraw-file")
    sure = SURE if given.kind != "commitment" else replace(SURE, text="withdraw-promise-sure")
    if not await talk.ask(sure, about=str(number), kind=kind, number=str(number), what=what):
        await talk.say("withdraw-kept", actions=(MINE, MENU))
    elif await talk.do(withdraw.about(str(number)), number=number):
        await talk.say("withdrawn", kind=kind, number=str(number), actions=(MINE, MENU))
    else:
        await talk.say("withdraw-gone", actions=(MINE, MENU))
