"""Plays a transcript: what a person and the desk do is taken from it, what the bot says is given back."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Refused
from flows.deeds.decline import decline
from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.publish import publish
from flows.deeds.remind_unfinished import remind_unfinished
from flows.deeds.undo_decision import undo_decision
from flows.inbound import Edited, Event, Pressed, Started, Uploaded, Wrote
from flows.rendering import Message
from storage.tables import Network


@dataclass
class Play:
    """One transcript on one fresh database."""

    url: str
    channel: str = "buttons"
    stage: Stage = field(init=False)

    async def perform(self, lines: list[str]) -> AsyncIterator[str]:
        """The transcript as it really goes: comments, acts and blank lines kept, the bot's lines afresh."""
        self.stage = Stage(self.url)
        await self.stage.set_up()
        for line in lines:
            if line.startswith("#"):
                yield line
            elif line.startswith("@ channel "):
                self.channel = line.split()[2]
                yield line
            elif line.startswith((">", "@")):
                yield ""
                yield line
                for message in await self._act(line):
                    for shown in shown_lines(message):
                        yield shown

    async def _act(self, line: str) -> list[Message]:
        kind, words = line[0], line[1:].strip()
        if kind == ">":
            return await self._person(words)
        name, _, rest = words.partition(" ")
        acts: dict[str, Callable[[str], Awaitable[None]]] = {
            "publish": self._publish,
            "decline": self._decline,
            "ask_back": self._ask_back,
            "undo": self._undo,
            "tick": self._tick,
            "wait": self._wait,
        }
        if name == "link":
            return await self._follow(rest)
        if name == "edit":
            return await self._edit(rest)
        await acts[name](rest)
        return await self.stage.collect()

    async def _person(self, words: str) -> list[Message]:
        pressed = re.fullmatch(r"\[(.+)\]", words)
        event: Event = Wrote(words)
        if pressed:
            event = Pressed(self.stage.button(pressed[1]).payload)
        elif words == "(spraak)":
            event = Uploaded("remote-voice", "voice", "audio/ogg", 9_000, seconds=12)
        elif words == "(foto)":
            event = Uploaded("remote-photo", "photo", "image/jpeg", 90_000)
        return await self.stage.event(event, self.channel)

    async def _follow(self, code: str) -> list[Message]:
        async with self.stage.acting() as acting:
            found = await acting.connection.execute(
                select(col(Network.token)).where(col(Network.code) == code)
            )
            token = found.scalar_one()
        return await self.stage.event(Started(token), self.channel)

    async def _edit(self, rest: str) -> list[Message]:
        """`edit 2 words`: the person changes their second-last message of words."""
        back, _, words = rest.partition(" ")
        number = next(self.stage.numbers)
        return await self.stage.event(Edited(words), self.channel, message_id=f"m{number - int(back)}")

    async def _publish(self, rest: str) -> None:
        number, _, sentence = rest.partition(" ")
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            assert not isinstance(await publish(acting, node_id=node_id, sentence=sentence), Refused)

    async def _decline(self, rest: str) -> None:
        number, reason, *sentence = rest.split(" ", 2)
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            words = sentence[0] if sentence else ""
            done = await decline(acting, node_id=node_id, reason=reason, sentence=words)
            assert not isinstance(done, Refused)

    async def _ask_back(self, rest: str) -> None:
        number, _, sentence = rest.partition(" ")
        node_id = await self.stage.node_id(int(number))
        async with self.stage.acting() as acting:
            assert not isinstance(await ask_back(acting, node_id=node_id, sentence=sentence), Refused)

    async def _undo(self, rest: str) -> None:
        node_id = await self.stage.node_id(int(rest))
        async with self.stage.acting() as acting:
            assert not isinstance(await undo_decision(acting, node_id=node_id), Refused)

    async def _tick(self, _rest: str) -> None:
        async with self.stage.acting() as acting:
            await remind_unfinished(acting)
        async with self.stage.acting() as acting:
            await expire_unfinished(acting)

    async def _wait(self, rest: str) -> None:
        amount, unit = rest.split()
        self.stage.wait(**{unit: float(amount)})


def shown_lines(message: Message) -> Iterator[str]:
    """A message as a municipality can read it."""
    yield from message.text.splitlines()
    for dot in message.dots:
        yield f"{'●' if dot.reached else '○'} {dot.text}"
        if dot.quote:
            yield f"   “{dot.quote}”"
    if message.buttons:
        yield " ".join(f"[{button.label}]" for button in message.buttons)
