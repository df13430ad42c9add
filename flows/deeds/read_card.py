"""What stands on a card, as it is now."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized
from flows.engine.talk import query
from storage.tables import Node
from storage.voting import may_be_voted_on


@dataclass(frozen=True)
class CardSeen:
    """Its number and its words: of a resident in one language, of the desk in several."""

    number: int
    words: Localized


@query("card")
async def read_card(acting: Acting, node_id: int) -> CardSeen | None:
    """None when it was withdrawn, merged or hidden since it was shown."""
    found = select(
        col(Node.number), col(Node.text), col(Node.language), col(Node.title), col(Node.body)
    ).where(col(Node.id) == node_id, may_be_voted_on())
    row = (await acting.connection.execute(found)).one_or_none()
    return None if row is None else CardSeen(row.number, words_of(*row[1:]))


def words_of(
    text: str, language: str, title: dict[str, str] | None, body: dict[str, str] | None
) -> Localized:
    """What a resident wrote, or title and body of what the desk made."""
    if not title:
        return Localized({language: text})
    whole = {code: (words, (body or {}).get(code, "")) for code, words in title.items()}
    return Localized({code: "\n".join(filter(None, parts)) for code, parts in whole.items()})
