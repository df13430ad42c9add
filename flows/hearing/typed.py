"""What a person typed: a keyword, the words of a button, an answer, or something beside any question."""

from __future__ import annotations

from dataclasses import replace

from flows import offers
from flows.conversing import begun
from flows.deeds.answer_back import asked_since
from flows.deeds.keep_remark import keep_remark
from flows.deeds.read_leaving import ABOUT_ONESELF
from flows.engine.questions import Misread, Words
from flows.engine.readers import Told, clean
from flows.engine.replay import BEGINNING
from flows.engine.talk import Ask, Say
from flows.hearing.answers import read, reading
from flows.hearing.changed import meet_change
from flows.hearing.codes import brings_code
from flows.hearing.commands import obey, press
from flows.hearing.entering import come_in
from flows.hearing.moves import MENU, RESUME, Move, Scene
from flows.hearing.offered_back import say_more
from flows.hearing.passing import JOIN, declined, pass_by, pass_over
from flows.inbound import Event, Wrote
from flows.keywords import Keywords
from flows.payloads import Command

A_SENTENCE = 4
"""So many words are more than a slip in choosing."""

BARE = frozenset(("yes", "no"))

TAKES_WORDS = frozenset(("answer", "loose-words"))
"""Scripts that are about what a moderator asked, or about words that were said already."""


async def take_words(scene: Scene, text: str) -> Move:
    """Stopping first, then what was offered, then the open question; loose words are offered back."""
    text = clean(text)
    command = scene.means.keywords.find(text) or brings_code(scene.means.keywords, Wrote(text))
    if command is not None and (command.action == "stop" or text.startswith("/")):
        return await obey(scene, command)
    ask = scene.ask
    payload = offers.chosen(scene.talking.offered, text)
    if payload is not None and not (ask is not None and _belongs_to(scene, ask, text)):
        return await press(scene, payload)
    if command is not None and not (ask is not None and _is_answered_so(scene, ask, text, command)):
        return await obey(scene, command)
    if ask is None:
        return await pass_by(scene, text) or offer_back(scene, Told(text))
    if scene.changed:
        return await meet_change(scene, ask, Words(text), Told(text))
    if scene.looked_away and scene.means.small_talk.find(text) in BARE:
        # The question is no longer in sight: a bare yes may be about what is.
        return await obey(scene, RESUME)
    return pass_over(scene, ask, text) or await _answer(scene, ask, text)


async def _answer(scene: Scene, ask: Ask, text: str) -> Move:
    """Words for the open question, unless they may be meant for what a moderator just asked."""
    move = read(scene, ask, Words(text), scene.inbound.message_id)
    if (move.fresh is None or not _is_closed(ask)) and await was_just_asked(scene):
        return offer_back(scene, Told(text))
    if move.fresh is None and _goes_on_telling(scene, ask, text):
        if (joined := say_more(scene, text)) is not None:
            return joined
        misread, *more = move.said
        if not scene.agreed:
            return replace(move, said=(Say("turn-words-later"), *more))
        await keep_remark.run(scene.acting, Told(text))
        return replace(move, said=(misread, Say("turn-words-kept"), *more))
    return move


def offer_back(scene: Scene, told: Told) -> Move:
    """What was said outside any question is never lost."""
    if declined(scene):
        return Move(scene.talking, (Say("turn-not-kept", actions=(JOIN,)),))
    if not scene.agreed:
        return come_in(scene)
    if not told.text and not told.media:
        return Move(scene.talking, (Say("turn-unreadable", actions=(MENU,)),))
    words = {"text": told.text, "media": told.media, "kind": told.kind, "seconds": told.seconds}
    return Move(begun(scene.talking, "loose-words", {"words": words}), fresh=BEGINNING)


async def was_just_asked(scene: Scene) -> bool:
    """Whether these are the first words since a moderator asked something over the question that is open."""
    top = scene.talking.top
    if top is None or scene.talking.beneath is not None or top.script in TAKES_WORDS or not scene.agreed:
        return False
    return await asked_since(scene.acting, scene.acting.resident.used_at)


def asks_to_stop(keywords: Keywords, event: Event) -> bool:
    """Stopping works however late it comes in."""
    return isinstance(event, Wrote) and keywords.find(clean(event.text)) == Command("stop")


def _goes_on_telling(scene: Scene, ask: Ask, text: str) -> bool:
    """Whether these are more words than a choice is made with, where something is being told."""
    top = scene.talking.top
    tells = top is not None and (top.script not in ABOUT_ONESELF or not scene.agreed)
    return _is_closed(ask) and tells and len(text.split()) >= A_SENTENCE


def _belongs_to(scene: Scene, ask: Ask, text: str) -> bool:
    """Whether words that stand on a button above the open question answer that question all the same."""
    if not offers.is_number(text):
        return _names_an_option(scene, ask, text)
    # A number that was offered is that of the newest list, unless the question wants a number itself.
    read_so = ask.question.reader.read(Words(text), reading(scene), ask.chosen)
    return not _is_closed(ask) and not isinstance(read_so, Misread)


def _is_answered_so(scene: Scene, ask: Ask, text: str, command: Command) -> bool:
    """Whether what asks for something answers the open question: one of its options, or "bel me" for whom."""
    top = scene.talking.top
    told_to_a_person = top is not None and top.script == command.action == "person" and not _is_closed(ask)
    code_is_asked = top is not None and top.script == command.action == "linking-code"
    return told_to_a_person or code_is_asked or _names_an_option(scene, ask, text)


def _is_closed(ask: Ask) -> bool:
    return bool(ask.question.reader.options(ask.chosen))


def _names_an_option(scene: Scene, ask: Ask, text: str) -> bool:
    """Whether this is also one of the options of the open question: then it is an answer."""
    typed, language = text.strip(" .!").casefold(), scene.acting.resident.language
    options = ask.question.reader.options(ask.chosen)
    labels = (words for option in options for words in scene.means.wording.labels(option.label, language))
    return typed in (words.casefold() for words in labels)
