"""A messenger that says no, or not now, or nothing."""

from __future__ import annotations

from rigs.behind import joined, posted, rows, until
from rigs.rig import Refusal, Rig

from flows.rendering import Message
from storage.tables import Address, Outbox

FIRST, SECOND = Message("Eerst dit."), Message("Dan dit.")


async def not_now(how: Refusal, rig: Rig) -> None:
    """After a no for now nothing is lost, nothing comes twice, and the order is kept."""
    await joined(rig)
    await rig.is_refused(how)
    await posted(rig, FIRST, SECOND)
    await rig.hears(SECOND.text)
    assert [heard.text for heard in rig.heard] == [FIRST.text, SECOND.text]


async def never(rig: Rig) -> None:
    """What will never be taken is dropped with its reason, and holds nothing up."""
    await joined(rig)
    await rig.is_refused("never")
    await posted(rig, FIRST, SECOND)
    await rig.hears(SECOND.text)
    (dropped,) = await rows(rig, Outbox, key="reply:0")
    assert (dropped["state"], dropped["body"], bool(dropped["reason"])) == ("dropped", None, True)


async def blocked_unseen(rig: Rig) -> None:
    """Who turns out to have blocked us is left alone; who writes again is answered again."""
    await joined(rig)
    await rig.is_refused("blocked")
    await posted(rig, FIRST, SECOND)

    async def left_alone() -> bool:
        return [row["reason"] for row in await rows(rig, Outbox)] == ["blocked", "blocked"]

    await until(left_alone)
    await rig.writes("menu")
    await rig.hears("Wat wil je doen?")
    assert len(rig.heard) == 1
    assert [address["blocked_at"] for address in await rows(rig, Address)] == [None]


async def an_outage(rig: Rig) -> None:
    """What is said while the resident cannot be reached comes afterwards, once and in order."""
    await joined(rig)
    await rig.writes("menu")
    await rig.hears("Wat wil je doen?")
    await rig.loses_touch(1.5)
    await posted(rig, FIRST, SECOND)
    await rig.writes("instellingen")
    await rig.hears("Wat wil je veranderen?")
    await rig.hears(SECOND.text)
    said = [heard.text for heard in rig.heard]
    assert len(said) == 4
    assert said.index(FIRST.text) < said.index(SECOND.text)
