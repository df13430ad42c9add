"""Everything that is kept about the resident who asks, to read and to process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Document, query
from flows.nudges import local_day
from storage import about_person
from storage.tables import Node, Vote

Row = Mapping[str, Any]

PERSONAL = ("language", "role", "often", "joined_at", "consented_at", "paused_until", "stopped_at")
"""What of a participant's row is put in words; the data file has all of it."""


@dataclass(frozen=True)
class MyData:
    """The same twice: `readable` for the person, `data` (JSON, table name to rows) for another program.

    `data` is None in a chat that carries no files: as words it is of no use to anybody.
    """

    readable: Document
    data: Document | None


@query("my_data")
async def read_my_data(acting: Acting) -> MyData:
    """Of the resident whose turn it is; one query a table, and one for the votes."""
    person = acting.resident
    rows = await about_person.read_everything(acting.connection, acting.secrets, person.participant_id)
    writing = _Writing(acting, rows, await _choices(acting))
    today = local_day(acting.now, person.zone)
    name = writing.words("my-data-file")
    carries_files = acting.capabilities[person.channel].documents
    whole = {"trajectory": person.slug, "made_at": acting.now.isoformat(), "kept": rows}
    return MyData(
        readable=Document(
            f"{name}-{today}.txt", "text/plain; charset=utf-8", "\n".join(writing.lines(today)) + "\n"
        ),
        data=Document(
            f"{name}-{today}.json", "application/json", json.dumps(whole, ensure_ascii=False, indent=1)
        )
        if carries_files
        else None,
    )


async def _choices(acting: Acting) -> Sequence[Any]:
    """The last vote on everything that the resident voted on: kind, number, text, title, value."""
    last = (
        select(func.max(col(Vote.id)))
        .where(col(Vote.participant_id) == acting.resident.participant_id)
        .group_by(col(Vote.node_id))
    )
    query = (
        select(col(Node.kind), col(Node.number), col(Node.text), col(Node.title), col(Vote.value))
        .join(Vote, col(Vote.node_id) == col(Node.id))
        .where(
            col(Vote.id).in_(last),
            # Of the first tap only what was chosen last says something.
            (col(Node.kind) != "tap") | (col(Vote.value) == 1),
        )
        .order_by(col(Vote.id))
    )
    return (await acting.connection.execute(query)).all()


@dataclass(frozen=True)
class _Writing:
    acting: Acting
    rows: about_person.Rows
    choices: Sequence[Any]

    def words(self, key: str, **arguments: TextArgument) -> str:
        return self.acting.wording.word(self.acting.resident.language, key, arguments)

    def lines(self, today: date) -> Iterator[str]:
        """The whole file, a line at a time."""
        title = self.acting.resident.texts.get("title", {})
        language = self.acting.resident.language
        about = title.get(language) or next(iter(title.values()), "")
        yield self.words("my-data-heading", title=about, day=today)
        yield ""
        yield from self._person()
        for node in self._of("node"):
            yield ""
            yield from self._contribution(node)
        yield from self._joined()
        yield from self._votes()
        if self.acting.capabilities[self.acting.resident.channel].documents:
            yield ""
            yield self.words("my-data-end")

    def _of(self, table: str) -> Sequence[Row]:
        return self.rows.get(table, ())

    def _person(self) -> Iterator[str]:
        for row in self._of("participant"):
            for name in PERSONAL:
                if row.get(name):
                    yield f"{self.words(f'my-data-{name}'.replace('_', '-'))}: {self._value(name, row[name])}"
        chats = sorted({str(row["channel"]) for row in self._of("address")})
        yield f"{self.words('my-data-chats')}: {', '.join(chats)}"

    def _value(self, name: str, value: Any) -> str:
        match name:
            case "role":
                return self.words(f"role-{value}")
            case "often":
                return self.words(f"often-{value}")
            case "language":
                return self.words(f"language-{value}")
            case _:
                return self._day(str(value))

    def _contribution(self, node: Row) -> Iterator[str]:
        kind = Phrase(f"kind-{node['kind']}")
        when = self._day(node["created_at"])
        yield self.words("my-data-contribution", kind=kind, number=str(node["number"]), day=when)
        if node.get("text"):
            yield str(node["text"])
        for promise in self._of("commitment"):
            if promise["node_id"] == node["id"]:
                due_on = date.fromisoformat(str(promise["due_on"]))
                name = promise.get("name") or Phrase("promise-neighbour")
                yield self.words("my-data-promise", day=due_on, name=name)
        for file in self._of("media"):
            if file.get("node_id") == node["id"]:
                yield self.words("my-data-file-sent", kind=Phrase(f"told-{file['kind']}"))
        for decision in self._of("decision"):
            if decision["node_id"] == node["id"] and decision.get("sentence"):
                day = self._day(decision["at"])
                yield self.words("my-data-answer", day=day, sentence=str(decision["sentence"]))
        for addition in self._of("addition"):
            if addition["node_id"] == node["id"]:
                yield self.words("my-data-added", day=self._day(addition["at"]), words=addition["text"])

    def _joined(self) -> Iterator[str]:
        """What one shares with those who do the same."""
        for joining in self._of("joining"):
            if "left_at" in joining:
                continue
            yield ""
            name = joining.get("name") or Phrase("promise-neighbour")
            yield self.words("my-data-joined", day=self._day(joining["joined_at"]), name=name)
            if joining["share"] != "nothing":
                reach = str(joining.get("reach", ""))
                yield self.words(f"my-data-joined-{joining['share']}", reach=reach)

    def _votes(self) -> Iterator[str]:
        if self.choices:
            yield ""
            yield self.words("my-data-votes", count=len(self.choices))
        for choice in self.choices:
            language = self.acting.resident.language
            about = choice.text or self.acting.wording.label(language, Localized(choice.title or {}))
            if choice.kind == "tap":
                yield self.words("my-data-tap", words=about)
                continue
            kind = Phrase(f"kind-{choice.kind}")
            said = Phrase(f"my-data-vote-{('no', 'pass', 'yes')[choice.value + 1]}")
            yield self.words("my-data-vote", kind=kind, number=str(choice.number), words=about, said=said)

    def _day(self, moment: str) -> str:
        local = local_day(datetime.fromisoformat(moment), self.acting.resident.zone)
        return self.acting.wording.date(self.acting.resident.language, local) + f" {local.year}"
