"""Tell people what came of what they gave, and of what they voted on: one message a day, each link once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby
from operator import attrgetter
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from flows import policy
from flows.deeds.acting import Acting
from flows.deeds.naming import linked, links, thing
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.journeys import Linked, News, Thing, in_the_news
from storage import notices, threads
from storage.notices import Untold
from storage.tables import Link, Node, Trajectory

PAGE = 20
SHOWN = 3


@dataclass(frozen=True)
class _Awake:
    """A trajectory in which it is no quiet hour now, and when its day began."""

    id: int
    day: str
    began_at: datetime


async def tell_news(acting: Acting) -> int:
    """One page of people in trajectories where it is day; returns how many were handled.

    All that waits for a person goes in one message: three links in words, and how many more there are. At
    most one such message a day; while messages are off for a while they gather.
    """
    await notices.let_go(acting.connection)
    pushed_since = {often: acting.now - policy.window(often) for often in ("usual", "less")}
    for awake in await _awake(acting):
        people = await notices.due(
            acting.connection, awake.id, acting.now, awake.began_at, pushed_since, PAGE
        )
        if people:
            return await _tell(acting, awake, people)
    return 0


async def _awake(acting: Acting) -> list[_Awake]:
    rows = await acting.connection.execute(
        select(
            col(Trajectory.id),
            col(Trajectory.zone),
            col(Trajectory.quiet_from),
            col(Trajectory.quiet_until),
        ).order_by(col(Trajectory.id))
    )
    found = []
    for row in rows:
        here = acting.now.astimezone(ZoneInfo(row.zone))
        if not policy.is_quiet(here.time(), row.quiet_from, row.quiet_until):
            began_at = datetime.combine(here.date(), time(), ZoneInfo(row.zone))
            found.append(_Awake(row.id, here.date().isoformat(), began_at.astimezone(UTC)))
    return found


async def _tell(acting: Acting, awake: _Awake, people: Sequence[int]) -> int:
    untold = await notices.take(acting.connection, people, acting.now)
    # What they gave before what they voted on, the newest first.
    untold.sort(key=lambda notice: (notice.participant_id, not notice.own, -notice.link_id))
    waiting = {who: list(theirs) for who, theirs in groupby(untold, attrgetter("participant_id"))}
    laid = await _links(acting, {notice.link_id for theirs in waiting.values() for notice in theirs[:SHOWN]})
    gave = await _gave(acting, waiting, {link.source_id for link in laid.values()})
    for who, theirs in waiting.items():
        own = theirs[0].own
        told = await tell_person(
            acting,
            who,
            _message([_news(notice, laid, gave) for notice in theirs[:SHOWN]], len(theirs), own=own),
            key=f"link:{who}:{awake.day}",
            kind="answer" if own else "broadcast",
        )
        if not told:
            await notices.drop(acting.connection, who, acting.now)
    return len(people)


def _message(news: Sequence[News], count: int, *, own: bool) -> Say:
    text = "news-given" if own else "news-chosen"
    if count > len(news):
        text += "-more"
    actions = [Action("mine", Phrase("action-mine")), *_to_read(news)]
    if not own:
        actions.append(Action("settings", Phrase("action-less-often")))
    return Say(text, {"count": count, "shown": len(news)}, "journey", in_the_news(news), actions)


def _to_read(news: Sequence[News]) -> list[Action]:
    """A button for the newest update among what it came to."""
    targets = [item.link.target for item in news if item.link.target is not None]
    updates = [target.number for target in targets if target.kind == "update"]
    label = Phrase("action-update-read")
    return [Action("update", label, str(max(updates)))] if updates else []


@dataclass(frozen=True)
class _Link:
    source_id: int
    source: Thing
    linked: Linked


async def _links(acting: Acting, link_ids: Collection[int]) -> Mapping[int, _Link]:
    rows = await acting.connection.execute(links().where(col(Link.id).in_(link_ids)))
    return {row["id"]: _Link(row["source_id"], thing(row, "source"), linked(row)) for row in rows.mappings()}


@dataclass(frozen=True)
class _Given:
    """Something that a person gave, or that was said at a meeting where they were."""

    thing: Thing
    together: bool


async def _gave(
    acting: Acting, people: Collection[int], node_ids: Collection[int]
) -> Mapping[tuple[int, int], _Given]:
    """(person, node) -> what they gave that is this node or that led to it; the first of several."""
    came = threads.coming_of(people)
    rows = await acting.connection.execute(
        select(
            came.c.participant_id,
            came.c.node_id,
            col(Node.kind),
            col(Node.number),
            col(Node.meeting_id),
        )
        .join(Node, col(Node.id) == came.c.given_id)
        .where(came.c.node_id.in_(node_ids))
        # What is itself theirs comes last, and so counts.
        .order_by(came.c.node_id == came.c.given_id, came.c.given_id.desc())
    )
    return {
        (row.participant_id, row.node_id): _Given(Thing(row.kind, row.number), row.meeting_id is not None)
        for row in rows
    }


def _news(notice: Untold, laid: Mapping[int, _Link], gave: Mapping[tuple[int, int], _Given]) -> News:
    link = laid[notice.link_id]
    given = gave.get((notice.participant_id, link.source_id)) if notice.own else None
    if given is None:
        return News(link.linked, link.source)
    return News(link.linked, link.source, given.thing, given.together)
