"""One tap: what matters most to you here. A first contribution, right after joining."""

from __future__ import annotations

from collections.abc import Mapping

from flows.counting import ENOUGH
from flows.deeds.read_trajectory import TrajectorySeen, read_trajectory
from flows.deeds.tap_first import Tapped, read_taps, tap_first
from flows.engine.questions import Localized, Option, Phrase, Question, TextArgument
from flows.engine.readers import OneOf
from flows.engine.talk import Action, Next, Talk, script

CHOICE = Question("choice", "first-tap-ask", OneOf(()))


@script("first-tap")
async def first_tap(talk: Talk) -> Next | None:
    """What others chose is shown at once; who gave nothing yet goes on to what is asked now."""
    seen = await talk.see(read_trajectory)
    taps = await talk.see(read_taps)
    offered = tuple(Option(key, label, chosen=key == taps.mine) for key, label in taps.options.items())
    choice = await talk.ask(CHOICE.offering(OneOf(offered)), title=seen.text("title"))
    tapped = await talk.do(tap_first, choice=choice)
    said = _said(tapped, choice, taps.options)
    following = _following(seen)
    if not taps.gave and following:
        await talk.say("first-tap-thanks", said=said)
        return Next(following)
    names = (following, "menu") if following else ("menu",)
    actions = tuple(Action(name, Phrase(f"action-{name}")) for name in names)
    await talk.say("first-tap-thanks", actions=actions, said=said)
    return None


def _following(seen: TrajectorySeen) -> str:
    """What is asked now beside this; empty when nothing is."""
    ways = (seen.asks, *seen.allows)
    return next((name for name in ways if name and name != "first-tap"), "")


def _said(tapped: Tapped, choice: str, labels: Mapping[str, Localized | Phrase]) -> Phrase:
    """How many chose the same, with the whole beside it; of a few people nothing is said."""
    if tapped.of < ENOUGH:
        return Phrase("first-tap-early")
    if tapped.favourite == choice:
        return Phrase("first-tap-favourite", {"same": tapped.same, "of": tapped.of})
    most = labels.get(tapped.favourite, "")
    about: dict[str, TextArgument] = {
        "same": tapped.same,
        "of": tapped.of,
        "most": most,
        "times": tapped.times,
    }
    return Phrase("first-tap-other", about)
