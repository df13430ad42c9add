import time
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from axe_playwright_python.base import AxeResults
from PIL import Image

from flows.inbound import Pressed, Uploaded
from flows.rendering import Button, Message

MICROPHONE = """
navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const microphone = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(microphone);
  tone.start();
  return microphone.stream;
};
"""
"""A machine that tests has none: a tone instead."""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "straat.jpg"
    Image.new("RGB", (400, 300), "teal").save(path)
    return path


async def found_by_axe(page: Any) -> list[str]:
    results: AxeResults = await Axe().run(page)
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in results.response["violations"]]


async def test_by_keyboard(site: Any) -> None:
    """The whole way can be gone with a keyboard: begin, write, answer; the focus stays where one is."""
    page = await site.page()
    await page.goto(f"{site.address}/c/buurthuis7")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.get_by_text("Welkom.").wait_for()
    await page.wait_for_load_state()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent") == "Ja, begin"
    await page.goto(site.chat)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await page.keyboard.type("Ik bel")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("drie keer")
    await page.keyboard.press("Enter")
    await page.get_by_text("Je zei: Ik bel").wait_for()
    assert await page.input_value("#words") == ""
    assert await page.evaluate("document.activeElement.id") == "words"
    await page.get_by_role("button", name="Ja, begin").focus()
    await page.keyboard.press("Enter")
    await page.get_by_text("Je koos 1a|1|begin|yes.").wait_for()
    assert await page.evaluate("document.activeElement.textContent") == "Ja, begin"
    await page.focus("#menu summary")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent") == "Wat kan ik doen?"
    await page.keyboard.press("Escape")
    assert await page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert not await page.get_by_role("button", name="English").is_visible()


async def test_live(site: Any) -> None:
    """What the bot sends of its own accord is there within two seconds, in the region that is read aloud."""
    page = await site.begun()
    address = site.world.somebody.received[0].address
    began = time.monotonic()
    await site.world.chat.send(address, Message("Je verhaal is gelezen."), "link:1")
    await page.locator("[role=log][aria-live=polite]").get_by_text("Je verhaal is gelezen.").wait_for()
    assert time.monotonic() - began < 2


async def test_two_pages(site: Any, talk: Any) -> None:
    """Two pages of one visitor show the same, each message once."""
    page = await site.begun()
    other = await page.context.new_page()
    await other.goto(site.chat)
    await talk(page, "Dag", "Je zei: Dag")
    await other.get_by_text("Je zei: Dag").wait_for()
    await page.wait_for_timeout(300)
    for one in (page, other):
        assert await one.locator(".message").count() == 3
        assert await one.locator(".day").count() == 1


async def test_double_click(site: Any) -> None:
    """A double click has one effect."""
    page = await site.begun()
    await page.get_by_role("button", name="Ja, begin").dblclick()
    await page.get_by_text("Je koos").first.wait_for()
    await page.wait_for_timeout(500)
    pressed = [one for one in site.world.somebody.received if isinstance(one.event, Pressed)]
    assert len(pressed) == 1


async def test_only_the_open_question_stands_out(site: Any, talk: Any) -> None:
    """Older buttons are quiet but can be pressed; one button alone is filled."""
    page = await site.begun()
    first = page.get_by_role("button", name="Ja, begin")
    weight = "button => getComputedStyle(button).fontWeight + ' ' + getComputedStyle(button).backgroundColor"
    assert await first.evaluate(weight) == "700 rgb(11, 93, 90)"
    await talk(page, "kaart", "Een vaste plek")
    assert (await first.evaluate(weight)).startswith("400")
    assert (await page.get_by_role("button", name="Oneens").evaluate(weight)).startswith("700")
    await site.world.chat.send(site.world.somebody.received[0].address, Message("Een nieuwtje."), "nudge:1")
    await page.get_by_text("Een nieuwtje.").wait_for()
    assert (await page.get_by_role("button", name="Oneens").evaluate(weight)).startswith("700")
    news = Message("Er is antwoord.", (Button("Lees verder", "1x|mine|"), Button("Menu", "1x|menu|")))
    await site.world.chat.send(site.world.somebody.received[0].address, news, "nudge:2")
    assert (await page.get_by_role("button", name="Lees verder").evaluate(weight)).startswith("700")
    assert (await page.get_by_role("button", name="Oneens").evaluate(weight)).startswith("700")
    assert (await first.evaluate(weight)).startswith("400")
    await first.click()
    await page.get_by_text("Je koos 1a|1|begin|yes.").wait_for()


async def test_connection_lost(site: Any) -> None:
    """What cannot be sent stays in the field with a sentence, and arrives once when there is a connection."""
    page = await site.begun()
    await page.context.set_offline(True)
    await page.fill("#words", "Mijn verhaal")
    await page.press("#words", "Enter")
    await page.get_by_text("Je bericht is nog niet verstuurd.").wait_for()
    assert await page.input_value("#words") == "Mijn verhaal"
    await page.context.set_offline(False)
    await page.press("#words", "Enter")
    await page.get_by_text("Je zei: Mijn verhaal").wait_for()
    assert await page.locator("#notice").inner_text() == ""
    site.problems.clear()


async def test_connection_lost_after_sending(site: Any, talk: Any) -> None:
    """Who loses the connection just after sending keeps the conversation, with a sentence."""
    page = await site.begun()
    await talk(page, "Mijn verhaal", "Je zei: Mijn verhaal")
    await site.close()
    await page.get_by_text("We proberen het steeds opnieuw.").wait_for(timeout=5000)
    assert await page.get_by_text("Je zei: Mijn verhaal").is_visible()
    await page.context.close()
    site.problems.clear()


async def test_answer_lost(site: Any) -> None:
    """When only the answer to a post was lost, sending again has no second effect."""
    page = await site.begun()

    async def lose_the_answer(route: Any) -> None:
        await route.fetch()
        await route.abort()

    await page.route("**/say*", lose_the_answer, times=1)
    await page.fill("#words", "Mijn verhaal")
    await page.press("#words", "Enter")
    await page.get_by_text("Je bericht is nog niet verstuurd.").wait_for()
    await page.press("#words", "Enter")
    await page.wait_for_function("document.getElementById('words').value === ''")
    assert await page.get_by_text("Je zei: Mijn verhaal").count() == 1
    site.problems.clear()


async def test_not_handled(site: Any) -> None:
    """A turn that has to be tried again leaves the words in the field."""
    page = await site.begun()
    site.world.somebody.outcome = "again"
    await page.fill("#words", "Mijn verhaal")
    await page.press("#words", "Enter")
    await page.get_by_text("Het staat nog in het tekstveld.").wait_for()
    assert await page.input_value("#words") == "Mijn verhaal"
    site.problems.clear()


async def test_voice(site: Any) -> None:
    """A voice message is recorded, can be listened to or thrown away, and is sent with its length."""
    page = await site.page()
    await page.add_init_script(MICROPHONE)
    await page.goto(f"{site.address}/c/buurthuis7")
    await page.get_by_role("button", name="Begin het gesprek").click()
    await page.click("#add-voice")
    await page.get_by_text("De opname loopt").wait_for()
    await page.click("#voice-cancel")
    assert await page.evaluate("document.activeElement.id") == "add-voice"
    assert await page.is_visible("#words")
    await page.click("#add-voice")
    await page.wait_for_timeout(1300)
    await page.click("#voice-stop")
    await page.locator("#voice-audio").wait_for()
    await page.click("#voice-send")
    await page.get_by_text("Spraakbericht 0:01").wait_for()
    event = site.world.somebody.received[-1].event
    assert isinstance(event, Uploaded)
    assert (event.kind, event.mime, event.seconds) == ("voice", "audio/webm", 1)
    assert len(site.world.somebody.received) == 2


async def test_no_microphone(site: Any) -> None:
    """Without a microphone there is a sentence, and after that a file can be chosen."""
    page = await site.begun()
    await page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('denied')); }"
    )
    await page.click("#add-voice")
    await page.get_by_text("We mogen de microfoon niet gebruiken.").wait_for()
    async with page.expect_file_chooser() as chooser:
        await page.click("#add-voice")
    recording = {"name": "stem.ogg", "mimeType": "audio/ogg", "buffer": b"OggSrest"}
    await (await chooser.value).set_files(recording)
    await page.click("#voice-send")
    await page.get_by_text("Dank je voor je voice.").wait_for()
    assert site.world.somebody.received[-1].event.seconds is None


async def test_photo(site: Any, photo: Path) -> None:
    """A photo is shown before it is sent."""
    page = await site.begun()
    async with page.expect_file_chooser() as chooser:
        await page.click("#add-photo")
    await (await chooser.value).set_files(photo)
    await page.wait_for_function("document.getElementById('photo-preview').naturalWidth === 400")
    await page.click("#photo-send")
    await page.get_by_text("Dank je voor je photo.").wait_for()
    assert await page.is_visible("#words")


async def test_a_photo_that_the_browser_cannot_show(site: Any, tmp_path: Path, photo: Path) -> None:
    """A sentence stands in its place, and no broken picture; another photo is shown again."""
    strange = tmp_path / "straat.heic"
    strange.write_bytes(b"\0\0\0\x18ftypheic")
    page = await site.begun()
    await page.set_input_files("#photo-file", strange)
    await page.get_by_text("Deze foto kan je browser niet laten zien.").wait_for()
    assert not await page.is_visible("#photo-preview")
    await page.click("#photo-cancel")
    await page.set_input_files("#photo-file", photo)
    await page.wait_for_function("document.getElementById('photo-preview').naturalWidth === 400")
    assert await page.is_visible("#photo-preview")
    assert await page.get_by_text("Deze foto gaat mee.").is_visible()


async def test_too_fast(site: Any) -> None:
    """Who sends faster than anybody can is asked to wait, and keeps the words."""
    page = await site.begun()
    for number in range(20):
        await page.fill("#words", f"bericht {number}")
        await page.press("#words", "Enter")
        await page.locator("#say:not([data-busy])").wait_for()
    await page.get_by_text("Dat gaat ons even te snel.").wait_for()
    assert await page.input_value("#words") == "bericht 19"
    site.problems.clear()


async def test_wrong_photo(site: Any, tmp_path: Path) -> None:
    """A file that is no photo gets one sentence, and no button to try once more; all stands where it was."""
    wrong = tmp_path / "brief.pdf"
    wrong.write_bytes(b"%PDF-1.7")
    page = await site.begun()
    await page.set_input_files("#photo-file", wrong)
    await page.click("#photo-send")
    await page.get_by_text("Dit is geen foto die we kunnen openen.").wait_for()
    await page.wait_for_selector("#words")
    assert not await page.is_visible("#photo-tray")
    assert len(site.world.somebody.received) == 1
    await page.keyboard.type("dan maar in woorden")
    await page.keyboard.press("Enter")
    await page.locator("#messages").get_by_text("dan maar in woorden").first.wait_for()
    assert await page.locator("#notice").inner_text() == ""
    site.problems.clear()


async def test_language(site: Any) -> None:
    """Who chooses another language gets the page around the conversation in it as well."""
    page = await site.begun()
    await page.click("#menu summary")
    await page.get_by_role("button", name="English").click()
    await page.get_by_text("step 3 of 9").wait_for()
    assert await page.get_by_placeholder("Write here").is_visible()
    assert await page.get_by_text("We speak English now.").is_visible()


async def test_leave(site: Any) -> None:
    """After "this is not my device" nothing is left on it, also not in another open page."""
    page = await site.begun()
    other = await page.context.new_page()
    await other.goto(site.chat)
    await page.click("#menu summary")
    await page.get_by_role("link", name="Dit is niet mijn apparaat").click()
    await page.get_by_role("button", name="Wis het van dit apparaat").click()
    await page.get_by_text("Op dit apparaat staat niets meer").wait_for()
    await other.get_by_role("button", name="Begin het gesprek").wait_for()
    assert await page.context.cookies() == []
    await page.go_back()
    await page.get_by_role("button", name="Begin het gesprek").wait_for()


async def test_coming_back(site: Any, talk: Any) -> None:
    """Who comes back tomorrow goes on, and the page begins at the end of the conversation."""
    page = await site.begun()
    for number in range(8):
        await talk(page, f"verhaal {number}", f"Je zei: verhaal {number}")
    state = await page.context.storage_state()
    await page.context.close()
    again = await site.page(storage_state=state)
    await again.goto(f"{site.address}/c/buurthuis7")
    await again.get_by_text("Je zei: verhaal 7").wait_for()
    assert await again.get_by_text("Je zei: verhaal 7").evaluate(
        "element => element.getBoundingClientRect().bottom < innerHeight"
    )
    assert len(site.world.somebody.received) == 9


async def test_without_script(site: Any, photo: Path, tmp_path: Path) -> None:
    """Without the script everything goes by forms: begin, write, press, send a photo, leave."""
    page = await site.page(java_script_enabled=False)
    await page.goto(f"{site.address}/c/buurthuis7")
    await page.click("text=Begin het gesprek")
    await page.click("text=Ja, begin")
    await page.get_by_text("Je koos 1a|1|begin|yes.").wait_for()
    await page.fill("#words", "Ik bel drie keer")
    await page.click("[aria-label=Verstuur]")
    await page.get_by_text("Je zei: Ik bel drie keer").wait_for()
    await page.click("text=Foto of spraakbericht")
    await page.set_input_files("#photo-file", photo)
    await page.click("#photo-form button")
    await page.get_by_text("Dank je voor je photo.").wait_for()
    large = tmp_path / "groot.jpg"
    large.write_bytes(b"\xff\xd8\xff" + b"x" * 21_000_000)
    await page.click("text=Foto of spraakbericht")
    await page.set_input_files("#photo-file", large)
    await page.click("#photo-form button")
    await page.get_by_text("Dit bestand is te groot.").wait_for()
    assert await page.get_by_text("Dank je voor je photo.").is_visible()
    await page.click("#menu summary")
    await page.click("text=Dit is niet mijn apparaat")
    await page.click("text=Wis het van dit apparaat")
    await page.get_by_text("Op dit apparaat staat niets meer").wait_for()
    site.problems.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe(site: Any, talk: Any, scheme: str) -> None:
    """axe finds nothing on any page or state of the chat."""
    page = await site.page(color_scheme=scheme, reduced_motion="reduce")
    await page.goto(f"{site.chat}?code=buurthuis7")
    assert await found_by_axe(page) == []
    await page.click("text=Begin het gesprek")
    await talk(page, "kaart", "Een vaste plek")
    await talk(page, "lijst", "Als wat doe je mee?")
    await talk(page, "nieuws", "Straks: het plan")
    assert await found_by_axe(page) == []
    await page.set_input_files("#photo-file", {"name": "x", "mimeType": "image/jpeg", "buffer": b"x"})
    await page.click("#photo-send")
    await page.get_by_text("Dit is geen foto").wait_for()
    assert await found_by_axe(page) == []
    await page.click("#menu summary")
    assert await found_by_axe(page) == []
    for path in ("/chat/nowhere", f"/chat/{site.world.slug}/leave-device"):
        await page.goto(f"{site.address}{path}")
        assert await found_by_axe(page) == []
    site.problems.clear()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 900)])
async def test_fits(site: Any, talk: Any, width: int, height: int) -> None:
    """Nothing goes over the side, also zoomed to 400%; what can be pressed is 44 pixels high."""
    page = await site.begun(width=width, height=height)
    await site.world.chat.send(
        site.world.somebody.received[0].address,
        Message("Verantwoordingsbijeenkomstuitnodiging" * 3, (Button("Lang" * 15, "1x|a|"),)),
        "turn:long",
    )
    for words, answer in (
        ("kaart", "vaste plek"),
        ("lijst", "Als wat"),
        ("nieuws", "Straks"),
        ("w" * 300, "www"),
    ):
        await talk(page, words, answer)
    await page.click("#menu summary")
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    small = await page.evaluate(
        """[...document.querySelectorAll("button, a, summary, textarea")]
            .filter((one) => one.offsetParent && !one.classList.contains("skip"))
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"""
    )
    assert small == []
    position = await page.evaluate("getComputedStyle(document.querySelector('.composer')).position")
    assert position == ("static" if height < 480 else "sticky")


async def test_mirrored(site: Any, talk: Any) -> None:
    """In a language that runs the other way, the page is mirrored."""
    page = await site.begun()
    await talk(page, "nieuws", "Straks: het plan")
    await page.goto(f"{site.chat}?lang=ar-XB")
    assert await page.evaluate("document.documentElement.dir") == "rtl"
    side = "element => element.getBoundingClientRect().left"
    assert await page.locator(".own .bubble").first.evaluate(side) == 16
    assert await page.locator("#say .round.main").evaluate(side) == 16
    assert await page.locator("#say .turns").evaluate("icon => getComputedStyle(icon).transform") != "none"
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_closing(site: Any) -> None:
    """With pages open the program stops within a second, and a page says that it tries again."""
    page = await site.begun()
    began = time.monotonic()
    await site.close()
    assert time.monotonic() - began < 1.5
    await page.get_by_text("We proberen het steeds opnieuw.").wait_for()
    await page.context.close()
    site.problems.clear()


async def test_hostile_words(site: Any, talk: Any) -> None:
    """Markup in anyone's words is shown as words, live and after reloading."""
    nasty = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    page = await site.begun()
    await talk(page, nasty, "Je zei: <img")
    await page.reload()
    await page.get_by_text("Je zei: <img").wait_for()
    assert await page.evaluate("window.hacked") is None
