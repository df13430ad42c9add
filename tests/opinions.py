"""Made-up votes of people who think in camps."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.grouping import Opinions
from storage.database import insert_ignoring
from storage.tables import Node, Participant, Vote

Row = tuple[int, int, int]
"""Person, idea, vote."""

IDEA = 1000
PERSON = 5000
"""Added to an idea and a person for their ids, where they are laid in."""


def opinions(rows: Iterable[Row]) -> Opinions:
    """As the computation takes them."""
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return Opinions(*columns)


def camps(*sizes: int, ideas: int = 12, slips: float = 0.1, seed: int = 1, first: int = 1) -> list[Row]:
    """Each camp agrees with ideas of its own and with what all share, and not with the others' ideas.

    The last two ideas all agree on. `slips`: how often somebody votes otherwise, or passes.
    """
    chance = random.Random(seed)
    rows: list[Row] = []
    person = first
    for camp, size in enumerate(sizes):
        for _ in range(size):
            for idea in range(ideas):
                shared = idea >= ideas - 2
                vote = 1 if shared or idea % len(sizes) == camp else -1
                rows.append(
                    (person, idea + 1, chance.choice((0, -vote)) if chance.random() < slips else vote)
                )
            person += 1
    return rows


def corners(*sizes: int, ideas: int = 24, slips: float = 0.05, seed: int = 1) -> list[Row]:
    """Up to five camps on two matters: for both, for one, for neither, and one that passes on both."""
    chance = random.Random(seed)
    stands = ((1, 1), (-1, -1), (1, -1), (-1, 1), (0, 0))
    rows: list[Row] = []
    person = 1
    for stand, size in zip(stands, sizes, strict=False):
        for _ in range(size):
            for idea in range(ideas):
                slip = chance.random() < slips
                rows.append((person, idea + 1, chance.choice((1, 0, -1)) if slip else stand[idea % 2]))
            person += 1
    return rows


def shuffled(rows: Sequence[Row], seed: int = 2) -> list[Row]:
    """The same votes in another order of arrival."""
    return random.Random(seed).sample(list(rows), len(rows))


async def lay_in(connection: AsyncConnection, trajectory_id: int, rows: Sequence[Row], now: datetime) -> None:
    """People, published ideas and votes; both get the numbers of `rows` plus OFFSET for ids."""
    people, ideas = sorted({row[0] for row in rows}), sorted({row[1] for row in rows})
    there = set((await connection.execute(select(col(Participant.id)))).scalars())
    fresh = [person for person in people if PERSON + person not in there]
    if fresh:
        await connection.execute(
            insert(Participant),
            [
                {
                    "id": PERSON + person,
                    "key": f"opinion-{person}",
                    "trajectory_id": trajectory_id,
                    "often": "usual",
                    "consented_at": now,
                    "joined_at": now,
                }
                for person in fresh
            ],
        )
    for idea in ideas:
        await connection.execute(
            insert_ignoring(connection, Node).values(
                id=IDEA + idea,
                trajectory_id=trajectory_id,
                kind="idea",
                number=IDEA + idea,
                text=f"Idee nummer {idea}.",
                may_show=True,
                state="published",
                created_at=now,
            )
        )
    await connection.execute(
        insert(Vote),
        [
            {
                "node_id": IDEA + idea,
                "participant_id": PERSON + person,
                "value": vote,
                "channel": "web",
                "at": now,
            }
            for person, idea, vote in rows
        ],
    )
