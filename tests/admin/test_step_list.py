"""The room where steps are opened, closed and planned."""

from __future__ import annotations

import pytest

from storage.tables import Announcement, Audit, Step

ROOM = "/desk/oost/steps"


async def step(world, code="choose"):
    rows = await world.all(Step, trajectory_id=world.trajectory_id, code=code)
    return rows[0] if rows else None


async def change(world, code, act, **fields):
    return await world.submit(f"{ROOM}/{code}", {"act": act, **fields})


@pytest.fixture
async def organising(world):
    await world.sign_in("Noor", "organiser")
    return world


async def test_the_nine(organising):
    """Each stands there in its order, with where it stands and what can be done about it."""
    page = (await organising.client.get(ROOM)).text
    places = [page.index(f'id="{code}"') for code in ("networks", "activate", "exchange", "choose", "stay")]
    assert places == sorted(places)
    networks, exchange, choose = (
        page[page.index(f'<li class="card stack" id="{code}"') :].partition("</li>")[0]
        for code in ("networks", "exchange", "choose")
    )
    assert ("gesloten" in networks, "Open deze stap weer" in networks) == (True, True)
    assert ("Sluit deze stap" in exchange, "Open deze stap" in exchange) == (True, False)
    assert ("komt nog" in choose, "Open deze stap nu" in choose) == (True, True)


async def test_opened_and_taken_back(organising):
    """It opens at once, and within the minute it can be taken back before anybody knows."""
    answer = await change(organising, "choose", "open")
    assert answer.status_code == 303
    page = (await organising.client.get(answer.headers["location"])).text
    assert "De stap “Kiezen” is open." in page
    assert "Nog 60 seconden weet niemand ervan." in page
    assert (await step(organising)).opened_at == organising.now
    assert len(await organising.all(Announcement)) == 1
    organising.later(seconds=59)
    answer = await change(organising, "choose", "undo")
    assert "Niemand kreeg bericht." in (await organising.client.get(answer.headers["location"])).text
    assert (await step(organising)).opened_at is None
    assert await organising.all(Announcement) == []


async def test_after_the_minute(organising):
    """The button to take it back is gone, and pressing an old one says why it does nothing."""
    await change(organising, "choose", "open")
    organising.later(seconds=61)
    assert "Toch niet openen" not in (await organising.client.get(ROOM)).text
    answer = await change(organising, "choose", "undo")
    assert answer.status_code == 409
    assert "Ongedaan maken kan tot een minuut na het openen." in answer.text
    assert (await step(organising)).closed_at is None


async def test_pressed_twice(organising):
    """The second press changes nothing, and says so."""
    await change(organising, "choose", "open")
    before = await step(organising)
    organising.later(minutes=5)
    answer = await change(organising, "choose", "open")
    assert (answer.status_code, "Deze stap is al open." in answer.text) == (409, True)
    assert await step(organising) == before
    assert len(await organising.all(Announcement)) == 1


async def test_what_holds_a_closing(organising):
    """What waits is counted and linked; it closes with a reason, which is kept in the audit."""
    _, number = await organising.give(step="exchange")
    page = (await organising.client.get(ROOM)).text
    assert "1 bijdrage in deze stap wacht op antwoord" in page
    assert f'href="/desk/oost/queue/{number}"' in page
    answer = await change(organising, "exchange", "close")
    assert answer.status_code == 409
    assert f"nummer {number}." in answer.text
    assert (await step(organising, "exchange")).closed_at is None
    answer = await change(organising, "exchange", "close", override="x" * 121)
    assert (answer.status_code, f'value="{"x" * 121}"' in answer.text) == (409, True)
    answer = await change(organising, "exchange", "close", override="De <raad> vergadert.")
    assert answer.status_code == 303
    assert (await step(organising, "exchange")).closed_at == organising.now
    (audit,) = await organising.all(Audit, act="step_override")
    assert audit.detail == "oost exchange, 1 waiting: De <raad> vergadert."


DAYS = {"opens": "2027-01-11", "closes": "2027-01-24"}


async def test_planned(organising):
    """Days are those of the trajectory: it opens at nine and closes as its last day ends."""
    answer = await change(organising, "choose", "plan", **DAYS)
    assert answer.status_code == 303
    found = await step(organising)
    assert found.opens_at.isoformat() == "2027-01-11T08:00:00+00:00"
    assert found.closes_at.isoformat() == "2027-01-24T23:00:00+00:00"
    page = (await organising.client.get(answer.headers["location"])).text
    assert "Opent op 11 januari." in page
    assert "Laatste dag: 24 januari." in page
    assert 'value="2027-01-24"' in page
    await change(organising, "choose", "plan", opens="", closes="")
    assert ((await step(organising)).opens_at, (await step(organising)).closes_at) == (None, None)


@pytest.mark.parametrize(
    ("code", "days", "sentence"),
    [
        ("choose", {**DAYS, "closes": "straks"}, "Vul een dag in, of laat het vak leeg."),
        ("choose", {**DAYS, "closes": "2027-01-10"}, "De laatste dag kan niet vóór de eerste liggen."),
        ("choose", {"opens": "2020-01-10", "closes": ""}, "Die dag is al voorbij."),
        ("choose", {"opens": "", "closes": "2020-01-10"}, "Die dag is al voorbij."),
        ("exchange", DAYS, "Deze stap was al eens open."),
    ],
)
async def test_days_that_cannot_be(organising, code, days, sentence):
    """They come back as they were typed with a sentence, and nothing is kept."""
    before = await planned(organising, code)
    answer = await change(organising, code, "plan", **days)
    assert answer.status_code == 409
    assert sentence in answer.text
    if code == "choose":
        assert f'value="{days["closes"]}"' in answer.text
    assert await planned(organising, code) == before


async def planned(world, code):
    found = await step(world, code)
    return (found.opens_at, found.closes_at) if found else (None, None)


async def test_the_last_day_is_over(organising):
    """A step that waits for answers after its last day says that it closes by itself."""
    await change(organising, "exchange", "plan", opens="", closes="2027-01-24")
    await organising.give(step="exchange")
    assert "De laatste dag is voorbij." not in (await organising.client.get(ROOM)).text
    organising.later(days=400)
    await organising.sign_in("Sam", "organiser")
    assert "De laatste dag is voorbij." in (await organising.client.get(ROOM)).text


async def test_whose_room_it_is(world):
    """A moderator hears whom to ask; a form without our token changes nothing."""
    await world.sign_in("Ana", "moderator")
    assert (await world.client.get(ROOM)).status_code == 403
    assert (await change(world, "choose", "open")).status_code == 403
    await world.sign_in("Noor", "organiser")
    assert (await change(world, "choose", "open", csrf="made up")).status_code == 403
    answer = await world.submit(f"{ROOM}/choose", {"act": "open"}, Origin="https://elsewhere.example")
    assert answer.status_code == 403
    assert await step(world) is None
    for code, act in (("party", "open"), ("choose", "dance"), ("choose", "")):
        assert (await change(world, code, act)).status_code == 404
    assert (await world.submit("/desk/west/steps/choose", {"act": "open"})).status_code == 404


async def test_in_english(organising):
    """The room speaks the language of who reads it."""
    await organising.submit("/desk/language", {"language": "en", "back": "/desk"})
    assert "Open this step now" in (await organising.client.get(ROOM)).text
