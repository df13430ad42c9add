"""Files that a person sent."""

from __future__ import annotations

from flows.deeds.keep_remark import keep_remark
from flows.deeds.note_media import note_media
from flows.engine.questions import Misread, Sent
from flows.engine.readers import Told, clean
from flows.engine.talk import Ask, Say
from flows.hearing.answers import beside, read, reading
from flows.hearing.changed import meet_change
from flows.hearing.moves import Move, Scene
from flows.hearing.typed import offer_back, was_just_asked
from flows.inbound import Uploaded

NO_DOCUMENTS = ("application/ogg", "application/octet-stream")
"""What messengers call a voice message or a photo that they do not know."""


async def take_file(scene: Scene, file: Uploaded) -> Move:
    """An answer where one may be told; on a closed question it is for a person, once it could be opened."""
    if not scene.agreed:
        return beside(scene, Say("turn-before-consent"))
    if file.size > scene.acting.capabilities[scene.inbound.channel].upload:
        takes_files = scene.ask is None or _is_read(scene, scene.ask, Sent("", "photo"))
        return beside(scene, Say("turn-too-large" if takes_files else "turn-too-large-here"))
    if file.kind == "other" or _is_a_document(file.mime):
        return cannot_read(scene, "turn-wrong-type")
    sent = await note_media(scene.acting, file)
    told = Told(clean(file.caption), sent.media, file.kind, file.seconds)
    ask = scene.ask
    if ask is None:
        return offer_back(scene, told)
    if scene.changed:
        return await meet_change(scene, ask, sent, told)
    if await was_just_asked(scene):
        return offer_back(scene, told)
    if not _is_read(scene, ask, sent):
        await keep_remark.run(scene.acting, told)
        return Move(scene.talking, (Say("turn-remark-came"),), above=not scene.looked_away)
    return read(scene, ask, sent, scene.inbound.message_id)


def cannot_read(scene: Scene, text: str) -> Move:
    """One sentence. What one could send instead is said where nothing is asked: else the question says it."""
    if scene.ask is None:
        return beside(scene, Say(text))
    return Move(scene.talking, (Say(f"{text}-here"),), above=not scene.looked_away)


def _is_read(scene: Scene, ask: Ask, sent: Sent) -> bool:
    return not isinstance(ask.question.reader.read(sent, reading(scene), ask.chosen), Misread)


def _is_a_document(mime: str) -> bool:
    """Whether this is neither a picture nor a sound, whatever it was sent as."""
    return mime.startswith(("text/", "application/")) and mime not in NO_DOCUMENTS
