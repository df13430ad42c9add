"""The opening of a step as everyone hears it: what the last step brought, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.announce import announce, outbox_key
from flows.deeds.inviting import invites
from flows.deeds.read_harvest import read_harvest
from flows.deeds.read_trajectory import standings
from flows.deeds.stepping import Held
from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Action, Say
from flows.harvest import sentences
from flows.steps import BY_CODE, STEPS, Step, last_opened
from storage.outbox import drop_keys
from storage.tables import Announcement, Trajectory

SENTENCES = 4
"""The most that the last step's news may have: it is read on a phone."""


@dataclass(frozen=True)
class Before:
    """When the step had been opened and closed before."""

    opened_at: datetime | None
    closed_at: datetime | None


async def announce_step(acting: Acting, step: Held) -> None:
    """Plan the one message about this opening, with the figures as they are now."""
    stands = await standings(acting, step.trajectory_id)
    last = last_opened(stands, step.code)
    said = [await _headline(acting, step)]
    if last is not None:
        said.append(await _brought(acting, step.trajectory_id, last))
    said.append(invitation(acting, BY_CODE[step.code]))
    await announce(
        acting,
        step.trajectory_id,
        f"{_prefix(step)}{acting.now.timestamp():.6f}",
        said,
        opened_at=_written(step.opened_at),
        closed_at=_written(step.closed_at),
    )


async def take_back(acting: Acting, step: Held) -> Before | None:
    """Let go of the message about the last opening if nobody was told; None when it is too late."""
    newest = await _newest(acting, step)
    if newest is None or newest.done_at is not None or newest.reached:
        return None
    await acting.connection.execute(delete(Announcement).where(col(Announcement.id) == newest.id))
    arguments = newest.arguments
    return Before(_read(arguments["opened_at"]), _read(arguments["closed_at"]))


async def stop_telling(acting: Acting, step: Held) -> None:
    """It is closed again: who did not hear of it yet is not invited to it any more."""
    newest = await _newest(acting, step)
    if newest is None:
        return
    await acting.connection.execute(
        update(Announcement)
        .where(col(Announcement.id) == newest.id, col(Announcement.done_at).is_(None))
        .values(done_at=acting.now)
    )
    await drop_keys(acting.connection, outbox_key(newest.key, newest.id), "overtaken", acting.now)


def invitation(acting: Acting, step: Step) -> Say:
    """What can be done in this step, with a button for it."""
    names = (step.asks, "menu") if step.asks else ("menu",)
    actions = tuple(Action(name, Phrase(f"action-{name}")) for name in names)
    return Say(invites(acting, step.asks), actions=actions)


async def _headline(acting: Acting, step: Held) -> Say:
    texts = await acting.connection.execute(
        select(col(Trajectory.texts)).where(col(Trajectory.id) == step.trajectory_id)
    )
    known = BY_CODE[step.code]
    text = "step-opens" if step.opened_at is None else "step-opens-again"
    return Say(
        text,
        {
            "title": Localized(texts.scalar_one().get("title", {})),
            "number": str(known.number),
            "of": str(len(STEPS)),
            "step": Phrase(known.text),
        },
    )


async def _brought(acting: Acting, trajectory_id: int, last: Step) -> Say:
    said = sentences(await read_harvest(acting, trajectory_id, last))[:SENTENCES]
    if not said:
        return Say("step-brought-nothing", {"step": Phrase(last.text)})
    places: dict[str, TextArgument] = dict.fromkeys(("first", "second", "third", "fourth"), "")
    return Say("step-brought", {"step": Phrase(last.text), **places, **dict(zip(places, said, strict=False))})


def _prefix(step: Held) -> str:
    return f"step:{step.trajectory_id}:{step.code}:"


async def _newest(acting: Acting, step: Held) -> Any:
    """The last announcement of this step; its openings follow each other, so the last is the one now open."""
    query = (
        select(
            col(Announcement.id),
            col(Announcement.key),
            col(Announcement.arguments),
            col(Announcement.reached),
            col(Announcement.done_at),
        )
        .where(
            col(Announcement.trajectory_id) == step.trajectory_id,
            col(Announcement.key).startswith(_prefix(step)),
        )
        .order_by(col(Announcement.id).desc())
        .limit(1)
        .with_for_update()
    )
    return (await acting.connection.execute(query)).one_or_none()


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _read(moment: str) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None
