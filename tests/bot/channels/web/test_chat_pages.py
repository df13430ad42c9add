import re
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from flows.engine.talk import Document
from flows.inbound import Blocked
from flows.rendering import Button, Message
from storage.tables import WebMessage

SLUG = "wijkteam-oost"


async def test_first_page(world: Any) -> None:
    """The first page says what this is and has one button; opening it makes nobody."""
    async with world.browser() as client:
        page = await client.get(f"/chat/{world.slug}?code=buurthuis7")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    assert page.text.count("<button") == 1
    assert "Begin het gesprek" in page.text
    assert 'value="buurthuis7"' in page.text
    assert world.somebody.received == []


async def test_preview(world: Any) -> None:
    """A link preview that only asks for the head is answered, and makes nobody."""
    async with world.browser() as client:
        page = await client.head(f"/chat/{world.slug}?code=buurthuis7")
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)


async def test_short_link(world: Any) -> None:
    """A network's link leads to the chat of its trajectory, with the code."""
    async with world.browser() as client:
        page = await client.get("/c/buurthuis7", follow_redirects=False)
    assert page.status_code == 303
    assert page.headers["location"] == f"/chat/{world.slug}?code=buurthuis7"


@pytest.mark.parametrize(
    "path",
    [
        "/chat",
        "/chat/nowhere",
        "/chat/%00",
        f"/chat/{SLUG}/elsewhere",
        f"/chat/{SLUG}/say/x",
        "/c/nonsense",
        "/c/%00",
        "/c/a/b",
        "/chat-static/secrets.py",
    ],
)
async def test_unknown(world: Any, path: str) -> None:
    """What is not there is said kindly, in the language of the browser."""
    async with world.browser() as client:
        page = await client.get(path)
        english = await client.get(path, headers={"Accept-Language": "en-GB"})
    assert (page.status_code, english.status_code) == (404, 404)
    assert "Dit gesprek kennen we niet" in page.text
    assert "We do not know this conversation" in english.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_unknown_posts(world: Any, method: str) -> None:
    """Also what is sent to an address that takes nothing is answered by a page."""
    async with world.browser() as client:
        for path in (f"/chat/{world.slug}", f"/chat/{world.slug}/elsewhere", "/c/buurthuis7"):
            page = await client.request(method, path)
            assert page.status_code == 404
            assert "Dit gesprek kennen we niet" in page.text


@pytest.mark.parametrize("form", ["start", "say", "press", "upload"])
async def test_opening_where_a_form_was_posted(world: Any, form: str) -> None:
    """Whoever opens that address again is back in the conversation."""
    async with world.browser() as client:
        await world.begun(client)
        page = await client.get(f"/chat/{world.slug}/{form}")
    assert page.url.path == f"/chat/{world.slug}"
    assert world.said(page) == ["Welkom. Wil je meedenken?"]


async def test_a_mistake_of_ours(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that fails is a page all the same, with a way on; the log says where, and no word of it."""

    async def fail(_visitor: object, _limit: int) -> None:
        raise LookupError("what somebody said")

    async with world.browser(**{"Accept-Language": "en"}) as client:
        await world.begun(client)
        monkeypatch.setattr(world.chat.history, "latest", fail)
        with capture_logs() as logs:
            page = await client.get(f"/chat/{world.slug}")
    assert page.status_code == 500
    assert "Something went wrong on our side." in page.text
    assert f'href="/chat/{world.slug}"' in page.text
    assert [log["problem"] for log in logs] == ["LookupError"]
    assert "said" not in repr(logs)


async def test_conversation(world: Any) -> None:
    """With the cookie, the conversation is there, and opening the link once more does not begin anew."""
    async with world.browser() as client:
        await world.begun(client)
        page = await client.get(f"/chat/{world.slug}?code=another")
    assert world.said(page) == ["Welkom. Wil je meedenken?"]
    assert len(world.somebody.received) == 1
    assert "stap 3 van 9: ideeën" in page.text
    assert 'role="log"' in page.text


async def test_cookie(world: Any) -> None:
    """The cookie is for this chat alone, out of reach of scripts and of other sites, for 90 days."""
    async with world.browser() as client:
        page = await client.get(f"/chat/{world.slug}")
        sent = await client.post(
            f"/chat/{world.slug}/start", data=world.hidden(page, "start"), follow_redirects=False
        )
    cookie = sent.headers["set-cookie"].lower()
    for part in (f"path=/chat/{world.slug};", "httponly", "samesite=lax", "max-age=7776000"):
        assert part in cookie
    assert "secure" not in cookie


async def test_secure_cookie(world: Any) -> None:
    """Behind an https address the cookie travels over https alone."""
    world.chat.base_url = "https://praat.voorbeeld.nl"
    async with world.browser(Origin="https://praat.voorbeeld.nl") as client:
        page = await client.get(f"/chat/{world.slug}")
        sent = await client.post(
            f"/chat/{world.slug}/start", data=world.hidden(page, "start"), follow_redirects=False
        )
    assert sent.status_code == 303
    assert "secure" in sent.headers["set-cookie"].lower()


@pytest.mark.parametrize("token", ["", "short", "x" * 500, "'; drop table", "é" * 40])
async def test_forged_cookie(world: Any, token: str) -> None:
    """A cookie that we cannot have made is no cookie."""
    async with world.browser() as client:
        page = await client.get(f"/chat/{world.slug}", headers={"Cookie": f"samenspraak={token}".encode()})
    assert page.status_code == 200
    assert "Begin het gesprek" in page.text


async def test_protection(world: Any) -> None:
    """Every page forbids keeping, framing, and scripts that are not ours."""
    async with world.browser() as client:
        pages = [
            await client.get(f"/chat/{world.slug}"),
            await world.begun(client),
            await client.get("/c/none"),
        ]
    for page in pages:
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["referrer-policy"] == "same-origin"
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", page.text)


async def test_static(world: Any) -> None:
    """The page's own files are there, and may be kept under their versioned address."""
    async with world.browser() as client:
        page = await world.begun(client)
        addresses = re.findall(r'"(/chat-static/[^"]+)"', page.text)
        files = [await client.get(address) for address in addresses]
        bare = await client.get("/chat-static/chat.css")
    assert len(files) == 4
    assert all(file.status_code == 200 and "immutable" in file.headers["cache-control"] for file in files)
    assert bare.headers["cache-control"] == "no-cache"


async def test_language_of_the_browser(world: Any) -> None:
    """Before anything was said, the page speaks the language of the browser, or the one asked for."""
    async with world.browser(**{"Accept-Language": "fr-FR,en-GB;q=0.9"}) as client:
        english = await client.get(f"/chat/{world.slug}")
        dutch = await client.get(f"/chat/{world.slug}?lang=nl")
        odd = await client.get(f"/chat/{world.slug}?lang=%3Cb%3E")
    assert '<html lang="en" dir="ltr">' in english.text
    assert '<html lang="nl" dir="ltr">' in dutch.text
    assert '<html lang="en" dir="ltr">' in odd.text


async def test_what_the_browser_likes_best(world: Any) -> None:
    """Weights count, and the press of "Begin" says which language the page was in."""
    async with world.browser(**{"Accept-Language": "nl;q=0.2, en;q=0.8"}) as client:
        await world.begun(client)
    assert [inbound.language for inbound in world.somebody.received] == ["en"]


async def test_language_of_the_conversation(world: Any) -> None:
    """Later the page speaks the language of the conversation."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "press", payload="1x|language|en")
    assert '<html lang="en" dir="ltr">' in page.text
    assert world.said(page)[-2:] == ["English", "We speak English now."]


async def test_buttons(world: Any) -> None:
    """A message's buttons carry their payloads, escaped, and those of a list stand below each other."""
    async with world.browser() as client:
        await world.begun(client)
        address = world.somebody.received[0].address
        buttons = (Button('Ja & "nee"', 'a"b'), Button("Misschien", "1x|c|"))
        await world.chat.send(address, Message("Kies", buttons, rows=True), "turn:x")
        page = await client.get(f"/chat/{world.slug}")
    assert 'value="a&#34;b">Ja &amp; &#34;nee&#34;</button>' in page.text
    assert 'class="choices rows"' in page.text


async def test_document(world: Any) -> None:
    """A file that we made is fetched by its own link, only in the conversation that it was sent to."""
    document = Document("mijn-gegevens.json", "application/json", '{"één": 1}')
    async with world.browser() as client, world.browser() as other:
        await world.begun(client)
        await world.begun(other)
        address = world.somebody.received[0].address
        await world.chat.send(address, Message("Alles over jou", document=document), "turn:x")
        page = await client.get(f"/chat/{world.slug}")
        link = re.search(
            rf'href="(/chat/{world.slug}/document/\d+)" download="mijn-gegevens.json"', page.text
        )
        assert link is not None
        mine = await client.get(link[1])
        assert (mine.status_code, mine.text) == (200, document.text)
        assert mine.headers["content-disposition"] == 'attachment; filename="mijn-gegevens.json"'
        assert mine.headers["content-type"].startswith("application/json")
        assert mine.headers["cache-control"] == "no-store"
        for path in (link[1], f"/chat/{world.slug}/document/1", f"/chat/{world.slug}/document/x"):
            assert (await other.get(path)).status_code == 404


async def test_journey(world: Any) -> None:
    """A journey is a list of stops, with the reason as a quote and what comes next in words too."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "say", text="nieuws")
    assert page.text.count('<li class="reached">') == 3
    assert page.text.count('<li class="to-come">') == 1
    assert "“Omdat drie mensen" in page.text
    assert "(komt nog)" in page.text


async def test_days(world: Any) -> None:
    """Each day has one separator."""
    async with world.browser() as client:
        await world.begun(client)
        await world.post(client, "say", text="een")
        world.clock.at = world.clock.at.replace(day=24)
        page = await world.post(client, "say", text="twee")
    assert re.findall(r"<time [^>]*>([^<]+)</time>", page.text) == ["22 november", "vandaag"]


async def test_long_history(world: Any) -> None:
    """A long conversation shows its end, and a button for the rest."""
    async with world.browser() as client:
        await world.begun(client)
        address = world.somebody.received[0].address
        for number in range(160):
            await world.chat.send(address, Message(f"bericht {number}"), f"turn:{number}")
        page = await client.get(f"/chat/{world.slug}")
        whole = await client.get(f"/chat/{world.slug}?all=1")
    assert len(world.said(page)) == 150
    assert "Laat eerdere berichten zien" in page.text
    assert len(world.said(whole)) == 161
    assert "Laat eerdere berichten zien" not in whole.text


async def test_forgotten(world: Any) -> None:
    """Where nothing stands any more, one can begin again under the same cookie."""
    async with world.browser() as client:
        await world.begun(client)
        await world.erase()
        empty = await client.get(f"/chat/{world.slug}?code=buurthuis7")
        page = await client.post(
            f"/chat/{world.slug}/start", data={**world.hidden(empty, "start"), "code": "buurthuis7"}
        )
    assert "Hier staat nog niets" in empty.text
    assert world.said(page) == ["Welkom. Wil je meedenken?"]
    first, second = world.somebody.received
    assert first.address == second.address


async def test_database_away(world: Any) -> None:
    """Without the database the page says so, and that nothing is lost."""
    async with world.browser() as client:
        await world.begun(client)
        await world.break_table()
        page = await client.get(f"/chat/{world.slug}")
    assert page.status_code == 503
    assert "Er is niets weg" in page.text


async def test_leaving_is_asked_first(world: Any) -> None:
    """Before the conversation is cleared, the page asks; without a conversation there is nothing to ask."""
    async with world.browser() as client:
        without = await client.get(f"/chat/{world.slug}/leave-device", follow_redirects=False)
        await world.begun(client)
        page = await client.get(f"/chat/{world.slug}/leave-device")
        still = await client.get(f"/chat/{world.slug}")
    assert without.status_code == 303
    assert "Wis het van dit apparaat" in page.text
    assert world.said(still)


async def test_leave(world: Any) -> None:
    """After leaving nothing is on the device, and the conversation, now without a key, is erased."""
    async with world.browser() as client:
        await world.begun(client)
        ask = await client.get(f"/chat/{world.slug}/leave-device")
        left = await client.post(f"/chat/{world.slug}/leave-device", data=world.hidden(ask, "leave-device"))
        after = await client.get(f"/chat/{world.slug}")
        assert not client.cookies
    assert left.headers["clear-site-data"] == '"cache", "storage"'
    assert "Op dit apparaat staat niets meer" in left.text
    assert "Begin het gesprek" in after.text
    assert isinstance(world.somebody.received[-1].event, Blocked)
    async with world.database.reading() as connection:
        assert not (await connection.execute(select(WebMessage.__table__))).all()


async def test_leaving_without_the_database(world: Any) -> None:
    """The device is cleared whatever happens to us."""
    async with world.browser() as client:
        ask = world.hidden(await world.begun(client), "say")
        await world.break_table()
        left = await client.post(f"/chat/{world.slug}/leave-device", data=ask)
        assert not client.cookies
    assert left.status_code == 200


async def test_left_for_good(world: Any) -> None:
    """What was on its way when somebody left brings neither the conversation nor the cookie back."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        cookie = {"Cookie": f"samenspraak={client.cookies['samenspraak']}"}
        await client.post(f"/chat/{world.slug}/leave-device", data=fields)
        late = await client.get(f"/chat/{world.slug}", headers=cookie)
        said = await client.post(
            f"/chat/{world.slug}/say",
            data={**fields, "text": "Dag"},
            headers={**cookie, "Accept": "application/json"},
        )
    assert "set-cookie" not in late.headers
    assert "Begin het gesprek" in late.text
    assert (said.status_code, "set-cookie" in said.headers) == (401, False)


async def test_no_cookies(world: Any) -> None:
    """Where the browser keeps no cookies, the first page says so instead of beginning without end."""
    async with world.browser() as client:
        fields = world.hidden(await client.get(f"/chat/{world.slug}"), "start")
        begun = await client.post(f"/chat/{world.slug}/start", data=fields, follow_redirects=False)
        client.cookies.clear()
        page = await client.get(begun.headers["location"])
    assert "Je browser bewaart geen cookies." in page.text
