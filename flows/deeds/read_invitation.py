"""What a connector hands on, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.deeds.acting import Acting
from flows.deeds.link_lines import link_lines
from flows.engine.talk import query
from storage import ways_in


@dataclass(frozen=True)
class Invitation:
    """The addresses of the resident's own link, a line each, and how many people take part through it.

    The number is exact, from one on: whoever sends a link on says in the same message that they see it.
    """

    links: str
    came: int


@query("invitation")
async def read_invitation(acting: Acting) -> Invitation:
    """Of the resident who is talking; without a link of their own there is nothing to hand on."""
    person = acting.resident
    token = await ways_in.own_token(acting.connection, person.participant_id)
    links = link_lines(acting, token, person.language, first=person.channel) if token else ""
    return Invitation(links, await ways_in.came_through(acting.connection, person.participant_id))
