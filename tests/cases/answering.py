"""The ways to answer a question."""

from __future__ import annotations

import json
from unittest.mock import patch

from rigs.behind import MAY_SHOW, STORY, TAKEN, acting, joined, posted, rows, until
from rigs.rig import Rig, abilities

from flows.deeds.publish import publish
from flows.engine.questions import Localized, Option, Question
from flows.engine.readers import OneOf
from flows.engine.talk import Script, Talk
from flows.rendering import Button, Message, length
from flows.scripts import SCRIPTS
from storage.tables import Node

PLACES = (
    *("De vijver", "Het bos", "De speeltuin", "De brug", "Het plein", "De moestuin", "Het theehuis"),
    *("De kinderboerderij", "De ingang", "Het grasveld", "De heuvel"),
)
THREE = tuple(Button(label, f"1x|menu|{label[-1]}") for label in PLACES[:3])


async def _asked(rig: Rig) -> None:
    await joined(rig)
    await rig.writes("instellingen")
    asked = await rig.hears("Wat wil je veranderen?")
    linking = "Ook meedoen in een andere app"
    assert asked.choices == ("De taal", "Hoe vaak we schrijven", "Een pauze", linking, "Niets")


async def by_button(rig: Rig) -> None:
    """A pressed button answers the question above it."""
    await _asked(rig)
    await rig.presses("Een pauze")
    await rig.hears("Hoe lang wil je pauze?")


async def everything_about_me(rig: Rig) -> None:
    """Files that the program makes arrive whole: one to read and one for another program."""
    await joined(rig, "story")
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW)
    await rig.writes("ja")
    await rig.hears(TAKEN)
    await rig.writes("alles over mij")
    await rig.hears("En dit is hetzelfde, voor een ander programma.")
    assert STORY in (await rig.saves(".txt")).decode()
    kept = json.loads(await rig.saves(".json"))["kept"]
    assert [node["text"] for node in kept["node"]] == [STORY]


async def in_words(words: str, rig: Rig) -> None:
    """A number, a label in any case, one's own words, and another language answer it too."""
    await _asked(rig)
    await rig.writes(words)
    await rig.hears("Hoe lang wil je pauze?")


async def in_english_from_now_on(rig: Rig) -> None:
    """A word for a language switches to it, and the open question comes again."""
    await joined(rig, "story")
    await rig.writes("English")
    await rig.hears("Tell us something that happened to you")


async def a_whole_story(rig: Rig) -> None:
    """A story is told in one's own words; what the desk answers comes by itself, within two seconds."""
    await joined(rig, "story")
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW)
    await rig.writes("ja hoor, prima")
    await rig.hears(TAKEN)
    (node,) = await rows(rig, Node)
    assert (node["text"], node["may_show"], node["channel"]) == (STORY, True, rig.channel)
    async with acting(rig) as desk:
        await publish(desk, node_id=node["id"], sentence="Dank je, we gaan kijken.")
    await rig.hears("Dank je, we gaan kijken.", within=2)


async def among(count: int, rig: Rig) -> None:
    """However many choices there are, all can be seen, and each can be chosen in every way there is."""
    places = PLACES[:count]
    chosen: dict[str, str] = {}

    async def done() -> bool:
        return len(chosen) == 3

    with patch.dict(SCRIPTS, {"settings": _asking(places, chosen)}):
        await joined(rig)
        await rig.writes("instellingen")
        assert (await rig.hears("Wat wil je veranderen?")).choices == places
        await (rig.presses(places[-1]) if "presses" in abilities(type(rig)) else rig.writes(str(count)))
        await rig.hears("Wat wil je veranderen?", times=2)
        await rig.writes(str(count - 1))
        await rig.hears("Wat wil je veranderen?", times=3)
        await rig.writes(places[0].upper())
        await until(done)
    assert chosen == {"first": str(count), "second": str(count - 1), "third": "1"}


def _asking(places: tuple[str, ...], chosen: dict[str, str]) -> Script:
    """A script that asks the same question three times, and tells nobody but `chosen`."""
    options = tuple(Option(str(number), Localized({"nl": place})) for number, place in enumerate(places, 1))
    question = Question("where", "settings-which", OneOf(options))

    async def run(talk: Talk) -> None:
        for turn in ("first", "second", "third"):
            chosen[turn] = await talk.ask(question, about=turn)

    return Script("settings", run)


async def too_long_a_text(rig: Rig) -> None:
    """What is longer than a message comes in parts, cut between sentences; the buttons are with the last."""
    limit = rig.capabilities.text_length
    sentences = [f"Zin {number} gaat over het park 🌳 en de vijver." for number in range(limit // 20)]
    await joined(rig)
    await posted(rig, Message(" ".join(sentences), THREE))
    await rig.hears(sentences[-1])
    parts = rig.heard
    assert len(parts) > 1
    assert " ".join(part.text for part in parts) == " ".join(sentences)
    assert all(part.text.endswith(".") and length(part.text, rig.capabilities) <= limit for part in parts)
    assert [part.choices for part in parts[:-1]] == [()] * (len(parts) - 1)
    assert parts[-1].choices == PLACES[:3]


async def too_long_an_answer(rig: Rig) -> None:
    """A resident who writes 4,096 characters is told how many fit, and can say it again."""
    await joined(rig, "story")
    await rig.writes("Bij de vijver ligt elke maandag een berg karton. ".ljust(4096, "x"))
    await rig.hears("Dat is te lang: 4.096 tekens.")
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW)
