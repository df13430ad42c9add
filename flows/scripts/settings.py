"""Language, how often we may write, a pause, the apps in which one takes part."""

from __future__ import annotations

from flows.deeds.introduce import choose_language
from flows.deeds.read_channels import read_channels
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.set_pushes import pause, set_often
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf
from flows.engine.talk import Action, Next, Talk, script
from flows.scripts.welcome import languages

WHICH = Question("which", "settings-which", OneOf(()))
LANGUAGE = Question("language", "welcome-language", OneOf(()))
OFTEN = Question(
    "often",
    "settings-how-often",
    OneOf(tuple(Option(key, Phrase(f"often-{key}")) for key in ("usual", "less", "never"))),
)
PAUSE = Question(
    "pause",
    "settings-how-long",
    OneOf(tuple(Option(key, Phrase(f"pause-{key}")) for key in ("7", "30", "0"))),
)
APPS = ("linking", "unlinking")


@script("settings")
async def settings(talk: Talk) -> Next | None:
    """One thing at a time, changed at once."""
    apps = APPS if (await talk.see(read_channels)).others else APPS[:1]
    keys = ("language", "often", "pause", *apps, "nothing")
    which = await talk.ask(
        WHICH.offering(OneOf(tuple(Option(key, Phrase(f"settings-{key}")) for key in keys)))
    )
    if which in APPS:
        return Next(which)
    if which == "language":
        seen = await talk.see(read_trajectory)
        await talk.do(choose_language, await talk.ask(LANGUAGE.offering(languages(seen.languages))))
    elif which == "often":
        await talk.do(set_often, await talk.ask(OFTEN))
    elif which == "pause":
        days = await talk.ask(PAUSE)
        await talk.do(pause, int(days))
    text = "settings-as-they-were" if which == "nothing" else "settings-done"
    await talk.say(text, actions=(Action("menu", Phrase("action-menu")),))
    return None
