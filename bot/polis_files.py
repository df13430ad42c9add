"""Votes on ideas in the layout that Polis exports, so that others' tools read them.

comments.csv, votes.csv and participants-votes.csv; columns as in the exports of compdemocracy.org.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import exports

MODERATED: Final = {"published": 1, "declined": -1, "withdrawn": -1}


async def write_polis(
    folder: Path,
    connection: AsyncConnection,
    trajectory_id: int,
    pseudonym: Callable[[int], int],
    groups: Mapping[int, int],
) -> None:
    """Write the three files; `groups` is participant to opinion group."""
    ideas: dict[int, Mapping[str, Any]] = {}
    async for row in exports.stream(connection, exports.contributions(trajectory_id)):
        if row["kind"] == "idea":
            ideas[row["number"]] = row
    last: dict[int, dict[int, int]] = defaultdict(dict)
    with (folder / "votes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("timestamp", "datetime", "comment-id", "voter-id", "vote"))
        async for row in exports.stream(connection, exports.votes(trajectory_id)):
            if row["number"] in ideas:
                voter = row["participant_id"]
                writer.writerow((*_moment(row["at"]), row["number"], pseudonym(voter), row["value"]))
                last[voter][row["number"]] = row["value"]
    _write_comments(folder / "comments.csv", ideas, last)
    _write_participants(folder / "participants-votes.csv", ideas, last, pseudonym, groups)


def _write_comments(
    path: Path, ideas: Mapping[int, Mapping[str, Any]], last: Mapping[int, Mapping[int, int]]
) -> None:
    tallies: dict[int, Counter[int]] = defaultdict(Counter)
    for votes in last.values():
        for number, value in votes.items():
            tallies[number][value] += 1
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            (
                *("timestamp", "datetime", "comment-id", "author-id"),
                *("agrees", "disagrees", "moderated", "comment-body"),
            )
        )
        for number, idea in ideas.items():
            # Who gave an idea is nobody's business: an author has no id.
            writer.writerow(
                (
                    *_moment(idea["created_at"]),
                    number,
                    "",
                    tallies[number][1],
                    tallies[number][-1],
                    MODERATED.get(idea["state"], 0),
                    idea["text"],
                )
            )


def _write_participants(
    path: Path,
    ideas: Mapping[int, Mapping[str, Any]],
    last: Mapping[int, Mapping[int, int]],
    pseudonym: Callable[[int], int],
    groups: Mapping[int, int],
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        heading = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
        writer.writerow((*heading, *ideas))
        for voter in sorted(last, key=pseudonym):
            votes = last[voter]
            counted = Counter(votes.values())
            writer.writerow(
                (
                    *(pseudonym(voter), "", groups.get(voter, ""), ""),
                    *(len(votes), counted[1], counted[-1]),
                    *(votes.get(number, "") for number in ideas),
                )
            )


def _moment(at: datetime) -> tuple[int, str]:
    """Milliseconds since 1970, and the same as a person reads it."""
    return int(at.timestamp() * 1000), at.strftime("%a %b %d %H:%M:%S UTC %Y")
