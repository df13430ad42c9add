"""Where the trajectory stands, for who joins late or comes back: what was done, and what is settled."""

from __future__ import annotations

from dataclasses import dataclass

from flows.deeds.acting import Acting
from flows.deeds.inviting import invites
from flows.deeds.read_harvest import read_harvest
from flows.deeds.read_trajectory import standings
from flows.engine.questions import Phrase
from flows.engine.talk import deed, query
from flows.harvest import sentences
from flows.steps import Step, asked, current, fixed, missed, open_steps, past
from storage import participants


@dataclass(frozen=True)
class SoFar:
    """Each step that is past with what it brought in one or two sentences; where it stands; what is settled.

    `invites` is the text key of the sentence that says what can be done now.
    """

    done: tuple[tuple[Step, Phrase, Phrase | None], ...]
    now: Step | None
    settled: tuple[Step, ...]
    invites: str


@query("so_far")
async def read_so_far(acting: Acting) -> SoFar:
    """Of the trajectory of the resident who is talking; a step that brought nothing is left out."""
    trajectory_id = acting.resident.trajectory_id
    stands = await standings(acting, trajectory_id)
    done = [
        (step, said[0], said[1] if len(said) > 1 else None)
        for step in past(stands)
        if (said := sentences(await read_harvest(acting, trajectory_id, step)))
    ]
    now = current(stands)
    return SoFar(
        done=tuple(done),
        now=now if now in open_steps(stands) else None,
        settled=missed(fixed(stands)),
        invites=invites(acting, asked(stands)),
    )


@deed("note_caught_up")
async def note_caught_up(acting: Acting) -> None:
    """The resident has heard where it stands."""
    await participants.change(acting.connection, acting.resident.participant_id, caught_up_at=acting.now)
