"""Lay in what people gave in a sample trajectory: stories, ideas, votes, decisions, themes and links."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, inspect, select, update
from sqlmodel import SQLModel, col

from bot.sample_later import LaterContent
from flows.deeds.acting import Acting
from flows.deeds.count_rankings import count_rankings
from flows.deeds.count_votes import count_votes
from flows.deeds.fold_votes import fold_votes
from flows.deeds.lay_out_cards import lay_out_cards
from storage.secrets import random_code
from storage.tables import Decision, Link, Media, Network, Node, Participant, Trajectory, Vote

VOTES_AN_IDEA = 30
ANSWERED_AFTER = timedelta(hours=9)
SENT_ALONG = {"voice": "voice_seconds", "photo": "photo"}
"""Kinds of files, and the field of a contribution that says there is one."""

_ACTS = {"published": "publish", "declined": "decline", "asked_back": "ask_back"}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SampleContent:
    """One sample file, on its way into one trajectory. `moderator_id` is who decided all of it."""

    acting: Acting
    trajectory_id: int
    content: Mapping[str, Any]
    languages: Sequence[str]
    answer_days: int
    moderator_id: int

    async def lay_in(self) -> None:
        """All of it, in a handful of statements."""
        given = sorted(self._given(), key=lambda row: int(row["number"]))
        people = await self._people(given)
        nodes = await self._contributions(given, people)
        await self._files(given, people, nodes)
        themes = await self._themes(len(given))
        await self._decisions(given, nodes)
        await self._links(nodes, themes)
        await self._votes(nodes, people)
        following = await self._later(given, nodes, themes)
        await self._count()
        await self.acting.connection.execute(
            update(Trajectory).where(col(Trajectory.id) == self.trajectory_id).values(next_number=following)
        )

    async def _later(self, given: Sequence[Row], nodes: Mapping[int, int], themes: Sequence[int]) -> int:
        """What the later steps brought, if the sample has come that far; the next free number."""
        ends = {f"{row['kind']}:{row['number']}": nodes[row["number"]] for row in given}
        ends |= {f"theme:{place}": node_id for place, node_id in enumerate(themes, start=1)}
        later = LaterContent(
            self.acting,
            self.trajectory_id,
            self.content,
            self.languages,
            self.answer_days,
            self.moderator_id,
            next_number=len(given) + len(themes) + 1,
            ends=ends,
        )
        return await later.lay_in()

    def _given(self) -> Iterator[Row]:
        for kind in ("story", "idea"):
            for row in self.content[kind]:
                yield {"may_show": True, **row, "kind": kind}

    def _at(self, days_ago: float) -> datetime:
        return self.acting.now - timedelta(days=days_ago)

    async def _people(self, given: Sequence[Row]) -> list[int]:
        """Each contribution comes from someone of its own."""
        networks = await self.acting.connection.execute(
            select(col(Network.code), col(Network.id)).where(col(Network.trajectory_id) == self.trajectory_id)
        )
        network_ids = {row.code: row.id for row in networks}
        return await self._insert(
            Participant,
            [
                {
                    "key": random_code(12),
                    "trajectory_id": self.trajectory_id,
                    "network_id": network_ids[row["network"]],
                    "language": row["language"] if row["language"] in self.languages else self.languages[0],
                    "role": row["role"],
                    "often": "usual",
                    "consented_at": self._at(row["days_ago"]),
                    "joined_at": self._at(row["days_ago"]),
                    "sample": True,
                }
                for row in given
            ],
        )

    async def _contributions(self, given: Sequence[Row], people: Sequence[int]) -> dict[int, int]:
        """Number in the file -> id."""
        ids = await self._insert(
            Node,
            [
                {
                    "trajectory_id": self.trajectory_id,
                    "kind": row["kind"],
                    "number": row["number"],
                    "participant_id": person,
                    "step": "exchange",
                    "channel": "web",
                    "text": row["text"].strip(),
                    "language": row["language"],
                    "may_show": row["may_show"],
                    "state": row["state"],
                    "created_at": self._at(row["days_ago"]),
                    "due_at": self._at(row["days_ago"] - self.answer_days),
                    "decided_at": self._decided_at(row),
                    "sample": True,
                }
                for row, person in zip(given, people, strict=True)
            ],
        )
        return {row["number"]: number for row, number in zip(given, ids, strict=True)}

    async def _files(self, given: Sequence[Row], people: Sequence[int], nodes: Mapping[int, int]) -> None:
        """Voice messages and photos, for now as a note that they are to come."""
        rows = [
            {
                "key": random_code(16),
                "participant_id": person,
                "node_id": nodes[row["number"]],
                "channel": "web",
                "kind": kind,
                "state": "noted",
                "created_at": self._at(row["days_ago"]),
            }
            for row, person in zip(given, people, strict=True)
            for kind, field in SENT_ALONG.items()
            if field in row
        ]
        if rows:
            await self.acting.connection.execute(insert(Media), rows)

    def _decided_at(self, row: Row) -> datetime | None:
        if row["state"] not in _ACTS:
            return None
        return min(self._at(row["days_ago"]) + ANSWERED_AFTER, self.acting.now)

    async def _themes(self, after: int) -> list[int]:
        return await self._insert(
            Node,
            [
                {
                    "trajectory_id": self.trajectory_id,
                    "kind": "theme",
                    "number": after + position,
                    "channel": "desk",
                    "text": "",
                    "title": theme["title"],
                    "language": self.languages[0],
                    "may_show": True,
                    "state": "published",
                    "created_at": self._at(theme["days_ago"]),
                    "sample": True,
                }
                for position, theme in enumerate(self.content["theme"], start=1)
            ],
        )

    async def _decisions(self, given: Sequence[Row], nodes: Mapping[int, int]) -> None:
        await self._insert(
            Decision,
            [
                {
                    "node_id": nodes[row["number"]],
                    "act": _ACTS[row["state"]],
                    "reason": row["reason"],
                    "sentence": row["answer"],
                    "moderator_id": self.moderator_id,
                    "at": self._decided_at(row),
                }
                for row in given
                if row["state"] in _ACTS
            ],
        )

    async def _links(self, nodes: Mapping[int, int], themes: Sequence[int]) -> None:
        def end(reference: Mapping[str, int]) -> int:
            kind, number = next(iter(reference.items()))
            return themes[number - 1] if kind == "theme" else nodes[number]

        rows = [
            self._link(nodes[story], theme_id, "belongs_to", theme)
            for theme, theme_id in zip(self.content["theme"], themes, strict=True)
            for story in theme["stories"]
        ]
        rows += [
            self._link(end(link["from"]), end(link["to"]) if "to" in link else None, link["relation"], link)
            for link in self.content["link"]
        ]
        await self._insert(Link, rows)

    def _link(self, source: int, target: int | None, relation: str, made: Row) -> dict[str, Any]:
        return {
            "trajectory_id": self.trajectory_id,
            "source_id": source,
            "target_id": target,
            "relation": relation,
            "reason": made["reason"],
            "moderator_id": self.moderator_id,
            "created_at": self._at(made["days_ago"]),
            # The people of a sample are nobody, so nobody is to hear of it.
            "spread_at": self._at(made["days_ago"]),
        }

    async def _votes(self, nodes: Mapping[int, int], people: Sequence[int]) -> None:
        """Votes by the chances that the file gives; the same file gives the same votes."""
        chance = random.Random(self.content["slug"])
        rows = []
        for idea in self.content["idea"]:
            for person in chance.sample(list(people), min(VOTES_AN_IDEA, len(people))):
                drawn = chance.random()
                value = 1 if drawn < idea["agree"] else 0 if drawn < idea["agree"] + idea["pass"] else -1
                at = self._at(idea["days_ago"] * chance.uniform(0.1, 0.9))
                rows.append(
                    {
                        "node_id": nodes[idea["number"]],
                        "participant_id": person,
                        "value": value,
                        "channel": "web",
                        "at": at,
                    }
                )
        await self._insert(Vote, rows)

    async def _count(self) -> None:
        """Now, so that a demonstration shows the results at once."""
        for deed in (lay_out_cards, fold_votes, count_votes, count_rankings):
            while await deed(self.acting):
                pass

    async def _insert(self, table: type[SQLModel], rows: list[dict[str, Any]]) -> list[int]:
        """Insert all at once; the ids in the order of the rows."""
        if not rows:
            return []
        key = inspect(table).c["id"]
        inserted = await self.acting.connection.execute(
            insert(table).returning(key, sort_by_parameter_order=True), rows
        )
        return list(inserted.scalars())
