"""Files that a person sent."""

from __future__ import annotations

from flows.deeds.keep_remark import keep_remark
from flows.deeds.note_media import note_media
from flows.engine.questions import Misread
from flows.engine.readers import Told, clean
from flows.engine.talk import Say
from flows.hearing.answers import beside, read, reading
from flows.hearing.changed import meet_change
from flows.hearing.moves import Move, Scene
from flows.hearing.typed import offer_back, was_just_asked
from flows.inbound import Uploaded


async def take_file(scene: Scene, file: Uploaded) -> Move:
    """An answer where one may be told; on a closed question it is kept for a person to hear."""
    if not scene.agreed:
        return beside(scene, Say("turn-before-consent"))
    if file.size > scene.acting.capabilities[scene.inbound.channel].upload:
        return beside(scene, Say("turn-too-large"))
    if file.kind == "other":
        return beside(scene, Say("turn-wrong-type"))
    sent = await note_media(scene.acting, file)
    told = Told(clean(file.caption), sent.media, file.kind, file.seconds)
    ask = scene.ask
    if ask is None:
        return offer_back(scene, told)
    if scene.changed:
        return await meet_change(scene, ask, sent, told)
    if await was_just_asked(scene):
        return offer_back(scene, told)
    if isinstance(ask.question.reader.read(sent, reading(scene), ask.chosen), Misread):
        await keep_remark.run(scene.acting, told)
        return Move(scene.talking, (Say("turn-remark-kept"),))
    return read(scene, ask, sent, scene.inbound.message_id)
