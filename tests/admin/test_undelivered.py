"""What did not go out, and why."""

from datetime import timedelta

from flows.policy import REASONS
from storage.tables import Address, FailedEvent, Node, Nudge, Outbox


async def _message(world, key, kind, state, reason, **values):
    address = (await world.all(Address))[0].id
    row = {"created_at": world.now, "not_before": world.now + timedelta(hours=9), **values}
    if state != "due":
        row.setdefault("settled_at", world.now)
    await world.insert(Outbox, key=key, kind=kind, state=state, reason=reason, address_id=address, **row)


async def test_held_and_dropped_are_counted_by_reason(world):
    """In words; an unknown reason by its own name."""
    await world.sign_in()
    await world.give()
    for number in range(3):
        await _message(world, f"a{number}", "answer", "due", "quiet_hours")
    await _message(world, "b", "nudge", "dropped", "budget")
    await _message(world, "c", "reply", "dropped", "Rejected<400>")
    await _message(world, "d", "reply", "due", "")
    await _message(world, "e", "nudge", "dropped", "stopped", settled_at=world.now - timedelta(days=40))
    page = (await world.client.get("/desk/oost/sending")).text
    assert "het is nacht of vroeg in de ochtend" in page
    assert '<span class="number">3</span>' in page
    assert "het aantal berichten per week is op" in page
    assert "andere reden (Rejected&lt;400&gt;)" in page
    assert "1 bericht staat klaar om te versturen." in page
    assert "de bewoner is gestopt" not in page


async def test_what_was_set_aside_is_counted_without_its_content(world):
    """By channel and kind of error."""
    await world.sign_in()
    for number in range(2):
        await world.insert(
            FailedEvent,
            channel="telegram",
            event_id=str(number),
            payload=b"words of somebody",
            error="KeyError",
            first_at=world.now,
            last_at=world.now,
            set_aside_at=world.now,
        )
    page = (await world.client.get("/desk/oost/sending")).text
    assert "KeyError" in page
    assert '<span class="number">2</span>' in page
    assert "words of somebody" not in page


async def test_nothing_held_is_good_news(world):
    """Three kind sentences."""
    await world.sign_in()
    page = (await world.client.get("/desk/oost/sending")).text
    assert "Geen enkel bericht wordt vastgehouden." in page
    assert "Alles ging weg." in page
    assert "Alle berichten van bewoners zijn verwerkt." in page


async def test_another_trajectory_keeps_its_own_counts(world):
    """What was held there is not shown here."""
    await world.sign_in()
    await world.found("west")
    await world.give()
    await _message(world, "a", "answer", "due", "quiet_hours")
    assert "vroeg in de ochtend" in (await world.client.get("/desk/oost/sending")).text
    assert "vroeg in de ochtend" not in (await world.client.get("/desk/west/sending")).text


def test_every_reason_of_the_policy_has_words(wording):
    """In each language."""
    for language in ("nl", "en"):
        for reason in (*REASONS, "undone", "overtaken", "in_order", "unreachable", "failed", "channel_off"):
            assert wording.word(language, f"reason-{reason}", {"channel": "x"})


async def test_whether_nudges_help(world):
    """With and without a nudge, how many came back; with nobody on one side it says so."""
    await world.sign_in()
    page = (await world.client.get("/desk/oost/sending")).text
    assert "Er is nog geen duwtje van een week geleden of langer." in page
    node_id, _ = await world.give()
    (node,) = await world.all(Node, id=node_id)
    at = world.now - timedelta(days=10)
    for number in range(4):
        await world.insert(
            Nudge,
            trajectory_id=world.trajectory_id,
            participant_id=node.participant_id,
            reason="cards",
            held_out=number == 3,
            at=at,
            due_back_at=at + timedelta(days=7),
            returned_at=at + timedelta(days=1) if number < 2 else None,
        )
    page = (await world.client.get("/desk/oost/sending")).text
    assert "2 van 3 kwamen terug" in page
    assert "0 van 1 kwamen terug" in page
    assert "67 procentpunt" in page
