"""The desk and the public page in Chromium: by keyboard, without script, on a phone, for a screen reader."""

import pseudo
import pytest
from axe_playwright_python.async_playwright import Axe

from storage.tables import Commitment, Decision, Link, Node

SIZES = ({"width": 1280, "height": 800}, {"width": 360, "height": 740})


async def _sign_in(browser, served, role="moderator", **context):
    moderator_id = await served.colleague("Noor", role)
    path = await served.link(moderator_id)
    opened = await browser.new_context(base_url=served.base_url, viewport=SIZES[0], **context)
    page = await opened.new_page()
    await page.goto(path)
    await page.get_by_role("button").click()
    await page.wait_for_url("**/desk")
    return page


async def _fill(served):
    """Something of everything; the numbers of what waits."""
    node_id, spoken = await served.give("", days_ago=6)
    await served.attach(node_id, "voice1", "voice", seconds=48)
    _, marked = await served.give("Bel mij op 06 12345678.\n\nGraag na vijven.", days_ago=4.9)
    story, _ = await served.give("Ik bel drie keer.", state="published")
    theme, _ = await served.give("", kind="theme", title={"nl": "Iemand die luistert"}, state="published")
    idea, _ = await served.give("Een vaste plek.", kind="idea", state="published")
    unused, _ = await served.give("A car park.", language="en", state="published")
    for source, target, relation in (
        (story, theme, "belongs_to"),
        (theme, idea, "inspired"),
        (unused, None, "not_used"),
    ):
        row = {"source_id": source, "target_id": target, "relation": relation}
        reason = {"nl": "Omdat het zo is."}
        await served.insert(
            Link, trajectory_id=served.trajectory_id, created_at=served.now, reason=reason, **row
        )
    await served.give("", kind="plan_part", title={"nl": "Een schone straat"}, state="published")
    for values in ({"municipal": True}, {"offered_at": served.now}, {"state": "kept"}):
        promise, _ = await served.give("Ik veeg de stoep.", kind="commitment", state="published")
        await served.insert(Commitment, node_id=promise, due_on=served.now.date(), **values)
    return spoken, marked


async def test_twenty_are_handled_by_keyboard(browser, served):
    """Publish, ask back and decline, without touching anything else."""
    for number in range(20):
        await served.give(f"Verhaal nummer {number}")
    page = await _sign_in(browser, served)
    await page.goto("/desk/oost/queue")
    await page.wait_for_selector("html.keyed")
    for number in range(20):
        if number % 5 == 3:
            await page.keyboard.press("v")
            await page.keyboard.type(" Waar was dat? p")
            await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
        elif number % 5 == 4:
            await page.keyboard.press("a")
            await page.keyboard.press("ArrowDown")
            await page.keyboard.press("Enter")
        else:
            await page.keyboard.press("p")
        await page.wait_for_url(f"**done={number + 1}#thing")
        await page.wait_for_selector("html.keyed")
    decided = [row.act for row in await served.all(Decision)]
    assert decided == ["publish", "publish", "publish", "ask_back", "decline"] * 4
    assert "Alles heeft een antwoord" in await page.inner_text("main")


async def test_keys_do_nothing_while_typing(browser, served):
    """Nor with Ctrl, nor when they are switched off."""
    _, number = await served.give()
    page = await _sign_in(browser, served)
    await page.goto(f"/desk/oost/queue/{number}")
    await page.get_by_text("aanpassen").click()
    await page.get_by_label("Jouw antwoord").press_sequentially("pvajk?u")
    await page.get_by_label("Jouw antwoord").blur()
    await page.keyboard.press("Control+p")
    await page.keyboard.press("?")
    await page.get_by_label("Toetsen gebruiken").uncheck()
    await page.reload()
    await page.keyboard.press("p")
    assert not await served.all(Decision)
    assert not await page.locator(".acts kbd").first.is_visible()


async def test_a_question_is_written_after_what_stands_there(browser, served):
    """The sentence of the house stays, and typing goes on at its end."""
    _, number = await served.give()
    page = await _sign_in(browser, served)
    await page.goto(f"/desk/oost/queue/{number}")
    await page.wait_for_selector("html.keyed")
    await page.keyboard.press("v")
    await page.keyboard.type(" Waar was dat?")
    question = page.get_by_label("Wat wil je van de schrijver weten?")
    assert await question.input_value() == "Kun je er iets meer over vertellen? Waar was dat?"


async def test_a_photo_that_cannot_be_shown(browser, served):
    """A sentence stands in its place, and no broken picture; so with a sound that cannot be played."""
    node_id, number = await served.give()
    await served.attach(node_id, "photo1", "photo")
    await served.attach(node_id, "voice1", "voice")
    page = await _sign_in(browser, served)
    await page.goto(f"/desk/oost/queue/{number}")
    await page.get_by_text("Het bestand is niet meer op te halen.").wait_for()
    assert await page.locator(".file img").count() == 0
    await page.locator(".file audio").evaluate("audio => audio.play().catch(() => {})")
    await page.locator(".file audio").wait_for(state="detached")
    assert await page.get_by_text("Het bestand is niet meer op te halen.").count() == 2


async def test_two_tabs(browser, served):
    """What was asked in one tab is not decided in the other: that says what happened, and keeps the words."""
    _, number = await served.give()
    page = await _sign_in(browser, served)
    old = await page.context.new_page()
    for tab in (page, old):
        await tab.goto(f"/desk/oost/queue/{number}")
        await tab.wait_for_selector("html.keyed")
    await page.keyboard.press("v")
    await page.get_by_role("button", name="Stuur de vraag").click()
    await page.wait_for_url(f"**done={number}#thing")
    await old.keyboard.press("p")
    await old.get_by_text(
        "Er is niets gebeurd. Er is intussen iets aan de schrijver gevraagd door Noor."
    ).wait_for()
    assert [row.state for row in await served.all(Node)] == ["asked_back"]


async def test_a_chosen_reason_brings_its_sentence_until_one_is_written(browser, served):
    """What someone wrote is never replaced."""
    _, number = await served.give()
    page = await _sign_in(browser, served)
    await page.goto(f"/desk/oost/queue/{number}")
    await page.keyboard.press("a")
    words = page.get_by_label("Jouw zin aan de schrijver")
    await page.get_by_label("Er is iemand in te herkennen").check()
    assert await words.input_value() == "We laten het niet zien: iemand is te herkennen."
    await page.get_by_label("Was al binnen").check()
    assert await words.input_value() == "Dit hadden we al van je."
    await words.fill("Mijn eigen zin.")
    await page.get_by_label("Er is iemand in te herkennen").check()
    assert await words.input_value() == "Mijn eigen zin."


async def test_the_undo_button_leaves_when_its_minute_is_over(browser, served):
    """A sentence stands in its place."""
    _, number = await served.give()
    await served.give()
    page = await _sign_in(browser, served)
    await page.clock.install()
    await page.goto(f"/desk/oost/queue/{number}")
    await page.keyboard.press("p")
    undo = page.get_by_role("button", name="Ongedaan maken")
    await undo.wait_for()
    await page.clock.fast_forward(61_000)
    await page.get_by_text("de minuut is voorbij").wait_for()
    assert not await undo.is_visible()


async def test_next_previous_and_undo_have_keys(browser, served):
    """J, K and U."""
    for _ in range(3):
        await served.give()
    page = await _sign_in(browser, served)
    await page.goto("/desk/oost/queue/1")
    for key, where in (("j", "/2#thing"), ("j", "/3#thing"), ("k", "/2#thing"), ("p", "/3?done=2#thing")):
        await page.wait_for_selector("html.keyed")
        await page.keyboard.press(key)
        await page.wait_for_url(f"**/queue{where}")
    await page.wait_for_selector("html.keyed")
    await page.keyboard.press("u")
    await page.wait_for_url("**/queue/2?undone=2#thing")
    assert [row.state for row in await served.all(Node)] == ["waiting"] * 3


async def test_everything_works_without_script(browser, served):
    """Filter, publish, decline with the sentence of the reason, undo, language, signing out."""
    for _ in range(3):
        await served.give()
    page = await _sign_in(browser, served, java_script_enabled=False)
    await page.goto("/desk/oost/queue")
    await page.get_by_text("Filter", exact=True).click()
    await page.get_by_label("Soort").select_option("story")
    await page.get_by_role("button", name="Toon").click()
    await page.get_by_role("button", name="Publiceren").click()
    await page.get_by_role("button", name="Ongedaan maken").click()
    assert "staat weer in de wachtrij" in await page.inner_text("main")
    await page.locator("summary", has_text="Afwijzen").click()
    await page.get_by_label("Was al binnen").check()
    await page.get_by_role("button", name="Wijs af").click()
    assert "Verhaal 1 is afgewezen." in await page.inner_text("main")
    assert (await served.all(Decision))[-1].sentence == "Dit hadden we al van je."
    await page.get_by_role("button", name="English").click()
    assert "Queue" in await page.inner_text("h1")
    await page.get_by_role("button", name="Sign out").click()
    assert (await page.goto("/desk")).status == 401


async def test_pages_have_no_flaw_that_axe_finds(browser, served):
    """Every page of the desk and the public one, wide and narrow, light and dark; and none is too wide."""
    spoken, marked = await _fill(served)
    signed_in = await _sign_in(browser, served, "admin")
    state = await signed_in.context.storage_state()
    paths = [
        "/",
        "/t/oost",
        f"/t/oost?lang={pseudo.LANGUAGE}",
        "/desk",
        "/desk/oost/queue",
        f"/desk/oost/queue/{spoken}",
        f"/desk/oost/queue/{marked}?kind=story&language=nl",
        "/desk/oost/queue?state=published",
        "/desk/oost/queue?kind=remark",
        "/desk/oost/reasons",
        "/desk/oost/promises",
        "/desk/oost/sending",
        "/desk/oost/groups",
        "/desk/nergens",
        "/desk/signed-out",
    ]
    found = []
    for size, scheme in zip(SIZES, ("light", "dark"), strict=True):
        context = await browser.new_context(
            base_url=served.base_url, viewport=size, color_scheme=scheme, storage_state=state
        )
        page = await context.new_page()
        for path in paths:
            await page.goto(path)
            await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            violations = (await Axe().run(page)).response["violations"]
            found += [(path, scheme, one["id"], one["nodes"][0]["html"]) for one in violations]
            if await page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append((path, scheme, "wider than the window", ""))
        await context.close()
    assert found == []


async def test_what_can_be_pressed_is_large_enough(browser, served):
    """Forty-four pixels high at least, on a phone."""
    await _fill(served)
    page = await _sign_in(browser, served, "admin")
    await page.set_viewport_size(SIZES[1])
    for path in ("/desk", "/desk/oost/queue", "/desk/oost/reasons", "/t/oost"):
        await page.goto(path)
        small = await page.evaluate(
            """[...document.querySelectorAll("button, summary, .button, nav a, select")]
               .filter(one => one.getBoundingClientRect().height > 0)
               .filter(one => one.getBoundingClientRect().height < 43.5)
               .map(one => one.outerHTML.slice(0, 100))"""
        )
        assert small == []


async def test_no_page_breaks_its_own_policy(browser, served):
    """The browser refuses nothing of ours."""
    spoken, _ = await _fill(served)
    page = await _sign_in(browser, served, "admin")
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    for path in ("/", "/t/oost", "/desk", "/desk/oost/reasons", "/desk/oost/sending", "/desk/oost/queue"):
        await page.goto(path)
    assert spoken
    assert refused == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
async def test_the_thing_at_hand_is_in_sight_after_a_deed(browser, served, size):
    """On a phone too, where the list comes first."""
    for _ in range(12):
        await served.give()
    page = await _sign_in(browser, served)
    await page.set_viewport_size(size)
    await page.goto("/desk/oost/queue/6")
    await page.get_by_role("button", name="Publiceren").click()
    await page.wait_for_url("**done=6#thing")
    for words in ("Verhaal 6 is gepubliceerd.", "Ongedaan maken"):
        box = await page.get_by_text(words).first.bounding_box()
        assert 0 <= box["y"] < size["height"] - 40
