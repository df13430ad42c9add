"""The page that anyone may see."""

import pseudo
import pytest

from admin.public_page import places
from flows.steps import Standing
from storage.tables import Link, Step, Tally, Trajectory, Vote


async def _link(world, source, target, relation="belongs_to", **reason):
    row = {"source_id": source, "target_id": target, "relation": relation, "reason": reason}
    await world.insert(Link, trajectory_id=world.trajectory_id, created_at=world.now, **row)


async def _theme(world, title, **values):
    theme, _ = await world.give("", kind="theme", title={"nl": title}, state="published", **values)
    return theme


async def test_it_says_what_this_is_who_decides_and_how_to_join(world):
    """Title, summary, decision, chat and the ways without a chat."""
    page = (await world.client.get("/t/oost")).text
    for words in (
        "Samen een wijkteam",
        "gemeente Vechtoever",
        "Bewoners bedenken samen hoe het wordt.",
        "De raad beslist.",
        "15 juni 2027",
        'href="/chat/oost"',
        "Kom langs bij De Brug.",
        "Bel 030 555 01 12.",
        "De gemeente let op je gegevens.",
        "Er komt één team.",
        "De plek en de tijden.",
    ):
        assert words in page


async def test_the_nine_steps_say_where_it_stands(world):
    """In a sentence, and as an ordered list with the present one marked."""
    page = (await world.client.get("/t/oost")).text
    assert "Dit is stap 3 van 9: Ideeën delen." in page
    assert "Daarna: Kiezen." in page
    assert page.count('aria-current="step"') == 1
    steps = page.split('<ol class="steps">')[1].split("</ol>")[0]
    assert steps.count("<li") == 9


async def test_before_the_first_step_it_says_so(world):
    """Nine steps to come."""
    async with world.database.writing() as connection:
        await connection.exec_driver_sql(f"DELETE FROM {Step.__tablename__}")
    page = (await world.client.get("/t/oost")).text
    assert "We zijn nog niet begonnen." in page
    assert "aria-current" not in page.split('<ol class="steps">')[1].split("</ol>")[0]


def test_two_steps_can_be_open_at_once(world):
    """And one that was passed over counts as done."""
    at = world.now
    stands = places((Standing("networks", at, at), Standing("exchange", at), Standing("choose", at)))
    assert [place.state for place in stands[:5]] == ["done", "done", "now", "now", "later"]


async def test_figures_come_with_what_they_are_a_part_of(world):
    """People through networks, answered of given, and how long the oldest waits."""
    await world.person(consented_at=None)
    await world.give(days_ago=3)
    await world.give(kind="idea", state="asked_back", days_ago=2)
    await world.give(state="published")
    await world.give(state="declined")
    await world.give(state="withdrawn")
    await world.give(kind="call_back")
    page = (await world.client.get("/t/oost")).text
    assert "2 van 4" in page
    assert "dat is 50 procent" in page
    assert "de oudste wacht 3 dagen" in page
    assert "we antwoorden binnen 5 dagen" in page
    assert '<span class="figure">6</span> mensen doen mee' in page
    assert "via 1 netwerk" in page


async def test_what_was_withdrawn_is_counted_apart(world):
    """A theme says of how many stories it is, and that some were taken back; their words are nowhere."""
    theme = await _theme(world, "Licht")
    for number in range(3):
        state = "withdrawn" if number == 2 else "published"
        story, _ = await world.give("" if number == 2 else "Het is donker.", state=state)
        await _link(world, story, theme, nl="Omdat het zo is.")
    page = (await world.client.get("/t/oost")).text
    assert "2 verhalen" in page
    assert "1 verhaal is ingetrokken" in page


async def test_what_the_municipality_adds_itself(world):
    """A theme that comes from nobody's story says why it is there."""
    await _theme(world, "De wet", because={"nl": "Dit moet van de wet."})
    page = (await world.client.get("/t/oost")).text
    assert "De gemeente voegt dit zelf toe, omdat: Dit moet van de wet." in page


async def test_what_was_merged_stays_in_its_thread(world):
    """An idea that went into another is read on the way there, and is no idea to vote on."""
    merged, _ = await world.give("Een lamp.", kind="idea", state="replaced")
    into, _ = await world.give("Een kring van lampen.", kind="idea", state="published")
    await _link(world, merged, into, "merged_into", nl="Omdat één lamp te weinig is.")
    story, _ = await world.give("Het is er donker.", state="published")
    await _link(world, story, merged, "inspired", nl="Omdat het er donker is.")
    page = (await world.client.get("/t/oost")).text
    assert (
        page.index("Het is er donker.") < page.index("Een lamp.") < page.index("Omdat één lamp te weinig is.")
    )
    assert "3 van 3" in page
    assert page.count("Een lamp.") == 1


@pytest.mark.parametrize(
    ("accepted", "asked", "language"),
    [
        ("", "", "nl"),
        ("en-GB,en;q=0.9,nl;q=0.8", "", "en"),
        ("en;q=0.5,nl", "", "nl"),
        ("fr", "", "nl"),
        ("en", "nl", "nl"),
        ("nl", "en", "en"),
    ],
)
async def test_in_the_language_of_the_browser(world, accepted, asked, language):
    """Until another is chosen; and whoever keeps the page knows that it depends on it."""
    headers = {"Accept-Language": accepted}
    page = await world.client.get("/t/oost", headers=headers, params={"lang": asked} if asked else {})
    assert f'<html lang="{language}"' in page.text
    assert page.headers["vary"] == "Accept-Language"


async def test_an_empty_trajectory_is_no_mistake(world):
    """Noughts, and sentences for what is not there yet."""
    page = await world.client.get("/t/oost")
    assert page.status_code == 200
    assert "Er zijn nog geen bijdragen." in page.text
    assert "Er zijn nog geen draden." in page.text


@pytest.mark.parametrize(
    "values",
    [
        {"state": "waiting"},
        {"state": "asked_back"},
        {"state": "declined"},
        {"state": "withdrawn"},
        {"state": "published", "may_show": False},
    ],
)
@pytest.mark.parametrize("kind", ["story", "idea"])
async def test_what_was_not_published_is_nowhere_on_it(world, kind, values):
    """Not as a story or idea, not in a thread, not among what was not used."""
    hidden, _ = await world.give("GEHEIM", kind=kind, **values)
    theme = await _theme(world, "Luisteren")
    await _link(world, hidden, theme, nl="Omdat het zo is.")
    await _link(world, hidden, None, "not_used", nl="Het past niet.")
    page = (await world.client.get("/t/oost")).text
    assert "GEHEIM" not in page
    assert "Het past niet." not in page


async def test_a_thread_shows_what_became_of_a_story_and_why(world):
    """Story, theme, idea, each with its reason, and what comes next."""
    story, number = await world.give("Ik bel drie keer.", state="published")
    idea, _ = await world.give("Een vaste plek.", kind="idea", state="published")
    theme = await _theme(world, "Iemand die luistert")
    await _link(world, story, theme, nl="Omdat bellen moeilijk is.")
    await _link(world, theme, idea, "inspired", nl="Omdat een plek helpt.")
    page = (await world.client.get("/t/oost")).text
    thread = page.split('<ol class="thread">')[1].split("</ol>")[0]
    told = [
        f"verhaal {number}",
        "Ik bel drie keer.",
        "Iemand die luistert",
        "Omdat bellen moeilijk is.",
        "Een vaste plek.",
    ]
    assert [words in thread for words in told] == [True] * 5
    assert "Wat er daarna mee gebeurt" in thread
    assert "1 verhaal" in page
    assert "hoort bij Iemand die luistert" in page


async def test_a_theme_that_was_not_published_is_not_shown(world):
    """Nor the thread through it."""
    story, _ = await world.give("Ik bel drie keer.", state="published")
    theme = await world.give("", kind="theme", title={"nl": "In bewerking"}, state="waiting")
    await _link(world, story, theme[0], nl="Omdat.")
    assert "In bewerking" not in (await world.client.get("/t/oost")).text


async def test_replies_stand_under_what_they_are_about(world):
    """Those that were published, the last three of them, and how many there are."""
    story, number = await world.give("Ik bel drie keer.", state="published")
    for place in range(5):
        await world.give(f"Reactie {place}.", kind="reply", about_id=story, state="published")
    await world.give("GEHEIM", kind="reply", about_id=story, state="waiting")
    await world.give("GEHEIM", kind="reply", about_id=story, state="withdrawn")
    card = (await world.client.get("/t/oost")).text.split(f"verhaal {number}")[1].split("</div>")[0]
    assert "5 reacties" in card
    assert [place for place in range(5) if f"Reactie {place}." in card] == [2, 3, 4]
    assert card.index("Reactie 3.") < card.index("Reactie 4.")
    assert "GEHEIM" not in card
    english = (await world.client.get("/t/oost?lang=en")).text
    assert "5 replies" in english


async def test_no_replies_to_what_is_not_shown(world):
    """Its author kept it to a few people."""
    story, _ = await world.give(state="published", may_show=False)
    await world.give("GEHEIM", kind="reply", about_id=story, state="published")
    assert "GEHEIM" not in (await world.client.get("/t/oost")).text


async def test_a_story_says_how_many_recognise_it(world):
    """Of at least five people."""
    for agree, people in ((3, 5), (4, 4)):
        story, _ = await world.give(state="published")
        row = {"trajectory_id": world.trajectory_id, "kind": "story"}
        await world.insert(Tally, node_id=story, agree=agree, disagree=people - agree, **row)
    page = (await world.client.get("/t/oost")).text
    assert "3 van 5 mensen herkennen dit" in page
    assert "van 4 mensen" not in page


async def test_the_newest_news(world):
    """Five at the most, each with its replies, in the language of the page where it is written in that."""
    for place in range(6):
        words = {"nl": f"Bericht {place}.", "en": f"Notice {place}."}
        update, _ = await world.give("", kind="update", state="published", title=words, body=words)
    await world.give("Fijn.", kind="reply", about_id=update, state="published")
    await world.give("", kind="update", state="withdrawn", title={"nl": "GEHEIM"})
    page = (await world.client.get("/t/oost")).text
    assert [place for place in range(6) if f"Bericht {place}." in page] == [1, 2, 3, 4, 5]
    assert page.index("Bericht 5.") < page.index("Bericht 4.")
    assert "Fijn." in page
    assert "GEHEIM" not in page
    english = (await world.client.get("/t/oost?lang=en")).text
    assert "The latest news" in english
    assert "Notice 5." in english


async def test_ideas_show_agreement_with_its_denominator(world):
    """In words, and below five people not at all."""
    idea, _ = await world.give("Een vaste plek.", kind="idea", state="published")
    other, _ = await world.give("Een bankje.", kind="idea", state="published")
    for value in (1, 1, 1, 1, -1):
        person = await world.person()
        row = {"node_id": idea, "participant_id": person, "value": value, "channel": "web"}
        await world.insert(Vote, at=world.now, **row)
    await world.count_votes()
    assert other
    page = (await world.client.get("/t/oost")).text
    assert "80% eens, 20% oneens, 0% weet niet · 5 mensen" in page
    assert "Nog geen stemmen." in page


async def test_it_says_who_voted_and_what_each_role_thinks(world):
    """So that nobody passes for everyone; of roles with too few people nothing by themselves."""
    idea, _ = await world.give("Een vaste plek.", kind="idea", state="published")
    roles = [("lives", 1)] * 7 + [("uses", -1)] * 5 + [("works", 1)] * 2 + [(None, -1)] * 3
    for role, value in roles:
        person = await world.person(role=role)
        row = {"node_id": idea, "participant_id": person, "value": value, "channel": "web"}
        await world.insert(Vote, at=world.now, **row)
    await world.give("Een bankje.", kind="idea", state="published")
    await world.count_votes()
    page = " ".join((await world.client.get("/t/oost")).text.split())
    assert "Er stemden 17 mensen. Wie hier woont: 7, Wie deze hulp gebruikt: 5." in page
    assert "17 stemmen kwamen binnen via webchat." in page
    assert "1 van de 2 ideeën heeft nog geen 10 antwoorden." in page
    assert "Wie hier woont: 7 van de 7 eens" in page
    assert "Wie deze hulp gebruikt: 0 van de 5 eens" in page
    assert "Alle anderen samen: 2 van de 5 eens" in page
    assert "Wie hier werkt" not in page


async def test_what_was_not_used_says_why_and_stands_once(world):
    """The story is under its reason, not among the others too."""
    story, _ = await world.give("Gratis parkeren graag.", state="published")
    await _link(world, story, None, "not_used", nl="Dat kan het team niet bepalen.")
    page = (await world.client.get("/t/oost")).text
    assert page.count("Gratis parkeren graag.") == 1
    assert "Dat kan het team niet bepalen." in page


async def test_hostile_words_stay_words(world):
    """In a story, an idea and a title."""
    await world.give("<script>alert(1)</script>", state="published")
    await world.give("<img src=x>", kind="idea", state="published")
    texts = {"title": {"nl": "<b>Titel</b>"}}
    await world.insert(Trajectory, slug="kwaad", languages=["nl"], texts=texts, created_at=world.now)
    for slug in ("oost", "kwaad"):
        page = (await world.client.get(f"/t/{slug}")).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>Titel" not in page


async def test_a_sample_says_that_it_is_one(world):
    """On the page and in the list."""
    assert "Dit is een voorbeeld" not in (await world.client.get("/t/oost")).text
    await world.found("proef", sample=True)
    assert "Dit is een voorbeeld" in (await world.client.get("/t/proef")).text


async def test_it_can_be_read_in_each_language(world):
    """Of the trajectory; another one falls back on its first."""
    english = (await world.client.get("/t/oost?lang=en")).text
    assert '<html lang="en" dir="ltr">' in english
    assert "A team together" in english
    assert "15 June 2027" in english
    for asked in ("xx", "", "<script>"):
        assert '<html lang="nl"' in (await world.client.get("/t/oost", params={"lang": asked})).text


async def test_it_can_be_mirrored(world):
    """In a language that runs from right to left; what was written in Dutch is marked as Dutch."""
    page = (await world.client.get(f"/t/oost?lang={pseudo.LANGUAGE}")).text
    assert f'<html lang="{pseudo.LANGUAGE}" dir="rtl">' in page
    assert '<span lang="nl" dir="auto">Samen een wijkteam</span>' in page


async def test_it_can_be_kept_for_a_minute(world):
    """And who has it already gets a 304."""
    first = await world.client.get("/t/oost")
    assert first.headers["cache-control"] == "public, max-age=60"
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"x", {tag}'):
        again = await world.client.get("/t/oost", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    await world.give(state="published")
    changed = await world.client.get("/t/oost", headers={"If-None-Match": tag})
    assert changed.status_code == 200


async def test_it_takes_a_handful_of_queries_however_much_there_is(world):
    """No query for each story, idea or theme."""

    async def fill():
        story, _ = await world.give(state="published")
        theme = await _theme(world, "Iets")
        await _link(world, story, theme, nl="Omdat.")
        await world.give(kind="idea", state="published")
        await world.give(kind="reply", about_id=story, state="published")
        await world.give("", kind="update", state="published", title={"nl": "Nieuws"})

    await fill()
    with world.counting() as few:
        await world.client.get("/t/oost")
    for _ in range(5):
        await fill()
    with world.counting() as many:
        await world.client.get("/t/oost")
    assert len(many) == len(few) <= 16


async def test_the_front_page_lists_every_trajectory(world):
    """With where it stands, and the way to its chat."""
    await world.found("west", texts={"title": {"nl": "Het park"}})
    page = (await world.client.get("/")).text
    assert "Het park" in page
    assert "Nu: stap 3 van 9, Ideeën delen" in page
    assert 'href="/chat/west"' in page
    assert "What are we making" in (await world.client.get("/?lang=en")).text


async def test_an_empty_front_page_is_kind(world):
    """Before the first trajectory."""
    async with world.database.writing() as connection:
        for table in ("declinereason", "step", "network", "trajectory"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")
    assert "Kom later nog eens kijken" in (await world.client.get("/")).text


async def test_a_page_that_is_not_there_leads_back(world):
    """To the front page, not to the desk."""
    for path in ("/t/nergens", "/t/oost/meer"):
        page = await world.client.get(path)
        assert page.status_code == 404
        assert 'href="/"' in page.text


async def test_a_waiting_time_in_hours_is_told_in_hours(world):
    """The oldest came in this morning."""
    await world.give(days_ago=3 / 24)
    assert "de oudste wacht 3 uur" in (await world.client.get("/t/oost")).text
