"""What a message means here: an answer, an action, words beside the question, or something to explain.

Hearing decides the next move; it says nothing itself and plays no script.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

from flows import offers
from flows.conversing import Conversing, begun, entries, noted
from flows.deeds.acting import Acting
from flows.deeds.introduce import choose_language
from flows.deeds.keep_remark import keep_remark
from flows.deeds.note_media import note_media
from flows.deeds.read_trajectory import standings
from flows.engine.questions import Answer, Misread, Partial, Phrase, Press, Reading, Spot, Words
from flows.engine.readers import Told, clean
from flows.engine.replay import BEGINNING, Entry
from flows.engine.talk import Action, Ask, Say
from flows.inbound import Edited, Event, Inbound, Located, Pressed, Started, Uploaded, Wrote
from flows.keywords import Keywords
from flows.nudges import local_day
from flows.payloads import Choice, Command, decode
from flows.steps import allowed
from flows.wording import Wording
from storage import participants
from storage.journal import Standing, Talking

SCRIPT_ACTIONS = frozenset(
    ("menu", "story", "idea", "mine", "person", "settings", "privacy", "stop", "back", "forget", "answer")
)
BEFORE_CONSENT = frozenset(("language", "stop", "privacy", "forget", "person", "resume"))
LEAVING = frozenset(("stop",))
PATIENCE = 2
"""After so many misread answers a person is offered."""

MENU = Action("menu", Phrase("action-menu"))


@dataclass(frozen=True)
class Move:
    """What to play next. `fresh` as in `advance`; `over` is the script that was open beneath.

    `silent` leaves the open question unasked; `acting` is set when the person was changed on the way.
    """

    talking: Talking
    said: tuple[Say, ...] = ()
    fresh: str | None = None
    over: Standing | None = None
    silent: bool = False
    acting: Acting | None = field(default=None)


class Hearing:
    """Hears one event of one chat."""

    def __init__(self, conversing: Conversing, wording: Wording) -> None:
        """The keywords are read from the texts once."""
        self._conversing = conversing
        self._wording = wording
        self._keywords = Keywords(wording)

    async def hear(self, acting: Acting, talking: Talking, inbound: Inbound, *, came_in: bool) -> Move:
        """The next move."""
        person = acting.resident
        expired = (Say("turn-expired"),) if talking.expired and talking.top is None else ()
        talking = replace(talking, expired="")
        if came_in:
            return self._come_in(acting, talking)
        overtaken = inbound.is_overtaken(person.last_order, person.used_at)
        if overtaken and _says_something(inbound.event) and not self._asks_to_stop(inbound.event):
            return await self._keep_late(acting, talking, inbound.event)
        opened = await self._conversing.play(acting, talking, None)
        if _has_changed(talking, opened.ask) and _says_something(inbound.event):
            return Move(opened.talking, (Say("turn-question-changed"),), acting=opened.acting)
        move = await self._by_event(opened.acting, opened.talking, opened.ask, inbound)
        move = replace(move, acting=move.acting or opened.acting)
        return replace(move, said=(*expired, *self._reminder_of_stop(acting, move), *move.said))

    def _reminder_of_stop(self, acting: Acting, move: Move) -> tuple[Say, ...]:
        """Who had stopped and begins something again is told, once, that we do not write to them."""
        top = move.talking.top
        begins = move.fresh == BEGINNING and top is not None and top.script not in ("stop", "back", "forget")
        if acting.resident.stopped_at is None or not begins:
            return ()
        return (Say("turn-had-stopped", actions=(Action("back", Phrase("action-back")),)),)

    def _asks_to_stop(self, event: Event) -> bool:
        """Stopping works however late it comes in."""
        return isinstance(event, Wrote) and self._keywords.find(clean(event.text)) == Command("stop")

    def _come_in(self, acting: Acting, talking: Talking) -> Move:
        if acting.resident.consented_at is None:
            if talking.top is not None and talking.top.script == "welcome":
                return Move(talking)
            return Move(replace(begun(talking, "welcome"), beneath=None), fresh=BEGINNING)
        if talking.top is not None:
            return Move(talking, (Say("welcome-back"),))
        return Move(begun(talking, "menu"), (Say("welcome-back"),), BEGINNING)

    async def _by_event(self, acting: Acting, talking: Talking, ask: Ask | None, inbound: Inbound) -> Move:
        match inbound.event:
            case Started():
                return self._come_in(acting, talking)
            case Pressed(payload):
                return await self._pressed(acting, talking, ask, payload)
            case Wrote(text):
                return await self._wrote(acting, talking, ask, text, inbound.message_id)
            case Uploaded() as uploaded:
                return await self._uploaded(acting, talking, ask, uploaded, inbound)
            case Located(latitude, longitude):
                spot = Spot(latitude, longitude)
                return await self._answered(acting, talking, ask, spot, inbound.message_id)
            case Edited(text):
                return await self._edited(acting, talking, text, inbound.message_id)
            case _:
                return await self._beside(acting, talking, Say("turn-unreadable"))

    # Buttons and keywords

    async def _pressed(self, acting: Acting, talking: Talking, ask: Ask | None, payload: str) -> Move:
        match decode(payload):
            case Command() as command:
                return await self._command(acting, talking, command)
            case Choice(run, question, option) if talking.top and talking.top.run == run:
                if ask is not None and ask.name == question:
                    return self._read(acting, talking, ask, Press(option), "")
                return await self._beside(acting, talking, Say("turn-stale"))
            case Choice():
                return await self._beside(acting, talking, Say("turn-stale"))
            case None:
                return await self._beside(acting, talking, Say("turn-unknown-button"))

    async def _command(self, acting: Acting, talking: Talking, command: Command) -> Move:
        name = command.action
        if acting.resident.consented_at is None and name not in BEFORE_CONSENT:
            return self._come_in(acting, talking)
        if name == "language" and command.argument in acting.resident.languages:
            return await self._switch(acting, talking, command.argument)
        if name == "resume":
            nothing = () if talking.top else (Say("turn-nothing-to-resume", actions=(MENU,)),)
            return Move(talking, nothing)
        if name == "join":
            return self._come_in(acting, talking)
        if name not in SCRIPT_ACTIONS:
            return await self._beside(acting, talking, Say("turn-unknown-button"))
        if name in ("story", "idea") and not await self._allows(acting, name):
            return await self._beside(acting, talking, Say("turn-not-now", actions=(MENU,)))
        return self._begin(talking, name, command.argument)

    def _begin(self, talking: Talking, name: str, argument: str = "") -> Move:
        """Begin a script; one that is open already is gone on with instead."""
        if talking.top is not None and talking.top.script == name:
            return Move(talking)
        if talking.beneath is not None and talking.beneath.script == name:
            return Move(replace(talking, top=talking.beneath, beneath=None))
        if name in LEAVING:
            talking = replace(talking, top=None, beneath=None)
        over = talking.beneath or talking.top
        answers = {"about": argument} if argument else {}
        return Move(begun(talking, name, answers), fresh=BEGINNING, over=over)

    async def _switch(self, acting: Acting, talking: Talking, language: str) -> Move:
        """Another language, at once: the open question comes again in it."""
        await choose_language.run(acting, language)
        person = await participants.read_at(acting.connection, talking.address_id)
        said = () if talking.top else (Say("settings-done", actions=(MENU,)),)
        return Move(talking, said, acting=replace(acting, person=person))

    async def _allows(self, acting: Acting, script: str) -> bool:
        return script in allowed(await standings(acting, acting.resident.trajectory_id))

    # Words

    async def _wrote(
        self, acting: Acting, talking: Talking, ask: Ask | None, text: str, message_id: str
    ) -> Move:
        text = clean(text)
        command = self._keywords.find(text)
        if command is not None and (command.action == "stop" or text.startswith("/")):
            return await self._command(acting, talking, command)
        payload = offers.chosen(talking.offered, text)
        if payload is not None:
            return await self._pressed(acting, talking, ask, payload)
        if ask is None:
            if command is not None:
                return await self._command(acting, talking, command)
            return self._loose(acting, talking, Told(text))
        if command is not None and not self._reads(acting, ask, Words(text)):
            return await self._command(acting, talking, command)
        return self._read(acting, talking, ask, Words(text), message_id)

    def _reads(self, acting: Acting, ask: Ask, answer: Words) -> bool:
        """Whether a keyword is also one of the options of the open question: then it is an answer."""
        typed, language = answer.text.strip(" .!").casefold(), acting.resident.language
        options = ask.question.reader.options(ask.chosen)
        labels = (words for option in options for words in self._wording.labels(option.label, language))
        return typed in (words.casefold() for words in labels)

    def _loose(self, acting: Acting, talking: Talking, told: Told) -> Move:
        if acting.resident.consented_at is None:
            return self._come_in(acting, talking)
        if not told.text and not told.media:
            return Move(talking, (Say("turn-unreadable", actions=(MENU,)),))
        words = {"text": told.text, "media": told.media, "kind": told.kind, "seconds": told.seconds}
        return Move(begun(talking, "loose-words", {"words": words}), fresh=BEGINNING)

    async def _keep_late(self, acting: Acting, talking: Talking, event: Event) -> Move:
        """What was overtaken never answers a newer question."""
        if acting.resident.consented_at is None:
            return Move(talking, silent=True)
        match event:
            case Wrote(text):
                await keep_remark.run(acting, Told(clean(text)))
            case Uploaded(kind="voice" | "photo" as kind) as file:
                sent = await note_media(acting, file)
                await keep_remark.run(acting, Told(clean(file.caption), sent.media, kind, file.seconds))
            case _:
                return Move(talking, (Say("turn-unreadable"),), silent=True)
        return Move(talking, (Say("turn-late-words"),), silent=True)

    # Files, places, edits

    async def _uploaded(
        self, acting: Acting, talking: Talking, ask: Ask | None, file: Uploaded, inbound: Inbound
    ) -> Move:
        limit = acting.capabilities[inbound.channel].upload
        if file.size > limit:
            return await self._beside(acting, talking, Say("turn-too-large"))
        if file.kind == "other":
            return await self._beside(acting, talking, Say("turn-wrong-type"))
        if acting.resident.consented_at is None:
            return await self._beside(acting, talking, Say("turn-unreadable"))
        sent = await note_media(acting, file)
        told = Told(clean(file.caption), sent.media, file.kind, file.seconds)
        if ask is None:
            return self._loose(acting, talking, told)
        read = ask.question.reader.read(sent, self._reading(acting), ask.chosen)
        if isinstance(read, Misread):
            await keep_remark.run(acting, told)
            return Move(talking, (Say("turn-remark-kept"),))
        return self._read(acting, talking, ask, sent, inbound.message_id)

    async def _answered(
        self, acting: Acting, talking: Talking, ask: Ask | None, answer: Answer, message_id: str
    ) -> Move:
        if ask is None:
            return await self._beside(acting, talking, Say("turn-unreadable"))
        return self._read(acting, talking, ask, answer, message_id)

    async def _edited(self, acting: Acting, talking: Talking, text: str, message_id: str) -> Move:
        """Correct the answer that came from this message, as long as no deed rests on it."""
        name = _answered_by(talking, message_id)
        if name is None or talking.top is None:
            return await self._beside(acting, talking, Say("turn-edit-too-late"))
        names = list(talking.top.journal)
        before = {earlier: talking.top.journal[earlier] for earlier in names[: names.index(name)]}
        earlier = replace(talking, top=replace(talking.top, journal=before))
        ask = (await self._conversing.play(acting, earlier, None, looking=True)).ask
        if ask is None or ask.name != name:
            return await self._beside(acting, talking, Say("turn-edit-too-late"))
        value = ask.question.reader.read(Words(clean(text)), self._reading(acting), None)
        if isinstance(value, Misread | Partial):
            return await self._beside(acting, talking, Say("turn-edit-too-late"))
        entry = Entry(ask.question.reader.dump(value), message=message_id)
        journal = {**talking.top.journal, name: asdict(entry)}
        return Move(replace(talking, top=replace(talking.top, journal=journal)), (Say("turn-edit-done"),))

    # Answers

    def _read(self, acting: Acting, talking: Talking, ask: Ask, answer: Answer, message_id: str) -> Move:
        """Read the answer to the open question into the journal, or ask again, kindly."""
        reader = ask.question.reader
        value = reader.read(answer, self._reading(acting), ask.chosen)
        if isinstance(value, Misread):
            return self._misread(talking, value)
        unfinished = isinstance(value, Partial)
        dumped = reader.dump(value.value if isinstance(value, Partial) else value)
        entry = Entry(dumped, message=message_id, unfinished=unfinished)
        return Move(noted(replace(talking, tries=0), ask.name, entry), fresh=ask.name)

    def _misread(self, talking: Talking, misread: Misread) -> Move:
        said = [Say(misread.text, misread.arguments or {})]
        tries = talking.tries + 1
        if tries >= PATIENCE:
            said.append(Say("turn-offer-person", actions=(Action("person", Phrase("action-person")),)))
        return Move(replace(talking, tries=tries), tuple(said))

    async def _beside(self, acting: Acting, talking: Talking, say: Say) -> Move:
        """Say something, and ask the open question again; without one the menu is offered."""
        if acting.resident.consented_at is None and talking.top is None:
            return replace(self._come_in(acting, talking), said=(say,))
        if talking.top is None and not say.actions:
            say = replace(say, actions=(MENU,))
        return Move(talking, (say,))

    def _reading(self, acting: Acting) -> Reading:
        language = acting.resident.language
        return Reading(
            today=local_day(acting.now, acting.resident.zone),
            language=language,
            words=lambda label: self._wording.labels(label, language),
        )


def _says_something(event: Event) -> bool:
    """Whether the event is content, which could be taken for an answer."""
    return isinstance(event, Wrote | Uploaded | Located)


def _has_changed(talking: Talking, ask: Ask | None) -> bool:
    """Whether another question is open than the one that was asked: the script was edited meanwhile."""
    return ask is not None and bool(talking.open_question) and ask.name != talking.open_question


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
