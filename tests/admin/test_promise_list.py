"""The room of promises, and the promises on the public page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.tables import CheckIn, Commitment, Link, Node, Outbox, Trajectory

FILLED = {
    "title-nl": "Vier nieuwe bakken",
    "title-en": "Four new bins",
    "reason-nl": "Er ligt veel afval.",
    "reason-en": "There is much litter.",
    "day": "2027-02-01",
}
WORDS = {"words-nl": "Er is geen geld meer.", "words-en": "There is no money left."}


async def _part(world):
    _, number = await world.give("", kind="plan_part", title={"nl": "Schoon"}, state="published")
    await world.change(Trajectory, world.trajectory_id, next_number=100)
    return {**FILLED, "part": str(number)}


async def _promise(world, text="Ik veeg de stoep.", *, state="active", days=10, name="Fatma", **values):
    node_state = values.pop("node_state", "published")
    node_id, number = await world.give(text, kind="commitment", state=node_state, decided_at=world.now)
    await world.insert(
        Commitment,
        node_id=node_id,
        name=name,
        due_on=(world.now + timedelta(days=days)).date(),
        state=state,
        **values,
    )
    return node_id, number


async def _made(world):
    """A promise of the municipality; its number."""
    await world.submit("/desk/oost/promises", await _part(world))
    (row,) = await world.all(Commitment, municipal=True)
    (node,) = await world.all(Node, id=row.node_id)
    return node.number


async def test_added(world):
    """It stands for everyone at once, with its day, on the part of the plan."""
    await world.sign_in("Noor", "organiser")
    answer = await world.submit("/desk/oost/promises", await _part(world))
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    assert "De belofte staat er, voor iedereen." in page
    for text in (page, (await world.client.get("/t/oost")).text):
        assert "Vier nieuwe bakken" in text
        assert "Gemeente Vechtoever, uiterlijk 1 februari 2027" in text
    (link,) = await world.all(Link)
    assert link.reason == {"nl": "Er ligt veel afval.", "en": "There is much litter."}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title-en", "", "Vul de woorden in elke taal in."),
        ("reason-nl", "", "Vul de woorden in elke taal in."),
        ("title-nl", "x" * 201, "hooguit 200 tekens"),
        ("day", "", "Vul de dag in."),
        ("day", "straks", "Vul de dag in."),
        ("day", "2020-01-01", "Kies een dag vanaf morgen."),
        ("day", "2036-01-01", "Kies een dag binnen twee jaar."),
        ("part", "999", "Kies een stuk van het plan."),
    ],
)
async def test_filled_in_wrongly(world, field, value, sentence):
    """The form comes back open with what was typed and a sentence; nothing is stored."""
    await world.sign_in("Noor", "organiser")
    filled = await _part(world)
    answer = await world.submit("/desk/oost/promises", {**filled, field: value})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "There is much litter." in answer.text
    assert '<details class="adding" open>' in answer.text
    assert await world.all(Commitment) == []


async def test_without_a_plan(world):
    """The page says that a part of the plan comes first."""
    await world.sign_in("Noor", "organiser")
    page = (await world.client.get("/desk/oost/promises")).text
    assert "Er staat nog geen stuk van het plan." in page
    assert "Er staat nu geen belofte open." in page


async def test_progress(world):
    """Broken with its reason: settled, counted, on record, and news that is linked."""
    await world.sign_in("Noor", "organiser")
    number = await _made(world)
    path = f"/desk/oost/promises/{number}/progress"
    answer = await world.submit(path, {**WORDS, "outcome": "broken"})
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    assert "Het is genoteerd." in page
    assert "1 niet gedaan" in page
    (row,) = await world.all(CheckIn)
    assert row.answer == "broken"
    assert [link.relation for link in await world.all(Link)] == ["carried_out_by", "reported_in"]
    again = await world.submit(path, {**WORDS, "outcome": "done"})
    assert again.status_code == 422
    assert "al afgerond" in again.text
    assert "niet gedaan" in (await world.client.get("/t/oost")).text


async def test_progress_filled_in_wrongly(world):
    """Without an outcome, words or a new day nothing changes, and the form stands open."""
    await world.sign_in("Noor", "organiser")
    number = await _made(world)
    path = f"/desk/oost/promises/{number}/progress"
    for filled, sentence in (
        ({**WORDS}, "Kies hoe het gaat."),
        ({**WORDS, "outcome": "lapsed"}, "Kies hoe het gaat."),
        ({"outcome": "done"}, "Vul de woorden in elke taal in."),
        ({**WORDS, "outcome": "later"}, "Vul de dag in."),
        ({**WORDS, "outcome": "later", "day": "2026-11-22"}, "Kies een dag vanaf morgen."),
    ):
        answer = await world.submit(path, filled)
        assert answer.status_code == 422
        assert sentence in answer.text
        assert "<details open>" in answer.text
    assert await world.all(CheckIn) == []


async def test_another_day(world):
    """It is open on its new day, and counted as moved."""
    await world.sign_in("Noor", "organiser")
    number = await _made(world)
    path = f"/desk/oost/promises/{number}/progress"
    await world.submit(path, {**WORDS, "outcome": "later", "day": "2027-05-01"})
    page = (await world.client.get("/desk/oost/promises")).text
    assert "Gemeente Vechtoever, nu uiterlijk 1 mei 2027" in page
    assert "1 met een nieuwe dag" in page


async def test_offered_to_the_desk(world):
    """Taken over in our own words, or refused with a reason that whoever asked reads."""
    await world.sign_in("Noor", "organiser")
    _, first = await _promise(world, "Ik hang lampen op.", offered_at=world.now)
    _, second = await _promise(world, "Ik veeg de stoep.", offered_at=world.now)
    await world.change(Trajectory, world.trajectory_id, next_number=100)
    page = (await world.client.get("/desk/oost/promises")).text
    assert page.count("vraagt of de gemeente het overneemt") == 2
    wrong = await world.submit(f"/desk/oost/promises/{first}/take", {**FILLED, "words-nl": "Omdat"})
    assert wrong.status_code == 422
    taken = await world.submit(f"/desk/oost/promises/{first}/take", {**FILLED, **WORDS})
    assert taken.status_code == 303
    assert (await world.submit(f"/desk/oost/promises/{second}/refuse", {})).status_code == 422
    refused = await world.submit(f"/desk/oost/promises/{second}/refuse", {"sentence": "Geen tijd."})
    assert refused.status_code == 303
    assert {row.state for row in await world.all(Commitment)} == {"handed_over", "active"}
    assert len(await world.all(Outbox)) == 2
    again = await world.submit(f"/desk/oost/promises/{second}/refuse", {"sentence": "Geen tijd."})
    assert "niet meer gevraagd" in again.text


async def test_late_first(world):
    """The one whose day was first stands in front, with a mark."""
    await world.sign_in("Noor", "organiser")
    await _promise(world, "Straks pas.", days=20)
    await _promise(world, "Al lang geweest.", days=-3)
    page = (await world.client.get("/desk/oost/promises")).text
    assert page.index("Al lang geweest.") < page.index("Straks pas.")
    assert page.count("te laat") == 1


async def test_who_may(world):
    """Organisers; a moderator hears whom to ask. What is not there is not there."""
    await world.sign_in("Mo", "moderator")
    assert (await world.client.get("/desk/oost/promises")).status_code == 403
    assert (await world.submit("/desk/oost/promises", FILLED)).status_code == 403
    await world.sign_in("Noor", "organiser")
    for path in ("9/progress", "x/take", "1/burn"):
        assert (await world.submit(f"/desk/oost/promises/{path}", WORDS)).status_code == 404


async def test_settled_ones_in_pages(world):
    """Thirty at a time, each once."""
    await world.sign_in("Noor", "organiser")
    for number in range(35):
        await _promise(world, f"Belofte van dag {number:02}.", state="kept")
    first = (await world.client.get("/desk/oost/promises")).text
    following = first.split('href="?before=')[1].split('"')[0]
    second = (await world.client.get(f"/desk/oost/promises?before={following}")).text
    shown = [number for number in range(35) for page in (first, second) if f"van dag {number:02}." in page]
    assert sorted(shown) == list(range(35))
    assert "35 gehouden" in second


async def test_on_the_public_page(world):
    """Both sides with their counts; twelve at the most, the newest day first; nothing that is not public."""
    for days in range(15):
        await _promise(world, f"Dag {days:02}.", days=days, state="kept" if days < 4 else "active")
    await _promise(world, "Nog niet gelezen.", node_state="waiting")
    await _promise(world, "Afgewezen.", node_state="declined")
    page = (await world.client.get("/t/oost")).text
    assert "Bewoners: 15 beloften" in page
    assert "4 gehouden" in page
    assert "11 nog te doen" in page
    assert page.index("Dag 14.") < page.index("Dag 13.")
    assert "Dag 03." in page
    assert "Dag 02." not in page
    assert "Nog niet gelezen." not in page
    assert "Afgewezen." not in page
    english = (await world.client.get("/t/oost?lang=en")).text
    assert "Residents: 15 promises" in english


async def test_none_on_the_public_page(world):
    """It says what will stand here."""
    assert "Er is nog niets beloofd." in (await world.client.get("/t/oost")).text


async def test_silence_is_shown(world):
    """Of who was asked three times and said nothing, and of a municipality that let its day go by."""
    long_ago = world.now - timedelta(days=20)
    await _promise(world, "Ik zing.", days=-60, asked=3, asked_at=long_ago)
    await _promise(world, "Wij bouwen.", days=-20, municipal=True)
    page = (await world.client.get("/t/oost")).text
    assert page.count("We weten niet hoe het ging.") == 2
    assert page.count("van 1 weten we niet hoe het ging") == 2


async def test_in_the_queue(world):
    """Whoever reads a promise sees under what name it stands, its day and its condition."""
    await world.sign_in()
    condition = {"needs": 3, "joined_by": world.now.date()}
    _, number = await _promise(world, node_state="waiting", state="conditional", **condition)
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "Belofte met naam: Fatma. Uiterlijk 2 december 2026." in page
    assert "Alleen als er 3 anderen meedoen, tot en met 22 november 2026." in page
    assert "Dank je. Iedereen kan je belofte nu zien." in page
