"""Tell those who take part in a promise what became of it, and introduce them to one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import delete, func
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Action, Say
from flows.promising import Fellow, called, introduced
from storage import promises
from storage.promises import Member, Stored
from storage.secrets import Unsealable
from storage.tables import Outbox

TOGETHER = Phrase("action-fellows")


async def fellows(acting: Acting, promise: Stored, viewer_id: int) -> list[Fellow]:
    """Who takes part beside this person, each as far as they chose."""
    taking_part = await promises.members(acting.connection, promise.node_id)
    found = [_fellow(acting, promise, one) for one in taking_part if one.participant_id != viewer_id]
    maker_id = promise.participant_id
    if maker_id not in (None, viewer_id) and all(one.participant_id != maker_id for one in taking_part):
        found.insert(0, Fellow(promise.name, made=True))
    return found


async def introduce(acting: Acting, promise: Stored, but: Collection[int] = ()) -> None:
    """One message each: who takes part, as far as each chose, and nothing else. Once a promise and person."""
    for member in await promises.members(acting.connection, promise.node_id):
        if member.participant_id not in but:
            await _introduce(acting, promise, member.participant_id)


async def introduce_newcomer(acting: Acting, promise: Stored, participant_id: int) -> None:
    """The one whose promise it is hears who joined; the others can look."""
    if promise.participant_id is None:
        return
    joined = await promises.members(acting.connection, promise.node_id)
    newcomer = next(one for one in joined if one.participant_id == participant_id)
    await tell_person(
        acting,
        promise.participant_id,
        Say(
            "fellow-joined",
            said(promise),
            look="journey",
            stages=(introduced(_fellow(acting, promise, newcomer)),),
            actions=(looking(promise),),
        ),
        key=f"newcomer:{promise.node_id}:{participant_id}:{acting.now.timestamp():.0f}",
    )


async def forget_newcomer(acting: Acting, promise: Stored, participant_id: int) -> None:
    """Who left is not in what was not sent yet."""
    await _unsent(acting, f"newcomer:{promise.node_id}:{participant_id}:")
    introduced_to = await _unsent(acting, f"circle:{promise.node_id}:")
    for one in sorted(introduced_to - {participant_id}):
        await _introduce(acting, promise, one)


async def forget_maker(acting: Acting, promise: Stored) -> None:
    """Nor is who goes and takes their promise along: their name is not told any more."""
    for prefix in ("circle", "offer"):
        await _unsent(acting, f"{prefix}:{promise.node_id}:")


async def tell_members(
    acting: Acting,
    promise: Stored,
    text: str,
    key: str,
    but: Collection[int | None] = (),
    actions: tuple[Action, ...] = (),
    arguments: Mapping[str, TextArgument] | None = None,
) -> list[int]:
    """The same sentence to each, once under `<key>:<participant>`; returns who they are."""
    members = [one.participant_id for one in await promises.members(acting.connection, promise.node_id)]
    told = [one for one in members if one not in but]
    for one in told:
        say = Say(text, {**said(promise), **(arguments or {})}, actions=actions)
        await tell_person(acting, one, say, key=f"{key}:{one}")
    return told


def said(promise: Stored) -> Mapping[str, TextArgument]:
    """What every sentence about a promise may name."""
    return {
        "words": Localized(promise.words),
        "who": called(promise.name, first=True),
        "day": promise.due_on,
        "joined": promise.joined,
        "needs": promise.needs or 0,
    }


def looking(promise: Stored) -> Action:
    """A button that shows who takes part, now or later."""
    return Action("fellows", TOGETHER, str(promise.node_id))


async def _introduce(acting: Acting, promise: Stored, participant_id: int) -> None:
    others = await fellows(acting, promise, participant_id)
    say = Say(
        "fellow-met",
        said(promise),
        look="journey",
        stages=tuple(introduced(one) for one in others),
        actions=(looking(promise),),
    )
    await tell_person(acting, participant_id, say, key=f"circle:{promise.node_id}:{participant_id}")


async def _unsent(acting: Acting, prefix: str) -> set[int]:
    """Take back what waits under keys that begin so and nobody is sending; returns for whom it was."""
    taken = await acting.connection.execute(
        delete(Outbox)
        .where(
            func.substr(col(Outbox.key), 1, len(prefix)) == prefix,
            col(Outbox.state) == "due",
            col(Outbox.leased_until).is_(None) | (col(Outbox.leased_until) < acting.now),
        )
        .returning(col(Outbox.participant_id))
    )
    return {one for one in taken.scalars() if one is not None}


def _fellow(acting: Acting, promise: Stored, member: Member) -> Fellow:
    reach = ""
    if member.reach is not None:
        try:
            reach = acting.secrets.open(member.reach).decode()
        except Unsealable:
            reach = ""
    return Fellow(member.name, member.share, reach, member.participant_id == promise.participant_id)
