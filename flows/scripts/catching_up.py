"""Where we are: for who joins late, and for who wants to know."""

from __future__ import annotations

from flows.deeds.catch_up import SoFar, note_caught_up, read_so_far
from flows.deeds.read_trajectory import TrajectorySeen, read_trajectory
from flows.engine.questions import Phrase, TextArgument
from flows.engine.talk import Action, Stage, Talk, script
from flows.steps import STEPS

SETTLED = 3
"""So much of what is settled is said, of the last steps: it is read on a phone."""


@script("catch-up")
async def catching_up(talk: Talk) -> None:
    """What was done, what came of it, what is settled and why, and what can be done now."""
    seen = await talk.see(read_trajectory)
    so_far = await talk.see(read_so_far)
    await talk.do(note_caught_up)
    await talk.say(
        "catch-up-done" if so_far.done else "catch-up-begun",
        look="journey",
        stages=_stages(so_far),
        title=seen.text("title"),
    )
    for step in so_far.settled[-SETTLED:]:
        await talk.say(f"settled-{step.code}")
    story = "story" in seen.allows and seen.asks != "story"
    await talk.say(
        "catch-up-now",
        actions=_ways(seen),
        invites=Phrase(so_far.invites),
        story=Phrase("catch-up-story") if story else "",
    )


def _stages(so_far: SoFar) -> tuple[Stage, ...]:
    done = []
    for step, *said in so_far.done:
        brought = {name: phrase for name, phrase in zip(("brought", "moreover"), said, strict=True) if phrase}
        text = "catch-up-step" if len(brought) == 1 else "catch-up-step-both"
        done.append(Stage(Phrase(text, {"step": Phrase(step.text), **brought})))
    if so_far.now is not None:
        about: dict[str, TextArgument] = {
            "number": str(so_far.now.number),
            "of": str(len(STEPS)),
            "step": Phrase(so_far.now.text),
        }
        done.append(Stage(Phrase("catch-up-place", about), reached=False))
    return tuple(done)


def _ways(seen: TrajectorySeen) -> tuple[Action, ...]:
    names = [seen.asks, *(["story"] if "story" in seen.allows else []), "menu"]
    return tuple(Action(name, Phrase(f"action-{name}")) for name in dict.fromkeys(names) if name)
