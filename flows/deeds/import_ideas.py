"""Ideas from a meeting or from paper come in together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import write_audit
from flows.deeds.read_trajectory import standings
from flows.steps import given_in
from storage.tables import Node, Trajectory


@dataclass(frozen=True)
class NewIdea:
    """Somebody at the desk stands for it; `source` says where it was given ("meeting 12 May")."""

    text: str
    language: str
    source: str


async def import_ideas(acting: Acting, trajectory_id: int, ideas: Sequence[NewIdea]) -> int:
    """Lay these in, published and numbered in their own order; returns how many."""
    if not ideas:
        return 0
    step = given_in(await standings(acting, trajectory_id), "idea")
    first = await _numbers(acting, trajectory_id, len(ideas))
    await acting.connection.execute(
        insert(Node),
        [
            {
                "trajectory_id": trajectory_id,
                "kind": "idea",
                "number": number,
                "step": step.code if step else None,
                "channel": "desk",
                "source": idea.source,
                "text": idea.text,
                "language": idea.language,
                "may_show": True,
                "state": "published",
                "created_at": acting.now,
                "decided_at": acting.now,
                "sample": False,
            }
            for number, idea in enumerate(ideas, start=first)
        ],
    )
    await write_audit(acting, "import_ideas", detail=f"{first} to {first + len(ideas) - 1}")
    return len(ideas)


async def ideas_there(acting: Acting, trajectory_id: int) -> AsyncIterator[str]:
    """The texts of all ideas of a trajectory, whatever became of them."""
    query = select(col(Node.text)).where(col(Node.trajectory_id) == trajectory_id, col(Node.kind) == "idea")
    async with acting.connection.stream(query) as rows:
        async for text in rows.scalars():
            yield text


async def _numbers(acting: Acting, trajectory_id: int, count: int) -> int:
    """Set aside so many numbers; the first of them."""
    counted = await acting.connection.execute(
        update(Trajectory)
        .where(col(Trajectory.id) == trajectory_id)
        .values(next_number=col(Trajectory.next_number) + count)
        .returning(col(Trajectory.next_number))
    )
    return counted.scalar_one() - count
