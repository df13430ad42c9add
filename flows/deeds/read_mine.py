"""What a resident gave, and what became of it: a page at a time, always in eight queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import CTE, Exists, Select, and_, exists, func, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.counting import ENOUGH
from flows.deeds.acting import Acting
from flows.deeds.naming import linked, links, named, thing
from flows.deeds.read_shown import may_be_read
from flows.engine.cleaning import shortened
from flows.engine.talk import query
from flows.journeys import Contribution, Decided, Linked, News, Replied, Settled
from flows.nudges import local_day
from storage import threads
from storage.participants import Person
from storage.tables import Addition, Attendance, Commitment, Decision, Link, Media, Node, Tally, Vote

SHOWN: Final = 5

MOST_LINKS: Final = 400
"""Of a page, near and far together; the newest count."""

MOST_CHOSEN: Final = 3
MOST_REPLIES: Final = 3


@dataclass(frozen=True)
class Mine:
    """A page of what somebody gave, the one with the latest news first; `older` is how many come after it.

    `chosen` is what came of things that they voted on, or that were said at a meeting where they were.
    """

    contributions: Sequence[Contribution]
    older: int
    chosen: Sequence[News]

    @property
    def count(self) -> int:
        """All of it, from this page on."""
        return len(self.contributions) + self.older


@query("mine")
async def read_mine(acting: Acting, after: int | None = None) -> Mine:
    """The first page, or the one after the contribution with this number."""
    person = acting.resident
    rows = (await acting.connection.execute(_page(person.participant_id, after))).mappings().all()
    shown = rows[:SHOWN]
    ids = [row["id"] for row in shown]
    decisions, additions = await _decisions(acting, ids), await _additions(acting, ids)
    came = threads.coming_from(_given(col(Node.id).in_(ids)))
    links, settled = await _links(acting, came), await _settled(acting, came)
    replies, counts = await _replies(acting, ids), await _counts(acting, ids)
    contributions = [
        _contribution(
            row,
            person,
            decisions=decisions[row["id"]],
            additions=additions[row["id"]],
            links=links[row["id"]],
            settled=settled[row["id"]],
            replies=replies[row["id"]],
            **counts.get(row["id"], {}),
        )
        for row in shown
    ]
    older = rows[0]["count"] - len(shown) if rows else 0
    return Mine(contributions, older, await _chosen(acting, person.participant_id))


def _contribution(row: Mapping[Any, Any], person: Person, **happened: Any) -> Contribution:
    return Contribution(
        kind=row["kind"],
        number=row["number"],
        state=row["state"],
        may_show=row["may_show"],
        created_at=row["created_at"],
        given_on=local_day(row["created_at"], person.zone),
        answered_by=local_day(row["due_at"], person.zone) if row["due_at"] else None,
        withdrawn_at=row["decided_at"] if row["state"] == "withdrawn" else None,
        refused=row["refused"],
        **happened,
    )


def _given(which: Any) -> Select[*tuple[Any, ...]]:
    return select(col(Node.participant_id), col(Node.id).label("given_id")).where(which)


def _page(participant_id: int, after: int | None) -> Select[*tuple[Any, ...]]:
    """The contributions by when there was last news of them: a page and one, with how many there are."""
    own = col(Node.participant_id) == participant_id
    news = _news(own).cte("news")
    query: Select[*tuple[Any, ...]] = (
        select(
            col(Node.id),
            col(Node.kind),
            col(Node.number),
            col(Node.state),
            col(Node.may_show),
            col(Node.created_at),
            col(Node.due_at),
            col(Node.decided_at),
            _refused().label("refused"),
            func.count().over().label("count"),
        )
        .join(news, news.c.id == col(Node.id))
        .order_by(news.c.at.desc(), news.c.id.desc())
        .limit(SHOWN + 1)
    )
    if after is None:
        return query
    last = aliased(Node)
    one = (col(last.participant_id) == participant_id) & (col(last.number) == after)
    that = select(news.c.at, news.c.id).join(last, col(last.id) == news.c.id).where(one).subquery()
    at, number = select(that.c.at).scalar_subquery(), select(that.c.id).scalar_subquery()
    return query.where(or_(news.c.at < at, and_(news.c.at == at, news.c.id < number)))


def _refused() -> Exists:
    """A file that could not be used: what was taken back by its author holds none any more."""
    return exists().where(col(Media.node_id) == col(Node.id), col(Media.state) == "refused")


def _news(own: Any) -> Select[*tuple[Any, ...]]:
    """(id, at) of each contribution: when something last happened to it, near or far."""
    came = threads.coming_from(_given(own))
    decided = select(col(Decision.node_id), col(Decision.at)).where(col(Decision.undone_at).is_(None))
    ends = select(came.c.given_id, col(Commitment.settled_at)).join(
        Commitment, col(Commitment.node_id) == came.c.node_id
    )
    events = union_all(
        select(col(Node.id).label("id"), col(Node.created_at).label("at")).where(own),
        select(col(Node.id), col(Node.decided_at)).where(own, col(Node.state) == "withdrawn"),
        select(came.c.given_id, col(Link.created_at)).join(Link, col(Link.source_id) == came.c.node_id),
        ends.where(col(Commitment.settled_at).is_not(None)),
        decided.join(Node, col(Node.id) == col(Decision.node_id)).where(own),
        select(col(Addition.node_id), col(Addition.at))
        .join(Node, col(Node.id) == col(Addition.node_id))
        .where(own),
    ).subquery()
    return select(events.c.id, func.max(events.c.at).label("at")).group_by(events.c.id)


async def _decisions(acting: Acting, ids: Sequence[int]) -> Mapping[int, list[Decided]]:
    rows = await acting.connection.execute(
        select(col(Decision.node_id), col(Decision.act), col(Decision.sentence), col(Decision.at)).where(
            col(Decision.node_id).in_(ids), col(Decision.undone_at).is_(None)
        )
    )
    found: dict[int, list[Decided]] = defaultdict(list)
    for row in rows:
        found[row.node_id].append(Decided(row.act, row.sentence, row.at))
    return found


async def _additions(acting: Acting, ids: Sequence[int]) -> Mapping[int, list[datetime]]:
    rows = await acting.connection.execute(
        select(col(Addition.node_id), col(Addition.at)).where(col(Addition.node_id).in_(ids))
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for row in rows:
        found[row.node_id].append(row.at)
    return found


async def _replies(acting: Acting, ids: Sequence[int]) -> Mapping[int, list[Replied]]:
    """What others replied that may be read; of the newest a few."""
    rows = await acting.connection.execute(
        select(col(Node.about_id), col(Node.text), col(Node.language), col(Node.decided_at))
        .where(
            col(Node.about_id).in_(ids),
            col(Node.kind) == "reply",
            may_be_read(),
            col(Node.decided_at).is_not(None),
        )
        .order_by(col(Node.id).desc())
        .limit(MOST_LINKS)
    )
    found: dict[int, list[Replied]] = defaultdict(list)
    for row in rows:
        if len(found[row.about_id]) < MOST_REPLIES:
            words = {row.language: shortened(row.text)} if row.text else {}
            found[row.about_id].append(Replied(words, row.decided_at))
    return found


async def _counts(acting: Acting, ids: Sequence[int]) -> Mapping[int, Mapping[str, int]]:
    """Of each story that enough others read, how many recognise it."""
    people = col(Tally.agree) + col(Tally.disagree) + col(Tally.passed)
    rows = await acting.connection.execute(
        select(col(Tally.node_id), col(Tally.agree), people.label("people")).where(
            col(Tally.node_id).in_(ids), col(Tally.kind) == "story", people >= ENOUGH
        )
    )
    return {row.node_id: {"recognised": row.agree, "read_by": row.people} for row in rows}


async def _links(acting: Acting, came: CTE) -> Mapping[int, list[Linked]]:
    """All the way down: what was made of each, what was made of that, and so on."""
    query = links(came.c.given_id).join(came, came.c.node_id == col(Link.source_id))
    rows = await acting.connection.execute(query.order_by(col(Link.id).desc()).limit(MOST_LINKS))
    found: dict[int, list[Linked]] = defaultdict(list)
    for row in rows.mappings():
        is_near = row["source_id"] == row["given_id"]
        found[row["given_id"]].append(linked(row, None if is_near else thing(row, "source")))
    return found


async def _settled(acting: Acting, came: CTE) -> Mapping[int, list[Settled]]:
    """The promises among it that came to an end, one way or another."""
    rows = await acting.connection.execute(
        select(came.c.given_id, col(Commitment.state), col(Commitment.settled_at), *named(Node, "promise"))
        .join(came, came.c.node_id == col(Commitment.node_id))
        .join(Node, col(Node.id) == col(Commitment.node_id))
        .where(col(Commitment.settled_at).is_not(None))
        .order_by(col(Commitment.settled_at).desc())
        .limit(MOST_LINKS)
    )
    found: dict[int, list[Settled]] = defaultdict(list)
    for row in rows.mappings():
        found[row["given_id"]].append(Settled(thing(row, "promise"), row["state"], row["settled_at"]))
    return found


async def _chosen(acting: Acting, participant_id: int) -> list[News]:
    """The newest of what came of things that this person had a part in, without having given them."""
    voted = select(col(Vote.node_id)).where(col(Vote.participant_id) == participant_id)
    heard = (
        select(col(Node.id))
        .join(Attendance, col(Attendance.meeting_id) == col(Node.meeting_id))
        .where(col(Attendance.participant_id) == participant_id, col(Attendance.came_at).is_not(None))
    )
    own = select(col(Node.id)).where(col(Node.participant_id) == participant_id)
    source, target = col(Link.source_id), col(Link.target_id)
    rows = await acting.connection.execute(
        links(source.in_(heard).label("heard"))
        .where(
            source.in_(voted) | source.in_(heard),
            source.not_in(own),
            target.is_(None) | target.not_in(own),
        )
        .order_by(col(Link.id).desc())
        .limit(MOST_CHOSEN)
    )
    return [_piece_of_news(row) for row in rows.mappings()]


def _piece_of_news(row: Mapping[Any, Any]) -> News:
    source = thing(row, "source")
    return News(linked(row), source, source if row["heard"] else None, together=row["heard"])
