"""The room where words of residents become themes."""

from __future__ import annotations

from storage.tables import Compared, Link, Node, Trajectory


async def compared(world, words="Je thuis voelen in het park", **values):
    """Somebody said what two stories have in common; returns its number and theirs."""
    one, first = await world.give("Glas bij de bankjes.", state="published")
    other, second = await world.give("De lampen zijn stuk.", state="published")
    meaning, number = await world.give(words, kind="meaning", state="published", **values)
    for place, story in enumerate((one, other)):
        await world.insert(Compared, node_id=meaning, story_id=story, place=place)
    await world.change(Trajectory, world.trajectory_id, next_number=100 + number)
    return number, first, second


def filled(first, second, **changes):
    fields = {
        f"story-{first}": "yes",
        f"story-{second}": "yes",
        "title-nl": "Thuis in het park",
        "title-en": "At home in the park",
        "because-nl": "Het gaat over je thuis voelen.",
        "because-en": "It is about feeling at home.",
        "named-nl": "Jouw woorden brachten ons hierop.",
        "named-en": "Your words led us here.",
    }
    return {**fields, **changes}


async def test_words_with_the_stories_that_they_are_about(world):
    """And a form that has the words as the name already; what waits or was used is not there."""
    await world.sign_in()
    number, first, _ = await compared(world)
    await world.give("Nog niet gelezen", kind="meaning", state="waiting")
    page = (await world.client.get("/desk/oost/meanings")).text
    assert "Je thuis voelen in het park" in page
    assert f'name="story-{first}"' in page
    assert "De lampen zijn stuk." in page
    assert 'name="title-nl" value="Je thuis voelen in het park"' in page
    assert "Nog niet gelezen" not in page
    assert f"/desk/oost/queue/{number}" in page


async def test_a_theme_of_it(world):
    """Stories and words are its sources, each with its reason, and it is off the list."""
    await world.sign_in()
    number, first, second = await compared(world)
    answer = await world.submit(f"/desk/oost/meanings/{number}", filled(first, second))
    assert answer.status_code == 303
    (theme,) = await world.all(Node, kind="theme")
    assert theme.title == {"nl": "Thuis in het park", "en": "At home in the park"}
    links = await world.all(Link, target_id=theme.id)
    assert sorted((link.relation, link.reason["nl"]) for link in links) == [
        ("became", "Jouw woorden brachten ons hierop."),
        ("belongs_to", "Het gaat over je thuis voelen."),
        ("belongs_to", "Het gaat over je thuis voelen."),
    ]
    page = (await world.client.get(answer.headers["location"])).text
    assert f"onder nummer {theme.number}" in page
    assert f"queue/{number}" not in page


async def test_only_the_stories_that_were_chosen(world):
    """One may be left out; one that was taken back cannot be chosen at all."""
    await world.sign_in()
    number, first, second = await compared(world)
    await world.submit(f"/desk/oost/meanings/{number}", filled(first, second, **{f"story-{second}": ""}))
    assert len([link for link in await world.all(Link) if link.relation == "belongs_to"]) == 1
    number, first, second = await compared(world, "Iets anders")
    gone = next(node for node in await world.all(Node) if node.number == first)
    await world.change(Node, gone.id, state="withdrawn", text="")
    page = (await world.client.get("/desk/oost/meanings")).text
    assert f'name="story-{first}" value="yes" disabled' in page
    answer = await world.submit(f"/desk/oost/meanings/{number}", filled(first, second))
    assert answer.status_code == 422
    assert "is teruggetrokken" in answer.text


async def test_filled_in_wrongly(world):
    """The form comes back open with what was typed, and nothing is made; a strange number is not there."""
    await world.sign_in()
    number, first, second = await compared(world)
    wrong = filled(first, second, **{"named-nl": "", "named-en": ""})
    answer = await world.submit(f"/desk/oost/meanings/{number}", wrong)
    assert answer.status_code == 422
    assert 'value="Thuis in het park"' in answer.text
    assert f"Schrijf bij nummer {number} waarom." in answer.text
    assert await world.all(Link) == []
    assert (await world.submit("/desk/oost/meanings/999", filled(first, second))).status_code == 404


async def test_spoken_words(world):
    """They are listened to in the queue; the name is for the moderator to find."""
    await world.sign_in()
    await compared(world, "")
    page = (await world.client.get("/desk/oost/meanings")).text
    assert "(ingesproken)" in page
    assert "Een bewoner zag dat deze verhalen iets gemeen hebben." in page


async def test_the_queue_says_what_a_reply_or_comparison_is_about(world):
    """With the words of the stories, so that a moderator can judge them together."""
    await world.sign_in()
    number, first, second = await compared(world)
    story = next(node for node in await world.all(Node) if node.number == first)
    _, reply = await world.give("Bij ons ook.", kind="reply", about_id=story.id)
    page = (await world.client.get(f"/desk/oost/queue/{reply}")).text
    assert "Dit is een reactie op" in page
    assert "Glas bij de bankjes." in page
    assert "De lampen zijn stuk." not in page
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "Dit gaat over" in page
    assert f"Verhaal {first}" in page
    assert f"Verhaal {second}" in page


async def test_the_queue_says_that_a_story_begins_a_new_round(world):
    """It was told while the plan was being carried out."""
    await world.sign_in()
    _, late = await world.give("Het plein is nu vies.", step="stay")
    _, early = await world.give("Het park is vies.", step="exchange")
    assert "nieuwe ronde" in (await world.client.get(f"/desk/oost/queue/{late}")).text
    assert "nieuwe ronde" not in (await world.client.get(f"/desk/oost/queue/{early}")).text
