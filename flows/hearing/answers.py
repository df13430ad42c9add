"""An answer to the open question, or something to say beside it."""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import noted
from flows.engine.questions import Answer, Misread, Partial, Phrase, Reading
from flows.engine.replay import Entry
from flows.engine.talk import Action, Ask, Say
from flows.hearing.entering import come_in
from flows.hearing.moves import MENU, Move, Scene
from flows.nudges import local_day
from flows.phrasing import Phrasing
from flows.rendering import degrade

PATIENCE = 2
"""After so many misread answers a person is offered."""


def read(scene: Scene, ask: Ask, answer: Answer, message_id: str = "") -> Move:
    """Read the answer to the open question into the journal, or ask again, kindly."""
    reader = ask.question.reader
    value = reader.read(answer, reading(scene), ask.chosen)
    if isinstance(value, Misread):
        return _misread(scene, ask, value)
    unfinished = isinstance(value, Partial)
    dumped = reader.dump(value.value if isinstance(value, Partial) else value)
    entry = Entry(dumped, message=message_id, unfinished=unfinished)
    return Move(noted(replace(scene.talking, tries=0), ask.name, entry), fresh=ask.name)


def _misread(scene: Scene, ask: Ask, misread: Misread) -> Move:
    options = "numbered" if _is_numbered(scene, ask) else "shown"
    said = [Say(misread.text, {**(misread.arguments or {}), "options": options})]
    talking = scene.talking
    tries = talking.tries + 1
    if tries >= PATIENCE:
        said.append(Say("turn-offer-person", actions=(Action("person", Phrase("action-person")),)))
    return Move(replace(talking, tries=tries), tuple(said), above=not scene.looked_away)


def _is_numbered(scene: Scene, ask: Ask) -> bool:
    """Whether the options of this question bear numbers on this channel: else nobody is told to type one."""
    person = scene.acting.resident
    message = Phrasing(scene.acting.wording, person.language).asked(ask, run=0)
    return bool(degrade(message, scene.acting.capabilities[person.channel])[-1].numbered)


def beside(scene: Scene, say: Say) -> Move:
    """Say something, and ask the open question again; without one the menu is offered."""
    if scene.talking.top is None and not scene.agreed:
        return replace(come_in(scene), said=(say,))
    if scene.talking.top is None and not say.actions:
        say = replace(say, actions=(MENU,))
    return Move(scene.talking, (say,))


def reading(scene: Scene) -> Reading:
    """What a reader may know of the person."""
    person = scene.acting.resident
    return Reading(
        today=local_day(scene.acting.now, person.zone),
        language=person.language,
        words=lambda label: scene.means.wording.labels(label, person.language),
    )
