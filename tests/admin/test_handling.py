"""What a moderator does with what waits, through the forms of the page."""

import pytest

from storage.tables import Audit, Decision, Node, Outbox


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
    world.later(seconds=61)
    page = (await world.client.get(answer.headers["location"])).text
    assert f"/queue/{number}/undo" not in page
    assert "de minuut is voorbij" in page
    late = await world.submit(f"/desk/oost/queue/{number}/undo")
    assert late.status_code == 409
    assert "tot een minuut na je besluit" in late.text
    assert [row.state for row in await world.all(Node, number=number)] == ["published"]


async def test_a_stale_page_says_who_was_first_and_keeps_the_words(world):
    """Two moderators had the same item open."""
    await world.sign_in("Fatima")
    _, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/publish")
    await world.sign_in("Noor")
    page = await world.submit(
        f"/desk/oost/queue/{number}/decline", {"reason": "double", "sentence": "Mijn zin."}
    )
    assert page.status_code == 409
    assert "Fatima was je voor: het is gepubliceerd." in page.text
    assert "Mijn zin." in page.text
    assert len(await world.all(Decision)) == 1


async def test_a_double_press_is_one_decision(world):
    """One answer in the outbox, one line on record."""
    await world.sign_in()
    _, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/publish")
    again = await world.submit(f"/desk/oost/queue/{number}/publish")
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
