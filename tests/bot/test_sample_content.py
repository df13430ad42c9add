"""What people gave in a sample: each row of the file becomes what a real one would have become."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from world import World, world

from bot.sample_content import ANSWERED_AFTER, VOTES_AN_IDEA, SampleContent
from bot.trajectory_files import check_file, read_file
from flows.deeds.found_trajectory import found_trajectory
from storage.tables import Decision, Link, Media, Node, Participant, Trajectory, Vote

PARK = Path(__file__).parents[2] / "bot" / "samples" / "park.toml"
CONTENT = read_file(PARK)
GIVEN: list[dict[str, Any]] = sorted([*CONTENT["story"], *CONTENT["idea"]], key=lambda row: row["number"])


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """The park as the samples have it, beside the trajectory of the tests."""
    async with world(sqlite_url, tmp_path) as made:
        await lay_in(made)
        yield made


async def lay_in(there: World) -> None:
    async with there.core.database.writing() as connection:
        acting = there.core.turns.acting(connection, there.now)
        new = check_file(PARK, CONTENT, there.now.date())
        number = await found_trajectory(acting, new)
        await SampleContent(
            acting, number, CONTENT, new.languages, new.answer_days, there.moderator_id
        ).lay_in()


async def nodes(there: World, *kinds: str) -> dict[int, Node]:
    """By number."""
    found = [row for row in await there.rows(Node) if isinstance(row, Node) and row.kind in kinds]
    return {row.number: row for row in sorted(found, key=lambda row: row.number)}


async def votes(there: World) -> list[tuple[int, int, int]]:
    """(number of the idea, place of the voter, value) in the order in which they were cast."""
    ideas = {node.id: node.number for node in (await nodes(there, "idea")).values()}
    people = sorted({row.id for row in await there.rows(Participant) if isinstance(row, Participant)})
    cast = [row for row in await there.rows(Vote) if isinstance(row, Vote)]
    return [
        (ideas[row.node_id], people.index(row.participant_id), row.value)
        for row in sorted(cast, key=lambda row: row.id)
    ]


async def test_contributions(there: World) -> None:
    """Each has its number, words, language, state and times, and is marked as a sample."""
    laid = await nodes(there, "story", "idea")
    assert list(laid) == [row["number"] for row in GIVEN]
    for row in GIVEN:
        node = laid[row["number"]]
        assert (node.text, node.language, node.state) == (row["text"], row["language"], row["state"])
        assert node.may_show == row.get("may_show", True)
        assert node.sample
        assert node.created_at == there.now - timedelta(days=row["days_ago"])
        assert node.due_at == node.created_at + timedelta(days=CONTENT["answer_days"])
        if row["state"] == "waiting":
            assert node.decided_at is None
        else:
            assert node.decided_at == min(node.created_at + ANSWERED_AFTER, there.now)


async def test_people(there: World) -> None:
    """Each contribution comes from a person of its own, who speaks a language of the trajectory."""
    people = {row.id: row for row in await there.rows(Participant) if isinstance(row, Participant)}
    laid = await nodes(there, "story", "idea")
    givers = [people[node.participant_id or 0] for node in laid.values()]
    assert len({person.id for person in givers}) == len(people) == len(GIVEN)
    for person, row in zip(givers, GIVEN, strict=True):
        assert (person.role, person.sample) == (row["role"], True)
        assert person.language == (row["language"] if row["language"] in ("nl", "en") else "nl")
        assert person.network_id is not None


async def test_files_to_come(there: World) -> None:
    """A story that was told aloud or came with a photo has a file noted, which nobody fetches anywhere."""
    laid = {node.id: node for node in (await nodes(there, "story")).values()}
    noted = [row for row in await there.rows(Media) if isinstance(row, Media)]
    found = {(laid[row.node_id or 0].number, row.kind) for row in noted}
    assert found == {(row["number"], "photo") for row in GIVEN if "photo" in row} | {
        (row["number"], "voice") for row in GIVEN if "voice_seconds" in row
    }
    for row in noted:
        node = laid[row.node_id or 0]
        assert (row.participant_id, row.state, row.remote) == (node.participant_id, "noted", None)
        assert row.created_at == node.created_at
    await there.core.fetcher.fetch_due()
    assert {row.state for row in await there.rows(Media) if isinstance(row, Media)} == {"noted"}


async def test_decisions(there: World) -> None:
    """What was decided has one decision, with its reason and sentence; what waits has none."""
    laid = {node.id: node for node in (await nodes(there, "story", "idea")).values()}
    decisions = [row for row in await there.rows(Decision) if isinstance(row, Decision)]
    made = {laid[row.node_id].number: row for row in decisions}
    expected = {row["number"]: row for row in GIVEN if row["state"] != "waiting"}
    assert len(decisions) == len(made)
    assert set(made) == set(expected)
    acts = {"published": "publish", "declined": "decline", "asked_back": "ask_back"}
    for number, row in expected.items():
        decision = made[number]
        assert (decision.act, decision.reason, decision.sentence) == (
            acts[row["state"]],
            row["reason"],
            row["answer"],
        )
        assert decision.moderator_id == there.moderator_id


async def test_themes_and_links(there: World) -> None:
    """Themes are numbered after the contributions; each link joins what the file says, with its reason."""
    laid, themes = await nodes(there, "story", "idea"), await nodes(there, "theme")
    assert list(themes) == [len(GIVEN) + place for place in range(1, len(CONTENT["theme"]) + 1)]
    assert [theme.title for theme in themes.values()] == [theme["title"] for theme in CONTENT["theme"]]
    ids = {(node.kind, number): node.id for number, node in laid.items()}
    ids |= {("theme", place): theme.id for place, theme in enumerate(themes.values(), start=1)}

    def end(reference: dict[str, int]) -> int:
        return ids[next(iter(reference.items()))]

    expected: list[tuple[int, int | None, str, object]] = [
        (ids["story", number], ids["theme", place], "belongs_to", theme["reason"])
        for place, theme in enumerate(CONTENT["theme"], start=1)
        for number in theme["stories"]
    ]
    expected += [
        (end(link["from"]), end(link["to"]) if "to" in link else None, link["relation"], link["reason"])
        for link in CONTENT["link"]
    ]
    links = [row for row in await there.rows(Link) if isinstance(row, Link)]
    found = [(link.source_id, link.target_id, link.relation, link.reason) for link in links]
    assert sorted(map(str, found)) == sorted(map(str, expected))
    assert all(link.moderator_id == there.moderator_id for link in links)


async def test_votes(there: World) -> None:
    """Every idea has as many voters, each votes once, and nobody before the idea was there."""
    cast = [row for row in await there.rows(Vote) if isinstance(row, Vote)]
    laid = {node.id: node for node in (await nodes(there, "idea")).values()}
    assert Counter(row.node_id for row in cast) == dict.fromkeys(laid, VOTES_AN_IDEA)
    assert len({(row.node_id, row.participant_id) for row in cast}) == len(cast)
    assert {row.value for row in cast} == {-1, 0, 1}
    assert all(laid[row.node_id].created_at < row.at <= there.now for row in cast)


async def test_numbers_go_on(there: World) -> None:
    """The next contribution to a sample gets the next number."""
    (park,) = [row for row in await there.rows(Trajectory) if isinstance(row, Trajectory) and row.sample]
    last = max(await nodes(there, "story", "idea", "theme"))
    assert park.next_number == last + 1


async def test_the_same_on_every_machine(there: World, sqlite_template: Path, tmp_path: Path) -> None:
    """The same file gives the same votes, on another machine and at another moment too."""
    path = shutil.copy(sqlite_template, tmp_path / "other.db")
    async with world(f"sqlite+aiosqlite:///{path}", tmp_path) as other:
        other.wait(days=400)
        await lay_in(other)
        assert await votes(other) == await votes(there)
