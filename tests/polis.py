"""Real conversations that Polis exported, where this machine has them (see the README in that folder)."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(
    os.environ.get("SAMENSPRAAK_POLIS_DATA") or Path(__file__).parents[2] / "shared" / "data" / "polis"
)

LAND_BANK = "ssis.land-bank-farmland.2rumnecbeh.2021-08-01"
HOUSING = "scoop-hivemind.affordable-housing"
POLICING = "london.youth.policing"


@dataclass(frozen=True)
class Conversation:
    """`votes` as (person, idea, vote) in order of arrival, those on rejected ideas left out.

    `groups`: the opinion group of each person, where Polis gave one. `ideas` and `arrivals`: when each idea
    came and when each person first voted, in milliseconds.
    """

    votes: Sequence[tuple[int, int, int]]
    groups: Mapping[int, int]
    ideas: Mapping[int, int]
    arrivals: Mapping[int, int]


def conversation(name: str) -> Conversation:
    """One of the sets."""
    ideas = sorted(_rows(name, "comments"), key=_moment)
    rejected = {row["comment-id"] for row in ideas if row["moderated"] == "-1"}
    votes = sorted(_rows(name, "votes"), key=_moment)
    return Conversation(
        votes=[
            (int(row["voter-id"]), int(row["comment-id"]), int(row["vote"]))
            for row in votes
            if row["comment-id"] not in rejected
        ],
        groups={
            int(row["participant"]): int(row["group-id"])
            for row in _rows(name, "participants-votes")
            if row["group-id"]
        },
        ideas={int(row["comment-id"]): _moment(row) for row in ideas if row["comment-id"] not in rejected},
        arrivals={int(row["voter-id"]): _moment(row) for row in reversed(votes)},
    )


def _moment(row: Mapping[str, str]) -> int:
    return int(row["timestamp"])


def _rows(name: str, file: str) -> list[dict[str, str]]:
    with (FOLDER / name / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
