"""What stands above a web chat, and where the code of a link leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from bot.channels.web.webchat import Heading
from flows.engine.questions import Localized, TextArgument
from flows.languages import best
from flows.steps import STEPS, Standing, current
from flows.wording import Wording
from storage import ways_in
from storage.database import Database
from storage.tables import Step, Trajectory


@dataclass(frozen=True)
class Headings:
    """Reads them afresh each time: a step may have been opened meanwhile."""

    database: Database
    wording: Wording

    async def heading(self, slug: str, wished: Sequence[str]) -> Heading | None:
        """Title and step of a trajectory, in the language wished most of its own; None when there is none."""
        async with self.database.reading() as connection:
            trajectory = (
                await connection.execute(
                    select(
                        col(Trajectory.id),
                        col(Trajectory.texts),
                        col(Trajectory.sample),
                        col(Trajectory.zone),
                        col(Trajectory.languages),
                    ).where(col(Trajectory.slug) == slug)
                )
            ).one_or_none()
            if trajectory is None:
                return None
            steps = await connection.execute(
                select(col(Step.code), col(Step.opened_at), col(Step.closed_at)).where(
                    col(Step.trajectory_id) == trajectory.id
                )
            )
            step = current(tuple(Standing(*row) for row in steps))
        languages = tuple(trajectory.languages)
        language = best(wished, languages) or languages[0]
        sub = ""
        if step is not None:
            name = self.wording.word(language, step.text)
            arguments: dict[str, TextArgument] = {"number": step.number, "of": len(STEPS), "name": name}
            sub = self.wording.word(language, "heading-step", arguments)
        title = self.wording.label(language, Localized(trajectory.texts["title"]))
        return Heading(title, sub, trajectory.sample, trajectory.zone, language, languages)

    async def slug_of(self, code: str) -> str | None:
        """The trajectory that a link with this code leads to."""
        async with self.database.reading() as connection:
            way = await ways_in.by_token(connection, code)
            return way.slug if way else None
