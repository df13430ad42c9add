"""Lay in a new trajectory: its texts, networks, steps and the reasons for declining."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from storage.secrets import random_code
from storage.tables import DeclineReason, Network, Step, Trajectory

Texts = Mapping[str, str]
"""Language to words."""


class SlugTaken(Exception):
    """There is a trajectory with this slug already; choose another, or change that one."""


@dataclass(frozen=True)
class NewNetwork:
    """A network to invite through; `kind` as in `flows.networks`."""

    code: str
    kind: str
    name: Texts


@dataclass(frozen=True)
class NewStep:
    """A step with the moments it opens and closes (planned), or was opened and closed."""

    code: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class NewReason:
    """A reason for declining: what the moderator picks, and the sentence that goes with it."""

    key: str
    label: Texts
    sentence: Texts


@dataclass(frozen=True)
class NewTrajectory:
    """Everything that the preparation phase settles. `texts` is field -> language -> words."""

    slug: str
    languages: Sequence[str]
    zone: str
    texts: Mapping[str, Texts]
    sample: bool
    quiet_from: str
    quiet_until: str
    pushes_a_week: int
    answer_days: int
    remind_after_hours: int
    expire_after_days: int
    retain_months: int
    decided_on: date | None
    networks: Sequence[NewNetwork] = ()
    steps: Sequence[NewStep] = ()
    reasons: Sequence[NewReason] = ()


async def found_trajectory(acting: Acting, new: NewTrajectory) -> int:
    """Store it whole; returns its id. Raises SlugTaken."""
    taken = await acting.connection.execute(
        select(col(Trajectory.id)).where(col(Trajectory.slug) == new.slug)
    )
    if taken.first() is not None:
        raise SlugTaken(new.slug)
    trajectory_id = await _insert_trajectory(acting, new)
    await _insert_parts(acting, trajectory_id, new)
    return trajectory_id


async def _insert_trajectory(acting: Acting, new: NewTrajectory) -> int:
    inserted = await acting.connection.execute(
        insert(Trajectory)
        .values(
            slug=new.slug,
            sample=new.sample,
            languages=list(new.languages),
            zone=new.zone,
            texts={field: dict(words) for field, words in new.texts.items()},
            quiet_from=new.quiet_from,
            quiet_until=new.quiet_until,
            pushes_a_week=new.pushes_a_week,
            answer_days=new.answer_days,
            remind_after_hours=new.remind_after_hours,
            expire_after_days=new.expire_after_days,
            retain_months=new.retain_months,
            decided_on=new.decided_on,
            next_number=1,
            created_at=acting.now,
        )
        .returning(col(Trajectory.id))
    )
    return inserted.scalar_one()


async def _insert_parts(acting: Acting, trajectory_id: int, new: NewTrajectory) -> None:
    networks = [
        {
            "trajectory_id": trajectory_id,
            "code": network.code,
            "kind": network.kind,
            "name": dict(network.name),
            "token": f"{network.code}-{random_code(6)}",
        }
        for network in new.networks
    ]
    steps = [
        {
            "trajectory_id": trajectory_id,
            "code": step.code,
            "opens_at": step.opens_at,
            "closes_at": step.closes_at,
            "opened_at": step.opened_at,
            "closed_at": step.closed_at,
        }
        for step in new.steps
    ]
    reasons = [
        {
            "trajectory_id": trajectory_id,
            "key": reason.key,
            "label": dict(reason.label),
            "sentence": dict(reason.sentence),
            "position": position,
        }
        for position, reason in enumerate(new.reasons)
    ]
    for table, rows in ((Network, networks), (Step, steps), (DeclineReason, reasons)):
        if rows:
            await acting.connection.execute(insert(table), rows)
