"""A person changed an earlier message of their own."""

from __future__ import annotations

from dataclasses import asdict, replace

from flows.conversing import entries
from flows.engine.questions import Misread, Partial, Words
from flows.engine.readers import clean
from flows.engine.talk import Say
from flows.hearing.answers import beside, reading
from flows.hearing.moves import Move, Scene
from storage.journal import Standing, Talking

TOO_LATE = Say("turn-edit-too-late")


async def correct(scene: Scene, text: str) -> Move:
    """Correct the answer that came from this message, as long as no deed rests on it."""
    talking, top = scene.talking, scene.talking.top
    name = _answered_by(talking, scene.inbound.message_id)
    if name is None or top is None:
        return beside(scene, TOO_LATE)
    earlier = replace(talking, top=_before(top, name))
    ask = (await scene.means.conversing.play(scene.acting, earlier, None, looking=True)).ask
    if ask is None or ask.name != name:
        return beside(scene, TOO_LATE)
    value = ask.question.reader.read(Words(clean(text)), reading(scene), None)
    if isinstance(value, Misread | Partial):
        return beside(scene, TOO_LATE)
    entry = replace(entries(top)[name], value=ask.question.reader.dump(value))
    journal = {**top.journal, name: asdict(entry)}
    return Move(replace(talking, top=replace(top, journal=journal)), (Say("turn-edit-done"),))


def _before(top: Standing, name: str) -> Standing:
    """The script as it stood when this was asked."""
    names = list(top.journal)
    return replace(top, journal={one: top.journal[one] for one in names[: names.index(name)]})


def _answered_by(talking: Talking, message_id: str) -> str | None:
    """The name of the answer that came from this message, None when a deed followed it or it is not here."""
    if talking.top is None or not message_id:
        return None
    found: str | None = None
    for name, entry in entries(talking.top).items():
        if entry.kind == "deed":
            found = None
        elif entry.message == message_id:
            found = name
    return found
