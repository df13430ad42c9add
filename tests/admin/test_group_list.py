"""The room of the opinion groups: what was found, in figures that tell on nobody, and their names."""

import pytest
from opinions import IDEA, camps, lay_in

from flows import grouping
from flows.deeds.find_groups import keep_groups, read_opinions
from storage.tables import Audit, Link, Node, Outcome


async def _grouped(world, votes):
    """Votes, and the groups found in them; the keys of the groups."""
    async with world.database.writing() as connection:
        await lay_in(connection, world.trajectory_id, votes, world.now)
        acting = world.services.acting(connection, None, world.now)
        read = await read_opinions(acting, world.trajectory_id)
        await keep_groups(acting, world.trajectory_id, read, *grouping.find(read.opinions))
    (outcome,) = await world.all(Outcome)
    return [group["key"] for group in outcome.data["found"].get("groups", ())]


async def _text(world):
    page = (await world.client.get("/desk/oost/groups")).text
    return " ".join(page.split())


async def test_what_was_found(world):
    """How many people each group has, what it stands for, what all agree on, and when it was computed."""
    await world.sign_in()
    await _grouped(world, camps(30, 20, slips=0))
    page = await _text(world)
    assert "50 mensen kozen bij 7 ideeën of meer (van de 50 die kozen). Zij vormen 2 groepen." in page
    assert "De groepen liggen heel duidelijk uit elkaar." in page
    first, second = page.split("<h2")[1:3]
    assert "Groep A" in first
    assert "30 van de 50 mensen" in first
    assert "“Idee nummer 1.”" in first
    assert "Eens: 30 van de 30 in deze groep." in first
    assert "Daarbuiten: 0 van de 20." in first
    assert "20 van de 50 mensen" in second
    common = page.split("Hierover zijn alle groepen het eens")[1]
    assert "“Idee nummer 11.”" in common
    assert "Groep A: 30 van de 30 eens" in common
    assert "Groep B: 20 van de 20 eens" in common
    assert "Berekend op" in page


async def test_only_what_may_be_shown(world):
    """An idea that was withdrawn, or merged into another, is no longer shown; the others are."""
    await world.sign_in()
    await _grouped(world, camps(30, 20, slips=0))
    await world.change(Node, IDEA + 1, state="withdrawn", text="", may_show=False)
    row = {"source_id": IDEA + 11, "target_id": IDEA + 12, "relation": "merged_into", "reason": {"nl": "x"}}
    await world.insert(Link, trajectory_id=world.trajectory_id, created_at=world.now, **row)
    page = await _text(world)
    assert "Idee nummer 1.”" not in page
    assert "Idee nummer 11.”" not in page
    assert "Idee nummer 12.”" in page


async def test_too_few_elsewhere(world):
    """What four people outside a group answered is not told: it would show how they voted."""
    await world.sign_in()
    await _grouped(world, [row for row in camps(30, 20, slips=0) if row[1] > 1 or not 30 < row[0] < 47])
    (outcome,) = await world.all(Outcome)
    outcome.data["found"]["groups"][0]["stands_for"] = [[IDEA + 1, True], [IDEA + 3, True]]
    await world.change(Outcome, outcome.id, data=outcome.data)
    first = (await _text(world)).split("<h2")[1]
    few, enough = first.split("“Idee nummer")[1:]
    assert "Eens: 30 van de 30 in deze groep." in few
    assert "Daarbuiten" not in few
    assert "Daarbuiten: 0 van de 20." in enough


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ([row for row in camps(3) if row[1] == 1], "Er is over 1 idee gekozen."),
        (camps(8, 7), "15 mensen kozen bij 7 ideeën of meer. Het moeten er minstens 20 zijn."),
        (camps(30, slips=0), "De 30 mensen die genoeg kozen, denken allemaal hetzelfde."),
        (camps(30, 2, slips=0), "Een groep is er pas vanaf 5 mensen"),
    ],
    ids="few-ideas few-people alike few-apart".split(),
)
async def test_none_yet(world, votes, words):
    """There are no groups yet, and it says why."""
    await world.sign_in()
    await _grouped(world, votes)
    page = await _text(world)
    assert "Er zijn nog geen groepen" in page
    assert words in page


async def test_before_the_first_time(world, monkeypatch):
    """Nothing was computed yet; or nothing ever is, because a part is missing."""
    await world.sign_in()
    assert "Dat gebeurt elk uur" in await _text(world)
    monkeypatch.setattr(grouping, "find_spec", lambda name: None)
    assert "Groepen worden hier niet berekend" in await _text(world)


async def test_a_name(world):
    """A moderator gives it, in the languages of the trajectory; it stands on the page, and on record."""
    await world.sign_in()
    (_, key) = await _grouped(world, camps(30, 20))
    answer = await world.submit(f"/desk/oost/groups/{key}", {"name-nl": "Rustzoekers", "name-en": ""})
    assert answer.headers["location"] == "/desk/oost/groups?named"
    page = await _text(world)
    assert "Groep B: Rustzoekers" in page
    assert 'value="Rustzoekers"' in page
    assert [line.detail for line in await world.all(Audit, act="name_group")] == [f"{world.trajectory_id}: B"]
    answer = await world.submit(f"/desk/oost/groups/{key}", {"name-nl": "", "name-en": ""})
    assert answer.headers["location"] == "/desk/oost/groups?unnamed"
    assert "Rustzoekers" not in await _text(world)


async def test_a_name_that_is_not_taken(world):
    """What was typed stands there again, with the reason beside it."""
    await world.sign_in()
    first, second = await _grouped(world, camps(30, 20))
    await world.submit(f"/desk/oost/groups/{first}", {"name-nl": "Rustzoekers"})
    answer = await world.submit(f"/desk/oost/groups/{second}", {"name-nl": "rustzoekers", "name-en": "<b>"})
    assert answer.status_code == 422
    assert "Een andere groep heet al zo." in answer.text
    assert 'value="rustzoekers"' in answer.text
    assert 'value="&lt;b&gt;"' in answer.text


async def test_a_group_that_is_gone(world):
    """Meanwhile the groups came out otherwise: the page says so, and what was typed is not lost."""
    await world.sign_in()
    await _grouped(world, camps(30, 20))
    answer = await world.submit("/desk/oost/groups/202001010000-0", {"name-nl": "Rustzoekers"})
    assert answer.status_code == 422
    assert "anders uitgevallen" in answer.text
    assert "<q>Rustzoekers</q>" in answer.text


async def test_signed_in_people_only(world):
    """Nobody else reads or names groups."""
    assert (await world.client.get("/desk/oost/groups")).status_code == 401
    assert (await world.submit("/desk/oost/groups/x", {"name-nl": "x"})).status_code == 401
    await world.sign_in()
    assert (await world.client.get("/desk/nergens/groups")).status_code == 404


async def test_in_english(world):
    """The same page."""
    await world.sign_in()
    await world.submit("/desk/language", {"language": "en", "back": "/desk"})
    await _grouped(world, camps(30, 20, slips=0))
    page = await _text(world)
    assert "50 people chose about 7 ideas or more (of the 50 who chose). They make 2 groups." in page
    assert "Agree: 30 of the 30 in this group." in page
