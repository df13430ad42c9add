"""Laying in a trajectory, whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from residents import rows
from stage import TRAJECTORY, Stage

from bot.trajectory_files import check_file, read_file
from flows.deeds.found_trajectory import SlugTaken, found_trajectory
from storage.tables import DeclineReason, Network, Step, Trajectory


async def test_stored_whole(each_stage: Stage) -> None:
    """Its texts, networks with a link that cannot be guessed, steps, and reasons in their order."""
    (trajectory,) = await rows(each_stage, Trajectory)
    assert (trajectory["slug"], trajectory["languages"]) == ("parkrand", ["nl", "en"])
    assert trajectory["texts"]["title"] == {"nl": "Een schoon park", "en": "A clean park"}
    assert (trajectory["next_number"], trajectory["created_at"]) == (1, each_stage.now)
    (network,) = await rows(each_stage, Network)
    assert network["token"].startswith("hondenclub-")
    assert len(network["token"]) == len("hondenclub-") + 6
    assert {row["code"] for row in await rows(each_stage, Step)} == {"activate", "exchange"}
    (reason,) = await rows(each_stage, DeclineReason)
    assert (reason["key"], reason["position"]) == ("personal", 0)


async def test_a_slug_is_taken_once(each_stage: Stage) -> None:
    """A second trajectory under the same slug is refused, and nothing of it is stored."""
    new = check_file(TRAJECTORY, read_file(TRAJECTORY), each_stage.now.date())
    with pytest.raises(SlugTaken, match="parkrand"):
        async with each_stage.acting() as acting:
            await found_trajectory(acting, new)
    assert len(await rows(each_stage, Network)) == 1


async def test_nothing_but_itself(stage: Stage) -> None:
    """A trajectory may begin without networks, steps or reasons."""
    new = check_file(TRAJECTORY, read_file(TRAJECTORY), stage.now.date())
    async with stage.acting() as acting:
        bare = replace(new, slug="kaal", networks=(), steps=(), reasons=())
        assert await found_trajectory(acting, bare) == 2
    assert len(await rows(stage, Network)) == 1
