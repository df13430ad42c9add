"""A moderator names a group; the machine never does."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from crowd import group
from opinions import camps, lay_in
from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.name_group import Named, name_group
from flows.deeds.read_groups import read_groups
from flows.opinion_groups import Group
from storage.tables import Audit

PARK = 1


@pytest.fixture
async def grouped(stage: Stage) -> Stage:
    """Two groups of people, A and B."""
    async with stage.acting() as acting:
        await lay_in(acting.connection, PARK, camps(30, 20), stage.now)
    await group(stage)
    return stage


async def groups(stage: Stage) -> tuple[Group, ...]:
    async with stage.acting() as acting:
        kept = await read_groups(acting.connection, PARK)
    assert kept is not None
    assert kept.groups is not None
    return kept.groups.groups


async def named(stage: Stage, number: int, name: Mapping[str, str]) -> Named | Refused:
    key = (await groups(stage))[number].key
    async with stage.acting() as acting:
        return await name_group(acting, PARK, key, name)


async def test_named(grouped: Stage) -> None:
    """It is called so from then on, and it is on record who did it."""
    assert [group.name for group in await groups(grouped)] == [None, None]
    done = await named(grouped, 1, {"nl": "  Rust \n zoekers", "en": ""})
    assert done == Named("B", {"nl": "Rust zoekers"})
    assert [group.name for group in await groups(grouped)] == [None, {"nl": "Rust zoekers"}]
    (line,) = await rows(grouped, Audit)
    assert (line["act"], line["detail"], line["moderator_id"]) == (
        "name_group",
        f"{PARK}: B",
        grouped.moderator_id,
    )


async def test_a_name_taken_away(grouped: Stage) -> None:
    """Without words it has its letter alone."""
    await named(grouped, 0, {"nl": "Rustzoekers"})
    assert await named(grouped, 0, {"nl": " ", "en": ""}) == Named("A", {})
    assert (await groups(grouped))[0].name is None


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ({"nl": "x" * 41}, Refused("groups-name-long", {"most": "40"})),
        ({"nl": "rustzoekers", "en": "Others"}, Refused("groups-name-taken")),
    ],
)
async def test_refused(grouped: Stage, name: Mapping[str, str], refusal: Refused) -> None:
    """A long name, and the name of another group; nothing changes."""
    await named(grouped, 1, {"nl": "Rustzoekers"})
    before = await groups(grouped)
    assert await named(grouped, 0, name) == refusal
    assert await groups(grouped) == before


async def test_its_own_name_again(grouped: Stage) -> None:
    """That is no other group's."""
    for _ in range(2):
        assert isinstance(await named(grouped, 1, {"nl": "Rustzoekers"}), Named)


async def test_a_group_that_is_gone(grouped: Stage) -> None:
    """An old page names nothing that is new; nor does one from before there were groups."""
    async with grouped.acting() as acting:
        assert await name_group(acting, PARK, "before-0", {"nl": "Rust"}) == Refused("groups-gone")
        assert await name_group(acting, 99, "before-0", {"nl": "Rust"}) == Refused("groups-gone")
