"""What is said in passing: it gets a kind sentence, and is neither offered back nor taken for a story."""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import begun
from flows.deeds.answer_back import asked_back
from flows.deeds.read_leaving import ABOUT_ONESELF, half_told
from flows.engine.questions import Misread, Phrase, Words
from flows.engine.replay import BEGINNING
from flows.engine.talk import Action, Ask, Say
from flows.hearing.answers import reading
from flows.hearing.entering import come_in
from flows.hearing.moves import MENU, Move, Scene
from flows.offers import is_number
from flows.payloads import Command

PERSON = Action("person", Phrase("action-person"))
ANSWER = Action("answer", Phrase("action-answer"))
JOIN = Action("join", Phrase("action-join-after-all"))

PARTING = frozenset(("bye", "no", "thanks", "who"))
"""Who has not agreed and says this does not come in by it."""

AN_ANSWER = frozenset(("yes", "no", "lost", "other"))
"""So little may be the answer to what a moderator asked."""


async def pass_by(scene: Scene, text: str) -> Move | None:
    """Said while nothing is open: one sentence, and the menu. None when it says more than that."""
    kind = scene.means.small_talk.find(text)
    if kind is None and not is_number(text):
        return None
    if not scene.agreed:
        return _at_the_door(scene, kind or "other")
    asked = await asked_back.run(scene.acting)
    if asked and (kind is None or kind in AN_ANSWER):
        return None
    answer = (ANSWER,) if asked else ()
    if kind == "hello":
        return Move(begun(scene.talking, "menu"), (Say("small-hello", actions=answer),), BEGINNING)
    person = (PERSON,) if kind in ("lost", "who") else ()
    return Move(scene.talking, (Say(f"small-{kind or 'number'}", actions=(*answer, *person, MENU)),))


def pass_over(scene: Scene, ask: Ask, text: str) -> Move | None:
    """Said while a question is open that takes no answer as small as this; None when it is to be read."""
    kind = scene.means.small_talk.find(text)
    closed = bool(ask.question.reader.options(ask.chosen))
    if kind is None or _is_read(scene, ask, text if closed else "nee"):
        return None
    if kind == "bye":
        return Move(scene.talking, (Say("small-bye"),), silent=True)
    above = not scene.looked_away
    if kind == "lost":
        return Move(scene.talking, (Say("turn-offer-person", actions=(PERSON,)),), above=above)
    if kind in ("hello", "thanks", "who"):
        return Move(scene.talking, (Say(f"small-{kind}"),), above=above)
    if kind == "no" and _may_be_left(scene):
        return _need_not(scene)
    # However many words it takes: at an open question it is too little.
    return Move(scene.talking, (Say("answer-too-short"),)) if _is_read(scene, ask, text) else None


def _may_be_left(scene: Scene) -> bool:
    """Whether nobody is held to what is open: nothing was told in it yet, and it is not about oneself."""
    top = scene.talking.top
    return top is not None and top.script not in ABOUT_ONESELF and not half_told(top)


def _is_read(scene: Scene, ask: Ask, text: str) -> bool:
    return not isinstance(ask.question.reader.read(Words(text), reading(scene), ask.chosen), Misread)


def _need_not(scene: Scene) -> Move:
    """Nobody has to tell anything: on to what lies beneath, or to the menu."""
    said = (Say("small-need-not"),)
    if scene.talking.beneath is not None:
        return Move(replace(scene.talking, top=scene.talking.beneath, beneath=None, tries=0), said)
    return Move(begun(replace(scene.talking, top=None), "menu"), said, BEGINNING)


def declined(scene: Scene) -> bool:
    """Whether joining after all is what was offered last: the welcome is not begun anew by any word."""
    join = Command(JOIN.name).encode()
    return not scene.agreed and any(payload == join for payload, _ in scene.talking.offered)


def _at_the_door(scene: Scene, kind: str) -> Move:
    """Who does not let us keep anything is not drawn in again by a "no, thank you"."""
    if kind not in PARTING and (kind == "hello" or not declined(scene)):
        return come_in(scene)
    if kind == "lost":
        return Move(scene.talking, (Say("turn-offer-person", actions=(PERSON, JOIN)),))
    return Move(scene.talking, (Say(f"small-{kind}", actions=(JOIN,)),))
