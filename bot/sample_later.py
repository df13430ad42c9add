"""Lay in what the later steps of a sample brought: results, what was said about them, promises, threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import insert, select
from sqlmodel import SQLModel, col

from flows.deeds.acting import Acting
from storage.secrets import random_code
from storage.tables import (
    CheckIn,
    Commitment,
    Decision,
    Joining,
    Link,
    Meeting,
    Network,
    Node,
    Participant,
    Ranking,
)

Row = Mapping[str, Any]

_ACTS: Final = {"published": "publish", "declined": "decline"}
_ENDED_BY: Final = {"kept": "done", "broken": "broken", "released": "release", "lapsed": "lapsed"}
"""State of a promise to the answer that brought it there."""

_STEPS: Final = {
    "meaning": "exchange",
    "idea": "exchange",
    "scenario": "choose",
    "proposal": "refine",
    "concept_part": "refine",
    "need": "realise",
    "obstacle": "realise",
    "offer": "realise",
    "dot": "present",
    "plan_part": "present",
    "commitment": "commit",
}


@dataclass
class LaterContent:
    """One sample file whose earlier parts stand already; `ends` is "story:3" or "theme:1" to node id."""

    acting: Acting
    trajectory_id: int
    content: Mapping[str, Any]
    languages: Sequence[str]
    answer_days: int
    moderator_id: int
    next_number: int
    ends: dict[str, int] = field(default_factory=dict)
    _networks: dict[str, int] = field(default_factory=dict)

    async def lay_in(self) -> int:
        """All of it, oldest first, so that numbers rise with time; returns the next free number."""
        await self._read_networks()
        rows = [("made", row) for row in self.content.get("made", ())]
        rows += [("given", row) for row in self.content.get("given", ())]
        rows += [("promise", row) for row in self.content.get("promise", ())]
        lay = {"made": self._made, "given": self._given, "promise": self._promise}
        for what, row in sorted(rows, key=lambda pair: -float(pair[1]["days_ago"])):
            self.ends[f"{what}:{row['key']}"] = await lay[what](row)
        for row in self.content.get("thread", ()):
            await self._thread(row)
        for row in self.content.get("meeting", ()):
            await self._meeting(row)
        for row in self.content.get("ranking", ()):
            await self._rankings(row)
        return self.next_number

    def _at(self, days_ago: float) -> Any:
        return self.acting.now - timedelta(days=days_ago)

    async def _read_networks(self) -> None:
        rows = await self.acting.connection.execute(
            select(col(Network.code), col(Network.id)).where(col(Network.trajectory_id) == self.trajectory_id)
        )
        self._networks = {row.code: row.id for row in rows}

    async def _made(self, row: Row) -> int:
        optional = {name: row[name] for name in ("body", "because") if name in row}
        return await self._node(
            row,
            title=row["title"],
            state=row.get("state", "published"),
            version=row.get("version", 1),
            language=self.languages[0],
            decided_at=self._at(row["days_ago"]),
            **optional,
        )

    async def _given(self, row: Row) -> int:
        answered = min(self._at(row["days_ago"]) + timedelta(hours=9), self.acting.now)
        node_id = await self._node(
            row,
            participant_id=await self._person(row),
            channel="web",
            text=row["text"],
            language=row["language"],
            state=row["state"],
            due_at=self._at(row["days_ago"] - self.answer_days),
            decided_at=answered if row["state"] in _ACTS else None,
        )
        if row["state"] in _ACTS:
            await self._put(
                Decision,
                node_id=node_id,
                act=_ACTS[row["state"]],
                reason=row["reason"],
                sentence=row["answer"],
                moderator_id=self.moderator_id,
                at=answered,
            )
        return node_id

    async def _promise(self, row: Row) -> int:
        municipal = row.get("municipal", False)
        words: dict[str, Any] = {"title": row["title"]} if municipal else {"text": row["text"]}
        if not municipal:
            words |= {"participant_id": await self._person(row), "channel": "web"}
        given = {**row, "kind": "commitment"}
        decided = {"state": "published", "decided_at": self._at(row["days_ago"])}
        node_id = await self._node(given, language=self.languages[0], **words, **decided)
        due_on = (self.acting.now + timedelta(days=row["due"])).date()
        settled_at = self._at(max(0.2, -row["due"])) if row["state"] in _ENDED_BY else None
        await self._put(
            Commitment,
            node_id=node_id,
            municipal=municipal,
            name=row.get("name", ""),
            due_on=due_on,
            needs=row.get("needs"),
            joined_by=due_on if "needs" in row else None,
            state=row["state"],
            moved=row.get("moved", 0),
            settled_at=settled_at,
        )
        await self._went(node_id, row, settled_at)
        for number, name in enumerate(row.get("joined", ())):
            joined_at = self._at(row["days_ago"] - 2 - number)
            person = await self._person({**row, "days_ago": row["days_ago"] - 2 - number})
            await self._put(Joining, node_id=node_id, participant_id=person, name=name, joined_at=joined_at)
        return node_id

    async def _went(self, node_id: int, row: Row, settled_at: Any) -> None:
        by = {"moderator_id": self.moderator_id} if row.get("municipal") else {}
        for _ in range(row.get("moved", 0)):
            due_on = (self.acting.now + timedelta(days=row["due"])).date()
            at = self._at(row["days_ago"] / 2)
            await self._put(CheckIn, node_id=node_id, answer="later", due_on=due_on, at=at, **by)
        if row["state"] in _ENDED_BY:
            await self._put(CheckIn, node_id=node_id, answer=_ENDED_BY[row["state"]], at=settled_at, **by)
        elif "joined" in row:
            met_at = self._at(row["days_ago"] - 2 - len(row["joined"]))
            await self._put(CheckIn, node_id=node_id, answer="met", at=met_at)

    async def _thread(self, row: Row) -> None:
        await self._put(
            Link,
            trajectory_id=self.trajectory_id,
            source_id=self.ends[row["from"]],
            target_id=self.ends[row["to"]],
            relation=row["relation"],
            reason=row["reason"],
            moderator_id=self.moderator_id,
            created_at=self._at(row["days_ago"]),
            # The people of a sample are nobody, so nobody is to hear of it.
            spread_at=self._at(row["days_ago"]),
        )

    async def _meeting(self, row: Row) -> None:
        starts_at = self.acting.now.replace(minute=0, second=0, microsecond=0) + timedelta(
            days=row["in_days"]
        )
        await self._put(
            Meeting,
            trajectory_id=self.trajectory_id,
            kind=row["kind"],
            title=row["title"],
            place=row["place"],
            access=row["access"],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            door_code=random_code(6).upper(),
            created_at=self._at(max(1.0, 14.0 - row["in_days"])),
        )

    async def _rankings(self, row: Row) -> None:
        """So many people put the scenarios in this order."""
        choices = [self.ends[key] for key in row["choices"]]
        people = await self.acting.connection.execute(
            select(col(Participant.id))
            .where(
                col(Participant.trajectory_id) == self.trajectory_id,
                col(Participant.id).not_in(
                    select(col(Ranking.participant_id)).where(
                        col(Ranking.trajectory_id) == self.trajectory_id
                    )
                ),
            )
            .order_by(col(Participant.id))
            .limit(row["people"])
        )
        for person in people.scalars().all():
            await self._put(
                Ranking,
                trajectory_id=self.trajectory_id,
                participant_id=person,
                choices=choices,
                channel="web",
                at=self._at(120.0),
            )

    async def _person(self, row: Row) -> int:
        return await self._put(
            Participant,
            key=random_code(12),
            trajectory_id=self.trajectory_id,
            network_id=self._networks[row["network"]],
            language=row["language"] if row.get("language") in self.languages else self.languages[0],
            role=row["role"],
            often="usual",
            consented_at=self._at(row["days_ago"]),
            joined_at=self._at(row["days_ago"]),
            sample=True,
        )

    async def _node(self, row: Row, **values: Any) -> int:
        about = row.get("about")
        if isinstance(about, Mapping):
            ((kind, number),) = about.items()
            about = f"{kind}:{number}"
        elif about is not None:
            about = f"made:{about}"
        given = {
            "trajectory_id": self.trajectory_id,
            "kind": row["kind"],
            "number": self.next_number,
            "step": _STEPS.get(row["kind"], "stay"),
            "channel": "desk",
            "text": "",
            "may_show": True,
            "about_id": self.ends[about] if about else None,
            "created_at": self._at(row["days_ago"]),
            "sample": True,
        }
        self.next_number += 1
        return await self._put(Node, **{**given, **values})

    async def _put(self, table: type[SQLModel], **values: Any) -> int:
        inserted = await self.acting.connection.execute(insert(table).values(values))
        key: int = (inserted.inserted_primary_key or (0,))[0]
        return key
