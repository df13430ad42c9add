"""What was written in a form is not lost, whatever page comes in answer."""

from html.parser import HTMLParser

import pytest
from sqlalchemy.exc import OperationalError

from admin.forms import Form
from storage.tables import Decision, DeclineReason

SENTENCE = 'Dank je wel, "Sanne" & co. <b>We kijken.</b>\n\nTot snel!'


class Fields(HTMLParser):
    """The form of a page as a browser reads it: where it goes, and what it sends."""

    def __init__(self, page):
        super().__init__()
        self.action, self.values, self.locked, self._open = "", {}, [], ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "form":
            self.action = named["action"]
        if tag == "input":
            self.values[named["name"]] = named["value"]
        if tag == "textarea":
            self._open = named["name"]
            self.values[self._open] = ""
            self.locked += [self._open] if "readonly" in named else []

    def handle_data(self, data):
        if self._open:
            self.values[self._open] += data

    def handle_endtag(self, tag):
        self._open = "" if tag == "textarea" else self._open


@pytest.mark.parametrize(
    ("problem", "status"),
    [(KeyError("terminal"), 500), (OperationalError("SELECT 1", {}, OSError("gone")), 503)],
    ids=["a mistake of ours", "a database that is away"],
)
async def test_a_form_that_failed_can_be_sent_again(world, monkeypatch, problem, status):
    """With all that was typed and chosen in it, on the page that it came from."""
    await world.sign_in()
    _, number = await world.give()

    async def fails(*_, **__):
        raise problem

    path = f"/desk/oost/queue/{number}/decline?kind=story"
    with monkeypatch.context() as trouble:
        trouble.setattr("admin.handling.decline", fails)
        page = await world.submit(path, {"reason": "double", "sentence": SENTENCE})
    assert page.status_code == status
    assert await world.all(Decision) == []
    form = Fields(page.text)
    assert (form.action, form.locked) == (path, [])
    assert (await world.submit(form.action, form.values)).status_code == 303
    (decided,) = await world.all(Decision)
    assert (decided.act, decided.reason, decided.sentence) == ("decline", "double", SENTENCE)


async def test_every_field_is_kept(world, monkeypatch):
    """Also of a form with many."""
    await world.sign_in(role="organiser")

    async def fails(*_, **__):
        raise RuntimeError

    typed = {
        "label-nl": "dubbel",
        "label-en": "Twice",
        "sentence-nl": "Was er al.",
        "sentence-en": "We had it.",
    }
    with monkeypatch.context() as trouble:
        trouble.setattr("admin.reasons.add_reason", fails)
        form = Fields((await world.submit("/desk/oost/reasons", typed)).text)
    assert (await world.submit(form.action, form.values)).status_code == 303
    reason = (await world.all(DeclineReason))[-1]
    assert (reason.label, reason.sentence["en"]) == ({"nl": "dubbel", "en": "Twice"}, "We had it.")


async def test_who_was_signed_out_meanwhile(world):
    """Gets the words back to take along, and no form that would be refused again."""
    await world.sign_in()
    _, number = await world.give()
    world.later(hours=13)
    page = await world.submit(f"/desk/oost/queue/{number}/publish", {"drawn": "x", "sentence": SENTENCE})
    assert page.status_code == 401
    form = Fields(page.text)
    assert (form.action, form.values, form.locked) == ("", {"sentence": SENTENCE}, ["sentence"])
    assert world.csrf not in page.text


def test_what_was_written():
    """Words of people, not the codes and addresses that pages put in their forms."""
    form = Form(
        csrf="Abc", drawn="A 1", reason="double", back="/desk/oost/queue?kind=story", act="", words="Ja"
    )
    assert form.written == {"words": "Ja"}
    assert Form(sentence=SENTENCE).written == {"sentence": SENTENCE}
