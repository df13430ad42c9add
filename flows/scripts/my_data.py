"""Everything about me, as files."""

from __future__ import annotations

from flows.deeds.read_my_data import read_my_data
from flows.engine.talk import Talk, script
from flows.scripts.promises import MENU


@script("my-data")
async def my_data(talk: Talk) -> None:
    """One file to read and one for another program; nothing is asked, because it is theirs."""
    mine = await talk.see(read_my_data)
    if mine.data is None:
        await talk.say("my-data-readable", document=mine.readable, actions=(MENU,))
        return
    await talk.say("my-data-readable", document=mine.readable)
    await talk.say("my-data-json", document=mine.data, actions=(MENU,))
