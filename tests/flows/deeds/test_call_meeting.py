"""The desk calls a meeting, or calls it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from residents import joined, outbox_kinds, rows
from stage import MONDAY, Stage

from flows.deeds.attend_meeting import attend_meeting
from flows.deeds.call_meeting import Called, NewMeeting, call_meeting, call_off
from flows.deeds.deciding import Refused
from flows.deeds.invite_to_meetings import invite_to_meetings, remind_of_meetings
from flows.deeds.note_said import Noted, note_said
from storage import participants
from storage.tables import Attendance, Audit, Meeting, Node

SOON = NewMeeting(
    "open",
    {"nl": "Samen koken", "en": "Cooking"},
    {"nl": "Parkhuis"},
    MONDAY + timedelta(days=3),
    MONDAY + timedelta(days=3, hours=2),
)


async def called(stage: Stage, new: NewMeeting = SOON) -> int:
    async with stage.acting() as acting:
        made = await call_meeting(acting, stage.trajectory_id, new)
    assert isinstance(made, Called)
    return made.meeting_id


async def answered(stage: Stage, meeting_id: int, answer: str) -> str:
    async with stage.acting() as acting:
        person = await participants.find(
            acting.connection, stage.secrets, "buttons", stage.address("buttons")
        )
        return (await attend_meeting.run(replace(acting, person=person), meeting_id, answer)).outcome


async def ticked(stage: Stage) -> tuple[int, int]:
    async with stage.acting() as acting:
        return await invite_to_meetings(acting), await remind_of_meetings(acting)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"kind": "party"}, "meeting-kind-unknown"),
        ({"title": {"nl": " "}}, "meeting-words-missing"),
        ({"place": {}}, "meeting-words-missing"),
        ({"starts_at": MONDAY}, "meeting-not-ahead"),
        ({"starts_at": MONDAY + timedelta(days=731)}, "meeting-not-ahead"),
        ({"ends_at": SOON.starts_at}, "meeting-ends-before"),
        ({"ends_at": SOON.starts_at + timedelta(days=4)}, "meeting-ends-before"),
    ],
)
async def test_refused(sqlite_url: str, changes: dict[str, object], refused: str) -> None:
    """What cannot be a meeting is refused with the reason, and nothing is stored."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    async with stage.acting() as acting:
        result = await call_meeting(acting, stage.trajectory_id, replace(SOON, **changes))
    assert result == Refused(refused)
    assert await rows(stage, Meeting) == []


async def test_called_off(sqlite_url: str) -> None:
    """Once, before it begins; who comes or may come hears so, who does not come is left alone."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    meeting_id = await called(stage)
    coming = await joined(stage)
    assert await answered(stage, meeting_id, "maybe") == "noted"
    async with stage.acting() as acting:
        assert isinstance(await call_off(acting, meeting_id), Called)
        assert await call_off(acting, meeting_id) == Refused("meeting-cannot-be-called-off")
    assert [key for key, _, _ in await outbox_kinds(stage)] == [f"meeting-off:{meeting_id}:{coming}"]
    assert await answered(stage, meeting_id, "come") == "called-off"
    assert await ticked(stage) == (0, 0)
    assert [row["act"] for row in await rows(stage, Audit)] == ["call_meeting", "call_off_meeting"]


async def test_invited_and_reminded_once(database_url: str) -> None:
    """However often the clock ticks, each person is invited once, and reminded once on the day before."""
    stage = Stage(database_url)
    await stage.set_up()
    meeting_id = await called(stage)
    person = await joined(stage)
    assert await ticked(stage) == (1, 0)
    assert await ticked(stage) == (0, 0)
    await answered(stage, meeting_id, "come")
    stage.wait(days=1)
    assert await ticked(stage) == (0, 0)
    stage.wait(days=1)
    assert await ticked(stage) == (0, 1)
    assert await ticked(stage) == (0, 0)
    assert [key for key, _, _ in await outbox_kinds(stage)] == [
        f"meeting-invitation:{meeting_id}:{person}",
        f"meeting-tomorrow:{meeting_id}:{person}",
    ]
    (attendance,) = await rows(stage, Attendance)
    assert attendance["answer"] == "come"
    stage.wait(days=3)
    assert await answered(stage, meeting_id, "not") == "over"


async def test_who_never_wants_to_hear(sqlite_url: str) -> None:
    """Who stopped, or never wants messages, is not invited; to a dialogue few are."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await called(stage)
    await called(stage, replace(SOON, kind="dialogue"))
    person = await joined(stage)
    async with stage.acting() as acting:
        await participants.change(acting.connection, person, often="never")
    assert await ticked(stage) == (0, 0)
    async with stage.acting() as acting:
        await participants.change(acting.connection, person, often="usual")
    assert await ticked(stage) == (1, 0)
    async with stage.acting() as acting:
        await participants.change(acting.connection, person, role="works")
    assert await ticked(stage) == (1, 0)


async def test_what_was_said(sqlite_url: str) -> None:
    """Typed in after it began: published contributions of the meeting, numbered and on record."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    meeting_id = await called(stage)
    said = ["Meer licht bij de vijver.", "  ", "Een bankje erbij."]
    async with stage.acting() as acting:
        assert await note_said(acting, meeting_id, "idea", said, "nl") == Refused("meeting-not-held")
    stage.wait(days=3, hours=1)
    async with stage.acting() as acting:
        assert await note_said(acting, meeting_id, "theme", said, "nl") == Refused(
            "weave-kind", {"kind": "theme"}
        )
        assert await note_said(acting, meeting_id, "idea", [" "], "nl") == Refused("meeting-nothing-said")
        assert await note_said(acting, meeting_id, "idea", said, "nl") == Noted(2)
    nodes = await rows(stage, Node)
    assert [(n["text"], n["state"], n["source"], n["meeting_id"], n["step"]) for n in nodes] == [
        ("Meer licht bij de vijver.", "published", "meeting", meeting_id, "exchange"),
        ("Een bankje erbij.", "published", "meeting", meeting_id, "exchange"),
    ]
