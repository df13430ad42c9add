"""Events that come twice, late or changed, and buttons that are old or were never shown."""

from __future__ import annotations

from rigs.behind import MAY_SHOW, STORY, TAKEN, joined, rows
from rigs.rig import Rig

from flows.rendering import Message
from storage.tables import Node, Participant

NEVER_SHOWN = ("1x|weggooien|alles", "1a|zz|may-show|yes")


async def the_same_event_twice(rig: Rig) -> None:
    """An event that is delivered again has one effect and one answer."""
    await joined(rig, "idea")
    await rig.writes("Meer bankjes bij de vijver.")
    await rig.hears("Je idee is binnen.")
    await rig.repeats()
    # Taken once more, the words would have been offered back before this is asked.
    await rig.writes("idee")
    await rig.hears("Wat is jouw idee?")
    assert len(rig.heard) == 2
    assert len(await rows(rig, Node)) == 1


async def an_event_too_late(rig: Rig) -> None:
    """Words that were overtaken answer no newer question: they are kept for a person."""
    late = "Dit schreef ik al voor mijn verhaal."
    await joined(rig, "story")
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW)
    await rig.writes_late(late)
    await rig.hears("Dit bericht kwam later binnen dan je volgende.")
    await rig.writes("ja")
    await rig.hears("Je verhaal is binnen.")
    kept = {node["kind"]: node["text"] for node in await rows(rig, Node)}
    assert kept == {"story": STORY, "remark": late}


async def the_same_key_twice(rig: Rig) -> None:
    """A channel that says it knows a message by its key shows it once."""
    await joined(rig)
    channel = rig.core.channels[rig.channel]
    for words, key in (("Eerst dit.", "key:1"), ("Eerst dit.", "key:1"), ("Dan dit.", "key:2")):
        await channel.send(rig.address, Message(words), key)
    await rig.hears("Dan dit.")
    assert [heard.text for heard in rig.heard] == ["Eerst dit.", "Dan dit."]


async def a_stale_button(rig: Rig) -> None:
    """A button of a question that has passed gets a kind answer and has no effect."""
    await joined(rig)
    await rig.writes("instellingen")
    await rig.hears("Wat wil je veranderen?")
    await rig.writes("niets")
    await rig.hears("Alles blijft zoals het was.")
    await rig.presses("Een pauze")
    await rig.hears("Die vraag is al voorbij.")
    assert not any("Hoe lang wil je pauze?" in heard.text for heard in rig.heard)


async def a_button_pressed_twice(rig: Rig) -> None:
    """A double tap tells the story once."""
    await joined(rig, "story")
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW)
    await rig.presses("Ja, laat maar zien")
    await rig.presses("Ja, laat maar zien")
    await rig.hears("Die vraag is al voorbij.")
    assert rig.count(TAKEN) == 1
    assert [node["text"] for node in await rows(rig, Node)] == [STORY]


async def a_forged_button(rig: Rig) -> None:
    """What nobody was shown gets a kind answer and has no effect."""
    await joined(rig)
    await rig.writes("menu")
    await rig.hears("Wat wil je doen?")
    before = await rows(rig, Participant)
    for number, payload in enumerate(NEVER_SHOWN, start=1):
        await rig.forges(payload)
        await rig.hears("Die knop ken ik niet meer.", "Die vraag is al voorbij.", times=number)
    assert await rows(rig, Participant) == before
    assert await rows(rig, Node) == []


async def an_edit(rig: Rig) -> None:
    """Changed words change the answer, until a deed rests on it: then it is explained."""
    await joined(rig, "story")
    await rig.writes("Elke ochtend ligt er gras bij de bankjes.")
    await rig.hears(MAY_SHOW)
    await rig.edits(STORY)
    await rig.hears("Ik heb je antwoord aangepast.")
    await rig.presses("Ja, laat maar zien")
    await rig.hears(TAKEN)
    await rig.edits("Ik zag niets.")
    await rig.hears("Dit was al verstuurd.")
    assert [node["text"] for node in await rows(rig, Node)] == [STORY]
