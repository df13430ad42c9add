"""What was overtaken by a later message."""

from __future__ import annotations

from flows.deeds.keep_remark import keep_remark
from flows.deeds.note_media import note_media
from flows.engine.readers import Told, clean
from flows.engine.talk import Say
from flows.hearing.moves import Move, Scene
from flows.inbound import Uploaded, Wrote


async def keep_late(scene: Scene) -> Move:
    """What was overtaken never answers a newer question: it is kept as a remark."""
    talking = scene.talking
    if not scene.agreed:
        return Move(talking, silent=True)
    match scene.inbound.event:
        case Wrote(text):
            await keep_remark.run(scene.acting, Told(clean(text)))
        case Uploaded(kind="voice" | "photo" as kind) as file:
            sent = await note_media(scene.acting, file)
            await keep_remark.run(scene.acting, Told(clean(file.caption), sent.media, kind, file.seconds))
        case _:
            return Move(talking, (Say("turn-unreadable"),), silent=True)
    return Move(talking, (Say("turn-late-words"),), silent=True)
