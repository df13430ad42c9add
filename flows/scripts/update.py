"""How it goes: news, which residents react to and answer."""

from __future__ import annotations

from flows.deeds.read_shown import NotShown
from flows.deeds.read_update import UpdateSeen, read_update, ways_on
from flows.engine.questions import Phrase, Question, TextArgument
from flows.engine.readers import Text
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU

ABOUT = Question("about", "update-which", Text(least=1, most=40))


@script("news")
async def news(talk: Talk) -> None:
    """The newest of all; what came before it is one button further."""
    await _show(talk, await talk.see(read_update, ""))


@script("update")
async def update(talk: Talk) -> None:
    """One by its number, from a button or typed."""
    about = await talk.ask(ABOUT)
    await _show(talk, await talk.see(read_update, about))


async def _show(talk: Talk, seen: UpdateSeen | NotShown) -> None:
    if isinstance(seen, NotShown):
        await talk.say(seen.text, actions=(MENU,))
        return
    older = (Action("update", Phrase("action-update-older"), str(seen.older)),) if seen.older else ()
    await talk.say(
        "update-shown",
        look="card",
        actions=(*ways_on(seen.node_id, seen.number), *older, MENU),
        number=str(seen.number),
        day=seen.day,
        title=seen.title,
        body=seen.body,
        about=_about(seen),
        replies=seen.replies,
    )


def _about(seen: UpdateSeen) -> TextArgument:
    """What it is about, by name; empty when it is about all."""
    places: dict[str, TextArgument] = dict.fromkeys(("first", "second", "third"), "")
    names = dict(zip(places, (one.name for one in seen.about), strict=False))
    return Phrase("update-about", {"count": len(names), **places, **names}) if names else ""
