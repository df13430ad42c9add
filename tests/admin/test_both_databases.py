"""Every page and every form once, on each kind of database."""

import asyncio

import pytest

from storage.tables import Addition, Compared, Decision, FailedEvent, Link, Node, Outbox, Trajectory, Vote

PAGES = [
    "/",
    "/t/oost",
    "/t/oost?lang=en",
    "/desk",
    "/desk/oost/queue",
    "/desk/oost/queue?kind=story&state=published&language=nl&after=90",
    "/desk/oost/queue/1",
    "/desk/oost/queue/2",
    "/desk/oost/steps",
    "/desk/oost/reasons",
    "/desk/oost/meanings",
    "/desk/oost/updates",
    "/desk/oost/sending",
]


async def _fill(world):
    story, _ = await world.give("Ik bel drie keer.", days_ago=6)
    await world.insert(Addition, node_id=story, text="Op maandag.", at=world.now)
    await world.attach(story, "voice1", "voice", seconds=48)
    shown, _ = await world.give("Nog een verhaal.", state="published", decided_at=world.now)
    theme, _ = await world.give("", kind="theme", title={"nl": "Luisteren"}, state="published")
    idea, _ = await world.give("Een vaste plek.", kind="idea", state="published")
    meaning, _ = await world.give("Luisteren", kind="meaning", state="published")
    await world.insert(Compared, node_id=meaning, story_id=shown, place=0)
    update, _ = await world.give("", kind="update", title={"nl": "Het loopt"}, state="published")
    for about in (shown, update):
        await world.give("Fijn.", kind="reply", about_id=about, state="published")
    for source, target, relation in (
        (theme, update, "reported_in"),
        (shown, theme, "belongs_to"),
        (theme, idea, "inspired"),
        (idea, None, "not_used"),
    ):
        row = {"source_id": source, "target_id": target, "relation": relation, "reason": {"nl": "Omdat."}}
        await world.insert(Link, trajectory_id=world.trajectory_id, created_at=world.now, **row)
    for value in (1, 1, 0, -1, 1):
        person = await world.person()
        row = {"node_id": idea, "participant_id": person, "value": value, "channel": "web"}
        await world.insert(Vote, at=world.now, **row)
    await world.count_votes()
    await world.insert(
        FailedEvent,
        channel="web",
        event_id="1",
        payload=b"",
        error="KeyError",
        first_at=world.now,
        last_at=world.now,
        set_aside_at=world.now,
    )


@pytest.fixture
async def either(database, wording, world_class):
    """The same desk, on SQLite and then on PostgreSQL."""
    made = world_class(database, wording)
    made.trajectory_id = await made.found()
    yield made
    await made.client.aclose()


async def test_two_at_once(either):
    """Of two colleagues who decide in the same moment one does, and the other hears of it."""
    await either.sign_in()
    for _ in range(5):
        _, number = await either.give()
        path = f"/desk/oost/queue/{number}"
        fields = {"drawn": await either.drawn(path), "sentence": "Waar was dat?"}
        acts = [either.submit(f"{path}/{act}", fields) for act in ("ask-back", "publish", "ask-back")]
        statuses = sorted(answer.status_code for answer in await asyncio.gather(*acts))
        assert statuses == [303, 409, 409]
    assert len(await either.all(Decision)) == 5


async def test_every_page_opens_and_every_form_works(either):
    """Signing in, all pages, all deeds, all changes to the reasons, signing out."""
    await either.sign_in("Noor", "admin")
    await _fill(either)
    for path in PAGES:
        assert (await either.client.get(path)).status_code == 200, path
    texts = {f"{field}-{language}": "Iets" for field in ("title", "body") for language in ("nl", "en")}
    names = {f"{field}-nl": "Iets" for field in ("title", "because", "named")}
    (meaning,) = await either.all(Node, kind="meaning")
    await either.change(Trajectory, either.trajectory_id, next_number=100)
    forms = [
        (f"/desk/oost/meanings/{meaning.number}", names),
        ("/desk/oost/updates", texts),
        ("/desk/oost/queue/1/publish", {"sentence": "Mooi."}),
        ("/desk/oost/queue/1/undo", {}),
        ("/desk/oost/queue/1/ask-back", {"sentence": "Waar?"}),
        ("/desk/oost/queue/1/decline", {"reason": "double"}),
        ("/desk/oost/reasons/double", {"act": "remove"}),
        ("/desk/oost/steps/choose", {"act": "plan", "opens": "2027-01-11", "closes": "2027-01-24"}),
        ("/desk/oost/steps/choose", {"act": "open"}),
        ("/desk/oost/steps/choose", {"act": "undo"}),
        ("/desk/oost/steps/exchange", {"act": "close"}),
        ("/desk/language", {"language": "en"}),
    ]
    for path, fields in forms:
        if path.endswith("ask-back"):
            either.later(minutes=2)
        assert (await either.submit(path, fields)).status_code == 303, path
    page = (await either.client.get("/desk/oost/sending")).text
    assert "the decision was undone" in page
    assert [row.state for row in await either.all(Node, number=1)] == ["declined"]
    assert len(await either.all(Outbox)) == 3
    assert (await either.submit("/desk/out")).status_code == 303
