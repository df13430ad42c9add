"""`samenspraak export`: a trajectory as open files.

Each person has a pseudonym that holds for this export alone.
"""

from __future__ import annotations

import json
import secrets as randomness
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.export_files import TableFile
from bot.finding import NotThere, find_trajectory
from bot.organising import opened_core
from bot.polis_files import write_polis
from bot.settings import Settings
from storage import exports

SUPPRESSED_BELOW: Final = 5
"""Counts of people below this are left out: they would say more about a person than about a group."""

Row = Mapping[str, Any]

DESCRIPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "contributions": {
        "number": "what it is known by in this trajectory; below nought for what the first tap offers",
        "kind": "story, idea, theme, scenario, ...",
        "about": "number of what it is about: of a reply the story, of a proposal the part",
        "step": "the step it was given in, if it was given in one",
        "state": "waiting, asked_back, published, declined, withdrawn or replaced",
        "language": "language of the words",
        "source": "where it was given, when it was typed in for somebody",
        "channel": "web, telegram, desk, ...",
        "text": "the words, when they may be shown",
        "title": "of a result: language to words",
        "body": "of a result: language to words",
        "created_at": "ISO 8601, UTC",
        "decided_at": "ISO 8601, UTC",
    },
    "comparisons": {
        "number": "of the contribution (kind meaning) that says what some stories have in common",
        "story": "number of one of those stories, in the order they were read",
    },
    "votes": {
        "number": "of the contribution",
        "voter": "pseudonym, made for this export alone",
        "value": "1 agree, -1 disagree, 0 pass",
        "channel": "web, telegram, ...",
        "at": "ISO 8601, UTC; people vote again, and the last vote counts",
    },
    "exposures": {
        "number": "of the card",
        "voter": "pseudonym, as in votes",
        "channel": "web, telegram, ...",
        "at": "when the card was shown",
    },
    "rankings": {
        "voter": "pseudonym, as in votes",
        "choices": "numbers of scenarios, the dearest first",
        "channel": "web, telegram, ...",
        "at": "the last one of a person counts",
    },
    "links": {
        "source": "number of what was given",
        "target": "number of what it was used in; empty when it was not used",
        "relation": "belongs_to, inspired, became, merged_into, not_used, ...",
        "reason": "language to words",
        "created_at": "ISO 8601, UTC",
    },
    "commitments": {
        "number": "what it is known by",
        "municipal": "whether the municipality promised it",
        "text": "what a resident promised",
        "title": "what the municipality promised: language to words",
        "due_on": "by when",
        "needs": "how many others have to join, if any",
        "state": "conditional, active, kept, broken, handed_over, released or lapsed",
        "moved": "how often the date was changed",
        "created_at": "ISO 8601, UTC",
    },
    "results": {
        "number": "of what was voted on",
        "agree": "people; empty below the limit",
        "disagree": "people; empty below the limit",
        "passed": "people; empty below the limit",
        "people": "how many people voted; empty below the limit",
    },
    "outcomes": {
        "kind": "ranking or groups",
        "at": "when it was computed",
        "data": "every round of a ranking, or the opinion groups and what they agree on",
    },
}
"""Table to column to what stands in it."""


@dataclass
class Pseudonyms:
    """A number for each person, in an order that nobody can find again."""

    _given: dict[int, int] = field(default_factory=dict)

    def add(self, people: set[int]) -> None:
        """Give everybody a number; who votes first is not number one."""
        shuffled = sorted(people, key=lambda _: randomness.randbits(64))
        self._given = {person: number for number, person in enumerate(shuffled, start=1)}

    def of(self, participant_id: int) -> int:
        """The number of this person."""
        return self._given[participant_id]


async def export_trajectory(settings: Settings, console: Console, slug: str, folder: Path) -> None:
    """Write everything that is open to anybody into an empty or new folder."""
    _prepare(folder)
    async with opened_core(settings) as core, core.database.reading() as connection:
        found = await find_trajectory(connection, slug)
        with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=console) as progress:
            task = progress.add_task("people")
            export = _Export(
                connection, found.id, folder, lambda what: progress.update(task, description=what)
            )
            counts = await export.write(slug, core.clock())
    for name, count in counts.items():
        console.print(f"{name:15}{count}")
    console.print(f"Written to {folder}. datapackage.json says what stands in each column.", markup=False)


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise NotThere(f"{folder}: cannot be made ({problem.strerror}).") from problem
    if any(folder.iterdir()):
        raise NotThere(f"{folder} is not empty; name a new folder, so that two exports are not mixed up.")


@dataclass
class _Export:
    connection: AsyncConnection
    trajectory_id: int
    folder: Path
    tell: Callable[[str], None]
    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms)

    async def write(self, slug: str, at: datetime) -> dict[str, int]:
        """Every table; how many rows each has."""
        await self._meet_people()
        numbers = await exports.numbers_of(self.connection, self.trajectory_id)

        def by_pseudonym(row: Row) -> Row:
            return {**row, "voter": self.pseudonyms.of(row["participant_id"])}

        def ranked(row: Row) -> Row:
            choices = [numbers[node_id] for node_id in row["choices"] if node_id in numbers]
            return {**by_pseudonym(row), "choices": choices}

        of = self.trajectory_id
        counts = {
            "contributions": await self._table("contributions", exports.contributions(of)),
            "comparisons": await self._table("comparisons", exports.comparisons(of)),
            "votes": await self._table("votes", exports.votes(of), by_pseudonym),
            "exposures": await self._table("exposures", exports.exposures(of), by_pseudonym),
            "rankings": await self._table("rankings", exports.rankings(of), ranked),
            "links": await self._table("links", exports.links(of)),
            "commitments": await self._table("commitments", exports.commitments(of)),
            "results": await self._results(),
            "outcomes": await self._outcomes(),
        }
        self.tell("polis")
        (self.folder / "polis").mkdir()
        groups = await exports.groups(self.connection, of)
        await write_polis(self.folder / "polis", self.connection, of, self.pseudonyms.of, groups)
        self._describe(slug, at, counts)
        return counts

    async def _meet_people(self) -> None:
        people = set()
        of = self.trajectory_id
        for query in (exports.votes(of), exports.exposures(of), exports.rankings(of)):
            async for row in exports.stream(self.connection, query):
                people.add(row["participant_id"])
        self.pseudonyms.add(people)

    async def _table(
        self, name: str, query: Select[*tuple[Any, ...]], change: Callable[[Row], Row] = lambda row: row
    ) -> int:
        self.tell(name)
        with TableFile(self.folder, name, tuple(DESCRIPTIONS[name])) as file:
            async for row in exports.stream(self.connection, query):
                file.write(change(row))
        return file.count

    async def _results(self) -> int:
        """A straight count of everybody's last vote."""
        self.tell("results")
        last: dict[int, dict[int, int]] = defaultdict(dict)
        async for row in exports.stream(self.connection, exports.votes(self.trajectory_id)):
            last[row["number"]][row["participant_id"]] = row["value"]
        with TableFile(self.folder, "results", tuple(DESCRIPTIONS["results"])) as file:
            for number, values in sorted(last.items()):
                counted = Counter(values.values())
                enough = len(values) >= SUPPRESSED_BELOW
                row = {
                    "agree": counted[1],
                    "disagree": counted[-1],
                    "passed": counted[0],
                    "people": len(values),
                }
                file.write({"number": number, **{k: v if enough else None for k, v in row.items()}})
        return file.count

    async def _outcomes(self) -> int:
        with TableFile(self.folder, "outcomes", tuple(DESCRIPTIONS["outcomes"])) as file:
            for row in await exports.outcomes(self.connection, self.trajectory_id):
                file.write(row)
        return file.count

    def _describe(self, slug: str, at: datetime, counts: Mapping[str, int]) -> None:
        """A Data Package, as frictionlessdata.io describes it."""
        package = {
            "name": slug,
            "created": at.isoformat(),
            "description": (
                "One trajectory of Samenspraak. Voters have a pseudonym that was made for this export alone. "
                f"Counts of fewer than {SUPPRESSED_BELOW} people are left out. The folder polis holds the "
                "votes on ideas as Polis exports them."
            ),
            "resources": [
                {
                    "name": name,
                    "path": f"{name}.csv",
                    "rows": counts[name],
                    "schema": {
                        "fields": [
                            {"name": column, "description": words} for column, words in columns.items()
                        ]
                    },
                }
                for name, columns in DESCRIPTIONS.items()
            ],
        }
        words = json.dumps(package, ensure_ascii=False, indent=2)
        (self.folder / "datapackage.json").write_text(words + "\n", encoding="utf-8")
