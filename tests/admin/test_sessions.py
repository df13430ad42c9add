"""Who may do what, and which forms are really theirs."""

import pytest

from storage.tables import Node

FORMS = [
    "/desk/out",
    "/desk/language",
    "/desk/oost/queue/1/publish",
    "/desk/oost/queue/1/decline",
    "/desk/oost/queue/1/ask-back",
    "/desk/oost/queue/1/undo",
    "/desk/oost/reasons",
    "/desk/oost/reasons/double",
]
PAGES = [
    "/desk",
    "/desk/oost/queue",
    "/desk/oost/queue/1",
    "/desk/oost/reasons",
    "/desk/oost/sending",
    "/desk/media/voice1",
]


@pytest.mark.parametrize("path", PAGES)
async def test_nobody_sees_a_page_without_signing_in(world, path):
    """They hear how to get a link."""
    await world.give("geheim verhaal")
    world.media["voice1"] = (b"geheim", "audio/ogg")
    page = await world.client.get(path)
    assert page.status_code == 401
    assert "samenspraak moderator add" in page.text
    assert "geheim" not in page.text


@pytest.mark.parametrize("path", FORMS)
async def test_nobody_sends_a_form_without_signing_in(world, path):
    """Nothing happens."""
    await world.give()
    assert (await world.submit(path, {"csrf": "x"})).status_code == 401
    assert [row.state for row in await world.all(Node)] == ["waiting"]


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_of_another_session_or_site_does_nothing(world, path):
    """Without the token, with another's, from another origin, or as something that is no form."""
    await world.sign_in("Fatima", "admin")
    other = world.csrf
    await world.sign_in("Noor", "admin")
    await world.give()
    for token in ("", other, "é", world.csrf + "x"):
        assert (await world.submit(path, {"csrf": token})).status_code == 403
    assert (await world.submit(path, Origin="https://evil.test")).status_code == 403
    json = await world.client.post(path, json={"csrf": world.csrf})
    assert json.status_code == 415
    assert [row.state for row in await world.all(Node)] == ["waiting"]


async def test_a_form_without_an_origin_is_held_by_its_token(world):
    """Some browsers send none."""
    await world.sign_in()
    _, number = await world.give()
    path = f"/desk/oost/queue/{number}"
    fields = {"csrf": world.csrf, "drawn": await world.drawn(path)}
    answer = await world.client.post(f"{path}/publish", data=fields)
    assert answer.status_code == 303


async def test_a_stale_form_gives_the_words_back(world):
    """Who signed in again meanwhile loses no sentence."""
    await world.sign_in()
    _, number = await world.give()
    page = await world.submit(
        f"/desk/oost/queue/{number}/publish", {"csrf": "old", "sentence": "Mijn <i>zin</i>"}
    )
    assert page.status_code == 403
    assert "Mijn &lt;i&gt;zin&lt;/i&gt;" in page.text


async def test_a_role_that_is_too_low_hears_whom_to_ask(world):
    """By name; and when there is nobody, how to make someone."""
    await world.sign_in()
    page = await world.client.get("/desk/oost/reasons")
    assert page.status_code == 403
    assert "samenspraak moderator add" in page.text
    await world.colleague("Fatima", "organiser")
    await world.colleague("Jan", "admin")
    page = await world.submit("/desk/oost/reasons", {"label-nl": "x"})
    assert page.status_code == 403
    assert "Vraag het aan: Fatima, Jan." in page.text


@pytest.mark.parametrize("role", ["moderator", "organiser", "admin"])
async def test_every_role_sees_the_queue(world, role):
    """And only those who may see the reasons are shown the way there."""
    await world.sign_in("Noor", role)
    page = await world.client.get("/desk/oost/queue")
    assert page.status_code == 200
    assert ("/desk/oost/reasons" in page.text) == (role != "moderator")


async def test_a_role_that_does_not_exist_may_nothing(world):
    """A mistake in the database opens no doors."""
    await world.submit(await world.link(await world.colleague("Eve", "root")))
    assert (await world.client.get("/desk/oost/queue")).status_code == 403


async def test_a_forged_cookie_is_nobody(world):
    """Whatever it says."""
    await world.sign_in()
    for cookie in ("x", "", "é", "a" * 5000, "' or 1=1 --"):
        sent = {"cookie": f"samenspraak-desk={cookie}".encode()}
        assert (await world.browser().get("/desk", headers=sent)).status_code == 401
