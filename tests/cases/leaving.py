"""Stopping, blocking, and what is nothing to us."""

from __future__ import annotations

from rigs.behind import STORY, everything, joined, posted, rows, until
from rigs.rig import Rig

from flows.rendering import Message
from storage.tables import Address, Node, Outbox, Participant


async def a_stop_word(words: str, language: str, rig: Rig) -> None:
    """A stop word stops at once, also as the answer to an open question; nothing is sent unasked any more."""
    await joined(rig, "story", language)
    await rig.writes(words)
    await rig.hears("Goed, we schrijven je niet meer.", "All right, we will not write again.")
    (person,) = await rows(rig, Participant)
    assert person["stopped_at"] is not None
    await posted(rig, Message("Nieuws over jouw verhaal."), kind="answer")
    await _settled(rig, "answer:0", "dropped", "stopped")
    assert await rows(rig, Node) == []


async def blocking(rig: Rig) -> None:
    """Who blocks the bot hears nothing, and whoever lets it in again hears what comes then."""
    await joined(rig)
    await rig.blocks()
    await posted(rig, Message("Dit komt niet aan."))
    await _settled(rig, "reply:0", "dropped", "blocked")
    await rig.unblocks()
    await posted(rig, Message("Dit komt wel aan."), kind="answer")
    await rig.hears("Dit komt wel aan.")
    assert len(rig.heard) == 1


async def something_unreadable(rig: Rig) -> None:
    """What nobody can read gets a sentence, and the question is still open."""
    await joined(rig, "story")
    await rig.sends_sticker()
    await rig.hears("Dit soort bericht kan ik niet lezen.")
    await rig.writes(STORY)
    await rig.hears("Mogen anderen je verhaal lezen?")


async def a_group(rig: Rig) -> None:
    """A group gets one polite sentence with a link, ever; of its members nothing is kept."""
    for words in ("wie ben jij?", "dit gaat niemand iets aan"):
        (said,) = await rig.writes_in_group(words)
        assert said.startswith("Hallo! Meedoen doe je met mij alleen, niet in een groep.")
        assert rig.core.channels[rig.channel].link("") in said
    kept = await everything(rig)
    assert await rows(rig, Participant) == []
    assert not any(words in kept for words in ("Sanne", rig.address, "wie ben jij", "niemand iets aan"))
    lookup = rig.core.secrets.lookup(rig.channel, rig.address)
    assert await rows(rig, Address, lookup=lookup) == []


async def _settled(rig: Rig, key: str, state: str, reason: str) -> None:
    """Wait until this row of the outbox has its last word."""

    async def done() -> bool:
        return bool(await rows(rig, Outbox, key=key, state=state, reason=reason))

    await until(done)
