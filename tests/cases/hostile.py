"""Words that want to be more than words, and words that run from right to left."""

from __future__ import annotations

import re

from rigs.behind import joined, rows
from rigs.rig import Rig

from storage.tables import Node

RIGHT_TO_LEFT = "أريد حديقة نظيفة، بدون زجاج ١٢٣ שלום"
MARKUP = (
    "<script>alert(1)</script> <b>vet</b> *ster* _streep_ [link](http://kwaad.example) [bold]x[/bold] "
    "&amp; &lt; {{ 7*7 }} { $x } %s ${HOME} ' OR 1=1 -- </div>"
)
UNPRINTABLE = "a\x00b\ud800c\u202ed\x1be\u2066f"


async def shown_as_written(words: str, rig: Rig) -> None:
    """Words come back exactly as they were written: nothing in them is markup, and none is lost."""
    assert await _echo(rig, words) == words


async def shown_clean(rig: Rig) -> None:
    """What cannot be stored, or turns the text around it, is gone; the conversation goes on."""
    assert (await _echo(rig, UNPRINTABLE)).replace("\ufffd", "") == "abcdef"
    await rig.writes("Het is een idee")
    await rig.hears("Je idee is binnen.")
    (node,) = await rows(rig, Node)
    assert node["text"].replace("\ufffd", "") == "abcdef"


async def _echo(rig: Rig, words: str) -> str:
    """What the bot gives back of words that answer no question."""
    await joined(rig)
    await rig.writes(words)
    heard = await rig.hears("Wat zullen we daarmee doen?")
    found = re.search("“(.*)”", heard.text)
    assert found is not None
    return found[1]
