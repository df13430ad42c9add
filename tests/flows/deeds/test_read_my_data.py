"""Everything that is kept about the resident who asks."""

from __future__ import annotations

import json

from pledges import acting_as, joins, people, promised
from residents import acting_as_resident, joined, told
from sqlalchemy import insert
from stage import Stage

from flows.deeds.make_commitment import Shared
from flows.deeds.publish import publish
from flows.deeds.read_my_data import MyData, read_my_data
from storage.tables import Vote


async def asked(stage: Stage, channel: str = "buttons") -> MyData:
    async with acting_as_resident(stage, channel) as acting:
        return await read_my_data.run(acting)


async def test_to_read(sqlite_url: str) -> None:
    """Words, answers, choices (the last of each) and how somebody takes part, in their own language."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    participant_id = await joined(stage)
    story = await told(stage, "Bij de bankjes ligt glas.")
    async with stage.acting() as acting:
        await publish(acting, node_id=story, sentence="Dank je wel.")
        for value in (-1, 1):
            await acting.connection.execute(
                insert(Vote).values(
                    node_id=story, participant_id=participant_id, value=value, channel="buttons", at=stage.now
                )
            )
    readable = (await asked(stage)).readable
    assert readable.name == "mijn-gegevens-2026-11-23.txt"
    for words in (
        "Je doet mee als: Ik woon hier",
        "Jouw verhaal 1, van 23 november 2026:\nBij de bankjes ligt glas.",
        "Ons antwoord van 23 november 2026: Dank je wel.",
        "Je koos één keer:\nEens: verhaal 1, “Bij de bankjes ligt glas.”",
    ):
        assert words in readable.text


async def test_for_a_program(sqlite_url: str) -> None:
    """The same as JSON, every vote in it; not where a chat carries no files."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage)
    await told(stage, "Bij de bankjes ligt glas.")
    data = (await asked(stage)).data
    assert data is not None
    kept = json.loads(data.text)["kept"]
    assert [node["text"] for node in kept["node"]] == ["Bij de bankjes ligt glas."]
    await joined(stage, "words")
    assert (await asked(stage, "words")).data is None


async def test_nothing_yet(sqlite_url: str) -> None:
    """Who gave nothing reads how they take part, and nothing that is not so."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage, language="en")
    readable = (await asked(stage)).readable
    assert "Language: English" in readable.text
    assert "Your story" not in readable.text
    assert "You chose" not in readable.text


async def test_promises(stage: Stage) -> None:
    """What somebody promised with its day and name, and what they share with those who do the same."""
    await people(stage, "Fatma", "Piet", "Kees")
    node_id = await promised(stage, "Fatma", needs=2, shared=Shared("Fatma", "reach", "06 12"))
    await joins(stage, "Piet", node_id, "meet")
    await joins(stage, "Kees", node_id, "reach", "bij Kees op 8")
    found = {}
    for name in ("Fatma", "Piet", "Kees"):
        async with acting_as(stage, name) as acting:
            found[name] = (await read_my_data.run(acting)).readable.text
    assert "Uiterlijk 21 december 2026, onder de naam: Fatma" in found["Fatma"]
    assert "hoe je te bereiken bent: 06 12" in found["Fatma"]
    assert "ziet dat je naar een bijeenkomst wilt komen." in found["Piet"]
    assert "hoe je te bereiken bent: bij Kees op 8" in found["Kees"]
    assert "06 12" not in found["Piet"] + found["Kees"]
    assert "Kees" not in found["Fatma"] + found["Piet"]
