"""In which apps a resident takes part, and where another could be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.link_lines import link_lines
from flows.deeds.try_code import channel_name
from flows.engine.questions import Phrase
from flows.engine.talk import query
from flows.nudges import local_day
from storage.tables import Address, Network


@dataclass(frozen=True)
class Elsewhere:
    """Another chat of the same person: what kind of app it is in, and since when it was not used."""

    address_id: int
    name: Phrase


@dataclass(frozen=True)
class Channels:
    """`agreed`: this person takes part. `links` open the chat elsewhere, a line each."""

    agreed: bool
    others: Sequence[Elsewhere]
    links: str


@query("channels")
async def read_channels(acting: Acting) -> Channels:
    """Of the resident who is talking."""
    person = acting.resident
    rows = await acting.connection.execute(
        select(col(Address.id), col(Address.channel), col(Address.used_at))
        .where(
            col(Address.participant_id) == person.participant_id,
            col(Address.id) != person.address_id,
            col(Address.forget_at).is_(None),
        )
        .order_by(col(Address.id))
    )
    others = [Elsewhere(row.id, _name(acting, row.channel, row.used_at)) for row in rows]
    return Channels(person.consented_at is not None, others, await _links(acting))


def _name(acting: Acting, channel: str, used_at: datetime) -> Phrase:
    """Two in apps of one kind are told apart by the day."""
    day = local_day(used_at, acting.resident.zone)
    return Phrase("unlinking-app", {"channel": channel_name(acting.wording, channel), "day": day})


async def _links(acting: Acting) -> str:
    """Of the resident's own network, or else the first; it counts for that until the code is confirmed."""
    person = acting.resident
    query = (
        select(col(Network.token))
        .where(col(Network.trajectory_id) == person.trajectory_id)
        .order_by((col(Network.id) == person.network_id).desc(), col(Network.id))
        .limit(1)
    )
    if person.network_id is None:
        query = query.order_by(None).order_by(col(Network.id))
    token = (await acting.connection.execute(query)).scalar_one_or_none()
    return link_lines(acting, token, person.language) if token else ""
