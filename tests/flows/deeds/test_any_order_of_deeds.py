"""Whatever people, the desk and the clock do, in whatever order: the count is that of the record."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

import pytest
from pledges import acting_as, in_days, joins, people, promised
from residents import rows
from stage import Stage

from flows.deeds.answer_check_in import keep_promise, postpone_promise, release_promise
from flows.deeds.ask_check_ins import ask_check_ins
from flows.deeds.forget_me import forget_me
from flows.deeds.join_promise import leave_promise
from flows.deeds.lapse_promises import lapse_promises
from flows.deeds.make_municipal_commitment import make_municipal_commitment
from flows.deeds.make_result import Made, make_result
from flows.deeds.note_progress import Outcome, note_progress
from flows.deeds.offer_promise import drop_old_offers, offer_promise
from flows.deeds.read_promises import read_successors, read_tally
from flows.deeds.take_over_promise import refuse_promise, take_over_at_desk, take_over_promise
from flows.deeds.weave_promises import weave_promises
from flows.promising import OPEN, Answer, Tally, recounted, tally
from storage import threads
from storage.tables import CheckIn, Commitment, Link, Node

NAMES = ("Ada", "Ben", "Cem", "Dia")
WORDS = {"nl": "Daarom.", "en": "Because."}
DEEDS = 80


class Crowd:
    """Does one thing after another, chosen by chance; most of it makes no sense, as in life."""

    def __init__(self, stage: Stage, chance: random.Random, part_id: int) -> None:
        self.stage = stage
        self.chance = chance
        self.part_id = part_id
        self.present = list(NAMES)

    async def act(self) -> None:
        acts = (
            self.promises,
            self.promises,
            self.joins,
            self.joins,
            self.leaves,
            self.answers,
            self.answers,
            self.offers,
            self.offers,
            self.takes,
            self.takes,
            self.desk,
            self.time,
            self.forgets,
        )
        await self.chance.choice(acts)()

    async def node(self) -> int:
        """Mostly one that is still to be kept."""
        found = await rows(self.stage, Commitment)
        open_ones = [row for row in found if row["state"] in OPEN and self.chance.random() < 0.9]
        chosen = open_ones or found
        return self.chance.choice(chosen)["node_id"] if chosen else 0

    def somebody(self) -> str:
        return self.chance.choice(self.present)

    async def owner(self, node_id: int) -> str:
        """Mostly whose promise it is, else anybody."""
        found = [row["participant_id"] for row in await rows(self.stage, Node) if row["id"] == node_id]
        name = NAMES[found[0] - 1] if found and found[0] else ""
        return name if name and self.chance.random() < 0.8 else self.somebody()

    async def promises(self) -> None:
        others = len(self.present) - 1
        needs = self.chance.randint(1, others) if others and self.chance.random() < 0.5 else None
        days = self.chance.randint(2, 40)
        await promised(self.stage, self.somebody(), needs=needs, days=days, public=self.chance.random() < 0.9)

    async def joins(self) -> None:
        await joins(self.stage, self.somebody(), await self.node(), "reach", "bij mij")

    async def leaves(self) -> None:
        node_id = await self.node()
        async with acting_as(self.stage, self.somebody()) as acting:
            await leave_promise.run(acting, node_id=node_id)

    async def answers(self) -> None:
        node_id = await self.node()
        async with acting_as(self.stage, await self.owner(node_id)) as acting:
            match self.chance.randint(0, 2):
                case 0:
                    await keep_promise.run(acting, node_id=node_id)
                case 1:
                    await release_promise.run(acting, node_id=node_id)
                case _:
                    await postpone_promise.run(acting, node_id=node_id, due_on=in_days(self.stage, 9))

    async def offers(self) -> None:
        node_id = await self.node()
        async with acting_as(self.stage, await self.owner(node_id)) as acting:
            keys = [key for key, _ in await read_successors.run(acting, node_id)]
            await offer_promise.run(acting, node_id=node_id, to=self.chance.choice([*keys, "desk"]))

    async def takes(self) -> None:
        asked = [row for row in await rows(self.stage, Commitment) if row["offered_to"]]
        node_id = asked[0]["node_id"] if asked else await self.node()
        name = NAMES[asked[0]["offered_to"] - 1] if asked else self.somebody()
        async with acting_as(self.stage, name) as acting:
            if self.chance.random() < 0.8:
                await take_over_promise.run(acting, node_id=node_id, due_on=in_days(self.stage, 20))
            else:
                await refuse_promise.run(acting, node_id=node_id)

    async def desk(self) -> None:
        node_id = await self.node()
        ours = [row["node_id"] for row in await rows(self.stage, Commitment) if row["municipal"]]
        async with self.stage.acting() as acting:
            match self.chance.randint(0, 2):
                case 0:
                    day = in_days(self.stage, 30)
                    await make_municipal_commitment(acting, self.part_id, WORDS, WORDS, day)
                case 1:
                    outcomes: tuple[Outcome, ...] = ("done", "later", "broken")
                    outcome = self.chance.choice(outcomes)
                    await note_progress(
                        acting, ours[-1] if ours else node_id, outcome, WORDS, in_days(self.stage, 15)
                    )
                case _:
                    await take_over_at_desk(acting, node_id, WORDS, WORDS, in_days(self.stage, 30))

    async def time(self) -> None:
        self.stage.wait(days=self.chance.randint(1, 4))
        for deed in (weave_promises, lapse_promises, ask_check_ins, drop_old_offers):
            async with self.stage.acting() as acting:
                await deed(acting)

    async def forgets(self) -> None:
        if len(self.present) > 2 and self.chance.random() < 0.2:
            name = self.somebody()
            async with acting_as(self.stage, name) as acting:
                await forget_me.run(acting)
            self.present.remove(name)


async def recount(stage: Stage) -> Tally:
    """From the record alone, of all that was ever public."""
    records: dict[int, list[Answer]] = defaultdict(list)
    for row in await rows(stage, CheckIn):
        records[row["node_id"]].append(row["answer"])
    nodes = {row["id"]: row for row in await rows(stage, Node)}
    counted = []
    for row in await rows(stage, Commitment):
        node = nodes[row["node_id"]]
        if node["state"] == "published" or (node["state"] == "withdrawn" and node["decided_at"]):
            record = records[row["node_id"]]
            counted.append((recounted(row["municipal"], row["needs"], record), 1))
    return tally(counted)


def known(counted: Tally) -> Tally:
    """Without who is silent: that is a matter of the clock, not of the record."""
    return Tally(replace(counted.residents, silent=0), replace(counted.municipality, silent=0))


@pytest.mark.parametrize("seed", range(2))
async def test_any_order_of_deeds(stage: Stage, seed: int) -> None:
    """After every deed the tally is a recount, and no link makes a circle."""
    await people(stage, *NAMES)
    async with stage.acting() as acting:
        part = await make_result(acting, stage.trajectory_id, "plan_part", WORDS)
    assert isinstance(part, Made)
    crowd = Crowd(stage, random.Random(seed), part.node_id)
    for _ in range(DEEDS):
        await crowd.act()
        async with stage.acting() as acting:
            counted = await read_tally(acting.connection, stage.trajectory_id, stage.now)
        assert known(counted) == await recount(stage)
    assert len({row["answer"] for row in await rows(stage, CheckIn)}) > 4
    links = await rows(stage, Link)
    async with stage.acting() as acting:
        for link in links:
            assert link["source_id"] not in await threads.downstream(acting.connection, [link["target_id"]])
