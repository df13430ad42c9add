"""A resident answers what a moderator asked back."""

from __future__ import annotations

from collections.abc import Sequence

from flows.deeds.answer_back import AskedBack, answer_back, asked_back
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.cleaning import shortened
from flows.engine.questions import JSON, Option, Phrase, Question, TextArgument
from flows.engine.readers import OneOf, Telling, Told
from flows.engine.talk import Next, Talk, named, script
from flows.scripts.promises import MENU, MINE, point_elsewhere

ABOUT = Question("about", "answer-back-which", OneOf(()))
REPLY = Question("reply", "answer-back-ask", Telling(least=1))

FITS_A_BUTTON = 34
"""So much of a question stands on its button, with what it is about behind it."""


def subject(asked: AskedBack) -> Phrase:
    """The contribution that a question is about: "verhaal 12"."""
    return Phrase("answer-back-subject", {"kind": Phrase(f"kind-{asked.kind}"), "number": str(asked.number)})


async def which_question(talk: Talk, open_now: Sequence[AskedBack]) -> int:
    """The number of the contribution whose question is meant, asked under the name "about"."""
    options = tuple(_option(one, len(open_now)) for one in open_now)
    chosen = await talk.ask(ABOUT.offering(OneOf(options)))
    return int(chosen)


def answered(number: int, told: Told) -> Next:
    """Go on to the answer to this question, with what was told already."""
    known: dict[str, JSON] = {"about": str(number), named(REPLY.name, str(number)): REPLY.reader.dump(told)}
    return Next("answer", known)


@script("answer")
async def answering_back(talk: Talk) -> Next | None:
    """What is told goes to the same item, and the moderator finds it there; by voice or photo as well."""
    open_now = await talk.see(asked_back)
    seen = await talk.see(read_trajectory)
    if not open_now:
        await talk.say("answer-back-nothing", actions=(MENU,))
        return None
    number = open_now[0].number if len(open_now) == 1 else await which_question(talk, open_now)
    asked = next(one for one in open_now if one.number == number)
    told = await talk.ask(REPLY, about=str(number), subject=subject(asked), asked=shortened(asked.question))
    if not await talk.do(answer_back.about(str(number)), number=number, told=told):
        # It was decided at this very moment.
        await talk.say("answer-back-nothing")
        return Next("loose-words", {"words": REPLY.reader.dump(told)})
    if seen.stopped:
        await talk.say("answer-back-thanks")
        await point_elsewhere(talk)
    else:
        await talk.say("answer-back-thanks", actions=(MINE,))
    return None


def _option(asked: AskedBack, among: int) -> Option:
    # A bare number that may be a place in the list means that place.
    called = str(asked.number) if asked.number > among else ""
    shown: dict[str, TextArgument] = {
        "asked": shortened(asked.question, FITS_A_BUTTON),
        "subject": subject(asked),
        "called": called,
    }
    return Option(str(asked.number), Phrase("answer-back-option", shown))
