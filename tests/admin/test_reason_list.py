"""The list of reasons for declining."""

import pytest

from storage.tables import Audit, Decision, DeclineReason

WORDS = {
    "label-nl": "Gaan wij niet over",
    "label-en": "Not ours to decide",
    "sentence-nl": "Hier gaan wij niet over.",
    "sentence-en": "This is not ours to decide.",
}


async def test_an_added_reason_can_be_chosen(world):
    """It stands at the end of the list, and in the form for declining."""
    await world.sign_in("Noor", "organiser")
    _, number = await world.give()
    answer = await world.submit("/desk/oost/reasons", WORDS)
    assert answer.status_code == 303
    page = (await world.client.get(answer.headers["location"])).text
    assert "De reden staat in de lijst." in page
    row = (await world.all(DeclineReason, key="gaan_wij_niet_over"))[0]
    assert row.position == 2
    assert row.sentence == {"nl": "Hier gaan wij niet over.", "en": "This is not ours to decide."}
    assert "Gaan wij niet over" in (await world.client.get(f"/desk/oost/queue/{number}")).text


async def test_reasons_of_the_same_name_get_their_own_keys(world):
    """The key is for the record, the words are for people."""
    await world.sign_in("Noor", "organiser")
    for _ in range(2):
        await world.submit("/desk/oost/reasons", WORDS)
    await world.submit("/desk/oost/reasons", {**WORDS, "label-nl": "؟!"})
    keys = {row.key for row in await world.all(DeclineReason)}
    assert keys >= {"gaan_wij_niet_over", "gaan_wij_niet_over_2", "reason"}


async def test_words_of_a_reason_can_be_changed(world):
    """In every language at once."""
    await world.sign_in("Noor", "admin")
    answer = await world.submit("/desk/oost/reasons/double", WORDS)
    assert "aangepast" in (await world.client.get(answer.headers["location"])).text
    row = (await world.all(DeclineReason, key="double"))[0]
    assert row.label == {"nl": "Gaan wij niet over", "en": "Not ours to decide"}
    gone = await world.submit("/desk/oost/reasons/nothing", WORDS)
    assert "al weggehaald" in (await world.client.get(gone.headers["location"])).text


async def test_a_removed_reason_leaves_what_was_declined_with_it(world):
    """And the last reason cannot be removed."""
    await world.sign_in("Noor", "organiser")
    _, number = await world.give()
    await world.submit(f"/desk/oost/queue/{number}/decline", {"reason": "double"})
    answer = await world.submit("/desk/oost/reasons/double", {"act": "remove"})
    assert "weggehaald" in (await world.client.get(answer.headers["location"])).text
    assert [row.sentence for row in await world.all(Decision)] == ["Dit hadden we al van je."]
    assert "reden: double" in (await world.client.get(f"/desk/oost/queue/{number}")).text
    answer = await world.submit("/desk/oost/reasons/personal", {"act": "remove"})
    assert "blijft staan" in (await world.client.get(answer.headers["location"])).text
    assert [row.key for row in await world.all(DeclineReason)] == ["personal"]


@pytest.mark.parametrize("path", ["/desk/oost/reasons", "/desk/oost/reasons/double"])
async def test_what_is_missing_or_too_long_is_said_at_its_field(world, path):
    """With all that was typed, escaped."""
    await world.sign_in("Noor", "organiser")
    typed = {**WORDS, "label-nl": '"><script>' + "x" * 90, "sentence-en": "", "sentence-nl": "z" * 601}
    page = await world.submit(path, typed)
    assert page.status_code == 422
    for words in ("onder de 80 tekens", "onder de 600 tekens", "Schrijf hier de zin die meegaat."):
        assert words in page.text
    assert "&#34;&gt;&lt;script&gt;xxx" in page.text
    assert "z" * 601 in page.text
    assert page.text.count('aria-invalid="true"') == 3
    assert len(await world.all(DeclineReason)) == 2


async def test_missing_fields_come_back_as_empty_ones(world):
    """A form with nothing in it is no mistake of the server."""
    await world.sign_in("Noor", "organiser")
    assert (await world.submit("/desk/oost/reasons")).status_code == 422
    assert (await world.submit("/desk/nergens/reasons", WORDS)).status_code == 404


async def test_a_full_list_takes_no_more(world):
    """Thirty reasons are more than anyone reads."""
    await world.sign_in("Noor", "organiser")
    for position in range(28):
        row = {"key": f"r{position}", "label": {}, "sentence": {}, "position": position + 2}
        await world.insert(DeclineReason, trajectory_id=world.trajectory_id, **row)
    answer = await world.submit("/desk/oost/reasons", WORDS)
    assert "De lijst is vol." in (await world.client.get(answer.headers["location"])).text
    assert len(await world.all(DeclineReason)) == 30


async def test_each_change_is_on_record(world):
    """Added, changed, removed."""
    await world.sign_in("Noor", "organiser")
    await world.submit("/desk/oost/reasons", WORDS)
    await world.submit("/desk/oost/reasons/double", WORDS)
    await world.submit("/desk/oost/reasons/double", {"act": "remove"})
    lines = [(line.act, line.detail) for line in await world.all(Audit)][1:]
    assert lines == [
        ("reason_add", "oost: gaan_wij_niet_over"),
        ("reason_change", "oost: double"),
        ("reason_remove", "oost: double"),
    ]


async def test_without_reasons_nothing_can_be_declined(world):
    """The page says whom to ask."""
    await world.sign_in()
    await world.found("west")
    world.trajectory_id = (await world.all(DeclineReason))[-1].trajectory_id
    async with world.database.writing() as connection:
        await connection.exec_driver_sql("DELETE FROM declinereason")
    _, number = await world.give()
    page = (await world.client.get(f"/desk/west/queue/{number}")).text
    assert "Vraag de organisator" in page
