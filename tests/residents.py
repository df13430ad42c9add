"""People who have joined already, and everything that the database holds of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select, text, update
from sqlmodel import SQLModel, col
from stage import TRAJECTORY, Stage

from flows.deeds.acting import Acting
from storage import participants, trajectories
from storage.tables import Address, Outbox

STORY = "Elke ochtend ligt er glas bij de bankjes."


def address_on(channel: str) -> str:
    """The chat that a stage talks in on this channel."""
    return f"someone on {channel}"


async def lay_in_another(
    stage: Stage, folder: Path, slug: str = "plein", title: str = "plein", languages: str = '["nl", "en"]'
) -> int:
    """A second trajectory, like the first but about something else; returns its id."""
    content = TRAJECTORY.read_text(encoding="utf-8")
    for before, after in (
        ("parkrand", slug),
        ("Een schoon park", title),
        ("A clean park", f"The {title}"),
        ('["nl", "en"]', languages),
    ):
        content = content.replace(before, after)
    path = folder / f"{slug}.toml"
    path.write_text(content, encoding="utf-8")
    return await stage.set_up(path)


async def joined(
    stage: Stage, channel: str = "buttons", address: str = "", language: str = "nl", slug: str = "parkrand"
) -> int:
    """Someone who went through the welcome and agreed; returns the participant's id."""
    address = address or address_on(channel)
    async with stage.acting() as acting:
        found = await trajectories.by_slug(acting.connection, slug)
        assert found is not None
        await participants.join(acting.connection, stage.secrets, channel, address, found.id, None, stage.now)
        person = await participants.find(acting.connection, stage.secrets, channel, address, slug=slug)
        assert person is not None
        await participants.change(
            acting.connection,
            person.participant_id,
            language=language,
            role="lives",
            consented_at=stage.now,
        )
        return person.participant_id


async def told(stage: Stage, story: str = STORY) -> int:
    """Whoever joined tells a story that may be shown; returns the id of the contribution."""
    await stage.says("verhaal")
    await stage.says(story)
    (message,) = await stage.presses("Ja, laat maar zien")
    return await stage.node_id(int(message.text.split("nummer ")[1].split(".")[0]))


async def rows(stage: Stage, table: type[SQLModel]) -> list[Mapping[str, Any]]:
    """All rows of a table, in the order of their first column: the key."""
    async with stage.acting() as acting:
        found = await acting.connection.execute(select(table).order_by(text("1")))
        return [dict(row) for row in found.mappings()]


async def everything(stage: Stage) -> str:
    """Every value of every table, written out."""
    async with stage.acting() as acting:
        return "\n".join(
            [
                f"{table.name}: {tuple(row)!r}"
                for table in SQLModel.metadata.sorted_tables
                for row in await acting.connection.execute(select(table))
            ]
        )


async def address_id(stage: Stage, channel: str = "buttons") -> int:
    """The row of the chat on this channel."""
    async with stage.acting() as acting:
        found = await acting.connection.execute(
            select(col(Address.id)).where(
                col(Address.channel) == channel, col(Address.participant_id).is_not(None)
            )
        )
        return found.scalar_one()


async def set_values(stage: Stage, table: type[SQLModel], **values: object) -> None:
    """Change all rows of a table."""
    async with stage.acting() as acting:
        await acting.connection.execute(update(table).values(values))


@asynccontextmanager
async def acting_as_resident(stage: Stage, channel: str = "buttons") -> AsyncIterator[Acting]:
    """A transaction of whoever talks on this channel."""
    async with stage.acting() as acting:
        person = await participants.find(acting.connection, stage.secrets, channel, stage.address(channel))
        assert person is not None
        yield replace(acting, person=person, moderator_id=None)


async def outbox_kinds(stage: Stage) -> list[tuple[str, str, str]]:
    """(key, state, reason) of every row that was not a reply, in order."""
    return [
        (row["key"], row["state"], row["reason"])
        for row in await rows(stage, Outbox)
        if row["kind"] != "reply"
    ]
