"""What a browser posts, and what pretends to be one."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from admin.forms import LIMIT
from storage.tables import Decision

HOSTILE = [
    "\x00\x00",
    "\u202eom\u202c",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE node; --",
    "{{ 7 * 7 }}",
    "{ $number }",
    "\ud83d",
    "🙂" * 200,
    "\r\nSet-Cookie: x=y",
    "%00%zz%ff",
]


async def _raw(world, path, body, kind="application/x-www-form-urlencoded"):
    return await world.client.post(path, content=body, headers={"content-type": kind})


async def test_an_endless_form_is_refused(world):
    """Before it is read to its end."""
    await world.sign_in()
    _, number = await world.give()
    body = f"csrf={world.csrf}&sentence=".encode() + b"x" * LIMIT
    assert (await _raw(world, f"/desk/oost/queue/{number}/publish", body)).status_code == 413


async def test_too_many_fields_are_no_form(world):
    """A hundred is more than any page of ours has."""
    await world.sign_in()
    _, number = await world.give()
    body = (f"csrf={world.csrf}" + "&a=b" * 200).encode()
    assert (await _raw(world, f"/desk/oost/queue/{number}/publish", body)).status_code == 400


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", "text/plain", ""])
async def test_only_our_own_kind_of_form_is_read(world, kind):
    """Anything else is said to be unreadable."""
    await world.sign_in()
    assert (await _raw(world, "/desk/out", b"csrf=" + world.csrf.encode(), kind)).status_code == 415


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_cleaned_and_escaped(world, words):
    """They reach the resident as text, or come back as text."""
    await world.sign_in()
    _, number = await world.give()
    drawn = await world.drawn(f"/desk/oost/queue/{number}")
    said = quote(words.encode("utf-8", "surrogatepass"))
    body = f"csrf={world.csrf}&drawn={drawn}&reason=double&sentence={said}"
    answer = await _raw(world, f"/desk/oost/queue/{number}/decline", body.encode())
    assert answer.status_code == 303
    kept = (await world.all(Decision))[0].sentence
    assert not set(kept) & set("\x00\u202e\r\ud83d")
    page = (await world.client.get(f"/desk/oost/queue/{number}")).text
    assert "<img" not in page


async def test_bytes_that_are_no_text_do_no_harm(world):
    """Whatever a program sends as a form."""
    await world.sign_in()
    for body in (b"\xff\xfe\x00", b"csrf=%ff%fe", b"=&=&=", b"&&&", b"csrf"):
        assert (await _raw(world, "/desk/oost/queue/1/publish", body)).status_code in (400, 403)


NAMES = st.sampled_from(
    ["csrf", "sentence", "reason", "act", "language", "back", "label-nl", "sentence-nl", "x"]
)
PATHS = st.sampled_from(
    [
        "/desk/oost/queue/1/publish",
        "/desk/oost/queue/1/decline",
        "/desk/oost/queue/1/ask-back",
        "/desk/oost/queue/1/undo",
        "/desk/oost/reasons",
        "/desk/oost/reasons/personal",
        "/desk/language",
    ]
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
async def test_no_form_breaks_the_desk(world, data):
    """Any fields to any form: an answer, never a mistake of the server."""
    if not world.csrf:
        await world.sign_in("Noor", "admin")
        await world.give()
    fields = data.draw(st.dictionaries(NAMES, st.text(max_size=60), max_size=5))
    path, query = data.draw(PATHS), data.draw(st.text(max_size=20))
    answer = await world.submit(
        f"{path}?{quote(query, safe='&=')}",
        {name: value.encode("utf-8", "replace").decode() for name, value in fields.items() if name != "csrf"},
    )
    assert answer.status_code in (303, 404, 409, 422)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
async def test_no_address_breaks_a_page(world, data):
    """Any query to any page."""
    if not world.csrf:
        await world.sign_in("Noor", "admin")
        await world.give()
    names = st.sampled_from(["kind", "state", "language", "after", "done", "undone", "told", "lang", "added"])
    query = data.draw(st.dictionaries(names, st.text(max_size=30), max_size=4))
    path = data.draw(
        st.sampled_from(["/", "/t/oost", "/desk/oost/queue", "/desk/oost/queue/1", "/desk/oost/reasons"])
    )
    asked = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}
    assert (await world.client.get(path, params=asked)).status_code == 200
