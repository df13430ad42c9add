"""What an event means here: an answer, an action, words beside the question, or something to explain.

Hearing decides the next move; it says nothing itself and plays no script.
"""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import Conversing
from flows.deeds.acting import Acting
from flows.engine.questions import Spot
from flows.engine.talk import Say
from flows.hearing.answers import beside, read
from flows.hearing.changed import meet_change
from flows.hearing.codes import brings_code
from flows.hearing.commands import press
from flows.hearing.edits import correct
from flows.hearing.entering import come_in
from flows.hearing.late import keep_late
from flows.hearing.moves import Means, Move, Scene
from flows.hearing.reminders import had_stopped, was_let_go
from flows.hearing.typed import asks_to_stop, take_words
from flows.hearing.uploads import cannot_read, take_file
from flows.inbound import Edited, Inbound, Located, Pressed, Uploaded, Wrote
from flows.keywords import Keywords
from flows.small_talk import SmallTalk
from flows.wording import Wording
from storage.journal import Talking


class Hearing:
    """Hears one event of one chat."""

    def __init__(self, conversing: Conversing, wording: Wording) -> None:
        """The keywords are read from the texts once."""
        self._means = Means(conversing, wording, Keywords(wording), SmallTalk(wording))

    async def hear(self, acting: Acting, talking: Talking, inbound: Inbound, *, came_in: bool) -> Move:
        """The next move."""
        scene = Scene(self._means, acting, talking, None, inbound)
        if not came_in and self._is_late(scene):
            return await keep_late(scene)
        let_go = was_let_go(talking)
        opened = await self._means.conversing.play(acting, replace(talking, expired=""), None)
        scene = replace(scene, acting=opened.acting, talking=opened.talking, ask=opened.ask)
        brings = brings_code(self._means.keywords, inbound.event)
        move = come_in(scene) if came_in and not brings else await _by_event(scene)
        stopped = await had_stopped(scene, move, came_in=came_in)
        if came_in:
            said = (*move.said, *let_go, *opened.said, *stopped)
        else:
            said = (*let_go, *opened.said, *stopped, *move.said)
        return replace(move, said=said, acting=move.acting or opened.acting)

    def _is_late(self, scene: Scene) -> bool:
        """Whether this was overtaken and may be taken for an answer; stopping works however late it comes."""
        event, person = scene.inbound.event, scene.acting.resident
        if not isinstance(event, Wrote | Uploaded | Located) or asks_to_stop(self._means.keywords, event):
            return False
        return scene.inbound.is_overtaken(person.last_order, person.used_at)


async def _by_event(scene: Scene) -> Move:
    match scene.inbound.event:
        case Pressed(payload):
            return await press(scene, payload)
        case Wrote(text):
            return await take_words(scene, text)
        case Uploaded() as file:
            return await take_file(scene, file)
        case Located(latitude, longitude) if scene.ask is not None:
            spot = Spot(latitude, longitude)
            if scene.changed:
                return await meet_change(scene, scene.ask, spot)
            return read(scene, scene.ask, spot, scene.inbound.message_id)
        case Edited(text):
            return await correct(scene, text)
        case _ if scene.agreed:
            return cannot_read(scene, "turn-unreadable")
        case _:
            return beside(scene, Say("turn-before-consent"))
