"""What a person should know before anything else: what was let go, and that we do not write to them."""

from __future__ import annotations

from datetime import datetime

from flows.engine.questions import Phrase
from flows.engine.replay import BEGINNING
from flows.engine.talk import Action, Say
from flows.hearing.moves import Move, Scene
from flows.nudges import COUNTED_AT_ONCE, local_day
from storage import seen_events
from storage.journal import Talking

HAD_STOPPED = Say("turn-had-stopped", actions=(Action("back", Phrase("action-back")),))
LEAVING_OR_BACK = frozenset(("stop", "back", "leave", "forget"))


def was_let_go(talking: Talking) -> tuple[Say, ...]:
    """What was half told and has expired; of a welcome nothing was told, and a vote counts at once."""
    if not talking.expired or talking.top is not None or talking.expired in COUNTED_AT_ONCE:
        return ()
    return (Say("turn-begins-anew" if talking.expired == "welcome" else "turn-expired"),)


async def had_stopped(scene: Scene, move: Move, *, came_in: bool) -> tuple[Say, ...]:
    """Who had stopped and comes in, or begins something again, hears that we do not write to them.

    Not before everything that is begun: of one stop once a day is enough.
    """
    stopped_at = scene.acting.resident.stopped_at
    if stopped_at is None or not scene.agreed:
        return ()
    top = move.talking.top
    begins = move.fresh == BEGINNING and top is not None and top.script not in LEAVING_OR_BACK
    if not came_in and not begins:
        return ()
    first = await _first_today(scene, stopped_at)
    return (HAD_STOPPED,) if first or came_in else ()


async def _first_today(scene: Scene, stopped_at: datetime) -> bool:
    """Kept under a piece of the chat's own hash, so that it is erased with the chat."""
    acting, inbound = scene.acting, scene.inbound
    chat = acting.secrets.lookup(inbound.channel, inbound.address)[:12]
    day = local_day(acting.now, acting.resident.zone)
    key = f"{chat}:stopped:{stopped_at.timestamp():.0f}:{day}"
    return await seen_events.record(acting.connection, inbound.channel, key, acting.now)
