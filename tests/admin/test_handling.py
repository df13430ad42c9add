"""What a moderator does with what waits, through the forms of the page."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage import erasure
from storage.tables import Addition, Address, Audit, Decision, Node, Outbox


async def test_publishing_opens_the_next_item_with_a_notice(world):
    """The answer is in the outbox, sending is woken, and the notice offers an undo."""
    await world.sign_in()
    _, first = await world.give("het eerste")
    _, second = await world.give("het tweede")
    answer = await world.submit(f"/desk/oost/queue/{first}/publish")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/desk/oost/queue/{second}?done={first}#thing"
    assert world.woken == 1
    assert [row.state for row in await world.all(Node, number=first)] == ["published"]
    assert len(await world.all(Outbox)) == 1
    page = (await world.client.get(answer.headers["location"])).text
    assert f"Verhaal {first} is gepubliceerd." in page
    assert "Ongedaan maken" in page
    assert "het tweede" in page


async def test_the_answer_that_goes_along_can_be_changed(world):
    """The standard sentence stands in the form; what was written in its place goes."""
    await world.sign_in()
    _, number = await world.give()
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert page.count("Dank je. Het is gelezen door een mens, en we nemen het mee.") == 2
    await world.submit(f"/desk/oost/queue/{number}/publish", {"sentence": "Mooi verhaal!"})
    assert [row.sentence for row in await world.all(Decision)] == ["Mooi verhaal!"]


async def test_the_answer_is_in_the_language_of_its_reader(world):
    """Whatever language the desk is in."""
    await world.sign_in()
    person = await world.person(language="en")
    _, number = await world.give(participant_id=person)
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "Thank you." in page
    assert "Somebody can be recognised in it." in page
    await world.submit(f"/desk/oost/queue/{number}/decline", {"reason": "double"})
    assert [row.sentence for row in await world.all(Decision)] == ["We had this already."]


async def test_declining_needs_a_reason_and_keeps_what_was_typed(world):
    """Without one the form comes back, open, with the words and a sentence."""
    await world.sign_in()
    _, number = await world.give()
    for fields in ({"sentence": "Een <b>zin</b>."}, {"sentence": "Een <b>zin</b>.", "reason": "forged"}):
        page = await world.submit(f"/desk/oost/queue/{number}/decline", fields)
        assert page.status_code == 409
        assert "Kies een reden uit de lijst." in page.text
        assert "Een &lt;b&gt;zin&lt;/b&gt;." in page.text
    assert not await world.all(Decision)
    await world.submit(
        f"/desk/oost/queue/{number}/decline", {"reason": "double", "sentence": "Zelf bedacht."}
    )
    decided = (await world.all(Decision))[0]
    assert (decided.act, decided.reason, decided.sentence) == ("decline", "double", "Zelf bedacht.")


async def test_asking_back_sends_the_question(world):
    """And an empty question is asked for."""
    await world.sign_in()
    _, number = await world.give()
    empty = await world.submit(f"/desk/oost/queue/{number}/ask-back", {"sentence": "  \n "})
    assert empty.status_code == 409
    assert "Schrijf eerst je vraag." in empty.text
    await world.submit(f"/desk/oost/queue/{number}/ask-back", {"sentence": "Waar was dat?"})
    assert [row.state for row in await world.all(Node)] == ["asked_back"]
    page = (await world.client.get("/desk/oost/queue?state=asked_back")).text
    assert "Waar was dat?" in page
    assert "teruggevraagd" in page


async def test_undo_puts_it_back_within_a_minute(world):
    """The item opens again, and the other decision is kept as undone."""
    await world.sign_in()
    _, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/publish")
    world.later(seconds=59)
    answer = await world.submit(f"/desk/oost/queue/{number}/undo")
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    assert "staat weer in de wachtrij" in page
    assert [row.state for row in await world.all(Node)] == ["waiting"]
    assert [row.act for row in await world.all(Audit)] == ["sign_in", "publish", "undo"]


async def test_after_a_minute_it_stays_as_it_is(world):
    """The button is gone from the notice, and pressing an old one says why."""
    await world.sign_in()
    _, number = await world.give()
    await world.give()
    answer = await world.submit(f"/desk/oost/queue/{number}/publish")
    drawn = await world.drawn(f"/desk/oost/queue/{number}")
    world.later(seconds=61)
    page = (await world.client.get(answer.headers["location"])).text
    assert f"/queue/{number}/undo" not in page
    assert "de minuut is voorbij" in page
    late = await world.submit(f"/desk/oost/queue/{number}/undo", {"drawn": drawn})
    assert late.status_code == 409
    assert "tot een minuut na je besluit" in late.text
    assert [row.state for row in await world.all(Node, number=number)] == ["published"]


async def test_a_stale_page_says_who_was_first_and_keeps_the_words(world):
    """Two moderators had the same item open."""
    await world.sign_in("Fatima")
    _, number = await world.give()
    drawn = await world.drawn(f"/desk/oost/queue/{number}")
    await world.submit(f"/desk/oost/queue/{number}/publish")
    await world.sign_in("Noor")
    fields = {"drawn": drawn, "reason": "double", "sentence": "Mijn zin."}
    page = await world.submit(f"/desk/oost/queue/{number}/decline", fields)
    assert page.status_code == 409
    assert "Er is niets gebeurd. Dit is intussen gepubliceerd door Fatima." in page.text
    assert "Mijn zin." in page.text
    assert len(await world.all(Decision)) == 1


ACTS = {"publish": {}, "decline": {"reason": "double"}, "ask-back": {"sentence": "Waar?"}}


@pytest.mark.parametrize("act", ACTS)
async def test_an_old_page_decides_nothing_about_an_open_question(world, act):
    """A colleague asked the author something meanwhile; the page that comes back can be decided on again."""
    await world.sign_in("Fatima")
    _, number = await world.give()
    old = await world.drawn(f"/desk/oost/queue/{number}")
    await world.submit(f"/desk/oost/queue/{number}/ask-back", {"sentence": "Waar was dat?"})
    await world.sign_in("Noor")
    page = await world.submit(f"/desk/oost/queue/{number}/{act}", {**ACTS[act], "drawn": old})
    assert page.status_code == 409
    assert "Er is niets gebeurd. Er is intussen iets aan de schrijver gevraagd door Fatima." in page.text
    assert "teruggevraagd" in page.text
    assert [row.state for row in await world.all(Node)] == ["asked_back"]
    assert len(await world.all(Decision)) == len(await world.all(Outbox)) == 1
    assert world.woken == 1
    assert (await world.submit(f"/desk/oost/queue/{number}/{act}", ACTS[act])).status_code == 303


async def test_an_old_page_does_not_pass_over_the_answer_of_the_author(world):
    """What she added is read first."""
    await world.sign_in()
    node_id, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/ask-back", {"sentence": "Waar was dat?"})
    old = await world.drawn(f"/desk/oost/queue/{number}")
    await world.insert(Addition, node_id=node_id, text="Bij de brug.", at=world.now + timedelta(minutes=1))
    page = await world.submit(f"/desk/oost/queue/{number}/publish", {"drawn": old})
    assert page.status_code == 409
    await world.change(Node, node_id, state="waiting")
    page = await world.submit(f"/desk/oost/queue/{number}/publish", {"drawn": old})
    assert page.status_code == 409
    assert "De schrijver heeft intussen geantwoord." in page.text
    assert "Bij de brug." in page.text


async def test_an_old_page_does_not_undo_what_came_after(world):
    """The undo of a first decision is no undo of the second, nor of nothing."""
    await world.sign_in()
    _, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/publish")
    old = await world.drawn(f"/desk/oost/queue/{number}")
    await world.submit(f"/desk/oost/queue/{number}/undo")
    again = await world.submit(f"/desk/oost/queue/{number}/undo", {"drawn": old})
    assert again.status_code == 409
    assert "Het besluit hierover is intussen teruggedraaid." in again.text
    await world.submit(f"/desk/oost/queue/{number}/decline", {"reason": "double"})
    late = await world.submit(f"/desk/oost/queue/{number}/undo", {"drawn": old})
    assert late.status_code == 409
    assert "Dit is intussen afgewezen door Noor." in late.text
    assert [row.state for row in await world.all(Node)] == ["declined"]


async def test_a_form_that_does_not_say_how_it_was_drawn(world):
    """Decides nothing."""
    await world.sign_in()
    _, number = await world.give()
    for act, fields in ACTS.items():
        page = await world.submit(f"/desk/oost/queue/{number}/{act}", {**fields, "drawn": ""})
        assert page.status_code == 409
        assert "Hieronder staat hoe het nu is." in page.text
    assert not await world.all(Decision)


async def test_what_was_withdrawn_meanwhile(world):
    """An old page decides nothing about what its author took back, and says so."""
    await world.sign_in()
    node_id, number = await world.give("Mijn verhaal.")
    old = await world.drawn(f"/desk/oost/queue/{number}")
    async with world.database.writing() as connection:
        await erasure.withdraw(connection, node_id, world.now)
    for act in ACTS:
        refused = await world.submit(f"/desk/oost/queue/{number}/{act}", {"drawn": old})
        assert refused.status_code == 409
        assert "De schrijver heeft dit intussen ingetrokken." in refused.text
        assert "Mijn verhaal." not in refused.text
    assert not await world.all(Decision)


async def test_what_was_forgotten_is_told_as_that(world):
    """No acts, no undo, no author who could be shown; an old page decides nothing and brings nothing back."""
    await world.sign_in()
    node_id, number = await world.give("Mijn verhaal.")
    await world.give()
    done = await world.submit(f"/desk/oost/queue/{number}/publish")
    old = await world.drawn(f"/desk/oost/queue/{number}")
    person = (await world.all(Node, id=node_id))[0].participant_id
    async with world.database.writing() as connection:
        await erasure.forget(connection, person, world.now)
    page = (await world.client.get(f"/desk/oost/queue/{number}?state=withdrawn")).text
    assert page.count("De schrijver heeft dit laten wissen") == 2
    for words in ("Zonder tekst", "niet tonen", "Ongedaan maken", "rol niet gezegd", "al gepubliceerd"):
        assert words not in page
    assert "Ongedaan maken" not in (await world.client.get(done.headers["location"])).text
    for act in (*ACTS, "undo"):
        refused = await world.submit(f"/desk/oost/queue/{number}/{act}", {"drawn": old})
        assert refused.status_code == 409
        assert "De schrijver heeft dit intussen laten wissen." in refused.text
    assert [row.state for row in await world.all(Node, id=node_id)] == ["withdrawn"]


@pytest.mark.parametrize(
    ("hears", "before", "after"),
    [
        ("stopped", "De schrijver wil geen berichten meer.", "leest het onder “mijn inbreng”"),
        ("blocked", "De schrijver is niet meer te bereiken.", "krijgt geen bericht"),
    ],
)
async def test_who_will_not_hear_is_said_before_anything_is_written(world, hears, before, after):
    """Above the buttons, whichever of them is pressed; and again when it was decided."""
    await world.sign_in()
    person = await world.person(stopped_at=world.now if hears == "stopped" else None)
    _, number = await world.give(participant_id=person)
    if hears == "blocked":
        async with world.database.writing() as connection:
            await connection.execute(update(Address).values(blocked_at=world.now))
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert before in page.partition('class="acts"')[0]
    done = await world.submit(f"/desk/oost/queue/{number}/publish")
    assert after in (await world.client.get(done.headers["location"])).text


async def test_a_double_press_is_one_decision(world):
    """One answer in the outbox, one line on record."""
    await world.sign_in()
    _, number = await world.give()
    drawn = await world.drawn(f"/desk/oost/queue/{number}")
    await world.submit(f"/desk/oost/queue/{number}/publish", {"drawn": drawn})
    again = await world.submit(f"/desk/oost/queue/{number}/publish", {"drawn": drawn})
    assert again.status_code == 409
    assert len(await world.all(Outbox)) == 1
    assert world.woken == 1


async def test_the_last_one_leads_to_an_empty_queue_with_its_notice(world):
    """The undo is still there."""
    await world.sign_in()
    _, number = await world.give(kind="call_back")
    answer = await world.submit(f"/desk/oost/queue/{number}/publish")
    page = (await world.client.get(answer.headers["location"])).text
    assert "Alles heeft een antwoord" in page
    assert f"Vraag aan een mens {number} is afgehandeld." in page
    assert f"/queue/{number}/undo" in page


async def test_the_filter_goes_along_to_the_next(world):
    """Who works through the ideas stays with the ideas."""
    await world.sign_in()
    _, first = await world.give(kind="idea")
    await world.give()
    _, third = await world.give(kind="idea")
    answer = await world.submit(f"/desk/oost/queue/{first}/publish?kind=idea")
    assert answer.headers["location"] == f"/desk/oost/queue/{third}?kind=idea&done={first}#thing"


async def test_a_notice_cannot_be_forged(world):
    """An address that says something was done says nothing when it was not, or not by this person."""
    await world.sign_in("Fatima")
    _, number = await world.give()
    await world.give()
    await world.submit(f"/desk/oost/queue/{number}/publish")
    await world.sign_in("Noor")
    for claim in (number, number + 1, "zes"):
        page = (await world.client.get(f"/desk/oost/queue?done={claim}")).text
        assert "is gepubliceerd." not in page


async def test_who_cannot_be_told_is_said_in_the_notice(world):
    """The moderator knows that no message goes out."""
    await world.sign_in()
    person = await world.person(trajectory_id=world.trajectory_id)
    await world.insert(
        Node,
        trajectory_id=world.trajectory_id,
        kind="story",
        number=900,
        participant_id=person,
        text="van de deurmat",
        may_show=True,
        created_at=world.now,
    )
    answer = await world.submit("/desk/oost/queue/900/publish")
    page = (await world.client.get(answer.headers["location"])).text
    assert "krijgt geen bericht" in page


async def test_a_sentence_that_is_too_long_comes_back(world):
    """With all of its words, to be shortened."""
    await world.sign_in()
    _, number = await world.give()
    long = "woord " * 400
    for act in ("publish", "decline", "ask-back"):
        page = await world.submit(f"/desk/oost/queue/{number}/{act}", {"sentence": long, "reason": "double"})
        assert page.status_code == 422
        assert "onder de 1.500 tekens" in page.text
        assert long.strip() in page.text
    assert not await world.all(Decision)


@pytest.mark.parametrize("act", ["publish", "decline", "ask-back", "undo"])
async def test_nothing_happens_to_what_is_not_there(world, act):
    """Numbers that do not exist, or are no numbers."""
    await world.sign_in()
    for number in ("999", "zes", "99999999999", "0"):
        assert (await world.submit(f"/desk/oost/queue/{number}/{act}")).status_code == 404
    assert (await world.submit(f"/desk/nergens/queue/1/{act}")).status_code == 404


async def test_each_act_is_on_record_and_names_no_participant(world):
    """Moderator, act, contribution."""
    moderator_id = await world.sign_in()
    node_id, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/decline", {"reason": "double"})
    line = (await world.all(Audit, act="decline"))[0]
    assert (line.moderator_id, line.node_id, line.detail) == (moderator_id, node_id, "double")
