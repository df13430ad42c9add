"""What a moderator sees of what waits."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from storage.tables import Addition, Decision, Node


async def test_the_heading_says_how_much_waits_and_how_late(world):
    """In a sentence, with the average of what was answered."""
    await world.sign_in()
    await world.give(days_ago=6)
    await world.give(days_ago=1)
    await world.give(
        state="published", days_ago=3, decided_at=world.now - timedelta(days=3) + timedelta(hours=9)
    )
    page = (await world.client.get("/desk/oost/queue")).text
    assert "2 wachten" in page
    assert "1 over tijd" in page
    assert "gemiddeld antwoord na 9 uur" in page
    assert "1 dag te laat" in page


async def test_an_item_shows_where_it_came_from_but_never_from_whom(world):
    """Network, channel, role and age; no address, no key, no lookup."""
    await world.sign_in()
    person = await world.person(role="uses")
    _, number = await world.give("Ik bel drie keer.", participant_id=person, days_ago=2)
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    for words in (
        "Ik bel drie keer.",
        "via Buurthuis De Brug",
        "webchat",
        "gebruikt deze hulp",
        "2 dagen geleden",
    ):
        assert words in page
    assert "somebody&#39;s secret" not in page
    assert "secret address" not in page
    assert f"p{number}" not in page
    assert f"l{number}<" not in page


async def test_what_happened_before_is_told_in_order(world):
    """A question of a moderator, what its author added, and a decision that was taken back."""
    moderator_id = await world.sign_in()
    node_id, number = await world.give()
    at = world.now
    await world.insert(
        Decision, node_id=node_id, act="ask_back", sentence="Waar was dat?", moderator_id=moderator_id, at=at
    )
    await world.insert(Addition, node_id=node_id, text="Bij de brug.", at=at + timedelta(minutes=1))
    await world.insert(
        Decision,
        node_id=node_id,
        act="decline",
        reason="double",
        sentence="Hadden we al.",
        moderator_id=moderator_id,
        at=at + timedelta(minutes=2),
        undone_at=at + timedelta(minutes=3),
    )
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    told = [page.index(words) for words in ("Waar was dat?", "Bij de brug.", "Hadden we al.")]
    assert told == sorted(told)
    assert "reden: Was al binnen" in page
    assert "teruggedraaid" in page
    assert "door Noor" in page


async def test_personal_data_is_marked_and_named(world):
    """In the text as a mark, above the buttons as a tag."""
    await world.sign_in()
    _, number = await world.give("Mijn nummer is 06 12345678.")
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "<mark>06 12345678</mark>" in page
    assert "telefoonnummer" in page
    assert "iedereen die lezen" in page


async def test_hostile_text_stays_text(world):
    """Markup is escaped, directions stay in their own block, and long words do no harm."""
    await world.sign_in()
    _, number = await world.give("<script>alert(1)</script>\"' onx=1 \u202exet " + "a" * 4000)
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'dir="auto"' in page


async def test_voice_and_photo_can_be_played_and_seen(world):
    """With the length of the voice message; what is not ready says so."""
    await world.sign_in()
    node_id, number = await world.give("")
    await world.attach(node_id, "voice1", "voice", seconds=48)
    await world.attach(node_id, "photo1", "photo")
    await world.attach(node_id, "photo2", "photo", state="noted")
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert '<audio controls preload="none" src="/desk/media/voice1"' in page
    assert "0:48" in page
    assert 'src="/desk/media/photo1"' in page
    assert "photo2" not in page
    assert "nog opgehaald" in page


async def test_filters_choose_by_kind_state_and_language(world):
    """And the address remembers them."""
    await world.sign_in()
    await world.give("een verhaal")
    await world.give("an idea", kind="idea", language="en")
    await world.give("een oud idee", kind="idea", state="declined")
    page = (await world.client.get("/desk/oost/queue?kind=idea&language=en")).text
    assert "an idea" in page
    assert "een verhaal" not in page
    declined = (await world.client.get("/desk/oost/queue?state=declined&kind=idea")).text
    assert "een oud idee" in declined
    assert "an idea" not in declined
    assert "?kind=idea&amp;state=declined#thing" in declined


async def test_an_empty_queue_is_kind(world):
    """And one that the filter made empty says so."""
    await world.sign_in()
    assert "Alles heeft een antwoord" in (await world.client.get("/desk/oost/queue")).text
    assert "past bij dit filter" in (await world.client.get("/desk/oost/queue?kind=idea")).text


@pytest.mark.parametrize(
    "path",
    [
        "/desk/nergens/queue",
        "/desk/oost/queue/999",
        "/desk/oost/queue/zes",
        "/desk/oost/queue/99999999999",
        "/desk/oost",
    ],
)
async def test_what_is_not_there_is_said_on_a_page(world, path):
    """With our own words and headers."""
    await world.sign_in()
    page = await world.client.get(path)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "Terug naar het begin" in page.text


async def test_results_of_the_desk_are_no_items_of_the_queue(world):
    """A theme has a number too, but nothing to answer."""
    await world.sign_in()
    _, number = await world.give(kind="theme", state="published")
    assert (await world.client.get(f"/desk/oost/queue/{number}")).status_code == 404


async def test_another_trajectory_has_its_own_numbers(world):
    """An item is not found under the wrong name."""
    await world.sign_in()
    await world.found("west")
    _, number = await world.give()
    assert (await world.client.get(f"/desk/west/queue/{number}")).status_code == 404


async def test_everything_can_be_read_from_right_to_left(world):
    """The desk's pages carry their direction."""
    await world.sign_in()
    page = (await world.client.get("/desk/oost/queue")).text
    assert '<html lang="nl" dir="ltr">' in page


async def test_a_full_page_takes_no_more_queries_than_an_almost_empty_one(world):
    """However much waits."""
    await world.sign_in()
    node_id, number = await world.give()
    await world.attach(node_id, "voice1", "voice")
    with world.counting() as few:
        await world.client.get(f"/desk/oost/queue/{number}")
    for _ in range(30):
        more_id, _ = await world.give()
        await world.attach(more_id, f"v{more_id}", "voice")
    with world.counting() as many:
        await world.client.get(f"/desk/oost/queue/{number}")
    assert len(many) == len(few) <= 13


async def test_what_is_overdue_is_listed(world):
    """The heading and the overview lead to what should have had an answer by now, and to nothing else."""
    await world.sign_in()
    _, late = await world.give("Dit is te laat.", days_ago=9)
    await world.give("Dit kan nog.", days_ago=1)
    await world.give("Dit heeft antwoord.", days_ago=9, state="published")
    link = '/desk/oost/queue?state=late"'
    assert link in (await world.client.get("/desk")).text
    assert link in (await world.client.get("/desk/oost/queue")).text
    page = (await world.client.get("/desk/oost/queue?state=late")).text
    assert f"/desk/oost/queue/{late}?state=late#thing" in page
    assert "Dit is te laat." in page
    for words in ("Dit kan nog.", "Dit heeft antwoord."):
        assert words not in page
    done = await world.submit(f"/desk/oost/queue/{late}/publish?state=late")
    assert done.headers["location"].startswith("/desk/oost/queue?state=late")


async def test_a_late_item_says_hours_before_it_says_days(world):
    """One hour over five days."""
    await world.sign_in()
    await world.give(days_ago=5 + 3 / 24)
    assert "3 uur te laat" in (await world.client.get("/desk/oost/queue")).text


async def test_who_forbade_showing_is_named_as_such(world):
    """The moderator knows that nobody else will read it."""
    await world.sign_in()
    _, number = await world.give(may_show=False)
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "niet tonen" in page
    assert "niemand anders krijgt het te lezen" in page


async def test_someone_whom_we_do_not_know_is_said_to_be_that(world):
    """Told by nobody we know: no role, no network, no chat."""
    await world.sign_in()
    _, number = await world.give()
    assert "We weten niet wie dit schreef." not in (await world.client.get(f"/desk/oost/queue/{number}")).text
    node_id, gone = await world.give()
    assert node_id
    async with world.database.writing() as connection:
        await connection.execute(update(Node).where(col(Node.number) == gone).values(participant_id=None))
    page = (await world.client.get(f"/desk/oost/queue/{gone}")).text
    assert "We weten niet wie dit schreef." in page
    assert "zonder netwerk" in page
