"""One contribution as the desk sees it: what was said, what came with it, what was done. Never by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.drawn import drawn
from admin.here import Here
from admin.waiting import FORGOTTEN, Due, due
from admin.warnings import Part, marked, warned
from flows.deeds.deciding import OPEN
from flows.deeds.read_author import Hears, author_hears
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.ledger import CONTRIBUTIONS
from storage.tables import Addition, Decision, Media, Moderator, Network, Node, Participant


@dataclass(frozen=True)
class File:
    """A voice message or photo. `state`: noted, ready, refused, lost."""

    key: str
    kind: str
    state: str
    seconds: int | None


@dataclass(frozen=True)
class Event:
    """Something that happened to it: publish, decline, ask_back by `who`, or added by its author."""

    act: str
    at: datetime
    words: str
    who: str = ""
    reason: str = ""
    undone: bool = False


@dataclass(frozen=True)
class Submission:
    """`network` is language -> words; `told_in` is the language that its author reads our answer in.

    `drawn` goes along in its forms (see `admin.drawn`); `forgotten`: its author had it erased.
    """

    id: int
    number: int
    kind: str
    state: str
    text: str
    language: str
    may_show: bool
    channel: str
    created_at: datetime
    sample: bool
    role: str
    network: Mapping[str, str] | None
    told_in: str
    drawn: str
    forgotten: bool
    hears: Hears
    due: Due
    files: Sequence[File] = ()
    events: Sequence[Event] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide."""
        return self.state in OPEN

    @property
    def parts(self) -> list[Part]:
        """The text, with what looks personal marked."""
        return marked(self.text)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What looks personal in the text and in what was added to it."""
        added = [event.words for event in self.events if event.act == "added"]
        return warned([part for text in (self.text, *added) for part in marked(text)])

    @property
    def decision(self) -> Event | None:
        """The decision that stands."""
        standing = [event for event in self.events if event.act != "added" and not event.undone]
        return standing[-1] if standing and self.state != "waiting" else None

    def undo_seconds(self, now: datetime) -> int:
        """For how long the decision can still be taken back."""
        if self.decision is None or self.state == "withdrawn":
            return 0
        return max(0, int((self.decision.at + UNDO_WITHIN - now).total_seconds()))


async def read_submission(
    connection: AsyncConnection, here: Here, number: int, now: datetime
) -> Submission | None:
    """The contribution with this number, None when there is none."""
    query = _submission().where(
        col(Node.trajectory_id) == here.id, col(Node.number) == number, col(Node.kind).in_(CONTRIBUTIONS)
    )
    row = (await connection.execute(query)).mappings().one_or_none()
    if row is None:
        return None
    values = dict(row)
    due_at = values.pop("due_at")
    return Submission(
        **{**values, "told_in": values["told_in"] or here.languages[0]},
        hears=await author_hears(connection, row["id"]),
        due=due(due_at, now, here.zone) if row["state"] == "waiting" else Due("later"),
        files=await _files(connection, row["id"]),
        events=await _events(connection, row["id"]),
    )


def _submission() -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(Node.id),
            col(Node.number),
            col(Node.kind),
            col(Node.state),
            col(Node.text),
            col(Node.language),
            col(Node.may_show),
            col(Node.channel),
            col(Node.created_at),
            col(Node.due_at),
            col(Node.sample),
            func.coalesce(col(Participant.role), "unsaid").label("role"),
            col(Network.name).label("network"),
            col(Participant.language).label("told_in"),
            drawn(),
            FORGOTTEN.label("forgotten"),
        )
        .outerjoin(Participant, col(Participant.id) == col(Node.participant_id))
        .outerjoin(Network, col(Network.id) == col(Participant.network_id))
    )


async def _files(connection: AsyncConnection, node_id: int) -> list[File]:
    rows = await connection.execute(
        select(col(Media.key), col(Media.kind), col(Media.state), col(Media.seconds))
        .where(col(Media.node_id) == node_id)
        .order_by(col(Media.created_at), col(Media.key))
    )
    return [File(*row) for row in rows]


async def _events(connection: AsyncConnection, node_id: int) -> list[Event]:
    decided = await connection.execute(
        select(
            col(Decision.act),
            col(Decision.at),
            col(Decision.sentence),
            func.coalesce(col(Moderator.name), ""),
            col(Decision.reason),
            col(Decision.undone_at),
        )
        .outerjoin(Moderator, col(Moderator.id) == col(Decision.moderator_id))
        .where(col(Decision.node_id) == node_id)
        .order_by(col(Decision.id))
    )
    events = [Event(*row[:5], undone=row[5] is not None) for row in decided]
    added = await connection.execute(
        select(col(Addition.at), col(Addition.text))
        .where(col(Addition.node_id) == node_id)
        .order_by(col(Addition.id))
    )
    events += [Event("added", at, words) for at, words in added]
    return sorted(events, key=lambda event: event.at)
