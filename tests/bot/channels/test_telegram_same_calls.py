from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, Literal

import pytest
from fakes.bot_api import FakeBotApi, User
from fakes.telegram_bots import LIBRARIES, SECRET, door

from bot.channels import telegram_polling
from bot.channels.channel import Received
from bot.channels.telegram_account import TelegramAccount
from flows.engine.talk import Document
from flows.inbound import (
    Blocked,
    Edited,
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
from flows.rendering import Button, Message

UPDATES = 200
Mode = Literal["webhook", "polling"]
Made = tuple[str, dict[str, Any], str]

TEXTS = (
    *(
        "Hallo",
        "/menu",
        "/menu@samenspraak_bot",
        "/taal en",
        "ja hoor",
        "2",
        "<b>vet</b> & *ster*",
        "😀" * 2048,
    ),
    *("regel\nregel", "\u202eom", "  spaties  ", "/start ' OR 1=1 --", "x" * 4096),
)
LABELS = (
    "Ja",
    "Nee",
    "Oneens",
    "Ik woon hier",
    "Dat zeg ik liever niet",
    "Ik gebruik deze hulp voor mijn moeder",
)


def reply(inbound: Inbound) -> list[Message]:
    """Messages of every shape, by nothing but the event itself."""
    count = inbound.order % 7
    buttons = tuple(Button(LABELS[i % 6], f"a:{inbound.order}:{i}") for i in range(count))
    match inbound.event:
        case Started(code):
            return [Message(f"Welkom {code}"), Message("Waar begin je?", buttons)]
        case Wrote(text) | Edited(text):
            return [Message(text or "?", buttons, rows=count % 2 == 0)]
        case Pressed(payload):
            return [Message(f"Je koos {payload}.", buttons)]
        case InGroup(link):
            return [Message(f"Ik praat met één mens tegelijk: {link}")]
        case Unreadable() | Located() | Unblocked():
            return [Message(type(inbound.event).__name__)]
        case Uploaded(remote) if count == 3:
            return [Message("Alles over jou", buttons, document=Document("a.json", "application/json", "{}"))]
        case Uploaded(remote):
            return [Message(f"Ontvangen: {remote}", buttons[:2])]
    return []


class Script:
    """Answers each event by sending; some are stored only at the second try, some are known already."""

    def __init__(self, channel: TelegramAccount) -> None:
        self._channel = channel
        self.events: list[Inbound] = []
        self.outcomes: list[str] = []

    async def __call__(self, inbound: Inbound) -> Received:
        known = [event.event_id for event in self.events]
        self.events.append(inbound)
        if inbound.order % 23 == 0 and inbound.event_id not in known:
            return "again"
        if inbound.event_id in known and inbound.order % 23:
            return "duplicate"
        for message in reply(inbound):
            sent = await self._channel.send(inbound.address, message, inbound.event_id)
            self.outcomes.append(repr(sent))
        if isinstance(inbound.event, Uploaded):
            await self._channel.fetch(inbound.event.remote)
        return "handled"


class Crowd:
    """People who do the same things in the same order at each run."""

    def __init__(self, api: FakeBotApi) -> None:
        self._api = api
        self._chance = random.Random(2)
        self._people = [api.user(1001 + i, f"Persoon {i}", ("nl", "en", "ar", "pl")[i % 4]) for i in range(8)]
        self._blocked: set[int] = set()
        self.numbers: list[int] = []

    async def act(self) -> None:
        """One deed of one person, with one update."""
        at = self._chance.randrange(len(self._people))
        person = self._people[at]
        if at in self._blocked:
            self._blocked.discard(at)
            self.numbers.append((await person.unblocks())["update_id"])
            return
        deeds = (self._says, self._opens, self._edits, self._presses, self._forges, self._sends, self._blocks)
        deed = self._chance.choices(deeds, weights=(6, 2, 2, 6, 1, 4, 1))[0]
        update = await deed(person)
        if deed == self._blocks:
            self._blocked.add(at)
        self.numbers.append(update["update_id"])

    async def _says(self, person: User) -> dict[str, Any]:
        if self._chance.random() < 0.2:
            text = self._chance.choice(["Wie komt er?", "/start@samenspraak_bot", "hoi @samenspraak_bot"])
            return await person.says_in_group(-100500, text)
        return await person.says(self._chance.choice(TEXTS))

    async def _opens(self, person: User) -> dict[str, Any]:
        return await person.opens(self._chance.choice(["https://t.me/b", "https://t.me/b?start=n-Ab_1"]))

    async def _edits(self, person: User) -> dict[str, Any]:
        said = await person.says("Eerst zo")
        self.numbers.append(said["update_id"])
        await self._api.settled()
        return await person.edits(said["message"]["message_id"], self._chance.choice(TEXTS[:5]))

    async def _presses(self, person: User) -> dict[str, Any]:
        payloads = [payload for heard in person.messages for _, payload in heard.buttons]
        if not payloads:
            return await self._opens(person)
        return await person.presses(self._chance.choice(payloads))

    async def _forges(self, person: User) -> dict[str, Any]:
        return await person.forges("a:forged:\ud83d\ude00") if person.messages else await self._says(person)

    async def _sends(self, person: User) -> dict[str, Any]:
        place = {"latitude": 52.1, "longitude": 4.3}
        senders: list[Callable[[], Awaitable[dict[str, Any]]]] = [
            lambda: person.sends_voice(b"OggS" * 9, 12),
            lambda: person.sends_photo(b"\xff\xd8" * 9, "de bank"),
            lambda: person.sends_document(b"%PDF", "application/pdf", "plan.pdf"),
            lambda: person.sends(location=place),
            lambda: person.sends(contact={"phone_number": "+31600000000", "first_name": "Omar"}),
        ]
        return await self._chance.choice(senders)()

    async def _blocks(self, person: User) -> dict[str, Any]:
        return await person.blocks()


async def run(library: str, mode: Mode) -> tuple[list[Made], list[Inbound], list[str]]:
    """What one library made of it: its calls, the events it handed over, what became of messages."""
    async with FakeBotApi(per_chat=10_000, overall=10_000) as api, door() as outside:
        channel = LIBRARIES[library](
            "1:TEST",
            api.url,
            mode,
            outside.url,
            SECRET,
            {"nl": [("menu", "Het menu")], "en": [("menu", "Menu")]},
        )
        outside.channel = channel
        script = Script(channel)
        await channel.open(script)
        crowd = Crowd(api)
        while len(crowd.numbers) < UPDATES:
            trouble(api, len(crowd.numbers))
            await crowd.act()
            await api.settled()
            if len(crowd.numbers) % 29 == 0:
                api.redeliver(crowd.numbers[-1])
                await api.settled()
        await channel.close()
        address = (outside.url, "https://example.org")
        calls = [(call.method, neutral(call.params, address), call.outcome) for call in api.calls]
        return calls, script.events, script.outcomes


def trouble(api: FakeBotApi, number: int) -> None:
    """Now and then something goes wrong with what is sent next."""
    if number % 31 == 30:
        api.fail_next(1, 429, "Too Many Requests: retry after 3", retry_after=3, method="sendMessage")
    if number % 37 == 36:
        api.fail_next(1, 500, "Internal Server Error", method="sendMessage")
    if number % 41 == 40:
        api.fail_next(1, 502, "Bad Gateway", method="answerCallbackQuery")


def neutral(params: dict[str, Any], address: tuple[str, str]) -> dict[str, Any]:
    """Parameters without the port that differs from run to run."""
    return {key: address[1] if value == address[0] else value for key, value in params.items()}


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_both_libraries_make_the_same_calls(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the same two hundred updates both libraries make the same calls, one by one."""
    monkeypatch.setattr(telegram_polling, "PAUSE_BEFORE_AGAIN", 0.02)
    (calls, events, outcomes), (other_calls, other_events, other_outcomes) = [
        await run(library, mode) for library in LIBRARIES
    ]
    assert len(calls) > UPDATES
    for call, other in zip(calls, other_calls, strict=False):
        assert call == other
    assert len(calls) == len(other_calls)
    assert outcomes == other_outcomes
    told = [(event.event_id, event.event, event.message_id, event.language) for event in events]
    other_told = [(event.event_id, event.event, event.message_id, event.language) for event in other_events]
    assert told == other_told


async def test_the_two_hundred_updates_are_of_every_kind() -> None:
    """The updates that are compared hold each kind of event more than once, and each kind of outcome."""
    calls, events, outcomes = await run("python-telegram-bot", "webhook")
    kinds = Counter(type(event.event) for event in events)
    wanted = {Started, Wrote, Pressed, Uploaded, Located, Edited, Blocked, Unblocked, InGroup, Unreadable}
    assert wanted <= {kind for kind, number in kinds.items() if number > 1}
    assert {outcome.partition("(")[0] for outcome in outcomes} == {"Sent", "Retry", "Blocked"}
    assert {"sendMessage", "answerCallbackQuery", "getFile", "setWebhook"} <= {
        method for method, _, _ in calls
    }
