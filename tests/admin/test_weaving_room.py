"""The room where results are woven from what people gave."""

from __future__ import annotations

import re

import pytest

from storage import erasure
from storage.tables import Link, Node, Notice, Trajectory

PAGE = "/desk/oost/weave"
WHY = {"reason-nl": "Het gaat over licht.", "reason-en": "It is about light."}
LIGHT = {"kind": "theme", "title-nl": "Licht", "title-en": "Light"}


async def published(world, words, kind="story", **values):
    """Something that was published; its number."""
    _, number = await world.give(words, kind=kind, state="published", **values)
    await world.change(Trajectory, world.trajectory_id, next_number=world.number + 1)
    return number


def picks(*numbers):
    return {f"pick-{number}": "yes" for number in numbers}


async def weave(world, act, *numbers, **fields):
    return await world.submit(f"{PAGE}/make", {**picks(*numbers), **WHY, "act": act, **fields})


async def node(world, number):
    return next(row for row in await world.all(Node) if row.number == number)


async def test_who_may(world):
    """A moderator is told to ask an organiser; a form of another session does nothing."""
    await world.sign_in()
    number = await published(world, "Het is donker.")
    assert (await world.client.get(PAGE)).status_code == 403
    assert (await weave(world, "make", number, **LIGHT)).status_code == 403
    await world.sign_in("Sam", "organiser")
    assert (await world.client.get(PAGE)).status_code == 200
    refused = await world.client.post(f"{PAGE}/make", data={**picks(number), "act": "make", "csrf": "x"})
    assert refused.status_code == 403
    assert not await world.all(Link)


async def test_choosing(world):
    """What was published is found by kind, words, number and use; nothing else is there."""
    await world.sign_in("Sam", "organiser")
    await world.give("Nog niet gelezen.")
    await world.give("Weg.", state="withdrawn")
    dark = await published(world, "Het is donker bij het hek.")
    glass = await published(world, "Er ligt glas.", kind="idea")
    await weave(world, "make", dark, **{**LIGHT, "title-nl": "Licht één"})

    async def found(query):
        page = (await world.client.get(f"{PAGE}?{query}")).text
        return [int(number) for number in re.findall(r'name="pick-(\d+)"', page)]

    theme = max(row.number for row in await world.all(Node))
    assert await found("") == [theme, glass, dark]
    assert await found("kind=idea") == [glass]
    assert await found("words=DONKER") == [dark]
    assert await found("words=%C3%A9%C3%A9n") == [theme]
    assert await found(f"words={glass}") == [glass]
    assert await found("unused=yes") == [theme, glass]
    assert await found("kind=x&after=x&words=%25") == []
    page = (await world.client.get(PAGE)).text
    assert "1 keer gebruikt" in page
    assert "Nog niet gelezen." not in page


async def test_pages_keep_what_was_chosen(world):
    """Twenty at a time by number; what was chosen on one page is still chosen on the next."""
    await world.sign_in("Sam", "organiser")
    numbers = [await published(world, f"Verhaal {n}.") for n in range(22)]
    first = (await world.client.get(f"{PAGE}?pick-{numbers[0]}=yes&pick-{numbers[21]}=yes")).text
    assert "Ook gekozen" in first
    assert first.count(" checked>") == 2
    assert f'name="after" value="{numbers[2]}"' in first
    second = (await world.client.get(f"{PAGE}?after={numbers[2]}&pick-{numbers[21]}=yes")).text
    assert re.findall(r'name="pick-(\d+)"', second) == [str(numbers[n]) for n in (21, 1, 0)]
    assert "Volgende bladzijde" not in second


async def test_a_result_with_its_reasons(world):
    """One reason for all, and one source with its own; the page says what was done, with an undo."""
    await world.sign_in("Sam", "organiser")
    first, second = await published(world, "Het is donker."), await published(world, "De lamp is stuk.")
    page = (await world.client.get(f"{PAGE}/make?pick-{first}=yes&pick-{second}=yes")).text
    assert "Het is donker." in page
    assert '<option value="theme"' in page
    assert '<option value="milestone"' not in page
    own = {f"reason-{second}-nl": "Een lamp is licht."}
    answer = await weave(world, "make", first, second, **LIGHT, **own)
    (theme,) = await world.all(Node, kind="theme")
    assert (theme.title, theme.state) == ({"nl": "Licht", "en": "Light"}, "published")
    assert [link.reason for link in await world.all(Link)] == [
        {"nl": "Het gaat over licht.", "en": "It is about light."},
        {"nl": "Een lamp is licht.", "en": "It is about light."},
    ]
    done = (await world.client.get(answer.headers["location"])).text
    assert f"Thema {theme.number}: gedaan." in done
    assert f"{PAGE}/{theme.number}/undo" in done
    world.later(seconds=61)
    assert "/undo" not in (await world.client.get(answer.headers["location"])).text


async def test_undone(world):
    """Within a minute it is taken back; a page that is older is told so."""
    await world.sign_in("Sam", "organiser")
    story = await published(world, "Het is donker.")
    await weave(world, "make", story, **LIGHT)
    theme = max(row.number for row in await world.all(Node))
    answer = await world.submit(f"{PAGE}/{theme}/undo")
    assert "Dat is ongedaan gemaakt." in (await world.client.get(answer.headers["location"])).text
    assert not await world.all(Link)
    again = await world.submit(f"{PAGE}/{theme}/undo")
    assert again.status_code == 409
    assert "Er is niets om ongedaan te maken." in again.text
    await weave(world, "make", story, **LIGHT)
    world.later(seconds=61)
    late = await world.submit(f"{PAGE}/{theme + 1}/undo")
    assert (late.status_code, len(await world.all(Link))) == (409, 1)
    assert (await world.submit(f"{PAGE}/999/undo")).status_code == 404


async def test_from_nothing(world):
    """Without a contribution it takes the words why the municipality adds it."""
    await world.sign_in("Sam", "organiser")
    page = (await world.client.get(f"{PAGE}/make")).text
    assert "De gemeente voegt dit zelf toe, omdat" in page
    refused = await weave(world, "make", **LIGHT)
    assert refused.status_code == 409
    assert "waarom de gemeente dit zelf toevoegt" in refused.text
    assert (await weave(world, "make", **LIGHT, **{"because-nl": "De wet vraagt het."})).status_code == 303
    (theme,) = await world.all(Node, kind="theme")
    assert theme.because == {"nl": "De wet vraagt het."}


async def test_merging_and_the_second_who_comes(world):
    """Two ideas become one; a colleague with an older page hears who did it, and keeps what was typed."""
    await world.sign_in("Sam", "organiser")
    one, two, three = [await published(world, f"Idee {n}.", kind="idea") for n in range(3)]
    old = f"{PAGE}/make?pick-{two}=yes&pick-{three}=yes"
    assert (await world.client.get(old)).status_code == 200
    made = await weave(world, "make", one, two, **{**LIGHT, "kind": "idea"})
    assert made.status_code == 303
    newer = max(row.number for row in await world.all(Node))
    await world.sign_in("Noor", "organiser")
    refused = await weave(world, "make", two, three, **{**LIGHT, "kind": "idea", "title-nl": "Mijn titel"})
    assert refused.status_code == 409
    assert f"Sam was je voor: nummer {two} is samengevoegd met nummer {newer}." in refused.text
    assert 'value="Mijn titel"' in refused.text
    assert "opgegaan in iets nieuws" in refused.text
    assert (await node(world, three)).state == "published"


async def test_added_to_what_is_there(world):
    """Later sources go into a result that stands; only results that take them are offered."""
    await world.sign_in("Sam", "organiser")
    first, later = await published(world, "Het is donker."), await published(world, "De lamp is stuk.")
    await weave(world, "make", first, **LIGHT)
    theme = max(row.number for row in await world.all(Node))
    page = (await world.client.get(f"{PAGE}/make?pick-{later}=yes")).text
    assert f'<option value="{theme}"' in page
    assert (await weave(world, "add", later, into=str(theme))).status_code == 303
    assert len(await world.all(Link)) == 2
    again = await weave(world, "add", later, into=str(theme))
    assert "Die verbinding is er al" in again.text
    assert (await weave(world, "add", later, into="x")).status_code == 409


async def test_not_used(world):
    """One thing is set aside with its reason, and not without."""
    await world.sign_in("Sam", "organiser")
    story = await published(world, "Bouw een zwembad.")
    bare = await world.submit(f"{PAGE}/make", {**picks(story), "act": "aside"})
    assert "waarom" in bare.text
    assert not await world.all(Link)
    answer = await weave(world, "aside", story)
    (link,) = await world.all(Link)
    assert (link.relation, link.target_id) == ("not_used", None)
    assert f"Verhaal {story}: gedaan." in (await world.client.get(answer.headers["location"])).text
    other = await published(world, "Nog iets.")
    assert "Kies er hiervoor precies" in (await weave(world, "aside", story, other)).text


async def test_split(world):
    """An idea becomes those parts that were filled in, each with its reason."""
    await world.sign_in("Sam", "organiser")
    idea = await published(world, "Licht en bankjes.", kind="idea")
    part = {"part-1-nl": "Licht", "why-1-nl": "Dit is een idee."}
    one = await weave(world, "split", idea, **part)
    assert "minstens twee" in one.text
    fields = {**part, "part-3-nl": "Bankjes", "why-3-nl": "En dit ook."}
    assert (await weave(world, "split", idea, **fields)).status_code == 303
    assert [link.reason for link in await world.all(Link)] == [
        {"nl": "Dit is een idee."},
        {"nl": "En dit ook."},
    ]
    assert (await node(world, idea)).state == "replaced"


async def test_written_anew(world):
    """The form has the old words; what else was chosen is answered in the new version."""
    await world.sign_in("Sam", "organiser")
    because = {"because-nl": "De wet vraagt het."}
    await weave(world, "make", **{**LIGHT, **because, "kind": "concept_part", "body-nl": "Eén lamp."})
    (old,) = await world.all(Node, kind="concept_part")
    await world.change(Node, old.id, number=500)
    wish = await published(world, "Twee lampen graag.", kind="proposal", about_id=old.id)
    page = (await world.client.get(f"{PAGE}/make?pick-500=yes&pick-{wish}=yes")).text
    assert 'name="new-title-nl" value="Licht"' in page
    assert "Eén lamp." in page
    fields = {"new-title-nl": "Meer licht", "new-body-nl": "Twee lampen."}
    assert (await weave(world, "revise", 500, wish, **fields)).status_code == 303
    assert sorted(link.relation for link in await world.all(Link)) == ["answers", "revised_as"]
    newer = next(row for row in await world.all(Node, kind="concept_part") if row.id != old.id)
    assert (newer.version, newer.body) == (2, {"nl": "Twee lampen."})
    stale = await weave(world, "revise", 500, wish, **fields)
    assert (stale.status_code, "Sam was je voor" in stale.text) == (409, True)


async def test_a_page_from_before_a_withdrawal(world):
    """What its author took back meanwhile is not used, and its words are not shown again."""
    await world.sign_in("Sam", "organiser")
    story = await published(world, "Het is donker.")
    async with world.database.writing() as connection:
        await erasure.withdraw(connection, (await node(world, story)).id, world.now)
    refused = await weave(world, "make", story, **LIGHT)
    assert refused.status_code == 409
    assert f"Nummer {story} is teruggetrokken." in refused.text
    assert "Het is donker." not in refused.text
    assert await world.all(Notice) == []


@pytest.mark.parametrize("act", ["", "x", "make;"])
async def test_no_such_act(world, act):
    """A form that is not ours does nothing."""
    await world.sign_in("Sam", "organiser")
    story = await published(world, "Het is donker.")
    assert (await weave(world, act, story, **LIGHT)).status_code == 400


@pytest.mark.parametrize("query", ["pick-x=yes", "pick-99999999999=yes", "pick-=yes", "pick-999=yes"])
async def test_numbers_that_are_none(world, query):
    """An address that somebody made up shows the form without sources."""
    await world.sign_in("Sam", "organiser")
    page = await world.client.get(f"{PAGE}/make?{query}")
    assert page.status_code == 200
    assert "De gemeente voegt dit zelf toe" in page.text
