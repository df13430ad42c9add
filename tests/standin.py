"""A channel that stands in for a messenger: it keeps what it was sent and answers what it is told to."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from bot.channels.channel import MediaGone, Outcome, Receive, Sent
from flows.capabilities import Capabilities
from flows.rendering import Message


@dataclass
class StandIn:
    """Sends like a messenger without keys of its own; `outcomes` are given in turn, then Sent."""

    name: str = "standin"
    capabilities: Capabilities = field(
        default_factory=lambda: Capabilities(
            text_length=4000, buttons=20, button_label=60, per_second=1000, per_chat=1000, chat_burst=100
        )
    )
    sent: list[tuple[str, Message, str]] = field(default_factory=list)
    outcomes: deque[Outcome] = field(default_factory=deque)
    files: dict[str, bytes] = field(default_factory=dict)
    discarded: list[str] = field(default_factory=list)
    receive: Receive | None = None

    async def open(self, receive: Receive) -> None:
        """Keep who receives."""
        self.receive = receive

    async def close(self) -> None:
        """Nothing to let go of."""
        self.receive = None

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        """Note it, also when the answer is no."""
        self.sent.append((address, message, key))
        return self.outcomes.popleft() if self.outcomes else Sent(f"remote-{len(self.sent)}")

    async def fetch(self, remote: str) -> bytes:
        """A file that a test put there."""
        if remote not in self.files:
            raise MediaGone
        return self.files[remote]

    async def discard(self, remote: str) -> None:
        """Note it."""
        self.discarded.append(remote)

    def link(self, code: str) -> str:
        """A link of its own."""
        return f"https://standin.example/{code}"

    @property
    def texts(self) -> list[str]:
        """What was sent, in words."""
        return [message.text for _, message, _ in self.sent]
