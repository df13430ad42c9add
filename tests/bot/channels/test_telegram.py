from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram import TELEGRAM, deep_link, keyboard, read_update
from flows.inbound import (
    Blocked,
    Edited,
    Event,
    Inbound,
    InGroup,
    Located,
    Pressed,
    Started,
    Unblocked,
    Unreadable,
    Uploaded,
    Wrote,
)
from flows.rendering import Button, Message, degrade

Json = dict[str, Any]

BOT = "samenspraak_bot"
SANNE: Json = {"id": 1001, "is_bot": False, "first_name": "Sanne", "language_code": "nl-NL"}
PRIVATE: Json = {"id": 1001, "type": "private", "first_name": "Sanne"}
GROUP: Json = {"id": -100200300, "type": "supergroup", "title": "Buurtapp"}
CHANNEL: Json = {"id": -100200400, "type": "channel", "title": "Nieuws"}
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SECONDS = int(MOMENT.timestamp())


def message(chat: Json = PRIVATE, sender: Json = SANNE, **content: Any) -> Json:
    return {"message_id": 7, "date": SECONDS, "chat": chat, "from": sender, **content}


def member(chat: Json, old: str, new: str) -> Json:
    me = {"id": 1, "is_bot": True, "first_name": "S", "username": BOT}
    change = {"chat": chat, "from": SANNE, "date": SECONDS}
    old_member, new_member = {"user": me, "status": old}, {"user": me, "status": new}
    return {"my_chat_member": {**change, "old_chat_member": old_member, "new_chat_member": new_member}}


def read(**update: Any) -> Inbound | None:
    return read_update({"update_id": 870_000_001, **update}, BOT)


def event_of(**content: Any) -> Event | None:
    inbound = read(message=message(**content))
    return inbound.event if inbound else None


def test_a_message_tells_who_when_and_in_which_order() -> None:
    """A message carries its chat, its number, its moment, its own id and the language of its sender."""
    assert read(message=message(text="Hallo")) == Inbound(
        channel="telegram",
        address="1001",
        event_id="870000001",
        order=870_000_001,
        at=MOMENT,
        event=Wrote("Hallo"),
        message_id="7",
        language="nl",
    )


WORDS = [
    ("Hallo", Wrote("Hallo")),
    ("/start", Started("")),
    ("/start@Samenspraak_Bot", Started("")),
    ("/start n-Ab_9", Started("n-Ab_9")),
    ("/START n1", Started("n1")),
    ("/start " + "a" * 64, Started("a" * 64)),
    ("/start " + "a" * 65, Started("")),
    ("/start ' OR 1=1 --", Started("")),
    ("/start één", Started("")),
    ("/start a b", Started("")),
    ("/started", Wrote("/started")),
    ("/menu", Wrote("/menu")),
    ("/menu@samenspraak_bot", Wrote("/menu")),
    ("/taal@samenspraak_bot  en", Wrote("/taal en")),
    ("/menu@another_bot", Wrote("/menu@another_bot")),
    ("/start@another_bot x", Wrote("/start@another_bot x")),
    ("/", Wrote("/")),
    ("een \0 nul", Wrote("een  nul")),
    ("half \ud83d", Wrote("half \ufffd")),
    ("\ud83d\ude00", Wrote("😀")),
    ("\u202eom", Wrote("\u202eom")),
    ("<b>&amp;*_`", Wrote("<b>&amp;*_`")),
    ("\0", Unreadable()),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_and_commands(text: str, expected: Event) -> None:
    """Words stay as they are, our own commands lose our name, and only a right code counts."""
    assert event_of(text=text) == expected


FILES: list[tuple[Json, Event]] = [
    (
        {"voice": {"file_id": "v", "duration": 12, "mime_type": "audio/ogg", "file_size": 900}},
        Uploaded("v", "voice", "audio/ogg", 900, 12),
    ),
    ({"voice": {"file_id": "v", "duration": 1}}, Uploaded("v", "voice", "audio/ogg", 0, 1)),
    (
        {
            "audio": {"file_id": "a", "duration": 60, "mime_type": "Audio/MPEG", "file_size": 5},
            "caption": "mijn",
        },
        Uploaded("a", "voice", "audio/mpeg", 5, 60, "mijn"),
    ),
    (
        {"video_note": {"file_id": "n", "duration": 9, "length": 240, "file_size": 8}},
        Uploaded("n", "voice", "video/mp4", 8, 9),
    ),
    (
        {
            "photo": [
                {"file_id": "small", "width": 90, "height": 60, "file_size": 1},
                {"file_id": "large", "width": 900, "height": 600, "file_size": 100},
                {"file_id": "middle", "width": 300, "height": 200, "file_size": 10},
            ],
            "caption": "de \0bank",
        },
        Uploaded("large", "photo", "image/jpeg", 100, None, "de bank"),
    ),
    (
        {"document": {"file_id": "d", "mime_type": "image/png", "file_size": 3}},
        Uploaded("d", "photo", "image/png", 3),
    ),
    (
        {"document": {"file_id": "d", "mime_type": "application/pdf", "file_size": 3}},
        Uploaded("d", "other", "application/pdf", 3),
    ),
    ({"document": {"file_id": "d"}}, Uploaded("d", "other")),
    (
        {"video": {"file_id": "f", "duration": 4, "mime_type": "video/mp4", "file_size": 2**31}},
        Uploaded("f", "other", "video/mp4", 2**31, 4),
    ),
    (
        {
            "animation": {"file_id": "g", "duration": 2, "mime_type": "video/mp4"},
            "document": {"file_id": "g", "mime_type": "video/mp4"},
        },
        Uploaded("g", "other", "video/mp4", 0, 2),
    ),
]


@pytest.mark.parametrize(("content", "expected"), FILES)
def test_files(content: Json, expected: Event) -> None:
    """Recordings are voice, pictures are photo in their largest size, and the rest is other."""
    assert event_of(**content) == expected


def test_a_place() -> None:
    """A place comes as degrees, also when it has a name."""
    place = {"latitude": 52.37, "longitude": 4}
    assert event_of(location=place) == Located(52.37, 4.0)
    assert event_of(venue={"location": place, "title": "Park", "address": "-"}, location=place) == Located(
        52.37, 4.0
    )


@pytest.mark.parametrize("kind", ["sticker", "contact", "poll", "dice", "story", "checklist"])
def test_what_cannot_be_read(kind: str) -> None:
    """What a person sends and we cannot read is said to be so."""
    assert event_of(**{kind: {}}) == Unreadable()


@pytest.mark.parametrize(
    "kind", ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed"]
)
def test_what_telegram_notes_in_a_chat_is_nothing_to_us(kind: str) -> None:
    """What Telegram itself writes in a chat needs no answer."""
    assert event_of(**{kind: {}}) is None


def test_a_press() -> None:
    """A press carries its payload, and the language of who pressed rather than of the bot."""
    asked = message(sender={"id": 1, "is_bot": True, "first_name": "S", "language_code": "en"}, text="?")
    before = datetime.now(UTC)
    inbound = read(callback_query={"id": "4", "from": SANNE, "message": asked, "data": "a:ja"})
    assert inbound is not None
    assert (inbound.address, inbound.event, inbound.language) == ("1001", Pressed("a:ja"), "nl")
    assert before <= inbound.at <= datetime.now(UTC)


def test_a_press_on_a_message_that_telegram_forgot() -> None:
    """A press on a message too old to be shown again still counts."""
    forgotten = {"chat": PRIVATE, "message_id": 2, "date": 0}
    inbound = read(callback_query={"id": "4", "from": SANNE, "message": forgotten, "data": "x"})
    assert inbound is not None
    assert inbound.event == Pressed("x")


def test_an_edit() -> None:
    """An edit tells which message it changes, and when."""
    inbound = read(edited_message=message(text="Beter zo", edit_date=SECONDS + 60))
    assert inbound is not None
    assert (inbound.event, inbound.message_id) == (Edited("Beter zo"), "7")
    assert inbound.at.timestamp() == SECONDS + 60


def test_a_place_that_moves_is_no_edit() -> None:
    """A live location changes by itself: nobody corrected anything."""
    assert read(edited_message=message(location={"latitude": 1, "longitude": 1})) is None


MEMBERSHIPS = [
    (PRIVATE, "member", "kicked", Blocked()),
    (PRIVATE, "kicked", "member", Unblocked()),
    (GROUP, "left", "member", InGroup("https://t.me/samenspraak_bot")),
    (GROUP, "kicked", "administrator", InGroup("https://t.me/samenspraak_bot")),
    (GROUP, "member", "administrator", None),
    (GROUP, "member", "left", None),
    (CHANNEL, "left", "administrator", None),
]


@pytest.mark.parametrize(("chat", "old", "new", "expected"), MEMBERSHIPS)
def test_memberships(chat: Json, old: str, new: str, expected: Event | None) -> None:
    """Blocked and let in again by a person, invited by a group; a channel has no one to answer."""
    inbound = read(**member(chat, old, new))
    assert (inbound and inbound.event) == expected


GROUP_TEXTS = [
    ("/menu", True),
    ("/start@samenspraak_bot abc", True),
    ("/start@another_bot", False),
    ("vraag het @Samenspraak_Bot eens", True),
    ("@samenspraak_botje", False),
    ("mail@samenspraak_bot", False),
    ("Wie komt er morgen?", False),
]


@pytest.mark.parametrize(("text", "answered"), GROUP_TEXTS)
def test_groups(text: str, answered: bool) -> None:
    """In a group only who addresses the bot gets an answer, and nothing tells who that was."""
    inbound = read(message=message(chat=GROUP, text=text))
    expected = Inbound(
        channel="telegram",
        address="-100200300",
        event_id="870000001",
        order=870_000_001,
        at=MOMENT,
        event=InGroup("https://t.me/samenspraak_bot"),
    )
    assert inbound == (expected if answered else None)


def test_a_bot_without_a_name_is_not_mentioned() -> None:
    """As long as we do not know our name, a lonely @ does not call us."""
    assert read_update({"update_id": 1, "message": message(chat=GROUP, text="@ de bank")}, "") is None


def test_other_bots_get_no_answer() -> None:
    """Two bots never talk with each other."""
    assert read(message=message(sender={**SANNE, "is_bot": True}, text="Hallo")) is None


@pytest.mark.parametrize("kind", ["channel_post", "inline_query", "poll", "chat_member", "brand_new"])
def test_other_kinds_are_nothing_to_us(kind: str) -> None:
    """An update of a kind that we did not ask for is let go."""
    assert read(**{kind: {"id": "1"}}) is None


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nl", "nl"),
        ("pt-br", "pt"),
        ("EN", "en"),
        ("fil", "fil"),
        ("", ""),
        ("n", ""),
        ("nl'--", ""),
        (None, ""),
    ],
)
def test_languages(code: str | None, language: str) -> None:
    """Of a language its first part counts, if it is one."""
    inbound = read(message=message(sender={**SANNE, "language_code": code}, text="Hallo"))
    assert inbound is not None
    assert inbound.language == language


GARBAGE: list[Any] = [
    {},
    {"update_id": None},
    {"update_id": True},
    {"update_id": "1"},
    {"update_id": 2**64},
    {"update_id": 1, "message": "Hallo"},
    {"update_id": 1, "message": []},
    {"update_id": 1, "message": {}},
    {"update_id": 1, "message": message(text=5)},
    {"update_id": 1, "message": {**message(text="x"), "date": 10**15}},
    {"update_id": 1, "message": {**message(text="x"), "chat": {"id": "x", "type": "private"}}},
    {"update_id": 1, "message": message(photo=[])},
    {"update_id": 1, "message": message(photo=[5])},
    {"update_id": 1, "message": message(location={"latitude": float("nan"), "longitude": 0})},
    {"update_id": 1, "message": message(location={"latitude": 91, "longitude": 0})},
    {"update_id": 1, "message": message(location={"latitude": 1, "longitude": 10**400})},
    {"update_id": 1, "callback_query": {"id": "1", "from": SANNE, "message": message(), "data": {}}},
    {"update_id": 1, "my_chat_member": {"chat": PRIVATE, "date": SECONDS}},
]


@pytest.mark.parametrize("raw", GARBAGE)
def test_what_is_no_update(raw: Any) -> None:
    """What is no update is refused, whatever is wrong with it."""
    with pytest.raises(ValueError):
        read_update(raw, BOT)


NAMES = st.sampled_from(
    "update_id message edited_message callback_query my_chat_member chat from id type date text caption "
    "photo voice document location latitude longitude duration message_id data status new_chat_member "
    "old_chat_member width height language_code".split()
)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["private", "group", "supergroup", "kicked", "member", "/start", "\ud800", "\0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=12,
)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(raw=st.dictionaries(NAMES, ANYTHING, max_size=6))
def test_anything_at_all_is_read_or_refused(raw: Json) -> None:
    """Whatever comes as JSON is an event, nothing, or refused with ValueError."""
    try:
        read_update(raw, BOT)
    except ValueError:
        return


@UNHURRIED
@given(damage=ANYTHING, where=st.sampled_from(["message", "edited_message"]), data=st.data())
def test_a_damaged_message_is_read_or_refused(damage: Any, where: str, data: st.DataObject) -> None:
    """A message with one damaged part is an event that can be stored as UTF-8, nothing, or refused."""
    whole = message(**FILES[4][0], text="Hallo", location={"latitude": 1, "longitude": 2})
    part = data.draw(st.sampled_from(sorted(whole)))
    try:
        inbound = read_update({"update_id": 1, where: {**whole, part: damage}}, BOT)
    except ValueError:
        return
    texts = [text for text in vars(inbound.event).values() if isinstance(text, str)] if inbound else []
    assert "\0" not in "".join(texts).encode().decode()


def labelled(*labels: str, rows: bool = False) -> list[list[str]]:
    buttons = tuple(Button(label, "p") for label in labels)
    return [[button.label for button in row] for row in keyboard(Message("?", buttons, rows=rows))]


def test_short_labels_stand_beside_each_other() -> None:
    """Up to three short labels share a row, two of middling length do, and longer ones stand alone."""
    assert labelled() == []
    assert labelled("Ja", "Nee") == [["Ja", "Nee"]]
    assert labelled("Eens", "Oneens", "Sla over") == [["Eens", "Oneens", "Sla over"]]
    assert labelled("1", "2", "3", "4") == [["1", "2"], ["3", "4"]]
    assert labelled("1", "2", "3", "4", "5") == [["1", "2", "3"], ["4", "5"]]
    assert labelled("Ik woon hier", "Ik werk hier") == [["Ik woon hier", "Ik werk hier"]]
    assert labelled("Ik woon hier", "Dat zeg ik liever niet") == [
        ["Ik woon hier"],
        ["Dat zeg ik liever niet"],
    ]
    assert labelled("x" * 40) == [["x" * 40]]


def test_a_list_has_one_label_to_a_row() -> None:
    """What is to be shown as a list is one."""
    assert labelled("Ja", "Nee", rows=True) == [["Ja"], ["Nee"]]


def test_a_long_message_is_cut_to_what_telegram_takes() -> None:
    """Texts are cut in the unit that Telegram counts in."""
    parts = degrade(Message("😀" * 3000), TELEGRAM)
    lengths = [len(part.text.encode("utf-16-le")) // 2 for part in parts]
    assert max(lengths) <= 4096
    assert (len(lengths), sum(lengths)) == (2, 6000)


def test_links() -> None:
    """A link opens the chat, with a code or without; there is none before the bot has a name."""
    assert deep_link(BOT, "n1") == "https://t.me/samenspraak_bot?start=n1"
    assert deep_link(BOT, "") == "https://t.me/samenspraak_bot"
    assert deep_link("", "n1") == ""
