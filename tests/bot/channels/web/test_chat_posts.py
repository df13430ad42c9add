import asyncio
import io
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image
from structlog.testing import capture_logs

from flows.inbound import Pressed, Started, Uploaded, Wrote

LIVE = {"Accept": "application/json"}


def photo() -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(output, "JPEG")
    return output.getvalue()


async def test_start(world: Any) -> None:
    """The button makes a visitor, with the code of the link and the language of the page."""
    async with world.browser() as client:
        page = await world.begun(client)
    (inbound,) = world.somebody.received
    assert inbound.event == Started("buurthuis7")
    assert (inbound.language, inbound.trajectory) == ("nl", world.slug)
    assert world.said(page) == ["Welkom. Wil je meedenken?"]
    assert page.url.path == f"/chat/{world.slug}"


async def test_odd_code(world: Any) -> None:
    """A code that none of our links can have is no code."""
    async with world.browser() as client:
        await world.begun(client, "\x00<b>")
    assert world.somebody.received[0].event == Started("")


async def test_double_start(world: Any) -> None:
    """Pressing "Begin" twice makes one visitor, even before the first cookie came back."""
    async with world.browser() as client:
        page = await client.get(f"/chat/{world.slug}")
        fields = world.hidden(page, "start")
        for _ in range(2):
            await client.post(f"/chat/{world.slug}/start", data=fields, follow_redirects=False)
            client.cookies.clear()
    assert len(world.somebody.received) == 1


async def test_two_visitors(world: Any) -> None:
    """Two devices are two visitors, and neither sees the other."""
    async with world.browser() as one, world.browser() as other:
        await world.begun(one)
        await world.begun(other)
        await world.post(one, "say", text="van mij")
        page = await other.get(f"/chat/{world.slug}")
    assert "van mij" not in page.text
    assert len({inbound.address for inbound in world.somebody.received}) == 2


async def test_start_elsewhere(world: Any) -> None:
    """In a trajectory that is not there nobody begins."""
    async with world.browser() as client:
        fields = world.hidden(await client.get(f"/chat/{world.slug}"), "start")
        page = await client.post("/chat/nowhere/start", data=fields)
        odd = await client.post("/chat/%00;/leave-device", data=fields)
        odder = await client.post("/chat/%00;/say", data=fields)
        short = await client.post(f"/chat/{world.slug}/start", data={**fields, "event": "x" * 20})
    assert [one.status_code for one in (page, odd, odder, short)] == [404, 404, 404, 400]
    assert world.somebody.received == []
    assert not client.cookies


async def test_say(world: Any) -> None:
    """Without the script words are posted, and the page comes back with the answer."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "say", text="Ik bel drie keer\r\nen krijg niemand.")
    assert world.somebody.received[-1].event == Wrote("Ik bel drie keer\nen krijg niemand.")
    assert '<p>Ik bel drie keer</p><p class="on">en krijg niemand.</p>' in page.text
    assert len(world.said(page)) == 3
    assert page.history[0].headers["location"].endswith("#last")


async def test_say_live(world: Any) -> None:
    """With the script a post is answered by 204: the stream brings the rest."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        answer = await client.post(f"/chat/{world.slug}/say", data={**fields, "text": "Dag"}, headers=LIVE)
    assert (answer.status_code, answer.content) == (204, b"")


async def test_twice(world: Any) -> None:
    """The same post twice, at once or later, has one effect."""
    async with world.browser() as client:
        fields = {**world.hidden(await world.begun(client), "say"), "text": "Dag"}
        await asyncio.gather(*(client.post(f"/chat/{world.slug}/say", data=fields) for _ in range(3)))
        page = await client.post(f"/chat/{world.slug}/say", data=fields)
    assert world.said(page)[1:] == ["Dag", "Je zei: Dag"]


@pytest.mark.parametrize("blank", ["", "   \r\n ", "\u200b", "\x00\u202e"])
async def test_nothing(world: Any, blank: str) -> None:
    """Nothing said is nothing sent."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "say", text=blank)
    assert page.status_code == 200
    assert len(world.said(page)) == 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("nul\x00teken", "nulteken"),
        ("om\u202egekeerd", "omgekeerd"),
        ("*vet* [link](http://x.nl)", "*vet* [link](http://x.nl)"),
        ("/start {{ 7*7 }} ${7*7} %s", "/start {{ 7*7 }} ${7*7} %s"),
        ("a" * 4096, "a" * 4096),
    ],
)
async def test_odd_words(world: Any, typed: str, shown: str) -> None:
    """Whatever is typed stands in the conversation as words, and nothing more."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "say", text=typed)
    assert world.said(page)[1] == shown


async def test_lone_surrogates(world: Any) -> None:
    """Half a character, sent under an odd charset, becomes the sign for what cannot be read."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        parts = "".join(
            f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in {**fields, "text": "half \\ud800 teken"}.items()
        )
        page = await client.post(
            f"/chat/{world.slug}/say",
            content=f"{parts}--X--\r\n".encode(),
            headers={"Content-Type": "multipart/form-data; boundary=X; charset=raw_unicode_escape"},
        )
    assert page.status_code == 200
    assert world.said(page)[1] == "half \ufffd teken"


async def test_too_long(world: Any) -> None:
    """What is far too long is refused in a sentence, stays in the field, and has no effect."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "say", text="woord " * 2000)
        larger = await world.post(client, "say", text="a" * 200_000)
    assert (page.status_code, larger.status_code) == (413, 413)
    assert "10.000 tekens" in page.text
    assert "woord woord" in page.text
    assert len(world.somebody.received) == 1


async def test_again(world: Any) -> None:
    """What could not be handled stays in the field, and can be sent again."""
    async with world.browser() as client:
        await world.begun(client)
        world.somebody.outcome = "again"
        page = await world.post(client, "say", text='Mijn "verhaal" </textarea>')
        live = await client.post(
            f"/chat/{world.slug}/say", data={**world.hidden(page, "say"), "text": "verhaal"}, headers=LIVE
        )
        world.somebody.outcome = "handled"
        done = await world.post(client, "say", page, text="verhaal")
    assert page.status_code == 503
    assert "Mijn &#34;verhaal&#34; &lt;/textarea&gt;</textarea>" in page.text
    assert live.status_code == 503
    assert live.json()["notice"].startswith("Je bericht is nog niet aangekomen.")
    assert world.said(done)[1:] == ["verhaal", "Je zei: verhaal"]


async def test_again_without_the_database(world: Any) -> None:
    """Even when the history cannot be read, what was typed stays."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        await world.break_table()
        said = await client.post(f"/chat/{world.slug}/say", data={**fields, "text": "mijn verhaal"})
        pressed = await client.post(f"/chat/{world.slug}/press", data={**fields, "payload": "1x|menu|"})
    assert (said.status_code, pressed.status_code) == (503, 503)
    assert "mijn verhaal</textarea>" in said.text


async def test_not_open_yet(world: Any) -> None:
    """Before the channel is open, "Begin" says to try again."""
    await world.chat.close()
    async with world.browser() as client:
        page = await world.begun(client)
    assert page.status_code == 503
    assert "Probeer het over een minuut nog eens." in page.text
    assert not client.cookies


async def test_press(world: Any) -> None:
    """A pressed button shows its label as one's own words; its payload goes in."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "press", payload="1a|1|begin|yes")
    assert world.somebody.received[-1].event == Pressed("1a|1|begin|yes")
    assert world.said(page)[1] == "Ja, begin"


@pytest.mark.parametrize(
    ("payload", "label"),
    [("1x|menu|", "Wat kan ik doen?"), ("1x|stop|", "Stop ermee"), ("1x|language|nl", "Nederlands")],
)
async def test_menu(world: Any, payload: str, label: str) -> None:
    """What the page's own menu sends is shown by its name there."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "press", payload=payload)
    assert world.said(page)[1] == label


async def test_forged_press(world: Any) -> None:
    """A payload that was on no button of ours goes in to be answered, with no bubble of its own."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.post(client, "press", payload="1a|9|<b>|x" + "y" * 500)
        empty = await world.post(client, "press", payload="")
    assert len(world.somebody.received[-1].event.payload) == 256
    assert len(world.said(page)) == 2
    assert empty.status_code == 400


async def test_photo(world: Any) -> None:
    """A photo goes in by reference, and can be fetched."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.upload(client, "photo", photo())
    event = world.somebody.received[-1].event
    assert isinstance(event, Uploaded)
    assert (event.kind, event.mime, event.size, event.seconds) == ("photo", "image/jpeg", len(photo()), None)
    assert await world.chat.fetch(event.remote) == photo()
    assert world.said(page)[1] == "Foto"


async def test_voice(world: Any) -> None:
    """A voice message goes in with its length, and shows it."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "upload")
        answer = await client.post(
            f"/chat/{world.slug}/upload",
            data={**fields, "kind": "voice", "seconds": "12"},
            files={"file": ("opname", b"\x1a\x45\xdf\xa3rest", "audio/webm")},
            headers=LIVE,
        )
        page = await client.get(f"/chat/{world.slug}")
    assert answer.status_code == 204
    event = world.somebody.received[-1].event
    assert (event.kind, event.mime, event.seconds) == ("voice", "audio/webm", 12)
    assert world.said(page)[1] == "Spraakbericht 0:12"


async def test_upload_twice(world: Any) -> None:
    """The same upload twice has one effect, and leaves one file."""
    async with world.browser() as client:
        fields = {**world.hidden(await world.begun(client), "upload"), "kind": "photo", "seconds": "x"}
        for _ in range(2):
            await client.post(f"/chat/{world.slug}/upload", data=fields, files={"file": ("f", photo())})
    assert len(world.somebody.received) == 2
    assert len(list((world.data_dir / "incoming").iterdir())) == 1


@pytest.mark.parametrize(
    ("kind", "data", "status", "words"),
    [
        ("photo", b"%PDF-1.7 nonsense", 415, "Dit is geen foto die we kunnen openen."),
        ("voice", b"MZ nonsense", 415, "Dit is geen opname die we kunnen afspelen."),
        ("photo", b"", 415, "Dit bestand is leeg."),
        ("photo", b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xfe\x3f\0\xfe\x3f\0", 413, "hoogstens 40 miljoen"),
        ("photo", b"\xff\xd8\xff" + b"x" * 20_000_001, 413, "hoogstens 20 MB"),
        ("photo", b"x" * 21_000_000, 413, "hoogstens 20 MB"),
    ],
)
async def test_refused_file(world: Any, kind: str, data: bytes, status: int, words: str) -> None:
    """A file that we cannot take gets a sentence; the conversation stands where it was."""
    async with world.browser() as client:
        await world.begun(client)
        page = await world.upload(client, kind, data)
        live = await world.upload(client, kind, data, **LIVE)
    assert (page.status_code, live.status_code) == (status, status)
    assert words in page.text
    assert words in live.json()["notice"]
    assert len(world.somebody.received) == 1
    assert len(world.said(page)) == 1
    assert not (world.data_dir / "incoming").exists()


async def test_no_file(world: Any) -> None:
    """Pressing the button of an upload without choosing a file says so."""
    async with world.browser() as client:
        fields = {**world.hidden(await world.begun(client), "upload"), "kind": "photo"}
        page = await client.post(
            f"/chat/{world.slug}/upload", data=fields, files={"file": ("", b"", "application/octet-stream")}
        )
    assert page.status_code == 400
    assert "Je hebt nog geen bestand gekozen." in page.text


async def test_endless_upload(world: Any) -> None:
    """Reading stops at the limit, also when the size was not told before."""
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        yield b'--X\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
        while sent < 100:
            sent += 1
            yield b"x" * 1_000_000
        yield b"\r\n--X--\r\n"

    async with world.browser() as client:
        await world.begun(client)
        answer = await client.post(
            f"/chat/{world.slug}/upload",
            content=endless(),
            headers={"Content-Type": "multipart/form-data; boundary=X", **LIVE},
        )
    assert answer.status_code == 413
    assert sent < 25


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none", "Origin": "https://elders.nl"},
        {"Sec-Fetch-Site": "", "Origin": "https://elders.nl"},
        {"Sec-Fetch-Site": "", "Origin": "null"},
    ],
)
@pytest.mark.parametrize("form", ["start", "say", "press", "upload", "leave-device"])
async def test_from_elsewhere(world: Any, headers: dict[str, str], form: str) -> None:
    """What another site sends has no effect, even with everything our page knows."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        answer = await client.post(
            f"/chat/{world.slug}/{form}",
            data={**fields, "text": "x", "payload": "1x|menu|"},
            headers={**headers, **LIVE},
        )
    assert answer.status_code == 403
    assert len(world.somebody.received) == 1


async def test_old_browser(world: Any) -> None:
    """A browser that does not tell where a form came from is believed by the form's own proof."""
    silent = {"Origin": "", "Sec-Fetch-Site": ""}
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        path = f"/chat/{world.slug}/say"
        with_proof = await client.post(path, data={**fields, "text": "Dag"}, headers={**silent, **LIVE})
        fields["proof"] = "0" * 32
        without = await client.post(path, data={**fields, "text": "Dag"}, headers={**silent, **LIVE})
    assert (with_proof.status_code, without.status_code) == (204, 403)


async def test_old_browser_begins(world: Any) -> None:
    """Who has no cookie yet has no proof either, so such a browser cannot begin."""
    async with world.browser(**{"Origin": "", "Sec-Fetch-Site": ""}) as client:
        page = await world.begun(client)
    assert page.status_code == 403
    assert world.somebody.received == []


async def test_without_a_cookie(world: Any) -> None:
    """Who was forgotten by the browser begins anew, or is told so."""
    async with world.browser() as client:
        fields = {**world.hidden(await world.begun(client), "say"), "text": "Dag"}
        client.cookies.clear()
        live = await client.post(f"/chat/{world.slug}/say", data=fields, headers=LIVE)
        page = await client.post(f"/chat/{world.slug}/say", data=fields)
    assert live.status_code == 401
    assert "Begin het gesprek" in page.text


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"nonsense", "multipart/form-data; boundary=X"),
        (b"nonsense", "multipart/form-data"),
        (b"--X\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X--\r\n", "multipart/form-data; boundary=X"),
        (b"{}", "application/json"),
        (b"%%%&&&===", "application/x-www-form-urlencoded"),
        (b"&".join(b"f%d=1" % number for number in range(100)), "application/x-www-form-urlencoded"),
        (b"event=short&text=Dag", "application/x-www-form-urlencoded"),
    ],
)
async def test_malformed(world: Any, content: bytes, content_type: str) -> None:
    """A post that is no form of ours is refused in a sentence."""
    async with world.browser() as client:
        await world.begun(client)
        page = await client.post(
            f"/chat/{world.slug}/say", content=content, headers={"Content-Type": content_type}
        )
    assert page.status_code == 400
    assert "Dit konden we niet lezen." in page.text
    assert len(world.somebody.received) == 1


async def test_a_mistake_of_ours(world: Any) -> None:
    """A turn that fails outright says so, leaves the words in the field, and tells no log of them."""

    async def fail(_inbound: object, _beside: object) -> str:
        raise LookupError("a mistake")

    async with world.browser() as client:
        fields = {**world.hidden(await world.begun(client), "say"), "text": "Dag"}
        await world.chat.open(fail)
        with capture_logs() as logs:
            page = await client.post(f"/chat/{world.slug}/say", data=fields)
            live = await client.post(f"/chat/{world.slug}/say", data=fields, headers=LIVE)
    assert (page.status_code, live.status_code) == (500, 500)
    assert "Dag</textarea>" in page.text
    assert "Er ging iets mis bij ons." in page.text
    assert live.json()["notice"].startswith("Er ging iets mis bij ons.")
    assert [log["problem"] for log in logs] == ["LookupError", "LookupError"]
    assert "a mistake" not in repr(logs)


async def test_too_fast(world: Any) -> None:
    """Of twenty posts in ten seconds all count; the next waits, keeps its words, and holds up nobody else."""
    async with world.browser() as client, world.browser() as other:
        page = await world.begun(client)
        for number in range(19):
            assert (await world.post(client, "say", page, text=str(number))).status_code == 200
            page = await client.get(f"/chat/{world.slug}")
        refused = await world.post(client, "say", page, text="mijn hele verhaal")
        live = await client.post(
            f"/chat/{world.slug}/press",
            data={**world.hidden(page, "press"), "payload": "1x|menu|"},
            headers=LIVE,
        )
        await world.begun(other)
        assert (await world.post(other, "say", text="Dag")).status_code == 200
        world.clock.at += timedelta(seconds=10)
        again = await world.post(client, "say", refused, text="mijn hele verhaal")
    assert (refused.status_code, live.status_code) == (429, 429)
    assert "Dat gaat ons even te snel." in refused.text
    assert "mijn hele verhaal</textarea>" in refused.text
    assert "te snel" in live.json()["notice"]
    assert world.said(again)[-1] == "Je zei: mijn hele verhaal"
