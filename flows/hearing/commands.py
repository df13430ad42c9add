"""Buttons, and the words that ask for the same."""

from __future__ import annotations

from dataclasses import replace

from flows.conversing import begun
from flows.deeds.introduce import choose_language
from flows.deeds.read_leaving import half_told
from flows.deeds.read_trajectory import standings
from flows.engine.questions import Press
from flows.engine.replay import BEGINNING
from flows.engine.talk import Say
from flows.hearing.answers import beside, read
from flows.hearing.changed import use_held
from flows.hearing.entering import come_in
from flows.hearing.moves import MENU, Move, Scene
from flows.hearing.offered_back import little
from flows.hearing.old_cards import vote_on_old_card
from flows.hearing.passing import JOIN, declined
from flows.inbound import Wrote
from flows.payloads import Choice, Command, decode, lasting
from flows.steps import BOUND, allowed, settled_in
from storage import participants
from storage.journal import Standing, Talking

SCRIPT_ACTIONS = frozenset(
    (
        "menu",
        "catch-up",
        "first-tap",
        "story",
        "idea",
        "commitment",
        "together",
        "fellows",
        "step-out",
        "my-promises",
        "checkin",
        "take-over",
        "meaning",
        "reading",
        "concept",
        "realisation",
        "plan-cards",
        "vote-cards",
        "scenarios",
        "news",
        "update",
        "mine",
        "mine-older",
        "withdraw",
        "meeting",
        "attend",
        "door",
        "connector",
        "invitation",
        "linking",
        "linking-code",
        "linking-yes",
        "linking-no",
        "unlinking",
        "person",
        "settings",
        "often",
        "privacy",
        "my-data",
        "stop",
        "back",
        "leave",
        "forget",
        "answer",
        "reply",
    )
)
LINKING = frozenset(("linking", "linking-code"))
BEFORE_CONSENT = LINKING | frozenset(
    ("language", "stop", "privacy", "my-data", "leave", "forget", "person", "resume", "use")
)
LEAVING = frozenset(("stop",))
COMING_IN = frozenset(("join", "back"))


async def press(scene: Scene, payload: str) -> Move:
    """A button was pressed, one of ours or one that someone made up."""
    ask, top = scene.ask, scene.talking.top
    match decode(payload):
        case Command() as command:
            return await obey(scene, command)
        case Choice(run, question, option) if top and top.run == run:
            if ask is not None and ask.name == question:
                return read(scene, ask, Press(option))
            return await _press_old(scene, Choice(run, question, option))
        case Choice() as choice:
            return await _press_old(scene, choice)
        case None:
            return beside(scene, Say("turn-unknown-button"))


async def obey(scene: Scene, command: Command) -> Move:
    """Do what a button or a keyword asks for, as far as it may be done now."""
    name = command.action
    if not scene.agreed and name not in BEFORE_CONSENT:
        return _not_yet(scene, name)
    if name == "language" and scene.means.wording.has(f"language-{command.argument}"):
        return await _switch(scene, command.argument)
    if name == "resume":
        return await _resume(scene)
    if name == "join":
        return come_in(scene)
    if name == "use":
        return use_held(scene, command.argument)
    if name == "vote":
        return await vote_on_old_card(scene, command.argument)
    if name == "back" and not _is_away(scene):
        name = "menu"
    if name not in SCRIPT_ACTIONS or not scene.means.conversing.knows(name):
        return beside(scene, Say("turn-unknown-button"))
    if name in BOUND and (why_not := await _why_not(scene, name)):
        return beside(scene, Say(why_not, actions=(MENU,)))
    return _begin(scene, name, command.argument)


async def _resume(scene: Scene) -> Move:
    """Go on; what nothing was told in is let go when its step is over, and the reason is said."""
    talking = scene.talking
    if talking.top is None:
        return Move(talking, (Say("turn-nothing-to-resume", actions=(MENU,)),))
    script = talking.top.script
    if script in BOUND and not half_told(talking.top) and (why_not := await _why_not(scene, script)):
        beneath = replace(talking, top=talking.beneath, beneath=None, tries=0)
        return Move(beneath, (Say(why_not, actions=(MENU,)),))
    return Move(talking)


def _not_yet(scene: Scene, name: str) -> Move:
    """Whoever asks for something before agreeing hears that it comes later, or how to join after all."""
    if name not in COMING_IN and scene.talking.top is None and declined(scene):
        return Move(scene.talking, (Say("turn-not-kept", actions=(JOIN,)),))
    if scene.talking.top is None or name in COMING_IN:
        return come_in(scene)
    above = isinstance(scene.inbound.event, Wrote) and not scene.looked_away
    return Move(scene.talking, (Say("turn-first-this"),), above=above)


async def _press_old(scene: Scene, choice: Choice) -> Move:
    """The question is over; some answers can be given, or changed, all the same."""
    command = lasting(choice)
    return beside(scene, Say("turn-stale")) if command is None else await obey(scene, command)


def _begin(scene: Scene, name: str, argument: str) -> Move:
    """Begin a script; one that is open already is gone on with instead."""
    talking = scene.talking
    if _is_about(talking.top, name, argument):
        return Move(talking)
    if _is_about(talking.beneath, name, argument):
        told = talking.top if half_told(talking.top) else None
        return Move(replace(talking, top=talking.beneath, beneath=told))
    if talking.top is not None and talking.top.script == name:
        # Open about something else, with nothing told yet.
        talking = replace(talking, top=talking.beneath, beneath=None)
    if name in LEAVING or (name in LINKING and not scene.agreed):
        # Who has a code waits for a yes elsewhere, not for the welcome.
        talking = replace(talking, top=None, beneath=None)
    let_go = little(talking.top)
    if let_go:
        talking = replace(talking, top=talking.beneath, beneath=None)
    talking, said = _with_room(talking)
    if let_go:
        said = (Say("loose-words-let-go", {"words": let_go}), *said)
    over = talking.beneath or talking.top
    answers = {"about": argument} if argument else {}
    return Move(begun(talking, name, answers), said, BEGINNING, over)


def _is_about(standing: Standing | None, name: str, argument: str) -> bool:
    """Whether this script is open about the same; a button without an argument takes any."""
    if standing is None or standing.script != name:
        return False
    about = standing.journal.get("about")
    return not argument or (about is not None and about["value"] == argument)


def _with_room(talking: Talking) -> tuple[Talking, tuple[Say, ...]]:
    """Three do not fit: the one in which something was told stays, of two such the first."""
    if talking.beneath is None or not half_told(talking.top):
        return talking, ()
    if half_told(talking.beneath):
        return talking, (Say("turn-let-go"),)
    return replace(talking, beneath=None), ()


def _is_away(scene: Scene) -> bool:
    """Whether there is a stop or a pause to come back from."""
    person, now = scene.acting.resident, scene.acting.now
    return person.stopped_at is not None or (person.paused_until or now) > now


async def _switch(scene: Scene, language: str) -> Move:
    """Another language, at once: the open question comes again in it. Or say which languages there are."""
    acting, talking = scene.acting, scene.talking
    if language not in acting.resident.languages:
        names = (scene.means.wording.word(code, f"language-{code}") for code in acting.resident.languages)
        return beside(scene, Say("turn-other-languages", {"languages": ", ".join(names)}))
    if talking.top and language == acting.resident.chosen_language:
        return Move(talking, (Say("turn-language-now"),), above=not scene.looked_away)
    await choose_language.run(acting, language)
    person = await participants.read_at(acting.connection, talking.address_id)
    onward = JOIN if declined(scene) else MENU
    said = () if talking.top else (Say("turn-language-now", actions=(onward,)),)
    return Move(talking, said, acting=replace(acting, person=person))


async def _why_not(scene: Scene, script: str) -> str:
    """The text key of why no open step allows this; empty when one does."""
    stands = await standings(scene.acting, scene.acting.resident.trajectory_id)
    if script in allowed(stands):
        return ""
    step = settled_in(stands, script)
    return f"settled-{step.code}" if step else "turn-not-now"
