"""Who is at the door: a person we know, someone who comes in, or someone who still has to choose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.deeds.acting import Acting
from flows.engine.questions import Localized, Option, Reading, Words
from flows.engine.readers import OneOf
from flows.engine.talk import Action, Say
from flows.inbound import Inbound, Pressed, Started, Wrote
from flows.payloads import Command, decode
from storage import erasure, participants, trajectories, ways_in
from storage.participants import Person
from storage.trajectories import Listed
from storage.ways_in import Way

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


@dataclass(frozen=True)
class Arrived:
    """A person who takes part; `came_in` when they followed a link or opened the chat just now."""

    person: Person
    came_in: bool


@dataclass(frozen=True)
class AtTheDoor:
    """Nobody we know, and more than one place (or none) to go."""

    say: Say


async def arrive(acting: Acting, inbound: Inbound) -> Arrived | AtTheDoor:
    """Find the person of this chat, or let them in."""
    # Twice: while the first look waited, this person may have become one with another.
    person = await _find(acting, inbound) or await _find(acting, inbound)
    if person is not None and person.forget_at is not None:
        if isinstance(inbound.event, Pressed):
            # The button that asked for it, once more: nobody comes in by that.
            return AtTheDoor(Say("forgotten"))
        await _erase(acting, inbound, person)
        person = None
    entrance = await _entrance(acting, inbound)
    if entrance is not None:
        await _join(acting, inbound, entrance)
        person = await _find(acting, inbound)
    if person is not None:
        return Arrived(person, entrance is not None or isinstance(inbound.event, Started))
    listed = await _choices(acting, inbound)
    if len(listed) == 1:
        await _join(acting, inbound, Way(listed[0].id, listed[0].slug))
        if (person := await _find(acting, inbound)) is not None:
            return Arrived(person, came_in=True)
    return AtTheDoor(_which(listed))


async def _erase(acting: Acting, inbound: Inbound, person: Person) -> None:
    """Who asked to be forgotten and comes back at once is somebody new."""
    await erasure.erase_address(
        acting.connection, acting.secrets, person.address_id, inbound.channel, inbound.address
    )


async def _join(acting: Acting, inbound: Inbound, way: Way) -> None:
    await participants.join(
        acting.connection,
        acting.secrets,
        inbound.channel,
        inbound.address,
        way.trajectory_id,
        way.network_id,
        acting.now,
        way.way_in_id,
    )


async def _find(acting: Acting, inbound: Inbound) -> Person | None:
    return await participants.find(
        acting.connection,
        acting.secrets,
        inbound.channel,
        inbound.address,
        slug=inbound.trajectory,
        hint=inbound.language,
    )


async def _entrance(acting: Acting, inbound: Inbound) -> Way | None:
    """What the person asks to join by a link or a button."""
    match inbound.event:
        case Started(code) if _CODE.fullmatch(code):
            return await ways_in.by_token(acting.connection, code)
        case Pressed(payload):
            command = decode(payload)
            if isinstance(command, Command) and command.action == "join" and command.argument:
                chosen = await trajectories.by_slug(acting.connection, command.argument)
                return Way(chosen.id, chosen.slug) if chosen else None
    return None


async def _choices(acting: Acting, inbound: Inbound) -> list[Listed]:
    """The trajectories this person may mean: a typed number or title narrows it down to one."""
    if inbound.trajectory:
        chosen = await trajectories.by_slug(acting.connection, inbound.trajectory)
        return [chosen] if chosen else []
    listed = await trajectories.under_way(acting.connection)
    if isinstance(inbound.event, Wrote):
        typed = inbound.event.text.strip().casefold()
        if typed.isdecimal() and len(typed) < 4 and 0 < int(typed) <= len(listed):
            return [listed[int(typed) - 1]]
        if named := [one for one in listed if typed in {words.casefold() for words in one.title.values()}]:
            return named
        titles = OneOf(tuple(Option(one.slug, Localized(one.title)) for one in listed))
        meant = titles.read(Words("".join(filter(_is_no_digit, typed))), _reading(acting, inbound))
        return [one for one in listed if one.slug == meant] or listed
    return listed


def _is_no_digit(character: str) -> bool:
    """A number that is no place in the list is none of its words either."""
    return not character.isdigit()


def _reading(acting: Acting, inbound: Inbound) -> Reading:
    wording, language = acting.wording, inbound.language
    return Reading(acting.now.date(), language, lambda label: wording.labels(label, language))


def _which(listed: list[Listed]) -> Say:
    if not listed:
        return Say("turn-nothing-open")
    return Say(
        "turn-which-trajectory",
        actions=tuple(Action("join", Localized(one.title), one.slug) for one in listed),
    )
