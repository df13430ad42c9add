"""One tap under a nudge: write to me less often."""

from __future__ import annotations

from flows.deeds.set_pushes import set_often
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU

ABOUT = Question(
    "about",
    "settings-how-often",
    OneOf(tuple(Option(key, Phrase(f"often-{key}")) for key in ("usual", "less", "never"))),
)


@script("often")
async def less_often(talk: Talk) -> None:
    """What the button says is known already; it may be taken back in the settings."""
    often = await talk.ask(ABOUT)
    await talk.do(set_often, often)
    await talk.say(f"often-set-{often}", actions=(Action("settings", Phrase("action-settings")), MENU))
