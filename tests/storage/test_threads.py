"""What something came from, and what came of it."""

from __future__ import annotations

from stage import MONDAY, Stage

from flows.deeds.make_result import Made, make_result
from storage import threads


async def chain(stage: Stage) -> list[int]:
    """Four results, each made of the one before, and the first one of the last but one as well."""
    trajectory_id = await stage.set_up()
    async with stage.acting() as acting:
        made = [await make_result(acting, trajectory_id, "theme", {"nl": f"Thema {n}"}) for n in range(4)]
        ids = [one.node_id for one in made if isinstance(one, Made)]
        for source, target in ((0, 1), (1, 2), (0, 2), (2, 3)):
            await threads.put_link(
                acting.connection,
                trajectory_id=trajectory_id,
                source_id=ids[source],
                target_id=ids[target],
                relation="inspired",
                reason={"nl": "Omdat"},
                moderator_id=None,
                now=MONDAY,
            )
    return ids


async def test_near_and_far(database_url: str) -> None:
    """All ways lead there, each node is named once, and nothing comes from itself."""
    stage = Stage(database_url)
    ids = await chain(stage)
    async with stage.acting() as acting:
        assert await threads.upstream(acting.connection, [ids[3]]) == {ids[0], ids[1], ids[2]}
        assert await threads.downstream(acting.connection, [ids[0]]) == {ids[1], ids[2], ids[3]}
        assert await threads.upstream(acting.connection, [ids[0]]) == set()
        assert await threads.downstream(acting.connection, [ids[3]]) == set()
