"""The way in, and the way out."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from admin.services import Services
from admin.signing_in import local
from storage.secrets import fingerprint
from storage.tables import Audit, DeskSession, Moderator, SignInLink


async def test_opening_a_link_uses_nothing_up(world):
    """A program that opens the link to preview it leaves it good for its owner."""
    path = await world.link(await world.colleague())
    for _ in range(3):
        page = await world.client.get(path, headers={"Accept-Language": "en"})
        assert page.status_code == 200
        assert "Ga naar de balie" in page.text
    assert not world.client.cookies
    assert (await world.all(SignInLink))[0].used_at is None
    assert (await world.submit(path)).status_code == 303


async def test_pressing_the_button_signs_in_once(world):
    """A link counts once; the second press says how to get a new one."""
    path = await world.link(await world.colleague())
    answer = await world.submit(path)
    assert answer.headers["location"] == "/desk"
    assert (await world.client.get("/desk")).status_code == 200
    again = await world.submit(path)
    assert again.status_code == 410
    assert "samenspraak moderator add" in again.text
    assert len(await world.all(DeskSession)) == 1


async def test_a_link_lasts_fifteen_minutes(world):
    """After a quarter of an hour neither its page nor its button works."""
    path = await world.link(await world.colleague())
    world.later(minutes=14, seconds=59)
    assert (await world.client.get(path)).status_code == 200
    world.later(seconds=1)
    assert (await world.client.get(path)).status_code == 410
    assert (await world.submit(path)).status_code == 410


async def test_only_hashes_are_kept(world):
    """Neither the link nor the cookie can be read back from the database."""
    path = await world.link(await world.colleague())
    token = path.rsplit("/", 1)[1]
    await world.submit(path)
    cookie = world.client.cookies["samenspraak-desk"]
    assert (await world.all(SignInLink))[0].token_hash == fingerprint(token)
    assert (await world.all(DeskSession))[0].token_hash == fingerprint(cookie)


async def test_the_cookie_is_kept_from_scripts_and_other_sites(world):
    """HttpOnly, SameSite, for twelve hours, and only Secure where the address is https."""
    answer = await world.submit(await world.link(await world.colleague()))
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=43200" in cookie
    assert "Secure" not in cookie


async def test_over_https_the_cookie_is_secure(world):
    """A browser then only takes it from this very host, and only sends it encrypted."""
    secure = type(world)(world.database, world.wording, "https://desk.test")
    answer = await secure.submit(await secure.link(await world.colleague()))
    assert answer.headers["set-cookie"].startswith("__Host-samenspraak-desk=")
    assert "Secure" in answer.headers["set-cookie"]
    assert (await secure.client.get("/desk")).status_code == 200
    await secure.client.aclose()


async def test_a_session_lasts_twelve_hours(world):
    """Then the desk asks to sign in again."""
    await world.sign_in()
    world.later(hours=11, minutes=59)
    assert (await world.client.get("/desk")).status_code == 200
    world.later(minutes=1)
    assert (await world.client.get("/desk")).status_code == 401


async def test_who_leaves_the_team_is_out_at_once(world):
    """An ended moderator has no session and no link any more."""
    moderator_id = await world.sign_in()
    path = await world.link(moderator_id)
    async with world.database.writing() as connection:
        await connection.execute(update(Moderator).values(ended_at=world.now))
    assert (await world.client.get("/desk")).status_code == 401
    assert (await world.client.get(path)).status_code == 410
    assert (await world.submit(path)).status_code == 410


async def test_signing_out_ends_the_session(world):
    """The cookie that was left behind opens nothing."""
    await world.sign_in()
    cookie = world.client.cookies["samenspraak-desk"]
    answer = await world.submit("/desk/out")
    assert answer.status_code == 303
    assert (await world.client.get(answer.headers["location"])).status_code == 200
    kept = {"cookie": f"samenspraak-desk={cookie}"}
    assert (await world.client.get("/desk", headers=kept)).status_code == 401


async def test_signing_in_and_out_are_on_record(world):
    """Each has its audit line."""
    moderator_id = await world.sign_in()
    await world.submit("/desk/out")
    lines = await world.all(Audit)
    assert [(line.act, line.moderator_id) for line in lines] == [
        ("sign_in", moderator_id),
        ("sign_out", moderator_id),
    ]


async def test_too_many_attempts_have_to_wait(world):
    """Ten tries in five minutes; then a page says how long to wait."""
    path = await world.link(await world.colleague())
    for _ in range(10):
        assert (await world.submit("/desk/in/guess")).status_code == 410
    page = await world.submit(path)
    assert page.status_code == 429
    world.later(minutes=5)
    assert (await world.submit(await world.link(await world.colleague("Ali")))).status_code == 303


async def test_another_site_cannot_press_the_button(world):
    """A form on another site signs nobody in, and the link stays good."""
    path = await world.link(await world.colleague())
    for origin in ("https://evil.test", "null", "http://desk.test.evil.test", "http://["):
        assert (await world.submit(path, Origin=origin)).status_code == 403
    assert (await world.submit(path)).status_code == 303


async def test_the_desk_speaks_the_language_that_was_chosen(world):
    """The choice is kept with the moderator, and the same page opens again."""
    await world.sign_in()
    answer = await world.submit(
        "/desk/language", {"language": "en", "back": "/desk/oost/queue?state=declined"}
    )
    assert answer.headers["location"] == "/desk/oost/queue?state=declined"
    page = await world.client.get("/desk/oost/queue")
    assert '<html lang="en" dir="ltr">' in page.text
    assert "Queue" in page.text
    await world.submit("/desk/language", {"language": "xx"})
    assert 'lang="en"' in (await world.client.get("/desk")).text


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.test/desk",
        "//evil.test",
        "/desk/../..\\evil",
        "/deskevil",
        "",
        "/",
        "javascript:alert(1)",
        "/desk?x=\n",
    ],
)
def test_the_way_back_stays_at_the_desk(address):
    """An address elsewhere becomes the front page."""
    assert local(address) == "/desk"


def test_the_way_back_may_be_any_page_of_the_desk():
    """Queries included."""
    assert local("/desk/oost/queue/3?kind=story&language=nl") == "/desk/oost/queue/3?kind=story&language=nl"


async def test_links_are_of_no_use_to_each_other(world):
    """Two links of one person are two chances, each with its own quarter of an hour."""
    moderator_id = await world.colleague()
    first, second = await world.link(moderator_id), await world.link(moderator_id)
    assert first != second
    assert (await world.submit(first)).status_code == 303
    assert (await world.submit(second)).status_code == 303
    assert [link.expires_at for link in await world.all(SignInLink)] == [
        world.now + timedelta(minutes=15)
    ] * 2


def test_https_is_told_by_the_address(world):
    """Over plain http a Secure cookie would lock everybody out."""
    assert isinstance(world.services, Services)
    assert not world.services.secure


async def test_a_name_is_shown_as_it_is(world):
    """Markup in a name stays text."""
    path = await world.link(await world.colleague("<b>Noor</b>"))
    page = await world.client.get(path)
    assert "<b>Noor" not in page.text
    assert "&lt;b&gt;Noor" in page.text
    assert (await world.all(Moderator, name="<b>Noor</b>"))[0].role == "moderator"
