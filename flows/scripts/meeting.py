"""Meetings: which there are, whether one comes, and being there."""

from __future__ import annotations

from flows.deeds.attend_meeting import Attended, attend_meeting, come_in, read_meetings
from flows.deeds.invite_to_meetings import answers
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Text
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU

WHICH = Question("about", "meeting-which", Text(least=1, most=40))
CODE = Question("code", "meeting-code", Text(least=4, most=12))
DOOR = Action("door", Phrase("action-door"))


@script("meeting")
async def meeting(talk: Talk) -> None:
    """The next ones, each with its buttons; who cannot come hears of the other ways."""
    ahead = await talk.see(read_meetings)
    if not ahead:
        seen = await talk.see(read_trajectory)
        await talk.say("meeting-none", ways=seen.text("other_ways"), actions=(MENU,))
        return
    for one in ahead:
        said = Phrase(f"meeting-you-{one.answer}") if one.answer else ""
        await talk.say(
            "meeting-shown",
            look="card",
            title=one.title,
            when=one.when,
            place=one.place,
            access=one.access,
            coming=one.coming,
            said=said,
            actions=answers(one.id),
        )
    await talk.say("meeting-end", actions=(DOOR, MENU))


@script("attend")
async def attend(talk: Talk) -> None:
    """A button under a meeting: what it says is known already, as "12.come"."""
    chosen = await talk.ask(WHICH)
    number, _, answer = chosen.partition(".")
    meeting_id = int(number) if number.isdecimal() and len(number) < 10 else 0
    done = await talk.do(attend_meeting, meeting_id=meeting_id, answer=answer)
    if done.outcome == "noted":
        await talk.say(f"meeting-noted-{answer}", actions=(MENU,))
    else:
        await _explain(talk, done)


@script("door")
async def door(talk: Talk) -> None:
    """Somebody is there, and types the code that hangs at the door."""
    done = await talk.do(come_in, code=await talk.ask(CODE))
    if done.outcome == "noted":
        await talk.say("meeting-there", actions=(MENU,))
    else:
        await _explain(talk, done)


async def _explain(talk: Talk, done: Attended) -> None:
    await talk.say(f"meeting-is-{done.outcome}", actions=(Action("meeting", Phrase("action-meeting")), MENU))
