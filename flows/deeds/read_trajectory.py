"""What a resident should know of the trajectory before and while taking part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized
from flows.engine.talk import query
from flows.steps import Standing, allowed, asked, is_late
from storage.tables import Step


@dataclass(frozen=True)
class TrajectorySeen:
    """The trajectory's own words, and how long an answer may take (days).

    `allows` are the scripts that may be begun now, those of the furthest step first; `asks` is the one that
    people are invited to, empty when nothing is asked. `late`: who joins now missed something.
    """

    texts: Mapping[str, Localized]
    languages: tuple[str, ...]
    sample: bool
    answer_days: int
    retain_months: int
    decided_on: date | None
    allows: tuple[str, ...]
    asks: str
    late: bool
    chosen_language: str | None
    role: str | None
    consented: bool
    stopped: bool

    def text(self, field: str) -> Localized:
        """One of its texts, empty when it was not written."""
        return self.texts.get(field, Localized({}))


async def standings(acting: Acting, trajectory_id: int) -> tuple[Standing, ...]:
    """Where each of its steps stands."""
    rows = await acting.connection.execute(
        select(col(Step.code), col(Step.opened_at), col(Step.closed_at)).where(
            col(Step.trajectory_id) == trajectory_id
        )
    )
    return tuple(Standing(*row) for row in rows)


@query("trajectory")
async def read_trajectory(acting: Acting) -> TrajectorySeen:
    """The trajectory of the resident who is talking."""
    person = acting.resident
    stand = await standings(acting, person.trajectory_id)
    return TrajectorySeen(
        texts={field: Localized(words) for field, words in person.texts.items()},
        languages=person.languages,
        sample=person.sample,
        answer_days=person.answer_days,
        retain_months=person.retain_months,
        decided_on=person.decided_on,
        allows=allowed(stand),
        asks=asked(stand),
        late=is_late(stand),
        chosen_language=person.chosen_language,
        role=person.role,
        consented=person.consented_at is not None,
        stopped=person.stopped_at is not None,
    )
