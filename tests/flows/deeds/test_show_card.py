"""Which card a resident is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from crowd import crowd, fold, ideas, people
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from residents import acting_as_resident, rows
from sqlalchemy import event, insert, update
from sqlmodel import col
from stage import Stage, opened

from flows import exposure
from flows.deeds.acting import Acting
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.show_card import Card, cards_left, show_card
from flows.exposure import Candidate
from storage.tables import Exposure, Node, Tally


async def _laid(stage: Stage, many: int) -> list[int]:
    made = await ideas(stage, many)
    await fold(stage)
    return made


async def _shown(stage: Stage, participant_id: int | None = None) -> Card | None:
    async with acting_as_resident(stage) as acting:
        return await show_card.run(_as(acting, participant_id), "idea")


def _as(acting: Acting, participant_id: int | None) -> Acting:
    if participant_id is None:
        return acting
    return replace(acting, person=replace(acting.resident, participant_id=participant_id))


async def _set(stage: Stage, node_id: int, **values: object) -> None:
    async with stage.acting() as acting:
        await acting.connection.execute(update(Node).where(col(Node.id) == node_id).values(values))


async def test_every_card_comes_once(chat: Stage) -> None:
    """And then there are none left."""
    made = await _laid(chat, 7)
    seen = [card.node_id for _ in range(7) if (card := await _shown(chat))]
    assert sorted(seen) == sorted(made)
    assert await _shown(chat) is None
    assert [row["node_id"] for row in await rows(chat, Exposure)] == seen
    async with acting_as_resident(chat) as acting:
        assert not await cards_left.run(acting, "idea")


async def test_a_card_is_chosen_by_what_was_shown_a_moment_ago_too(chat: Stage) -> None:
    """Twelve people before anything is counted: three ideas are shown four times each."""
    await _laid(chat, 3)
    for person in await people(chat, 12):
        assert await _shown(chat, person)
    shown = [row["node_id"] for row in await rows(chat, Exposure)]
    assert sorted(shown.count(idea) for idea in set(shown)) == [4, 4, 4]
    assert not any(row["shown"] for row in await rows(chat, Tally))


async def test_an_idea_that_came_late_catches_up(chat: Stage) -> None:
    """It is everybody's next card until it was heard as often as the others."""
    old = await _laid(chat, 3)
    for idea in old:
        await crowd(chat, idea, 8)
    (late,) = await _laid(chat, 1)
    first = [(await _shown(chat, person)) for person in await people(chat, 8)]
    assert [card.node_id for card in first if card] == [late] * 8
    await fold(chat)
    ninth = await _shown(chat, (await people(chat, 1))[0])
    assert ninth is not None


async def test_what_was_withdrawn_a_moment_ago_is_passed_over(chat: Stage) -> None:
    """Also when all that lay in front was withdrawn at once, before any tick."""
    made = await _laid(chat, 60)
    for idea in made[:-1]:
        await _set(chat, idea, state="withdrawn")
    assert await _shown(chat) == Card(made[-1], 60, {"nl": "Idee 59."})


async def test_nobody_votes_on_an_idea_of_their_own(chat: Stage) -> None:
    """Others do."""
    (idea,) = await _laid(chat, 1)
    async with acting_as_resident(chat) as acting:
        own = acting.resident.participant_id
    await _set(chat, idea, participant_id=own)
    assert await _shown(chat) is None
    assert await _shown(chat, (await people(chat, 1))[0]) == Card(idea, 1, {"nl": "Idee 0."})


async def test_only_what_may_be_shown_is_shown(chat: Stage) -> None:
    """Not what waits, nor what its author keeps between us."""
    waiting, private = await _laid(chat, 2)
    await _set(chat, waiting, state="waiting")
    await _set(chat, private, may_show=False)
    assert await _shown(chat) is None


async def test_other_kinds_are_apart(chat: Stage) -> None:
    """A story is no idea."""
    (idea,) = await _laid(chat, 1)
    async with acting_as_resident(chat) as acting:
        assert await show_card.run(acting, "story") is None
        assert await show_card.run(acting, "idea") == Card(idea, 1, {"nl": "Idee 0."})


TALLIES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 15), st.integers(0, 15), st.integers(0, 5)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TALLIES, st.lists(st.integers(0, 7), max_size=4))
async def test_the_database_finds_what_the_rule_says(
    chat: Stage, tallies: Sequence[tuple[int, ...]], seen: Sequence[int]
) -> None:
    """The same card as when every idea is looked at."""
    async with chat.acting() as acting:
        await acting.connection.execute(update(Node).values(state="withdrawn"))
    made = await _laid(chat, len(tallies))
    (person,) = await people(chat, 1)
    async with acting_as_resident(chat) as acting:
        for idea, (shown, agree, disagree, passed) in zip(made, tallies, strict=True):
            values = {"shown": shown, "agree": agree, "disagree": disagree, "passed": passed}
            await acting.connection.execute(
                update(Tally).where(col(Tally.node_id) == idea).values(**values, rank=exposure.rank(**values))
            )
    before = {made[place] for place in seen if place < len(made)}
    async with acting_as_resident(chat) as acting:
        for idea in before:
            row = {"node_id": idea, "participant_id": person, "channel": "web", "at": chat.now}
            await acting.connection.execute(insert(Exposure).values(**row, folded=True))
    left = [Candidate(idea, *tally) for idea, tally in zip(made, tallies, strict=True) if idea not in before]
    expected = next(iter(exposure.in_order(left, person)), None)
    card = await _shown(chat, person)
    assert (card and card.node_id) == (expected and expected.node_id)


async def test_it_is_found_along_indices(chat: Stage) -> None:
    """Nothing is read from end to end but what was found."""
    await _laid(chat, 3)
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, given_: Any, *_rest: object) -> None:
        asked.append((statement, given_))

    engine = opened(chat.url)._writer.sync_engine
    async with acting_as_resident(chat) as acting:
        event.listen(engine, "before_cursor_execute", note)
        await cards_left.run(acting, "idea")
        event.remove(engine, "before_cursor_execute", note)
        plans = []
        for statement, given_ in asked:
            plan = await acting.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given_)
            plans += [str(row[-1]) for row in plan]
    scanned = [line for line in plans if line.startswith("SCAN") and not line.startswith("SCAN anon")]
    assert set(scanned) <= {"SCAN foremost"}
    assert any(
        "ix_tally_choice (trajectory_id=? AND kind=? AND is_open=? AND rank=? AND spot>?)" in line
        for line in plans
    )
    assert any("ix_exposure_unfolded (node_id=?)" in line for line in plans)


async def test_cards_are_laid_out_and_taken_away(chat: Stage) -> None:
    """As what they are about is published, hidden and shown again; doing it twice does no harm."""
    (idea,) = await _laid(chat, 1)
    for state, is_open in (("withdrawn", False), ("published", True), ("replaced", False)):
        await _set(chat, idea, state=state)
        async with chat.acting() as acting:
            assert await lay_out_cards(acting) == 1
        async with chat.acting() as acting:
            assert await lay_out_cards(acting) == 0
        assert [row["is_open"] for row in await rows(chat, Tally)] == [is_open]
