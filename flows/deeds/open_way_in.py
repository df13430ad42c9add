"""Open a way in of its own: a connector's link, a poster's."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.engine.readers import clean
from flows.engine.talk import deed
from storage import ways_in
from storage.tables import Network, Trajectory, WayIn

LONGEST_LABEL = 60


@dataclass(frozen=True)
class Opened:
    """The link stands, under this token."""

    token: str


@deed("open_way_in")
async def open_way_in(acting: Acting) -> str:
    """The token of the resident's own link, made when there is none yet: from now on they are a connector.

    Whoever comes by it counts for the network that the connector came through.
    """
    person = acting.resident
    known = await ways_in.own_token(acting.connection, person.participant_id)
    return known or await ways_in.open_way(
        acting.connection,
        trajectory_id=person.trajectory_id,
        network_id=person.network_id,
        participant_id=person.participant_id,
        kind="connector",
        label={},
        now=acting.now,
    )


async def open_poster(acting: Acting, trajectory_id: int, network_id: int, label: str) -> Opened | Refused:
    """The link of one poster of a network; asked for again under the same label, it is the same link."""
    words = clean(label)
    if not words or len(words) > LONGEST_LABEL:
        return Refused("network-label", {"most": str(LONGEST_LABEL)})
    language = await _language(acting, trajectory_id, network_id)
    if language is None:
        return Refused("network-gone")
    stands = await _poster(acting, network_id, words)
    if stands is not None:
        return Opened(stands)
    token = await ways_in.open_way(
        acting.connection,
        trajectory_id=trajectory_id,
        network_id=network_id,
        participant_id=None,
        kind="poster",
        label={language: words},
        now=acting.now,
    )
    await write_audit(acting, "open_poster", detail=words)
    return Opened(token)


async def _language(acting: Acting, trajectory_id: int, network_id: int) -> str | None:
    """The first language of the network's trajectory; locked, so that one label makes one link."""
    query = (
        select(col(Trajectory.languages))
        .join_from(Network, Trajectory, col(Trajectory.id) == col(Network.trajectory_id))
        .where(col(Network.id) == network_id, col(Network.trajectory_id) == trajectory_id)
        .with_for_update(of=Network)
    )
    languages = (await acting.connection.execute(query)).scalar_one_or_none()
    return languages[0] if languages else None


async def _poster(acting: Acting, network_id: int, label: str) -> str | None:
    query = select(col(WayIn.token), col(WayIn.label)).where(
        col(WayIn.network_id) == network_id, col(WayIn.kind) == "poster"
    )
    rows = await acting.connection.execute(query)
    return next((token for token, words in rows if label in words.values()), None)
