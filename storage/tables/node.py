"""The nodes of the ledger: what people contributed, and what was made of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset

UNHEARD = "kind = 'reply' AND state = 'published' AND passed_on_at IS NULL"
"""Replies that whoever gave what they are about did not hear of yet."""


class Node(SQLModel, table=True):
    """A contribution (story, idea, remark, call_back, ...) or a result (theme, scenario, ...).

    Or a `tap`: one option of the first tap, whose key is its `source`; these count down from -1.

    Contributions have a participant until that person is forgotten, and a `due_at` before which an answer
    is owed. `state`: waiting, asked_back, published, declined, withdrawn, replaced (there is a newer
    version). `title` and `body` are language -> words and belong to results. `number` counts per trajectory
    ("story 214"). `source` says where a contribution came from that was typed in for somebody (meeting,
    paper).
    `meeting_id` is where it was said: then those who were there are its contributors.
    `because` is language -> words: why the municipality adds a result that comes from nobody's contribution.
    `about_id` is what it is about: a reply is about a story or an update, a proposal about a concept part.
    `passed_on_at` is when a reply was passed on to who gave what it is about.
    """

    __table_args__ = (
        UniqueConstraint("trajectory_id", "number"),
        Index("ix_node_queue", "trajectory_id", "state", "due_at"),
        Index(
            "ix_node_to_pass_on",
            "about_id",
            sqlite_where=text(UNHEARD),
            postgresql_where=text(UNHEARD),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id")
    kind: str = Field(max_length=20)
    number: int
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    step: str | None = Field(default=None, max_length=20)
    channel: str = Field(default="desk", max_length=20)
    text: str = ""
    title: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    body: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    because: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    about_id: int | None = Field(default=None, foreign_key="node.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    version: int = preset(1)
    source: str = preset("", max_length=40)
    language: str = Field(default="nl", max_length=10)
    may_show: bool = False
    state: str = Field(default="waiting", max_length=12)
    created_at: datetime
    due_at: datetime | None = None
    decided_at: datetime | None = None
    passed_on_at: datetime | None = None
    sample: bool = False
