"""One tap as a first contribution: counted once a person, changeable, with the whole beside it."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from residents import acting_as_resident, joined, lay_in_another, rows, set_values
from stage import Stage

from flows.deeds.announce import tell_announced
from flows.deeds.forget_me import forget_me
from flows.deeds.open_step import open_step
from flows.deeds.read_harvest import read_harvest
from flows.deeds.tap_first import Tapped, count_taps, read_taps, tap_first
from flows.first_taps import FIELD, STANDARD
from flows.harvest import Favourite
from flows.steps import BY_CODE
from storage.tables import Node, Trajectory, Vote


async def tap(stage: Stage, who: str, choice: str) -> Tapped:
    stage.turn_to(who)
    async with acting_as_resident(stage) as acting:
        return await tap_first.run(acting, choice)


async def people(stage: Stage, count: int) -> list[str]:
    names = [f"person {number}" for number in range(count)]
    for name in names:
        await joined(stage, address=f"{name} on buttons")
    return names


async def counted(stage: Stage) -> dict[str, int]:
    async with stage.acting() as acting:
        return await count_taps(acting, 1)


async def test_counted_with_the_whole(each_stage: Stage) -> None:
    """Each hears how many chose the same, of how many, and what most chose."""
    one, two, three = await people(each_stage, 3)
    assert await tap(each_stage, one, "safe") == Tapped(1, 1, "safe", 1)
    assert await tap(each_stage, two, "help") == Tapped(2, 1, "help", 1)
    assert await tap(each_stage, three, "safe") == Tapped(3, 2, "safe", 2)
    assert await counted(each_stage) == {"safe": 2, "help": 1}
    assert sorted(row["number"] for row in await rows(each_stage, Node)) == [-5, -4, -3, -2, -1]
    async with each_stage.acting() as acting:
        found = await read_harvest(acting, 1, BY_CODE["activate"])
    assert found.taps is not None
    assert (found.taps.times, found.taps.of) == (2, 3)


async def test_changed(stage: Stage) -> None:
    """The last time counts, and the vote before it is kept as what it was; the same again adds nothing."""
    (one,) = await people(stage, 1)
    await tap(stage, one, "safe")
    await tap(stage, one, "safe")
    assert await tap(stage, one, "help") == Tapped(1, 1, "help", 1)
    assert await tap(stage, one, "safe") == Tapped(1, 1, "safe", 1)
    votes = [(row["value"], row["was"]) for row in await rows(stage, Vote)]
    assert votes == [(1, None), (0, 1), (1, None), (0, 1), (1, 0)]
    async with acting_as_resident(stage) as acting:
        seen = await read_taps.run(acting)
    assert (seen.mine, seen.gave, tuple(seen.options)) == ("safe", False, STANDARD)


CHOICES = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(STANDARD)), min_size=1, max_size=12)


async def test_any_order(stage: Stage) -> None:
    """Whoever taps whatever how often: everyone counts once, for what they chose last."""
    names = await people(stage, 4)
    examples: list[list[tuple[int, str]]] = []

    @settings(max_examples=5, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(taps=CHOICES)
    def collect(taps: list[tuple[int, str]]) -> None:
        examples.append(taps)

    collect()
    last: dict[int, str] = {}
    for taps in examples:
        for who, choice in taps:
            tapped = await tap(stage, names[who], choice)
            last[who] = choice
            expected = Counter(last.values())
            assert (tapped.of, tapped.same) == (len(last), expected[choice])
        assert await counted(stage) == dict(Counter(last.values()))


async def test_first_at_once(each_stage: Stage) -> None:
    """People who tap first at the same moment make one set of options."""
    names = await people(each_stage, 3)
    actors = [Stage(each_stage.url, each_stage.now, who=name) for name in names]
    await asyncio.gather(*(tap(stage, stage.who, "safe") for stage in actors))
    assert await counted(each_stage) == {"safe": 3}
    assert len(await rows(each_stage, Node)) == len(STANDARD)


async def test_forgotten(stage: Stage) -> None:
    """Who is forgotten stays a bare count, like every vote."""
    one, two = await people(stage, 2)
    for name in (one, two):
        await tap(stage, name, "safe")
    async with acting_as_resident(stage) as acting:
        await forget_me.run(acting)
    assert await counted(stage) == {"safe": 2}


async def test_options_of_its_own(stage: Stage, tmp_path: Path) -> None:
    """A trajectory offers its own options, in its own languages, and counts for itself."""
    other = await lay_in_another(stage, tmp_path)
    (one,) = await people(stage, 1)
    await tap(stage, one, "safe")
    await joined(stage, address="fatma on buttons", slug="plein")
    (_, texts) = [row["texts"] for row in await rows(stage, Trajectory)]
    await set_values(stage, Trajectory, texts={**texts, f"{FIELD}trees": {"nl": "Bomen", "en": "Trees"}})
    assert await tap(stage, "fatma", "trees") == Tapped(1, 1, "trees", 1)
    (node,) = [row for row in await rows(stage, Node) if row["trajectory_id"] == other]
    assert (node["kind"], node["source"], node["title"]) == ("tap", "trees", {"nl": "Bomen", "en": "Trees"})
    async with stage.acting() as acting:
        assert await count_taps(acting, 1) == {"safe": 1}


async def test_given_back_when_the_next_step_opens(stage: Stage) -> None:
    """From five people on the next opening says what most chose."""
    for name in await people(stage, 5):
        await tap(stage, name, "help")
    async with stage.acting() as acting:
        await open_step(acting, 1, "activate")
        found = await read_harvest(acting, 1, BY_CODE["activate"])
        assert found.taps is not None
        assert Favourite("", found.taps.times, found.taps.of) == Favourite("", 5, 5)
        await open_step(acting, 1, "choose")
    stage.wait(minutes=2)
    stage.turn_to("person 0")
    for _ in range(2):
        async with stage.acting() as acting:
            await tell_announced(acting)
    messages = await stage.collect()
    said = "Het vaakst gekozen als belangrijkste: “Dat hulp dichtbij is”, door 5 van de 5 mensen."
    assert any(said in message.text for message in messages)
