"""One contribution as the desk sees it: what was said, what came with it, what was done. Never by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col

from admin.drawn import drawn
from admin.here import Here
from admin.waiting import FORGOTTEN, Due, due
from admin.warnings import Part, marked, warned
from flows.deeds.deciding import OPEN
from flows.deeds.read_author import Hears, author_hears
from flows.deeds.read_promises import seen
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.ledger import CONTRIBUTIONS
from flows.promising import Promise
from flows.steps import NEXT_ROUND
from storage import promises
from storage.tables import Addition, Compared, Decision, Media, Moderator, Network, Node, Participant

EXCERPT = 200


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
class About:
    """What a contribution is about: a story that was replied to, one of those that were compared."""

    kind: str
    number: int
    state: str
    words: Mapping[str, str]


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
    step: str | None
    role: str
    network: Mapping[str, str] | None
    told_in: str
    drawn: str
    forgotten: bool
    hears: Hears
    due: Due
    files: Sequence[File] = ()
    promise: Promise | None = None
    events: Sequence[Event] = ()
    about: Sequence[About] = ()

    @property
    def next_round(self) -> bool:
        """A story that was told when the plan was being carried out already: it begins a new round."""
        return self.kind == "story" and self.step == NEXT_ROUND

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
    due_at, about_id = values.pop("due_at"), values.pop("about_id")
    return Submission(
        **{**values, "told_in": values["told_in"] or here.languages[0]},
        hears=await author_hears(connection, row["id"]),
        due=due(due_at, now, here.zone) if row["state"] == "waiting" else Due("later"),
        files=await _files(connection, row["id"]),
        events=await _events(connection, row["id"]),
        about=await _about(connection, row["id"]) if about_id or row["kind"] == "meaning" else (),
        promise=await _promise(connection, row["id"], here, now) if row["kind"] == "commitment" else None,
    )


async def _promise(connection: AsyncConnection, node_id: int, here: Here, now: datetime) -> Promise | None:
    stored = await promises.at(connection, node_id)
    return seen(stored, now, here.zone) if stored else None


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
            col(Node.step),
            col(Node.about_id),
            func.coalesce(col(Participant.role), "unsaid").label("role"),
            col(Network.name).label("network"),
            col(Participant.language).label("told_in"),
            drawn(),
            FORGOTTEN.label("forgotten"),
        )
        .outerjoin(Participant, col(Participant.id) == col(Node.participant_id))
        .outerjoin(Network, col(Network.id) == col(Participant.network_id))
    )


async def _about(connection: AsyncConnection, node_id: int) -> list[About]:
    about, itself = aliased(Node), col(Node.id) == node_id
    compared = (col(Compared.story_id) == col(about.id)) & (col(Compared.node_id) == node_id)
    rows = await connection.execute(
        select(
            col(about.kind),
            col(about.number),
            col(about.state),
            col(about.language),
            func.substr(col(about.text), 1, EXCERPT),
            col(about.title),
        )
        .join(Node, itself)
        .outerjoin(Compared, compared)
        .where((col(about.id) == col(Node.about_id)) | col(Compared.story_id).is_not(None))
        .order_by(col(Compared.place), col(about.id))
    )
    return [
        About(kind, number, state, title or {language: text})
        for kind, number, state, language, text, title in rows
    ]


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
