"""Where a conversation stands, encrypted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage import media
from storage.database import insert_ignoring
from storage.secrets import Secrets
from storage.tables import Conversation


@dataclass(frozen=True)
class Standing:
    """One script under way: its name, which run it is, and its journal as plain JSON by name."""

    script: str
    run: int
    journal: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Talking:
    """A chat's conversation: the script on top, the one beneath it, and how often it was misread.

    `offered` are the actions last shown: payload and what asks for it (its number, its words) as JSON.
    `expired` names a script that was let go.
    `files` are the media keys that its journals hold, and all that they held since it was read.
    """

    address_id: int
    run: int = 0
    top: Standing | None = None
    beneath: Standing | None = None
    tries: int = 0
    open_question: str = ""
    reminded_at: datetime | None = None
    offered: tuple[tuple[str, Any], ...] = ()
    expired: str = ""
    files: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    def __post_init__(self) -> None:
        # Here, so that no way of changing a conversation can lose sight of a file.
        object.__setattr__(self, "files", self.files | self.held())

    def held(self) -> frozenset[str]:
        """The media keys that its journals hold now."""
        standing = (one for one in (self.top, self.beneath) if one is not None)
        entries = (entry for one in standing for entry in one.journal.values())
        return frozenset(key for key in map(file_of, entries) if key)

    def begin(self, script: str, journal: Mapping[str, Any], *, over: bool = False) -> Talking:
        """A new run of a script, over the present one or in its place."""
        run = self.run + 1
        beneath = (self.beneath or self.top) if over else self.beneath
        top = Standing(script, run, journal)
        # One reminder for what was left unfinished, whatever is looked at in between.
        reminded_at = self.reminded_at if self.top else None
        return replace(self, run=run, top=top, beneath=beneath, tries=0, reminded_at=reminded_at)


def file_of(entry: object) -> str:
    """The media key of an answer that was a file, "" of any other entry."""
    match entry:
        case {"value": {"media": str() as key}}:
            return key
    return ""


async def read(connection: AsyncConnection, secrets: Secrets, address_id: int) -> Talking:
    """The conversation of this chat; an empty one when there is none. Raises Unsealable."""
    query = select(
        col(Conversation.run),
        col(Conversation.journal),
        col(Conversation.beneath),
        col(Conversation.tries),
        col(Conversation.open_question),
        col(Conversation.reminded_at),
        col(Conversation.offered),
        col(Conversation.expired),
    ).where(col(Conversation.address_id) == address_id)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return Talking(address_id)
    top = Standing(**secrets.open_json(row.journal)) if row.journal else None
    beneath = Standing(**secrets.open_json(row.beneath)) if row.beneath else None
    offered = secrets.open_json(row.offered) if row.offered else ()
    return Talking(
        address_id=address_id,
        run=row.run,
        top=top,
        beneath=beneath,
        tries=row.tries,
        open_question=row.open_question or "",
        reminded_at=row.reminded_at,
        offered=tuple((payload, label) for payload, label in offered),
        expired=row.expired or "",
    )


async def write(
    connection: AsyncConnection,
    secrets: Secrets,
    talking: Talking,
    *,
    now: datetime,
    remind_at: datetime | None,
    expires_at: datetime | None,
) -> None:
    """Keep where the conversation stands. Without a script nothing that was said is kept.

    Files that left the journals without becoming part of a contribution are to be erased.
    """
    top, beneath = talking.top, talking.beneath
    values = {
        "script": top.script if top else None,
        "run": talking.run,
        "journal": secrets.seal_json(asdict(top)) if top else None,
        "beneath": secrets.seal_json(asdict(beneath)) if beneath else None,
        "offered": secrets.seal_json(talking.offered) if talking.offered else None,
        "expired": talking.expired or None,
        "tries": talking.tries,
        "open_question": talking.open_question if top else None,
        "updated_at": now,
        "reminded_at": talking.reminded_at,
        "remind_at": remind_at,
        "expires_at": expires_at,
    }
    written = await connection.execute(
        update(Conversation).where(col(Conversation.address_id) == talking.address_id).values(values)
    )
    if written.rowcount == 0:
        await connection.execute(
            insert_ignoring(connection, Conversation).values(address_id=talking.address_id, **values)
        )
    await media.let_go(connection, talking.files - talking.held())


async def rewrite(connection: AsyncConnection, secrets: Secrets, talking: Talking) -> None:
    """Keep changed journals of the scripts under way, and leave their times as they were.

    Which question is open now is found out when the person answers.
    """
    top, beneath = talking.top, talking.beneath
    if top is None:
        return
    await connection.execute(
        update(Conversation)
        .where(col(Conversation.address_id) == talking.address_id)
        .values(
            journal=secrets.seal_json(asdict(top)),
            beneath=secrets.seal_json(asdict(beneath)) if beneath else None,
            open_question=None,
        )
    )


async def offer(
    connection: AsyncConnection,
    secrets: Secrets,
    address_id: int,
    offered: Sequence[tuple[str, Sequence[str]]],
) -> None:
    """A message outside any turn showed these actions, numbered in this order.

    Their numbers or words ask for them now.
    """
    numbered = [(payload, [str(place), *words]) for place, (payload, words) in enumerate(offered, start=1)]
    await connection.execute(
        update(Conversation)
        .where(col(Conversation.address_id) == address_id)
        .values(offered=secrets.seal_json(numbered))
    )
