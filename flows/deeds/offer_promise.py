"""Who promised something asks somebody else to take it over: someone who joined, or the desk."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_own_promise import own_promise
from flows.deeds.tell_members import said
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say, deed
from flows.promising import PATIENCE
from storage import promises
from storage.promises import Stored
from storage.tables import Commitment, Node

DESK = "desk"
PAGE = 100


@dataclass(frozen=True)
class Offered:
    """It waits for a yes; until then it stays with whoever promised it. `name`: empty for "a neighbour"."""

    name: str
    desk: bool


@deed("offer_promise")
async def offer_promise(acting: Acting, *, node_id: int, to: str) -> Offered | None:
    """Ask one person, by the key that they have here, or the desk; a later offer replaces an earlier one.

    None when it is no open promise of whoever is talking, or nobody who joins has this key.
    """
    promise = await own_promise(acting, node_id)
    if promise is None or promise.state != "active":
        return None
    if to == DESK:
        await _offer(acting, promise, None)
        return Offered("", desk=True)
    joined = await promises.members(acting.connection, node_id)
    one = next((one for one in joined if one.key == to), None)
    if one is None or one.participant_id == promise.participant_id:
        return None
    await _offer(acting, promise, one.participant_id)
    await tell_person(
        acting,
        one.participant_id,
        Say("take-over-asked", said(promise), actions=yes_or_no(node_id)),
        key=f"offer:{node_id}:{one.participant_id}:{acting.now.timestamp():.0f}",
    )
    return Offered(one.name, desk=False)


def yes_or_no(node_id: int) -> tuple[Action, Action]:
    """The answer to the question whether one takes it over, now or later."""
    return (
        Action("take-over", Phrase("take-over-yes"), f"{node_id}.yes"),
        Action("take-over", Phrase("take-over-no"), f"{node_id}.no"),
    )


def asking(node_id: int) -> Action:
    """A button to say how it goes, now or later."""
    return Action("checkin", Phrase("action-checkin"), str(node_id))


async def drop_offer(acting: Acting, promise: Stored, text: str, **arguments: str) -> None:
    """It is nobody else's after all: who promised it hears so, and chooses again."""
    await acting.connection.execute(
        update(Commitment)
        .where(col(Commitment.node_id) == promise.node_id)
        .values(offered_to=None, offered_at=None)
    )
    if promise.participant_id is None or promise.offered_at is None:
        return
    await tell_person(
        acting,
        promise.participant_id,
        Say(text, {**said(promise), **arguments}, actions=(asking(promise.node_id),)),
        key=f"refused:{promise.node_id}:{promise.offered_at.timestamp():.0f}",
    )


async def drop_old_offers(acting: Acting) -> int:
    """Nobody said yes or no for too long: one page of those; returns how many."""
    old = await promises.listed(
        acting.connection,
        col(Commitment.state) == "active",
        col(Commitment.offered_at) <= acting.now - PATIENCE,
        order=(col(Node.id),),
        most=PAGE,
    )
    for promise in old:
        await drop_offer(acting, promise, "offer-unanswered")
    return len(old)


async def _offer(acting: Acting, promise: Stored, participant_id: int | None) -> None:
    await acting.connection.execute(
        update(Commitment)
        .where(col(Commitment.node_id) == promise.node_id)
        .values(offered_to=participant_id, offered_at=acting.now)
    )
