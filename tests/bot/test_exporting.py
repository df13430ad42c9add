"""A trajectory as open files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from contributions import given
from residents import joined
from rich.console import Console
from sqlalchemy import insert, select
from sqlmodel import col
from stage import Stage

from bot.exporting import DESCRIPTIONS, export_trajectory
from bot.finding import NotThere
from bot.settings import Settings
from flows.deeds.acting import Acting
from flows.deeds.import_ideas import NewIdea, import_ideas
from flows.deeds.publish import publish
from storage.tables import Compared, Node, Participant, Vote

VOTERS = 6


async def exported(stage: Stage, folder: Path, name: str = "out") -> Path:
    secret = "a secret of at least thirty-two characters"
    settings = Settings(database_url=stage.url, data_dir=folder, secret_key=secret)
    await export_trajectory(settings, Console(file=io.StringIO()), "parkrand", folder / name)
    return folder / name


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def filled(stage: Stage) -> None:
    """A story that may not be shown, two ideas, and six people who vote on the first, one of them twice."""
    await stage.set_up()
    await joined(stage)
    for words in ("verhaal", "Dit is geheim en van mij.", "nee"):
        await stage.says(words)
    story = await stage.node_id(1)
    async with stage.acting() as acting:
        await publish(acting, node_id=story)
        ideas = [NewIdea("=1+1 meer licht", "nl", "zaal"), NewIdea("Een bankje", "nl", "")]
        await import_ideas(acting, stage.trajectory_id, ideas)
        found = await acting.connection.execute(
            select(col(Node.id)).where(col(Node.kind) == "idea").order_by(col(Node.number))
        )
        first, second = found.scalars().all()
        people = [await _somebody(acting, stage, number) for number in range(VOTERS)]
        cast = [(first, person, -1) for person in people]
        for node_id, person, value in [*cast, (first, people[0], 1), (second, people[0], 0)]:
            vote = {"node_id": node_id, "participant_id": person, "value": value}
            await acting.connection.execute(insert(Vote).values(**vote, channel="web", at=stage.now))


async def _somebody(acting: Acting, stage: Stage, number: int) -> int:
    values = {"key": f"key{number}", "trajectory_id": stage.trajectory_id, "often": "usual", "sample": False}
    made = await acting.connection.execute(
        insert(Participant).values(**values, joined_at=stage.now).returning(col(Participant.id))
    )
    return made.scalar_one()


async def test_open_and_without_people(sqlite_url: str, tmp_path: Path) -> None:
    """What may not be shown has no words, nothing leads to a person, and small counts are left out."""
    stage = Stage(sqlite_url)
    await filled(stage)
    out = await exported(stage, tmp_path)
    assert {path.name for path in out.glob("*.csv")} == {f"{name}.csv" for name in DESCRIPTIONS}
    written = "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.*"))
    for secret in ("geheim", "someone on", *(f"key{number}" for number in range(VOTERS))):
        assert secret not in written
    story, first, _ = rows(out / "contributions.csv")
    assert (story["kind"], story["text"], story["state"]) == ("story", "", "published")
    assert first["text"] == "'=1+1 meer licht"
    assert rows(out / "results.csv") == [
        {"number": "2", "agree": "1", "disagree": "5", "passed": "0", "people": "6"},
        {"number": "3", "agree": "", "disagree": "", "passed": "", "people": ""},
    ]


async def test_csv_json_and_description_agree(sqlite_url: str, tmp_path: Path) -> None:
    """The same rows in both, under the columns that are described, with pseudonyms from one on."""
    stage = Stage(sqlite_url)
    await filled(stage)
    out = await exported(stage, tmp_path)
    votes = rows(out / "votes.csv")
    assert len(votes) == VOTERS + 2
    assert {vote["voter"] for vote in votes} == {str(n) for n in range(1, VOTERS + 1)}
    as_json: list[dict[str, Any]] = json.loads((out / "votes.json").read_text(encoding="utf-8"))
    assert [str(row["voter"]) for row in as_json] == [row["voter"] for row in votes]
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        with (out / resource["path"]).open(encoding="utf-8", newline="") as file:
            heading, *listed = csv.reader(file)
        assert heading == columns
        assert len(listed) == resource["rows"]


async def test_as_polis_has_it(sqlite_url: str, tmp_path: Path) -> None:
    """The three files agree with each other and with a count of everybody's last vote."""
    stage = Stage(sqlite_url)
    await filled(stage)
    out = await exported(stage, tmp_path) / "polis"
    comments = rows(out / "comments.csv")
    assert [(c["comment-id"], c["agrees"], c["disagrees"], c["moderated"]) for c in comments] == [
        ("2", "1", "5", "1"),
        ("3", "0", "0", "1"),
    ]
    assert comments[0]["comment-body"] == "=1+1 meer licht"
    assert len(rows(out / "votes.csv")) == VOTERS + 2
    by_person = rows(out / "participants-votes.csv")
    assert sorted(row["2"] for row in by_person) == ["-1"] * 5 + ["1"]
    (both,) = [row for row in by_person if row["3"]]
    assert (both["n-votes"], both["n-agree"], both["n-disagree"], both["3"]) == ("2", "1", "0", "0")


async def test_what_is_about_something_says_so(sqlite_url: str, tmp_path: Path) -> None:
    """A reply has the number of its story, a comparison those of all that were compared."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    stories = [await given(stage), await given(stage)]
    await given(stage, "reply", about_id=stories[1])
    meaning = await given(stage, "meaning")
    async with stage.acting() as acting:
        for place, story in enumerate(stories):
            compared = {"node_id": meaning, "story_id": story, "place": place}
            await acting.connection.execute(insert(Compared).values(compared))
    out = await exported(stage, tmp_path)
    assert [row["about"] for row in rows(out / "contributions.csv")] == ["", "", "2", ""]
    assert [(row["number"], row["story"]) for row in rows(out / "comparisons.csv")] == [
        ("4", "1"),
        ("4", "2"),
    ]


async def test_another_pseudonym_each_time(sqlite_url: str, tmp_path: Path) -> None:
    """Exports cannot be laid side by side: people are numbered anew in each."""
    stage = Stage(sqlite_url)
    await filled(stage)
    orders = set()
    for number in range(6):
        out = await exported(stage, tmp_path, f"out{number}")
        orders.add(tuple(row["voter"] for row in rows(out / "votes.csv")))
    assert len(orders) > 1


async def test_nothing_there_and_a_full_folder(sqlite_url: str, tmp_path: Path) -> None:
    """An empty trajectory gives empty files; a folder that holds something is left alone."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    out = await exported(stage, tmp_path)
    assert rows(out / "votes.csv") == []
    assert json.loads((out / "votes.json").read_text(encoding="utf-8")) == []
    with pytest.raises(NotThere, match="is not empty"):
        await exported(stage, tmp_path)
