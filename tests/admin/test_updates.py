"""The room where news is sent."""

from __future__ import annotations

from storage.tables import Announcement, Link, Node, Trajectory, Vote

FILLED = {
    "title-nl": "De bak staat er",
    "title-en": "The bin is there",
    "body-nl": "Sinds vandaag.",
    "body-en": "Since today.",
    "numbers": "",
    "who": "everyone",
}


async def plan_part(world):
    _, number = await world.give(
        "", kind="plan_part", state="published", title={"nl": "Een bak", "en": "A bin"}, participant_id=None
    )
    await world.change(Trajectory, world.trajectory_id, next_number=number + 1)
    return number


async def test_sent_to_everyone(world):
    """It stands on the page with what it is about, and waits a minute to be announced."""
    await world.sign_in(role="organiser")
    number = await plan_part(world)
    page = (await world.client.get("/desk/oost/updates")).text
    assert "Er is nog geen nieuws verstuurd." in page
    assert f'name="about-{number}"' in page
    answer = await world.submit("/desk/oost/updates", {**FILLED, f"about-{number}": "yes"})
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    assert "De bak staat er" in page
    assert "Nog geen reacties." in page
    (update,) = await world.all(Node, kind="update")
    assert [link.target_id for link in await world.all(Link)] == [update.id]
    assert [row.key for row in await world.all(Announcement)] == [f"update:{update.id}"]
    assert world.woken == 1


async def test_sent_upstream_about_a_number(world):
    """A story is found by its number; there is no announcement."""
    await world.sign_in(role="organiser")
    await plan_part(world)
    _, story = await world.give(state="published")
    await world.change(Trajectory, world.trajectory_id, next_number=story + 1)
    form = {**FILLED, "numbers": f"verhaal {story}", "who": "upstream"}
    assert (await world.submit("/desk/oost/updates", form)).status_code == 303
    assert [link.relation for link in await world.all(Link)] == ["answers"]
    assert await world.all(Announcement) == []


async def test_filled_in_wrongly(world):
    """The form comes back with what was typed and says what is missing, in words."""
    await world.sign_in(role="organiser")
    for change, sentence in (
        ({"body-en": ""}, "Dit mist nog: Engels."),
        ({"title-nl": " "}, "Dit mist nog: Nederlands."),
        ({"numbers": "999"}, "Nummer 999 bestaat hier niet."),
    ):
        answer = await world.submit("/desk/oost/updates", {**FILLED, **change})
        assert answer.status_code == 422
        assert sentence in answer.text
        assert 'value="The bin is there"' in answer.text
    assert await world.all(Node, kind="update") == []


async def test_reactions_are_counted(world):
    """Taps of each person once, replies that can be read, and apart from them those that wait to be read."""
    await world.sign_in(role="organiser")
    await plan_part(world)
    await world.submit("/desk/oost/updates", FILLED)
    (update,) = await world.all(Node, kind="update")
    for state in ("published", "published", "waiting", "declined"):
        await world.give(kind="reply", about_id=update.id, state=state, number=update.number + world.number)
    person = await world.person()
    for value in (-1, 1, 1):
        said = {"participant_id": person, "value": value, "channel": "web", "at": world.now}
        await world.insert(Vote, node_id=update.id, **said)
        person = await world.person() if value == 1 else person
    page = (await world.client.get("/desk/oost/updates")).text
    assert "Fijn: 2. Valt tegen: 0. Weet het niet: 0." in page
    assert "2 reacties." in page
    assert "1 reactie wacht op je." in page


async def test_roles(world):
    """Sending news is for organisers."""
    await world.sign_in(role="moderator")
    assert (await world.client.get("/desk/oost/updates")).status_code == 403
    assert (await world.submit("/desk/oost/updates", FILLED)).status_code == 403
