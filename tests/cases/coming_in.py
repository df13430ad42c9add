"""Opening the chat, by a link or without one."""

from __future__ import annotations

from rigs.behind import acting, rows
from rigs.rig import Rig
from sqlalchemy import update

from storage.tables import Network, Participant

CODE = "aZ09_-" * 6 + "aZ09"
"""As long as a code of ours may be, of everything it may be made of."""

WELCOME = "Kies je taal."


async def without_a_code(rig: Rig) -> None:
    """Whoever opens the chat is welcomed, and chooses a language first."""
    await rig.opens()
    assert (await rig.hears(WELCOME)).choices == ("Nederlands", "English")
    assert [person["network_id"] for person in await rows(rig, Participant)] == [None]


async def with_a_code(rig: Rig) -> None:
    """The link of a network lets people in, and the program knows which network it was."""
    async with acting(rig) as desk:
        await desk.connection.execute(update(Network).values(token=CODE))
    has_links = rig.capabilities.deep_link != "none"
    assert (CODE in rig.core.channels[rig.channel].link(CODE)) == has_links
    await rig.opens(CODE)
    await rig.hears(WELCOME)
    (network,), (person,) = await rows(rig, Network), await rows(rig, Participant)
    assert person["network_id"] == network["id"]


async def with_a_code_of_nobody(code: str, rig: Rig) -> None:
    """A code that is nobody's gets a welcome or a kind sentence, and belongs to no network."""
    await rig.opens(code)
    await rig.hears(WELCOME, "Dit gesprek kennen we niet")
    assert {person["network_id"] for person in await rows(rig, Participant)} <= {None}
