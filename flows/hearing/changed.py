"""The open question was edited while someone was answering it: what they said is not lost, nor misused."""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import entries, noted
from flows.deeds.keep_remark import keep_remark
from flows.engine.cleaning import shortened
from flows.engine.questions import Answer, Misread, Partial, Phrase, Words
from flows.engine.readers import Told, YesNo
from flows.engine.replay import Entry
from flows.engine.talk import Action, Ask, Say
from flows.hearing.answers import beside, reading
from flows.hearing.moves import Move, Scene
from flows.offers import is_number

ASKED_AGAIN = Say("turn-question-changed")
KEPT = Say("turn-question-changed-kept")


async def meet_change(scene: Scene, ask: Ask, answer: Answer, told: Told | None = None) -> Move:
    """Offer it as the answer to the new question where that is answered by telling, else keep it.

    A bare choice was about what is gone: it is made again.
    """
    value = ask.question.reader.read(answer, reading(scene), ask.chosen)
    closed = bool(ask.question.reader.options(ask.chosen))
    if told is not None and not closed and not isinstance(value, Misread | Partial):
        dumped = ask.question.reader.dump(value)
        held = Entry(dumped, message=scene.inbound.message_id, unfinished=True)
        return Move(noted(scene.talking, ask.name, held), (_offer(ask, told),))
    understood = not isinstance(value, Misread)
    if told is None or understood or _is_choice(scene, answer) or not scene.agreed:
        return Move(scene.talking, (ASKED_AGAIN,))
    await keep_remark.run(scene.acting, told)
    return Move(scene.talking, (KEPT,))


def use_held(scene: Scene, name: str) -> Move:
    """What was offered is the answer after all."""
    ask, top = scene.ask, scene.talking.top
    held = entries(top).get(name) if top is not None else None
    if ask is None or ask.name != name or held is None or ask.question.reader.options(ask.chosen):
        return beside(scene, Say("turn-stale"))
    return Move(noted(scene.talking, name, replace(held, unfinished=False)), fresh=name)


def _offer(ask: Ask, told: Told) -> Say:
    words = shortened(told.text) if told.kind == "text" else Phrase(f"told-{told.kind}")
    use = Action("use", Phrase("action-use"), ask.name)
    return Say("turn-question-changed-use", {"words": words}, actions=(use,))


def _is_choice(scene: Scene, answer: Answer) -> bool:
    """Whether this only chooses: a yes, a no, a number."""
    if not isinstance(answer, Words):
        return False
    return is_number(answer.text) or isinstance(YesNo().read(answer, reading(scene)), bool)
