"""Sending news: every language, linked to what it is about, told once to everyone it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from contributions import given, node, voted
from residents import joined, outbox_kinds, rows, set_values
from stage import Stage

from flows.deeds.announce import tell_announced
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.send_update import send_update
from flows.deeds.spread_links import spread_links
from flows.deeds.tell_news import tell_news
from flows.deeds.undo_weaving import undo_weaving
from storage.tables import Link, Notice, Outbox, Participant

TITLE = {"nl": "De glasbak staat er", "en": "The bottle bank is there"}
BODY = {"nl": "Sinds vandaag.", "en": "Since today."}
SOON = timedelta(seconds=61)


async def send(
    stage: Stage, about: Sequence[int] = (), *, everyone: bool = True, **texts: dict[str, str]
) -> Made | Refused:
    async with stage.acting() as acting:
        title, body = texts.get("title", TITLE), texts.get("body", BODY)
        return await send_update(acting, 1, title, body, about, everyone=everyone)


async def tell(stage: Stage) -> list[tuple[str, str]]:
    """All that is due by the clock, in the worst order; (kind, whom it is for) of what went out."""
    stage.now += SOON
    before = len(await outbox_kinds(stage))
    for deed in (spread_links, tell_news, tell_announced, spread_links, tell_news):
        handled = 1
        while handled:
            async with stage.acting() as acting:
                handled = await deed(acting)
    keys = [key.split(":") for key, _, _ in (await outbox_kinds(stage))[before:]]
    return sorted((parts[0], parts[-1] if parts[0] == "update" else parts[1]) for parts in keys)


@pytest.mark.parametrize("field", ["title", "body"])
@pytest.mark.parametrize(("texts", "missing"), [({"nl": "Alleen Nederlands"}, "en"), ({"en": "Only"}, "nl")])
async def test_in_every_language(stage: Stage, field: str, texts: dict[str, str], missing: str) -> None:
    """It says which one is missing, and nothing is laid in."""
    done = await send(stage, **{field: texts})
    assert done == Refused("update-language-missing", {"language": missing})
    assert await rows(stage, Link) == []


async def test_linked_to_what_it_is_about(stage: Stage) -> None:
    """Each link has the beginning of the text for its reason; about nothing it says that it is about all."""
    part = await given(stage, "plan_part", title={"nl": "Een bak"}, text="")
    made = await send(stage, [part])
    assert isinstance(made, Made)
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (part, made.node_id, "reported_in")
    assert link["reason"] == BODY
    about_all = await send(stage)
    assert isinstance(about_all, Made)
    assert (await node(stage, about_all.node_id))["because"]["nl"].startswith("Dit gaat over alles")


async def test_not_about_what_it_cannot_be_about(stage: Stage) -> None:
    """Something that was taken back, or that has no news."""
    assert isinstance(await send(stage, [await given(stage, state="withdrawn")]), Refused)
    assert isinstance(await send(stage, [await given(stage, "meaning")]), Refused)


async def test_everyone_in_one_message(stage: Stage) -> None:
    """Who gave something upstream hears it as an answer, others as a broadcast, nobody by the link too."""
    gave, takes_part = await joined(stage, address="a"), await joined(stage, address="b")
    await send(stage, [await given(stage, participant_id=gave)])
    assert await tell(stage) == [("update", str(gave)), ("update", str(takes_part))]
    assert [row["kind"] for row in (await outbox(stage))] == ["answer", "broadcast"]
    assert await rows(stage, Notice) == []
    assert await tell(stage) == []


async def test_only_upstream(stage: Stage) -> None:
    """Those hear of it with their other news, and who voted on its source too."""
    gave, voter, other = [await joined(stage, address=name) for name in "abc"]
    idea = await given(stage, "idea", participant_id=gave)
    await voted(stage, idea, [voter])
    await send(stage, [idea], everyone=False)
    assert await tell(stage) == [("link", str(gave)), ("link", str(voter))]
    assert other not in {row["participant_id"] for row in await rows(stage, Notice)}


async def test_who_never_wants_messages(stage: Stage) -> None:
    """They hear of what came of what they gave, and of nothing else."""
    gave, _ = await joined(stage, address="a"), await joined(stage, address="b")
    await set_values(stage, Participant, often="never")
    await send(stage, [await given(stage, participant_id=gave)])
    assert await tell(stage) == [("update", str(gave))]


async def test_taken_back_within_the_minute(stage: Stage) -> None:
    """Nobody hears of it."""
    gave = await joined(stage)
    made = await send(stage, [await given(stage, participant_id=gave)])
    assert isinstance(made, Made)
    async with stage.acting() as acting:
        assert not isinstance(await undo_weaving(acting, 1, made.node_id), Refused)
    assert await tell(stage) == []


async def test_a_long_one(chat: Stage) -> None:
    """Its beginning is told, with a button to read on."""
    await send(chat, body={"nl": "lang " * 500, "en": "long " * 500})
    await tell(chat)
    (message,) = await chat.collect()
    assert len(message.text) < 1000
    assert message.buttons[0].label == "Verder lezen"
    (whole,) = await chat.presses("Verder lezen")
    assert len(whole.text) > 2400


async def outbox(stage: Stage) -> list[dict[str, object]]:
    return [dict(row) for row in await rows(stage, Outbox) if row["key"].startswith("update:")]
