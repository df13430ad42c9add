"""The room where meetings are called."""

from __future__ import annotations

from storage.tables import Meeting, Node

FILLED = {
    "kind": "open",
    "title-nl": "Samen koken",
    "title-en": "Cooking together",
    "place-nl": "Buurthuis De Brug",
    "place-en": "Community centre De Brug",
    "access-nl": "",
    "access-en": "",
    "day": "2026-11-25",
    "from": "19:30",
    "until": "21:00",
}


async def test_called(world):
    """It stands with its own clock's times and a code for the door, and sending is woken."""
    await world.sign_in("Noor", "organiser")
    answer = await world.submit("/desk/oost/meetings", FILLED)
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    (meeting,) = await world.all(Meeting)
    assert meeting.starts_at.isoformat() == "2026-11-25T18:30:00+00:00"
    assert meeting.door_code in page
    assert "wo 25 november 19:30" in page
    assert world.woken == 1


async def test_filled_in_wrongly(world):
    """The form comes back with what was typed and a sentence; nothing is stored."""
    await world.sign_in("Noor", "organiser")
    for field, value, sentence in (
        ("day", "straks", "Vul de dag en de tijden in."),
        ("day", "2020-01-01", "Kies een dag die nog komt"),
        ("until", "19:00", "moet later eindigen"),
        ("kind", "feest", "Kies wat voor bijeenkomst"),
    ):
        answer = await world.submit("/desk/oost/meetings", {**FILLED, field: value})
        assert answer.status_code == 422
        assert sentence in answer.text
        assert 'value="Samen koken"' in answer.text
    assert await world.all(Meeting) == []


async def test_called_off(world):
    """Once; a second time says why not."""
    await world.sign_in("Noor", "organiser")
    await world.submit("/desk/oost/meetings", FILLED)
    (meeting,) = await world.all(Meeting)
    answer = await world.submit(f"/desk/oost/meetings/{meeting.id}/off", {})
    assert "Gaat niet door" in (await world.client.get(answer.headers["location"])).text
    assert (await world.submit(f"/desk/oost/meetings/{meeting.id}/off", {})).status_code == 409
    assert (await world.submit("/desk/oost/meetings/999/off", {})).status_code == 404


async def test_what_was_said(world):
    """Each line is a contribution; before the meeting begins there is no form for it."""
    await world.sign_in("Noor", "organiser")
    await world.submit("/desk/oost/meetings", FILLED)
    (meeting,) = await world.all(Meeting)
    said = {"kind": "idea", "language": "nl", "said": "Een bankje.\n\nMeer licht."}
    early = await world.submit(f"/desk/oost/meetings/{meeting.id}/said", said)
    assert (early.status_code, "nog niet begonnen" in early.text) == (422, True)
    world.later(days=3, hours=8)
    await world.sign_in("Sam", "moderator")
    assert "Typ in wat er gezegd is" in (await world.client.get("/desk/oost/meetings")).text
    assert (await world.submit(f"/desk/oost/meetings/{meeting.id}/said", said)).status_code == 303
    assert [node.text for node in await world.all(Node)] == ["Een bankje.", "Meer licht."]


async def test_roles(world):
    """A moderator sees the meetings and types in; calling one is for an organiser."""
    await world.sign_in("Sam", "moderator")
    page = (await world.client.get("/desk/oost/meetings")).text
    assert "Er zijn nog geen bijeenkomsten." in page
    assert "Bijeenkomst beleggen" not in page
    assert (await world.submit("/desk/oost/meetings", FILLED)).status_code == 403
