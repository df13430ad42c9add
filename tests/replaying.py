"""Real votes of a Polis conversation, taken through the chat: each voter is a resident of a test channel.

The cards are the ones that we show; the voter's real vote is pressed where there is one, else the card is
passed. Messengers deliver twice and in another order, and so does this.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from crowd import counted, fold, recounted
from polis import Conversation
from residents import rows
from sqlalchemy import insert, select
from sqlmodel import col
from stage import CAPABILITIES, Stage, opened

from flows.counting import VALUES
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.open_step import open_step
from flows.exposure import needs_answers
from flows.inbound import Inbound, Pressed, Wrote
from flows.payloads import Choice, decode
from flows.rendering import Message
from flows.turns import Turns
from storage import participants
from storage.tables import Exposure, Node, Outbox, Vote

FOLD_EVERY = 10
"""So many voters come between two ticks."""

OPTIONS: Mapping[int, str] = {value: option for option, value in VALUES.items()}


@dataclass(frozen=True)
class Report:
    """What came of a replay; `below` of the ideas have fewer than ten answers."""

    voters: int
    ideas: int
    cards: int
    real_votes: int
    gini: float
    least_shown: int
    most_shown: int
    below: int
    shown_twice: int
    votes_lost: int
    votes_doubled: int
    tallies_as_counted: bool
    turns: int
    ms_a_turn: float

    def dump(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def gini(numbers: Sequence[int]) -> float:
    """How unevenly: 0 when all are the same, near 1 when one has all. Of nothing 0."""
    ordered, total = sorted(numbers), sum(numbers)
    if not total:
        return 0.0
    weighted = sum((2 * place - len(ordered) + 1) * number for place, number in enumerate(ordered))
    return weighted / (len(ordered) * total)


@dataclass
class Replay:
    """One conversation on one stage. `voters` bounds how many come.

    The ideas are all there at once, or come when they really came.
    """

    stage: Stage
    of: Conversation
    voters: int | None = None
    cards: int = 5
    ideas: Literal["at once", "as they came"] = "at once"
    nodes: dict[int, int] = field(default_factory=dict)
    said: dict[tuple[int, int], int] = field(default_factory=dict)
    real: int = 0
    turns: int = 0
    seconds: float = 0.0
    order: int = 0

    def __post_init__(self) -> None:
        """What each person really said last; one program takes all turns."""
        self.votes = {(person, idea): vote for person, idea, vote in self.of.votes}
        stage = self.stage
        self.program = Turns(stage.scripts, stage.secrets, stage.wording, CAPABILITIES, "replay")
        self.arrivals = sorted(self.of.arrivals, key=lambda person: (self.of.arrivals[person], person))

    async def run(self) -> Report:
        """Everyone in turn."""
        async with self.stage.acting() as acting:
            await open_step(acting, self.stage.trajectory_id, "choose")
        coming = sorted(self.of.ideas, key=lambda idea: (self.of.ideas[idea], idea))
        for number, voter in enumerate(self.arrivals[: self.voters]):
            at = self.of.arrivals[voter]
            here = [idea for idea in coming if self.ideas == "at once" or self.of.ideas[idea] <= at]
            coming = coming[len(here) :]
            await self._publish(here)
            await self._visit(number, voter, await self._join(voter))
            if number % FOLD_EVERY == FOLD_EVERY - 1:
                await fold(self.stage)
        await fold(self.stage)
        return await self._report()

    async def _publish(self, ideas: Sequence[int]) -> None:
        if not ideas:
            return
        async with self.stage.acting() as acting:
            shared = {
                "trajectory_id": self.stage.trajectory_id,
                "kind": "idea",
                "language": "en",
                "may_show": True,
                "state": "published",
                "created_at": self.stage.now,
            }
            made = await acting.connection.execute(
                insert(Node).returning(col(Node.id), sort_by_parameter_order=True),
                [{**shared, "number": 1000 + idea, "text": f"Idea {idea}"} for idea in ideas],
            )
            self.nodes |= dict(zip(made.scalars(), ideas, strict=True))
            await lay_out_cards(acting)

    async def _join(self, voter: int) -> int:
        address = self._address(voter)
        secrets, now = self.stage.secrets, self.stage.now
        async with opened(self.stage.url).writing() as connection:
            await participants.join(
                connection, secrets, "buttons", address, self.stage.trajectory_id, None, now
            )
            person = await participants.find(connection, secrets, "buttons", address)
            assert person is not None
            await participants.change(connection, person.participant_id, language="nl", consented_at=now)
            return person.participant_id

    async def _visit(self, number: int, voter: int, participant_id: int) -> None:
        """Five cards, one after another; now and then something is delivered twice, late, or changed."""
        payload = _card(await self._take(self._inbound(voter, Wrote("stemmen"))))
        first = payload
        for place in range(self.cards):
            if payload is None:
                break
            node_id = int(payload.question.partition(":")[2])
            vote = self.votes.get((voter, self.nodes[node_id]))
            self.real += vote is not None
            value = 0 if vote is None else vote
            pressed = self._inbound(voter, _press(payload, value))
            if (number + place) % 7 == 3:
                # Somebody thinks again at once, and the messenger delivers the second press first.
                later = self._inbound(voter, _press(payload, value))
                first_thought = self._inbound(voter, _press(payload, -1), order=later.order - 1)
                pressed = later
                messages = await self._take(pressed)
                await self._take(first_thought)
            else:
                messages = await self._take(pressed)
            self.said[participant_id, node_id] = value
            if (number + place) % 4 == 0:
                assert not await self._take(pressed)
            payload = _card(messages)
        if first is not None and number % 9 == 4:
            await self._take(self._inbound(voter, _press(first, 0)))
            self.said[participant_id, int(first.question.partition(":")[2])] = 0

    def _inbound(self, voter: int, event: Wrote | Pressed, order: int = 0) -> Inbound:
        self.order += 2
        return Inbound(
            channel="buttons",
            address=self._address(voter),
            event_id=f"e{self.order}" + (f"-{order}" if order else ""),
            order=order or self.order,
            at=self.stage.now,
            event=event,
            message_id=f"m{self.order}",
        )

    async def _take(self, inbound: Inbound) -> list[Message]:
        """One turn, and what it says; nothing when it was delivered before."""
        began = time.perf_counter()
        async with opened(self.stage.url).writing() as connection:
            taken = await self.program.take(connection, inbound, self.stage.now)
        self.seconds += time.perf_counter() - began
        self.turns += 1
        async with opened(self.stage.url).reading() as connection:
            found = await connection.execute(
                select(col(Outbox.body)).where(col(Outbox.id).in_(taken.rows)).order_by(col(Outbox.id))
            )
            return [Message.load(self.stage.secrets.open_json(body or b"")) for body in found.scalars()]

    def _address(self, voter: int) -> str:
        return f"voter {voter} on buttons"

    async def _report(self) -> Report:
        shown = [(row["participant_id"], row["node_id"]) for row in await rows(self.stage, Exposure)]
        last = {(row["participant_id"], row["node_id"]): row["value"] for row in await rows(self.stage, Vote)}
        tallies = await counted(self.stage)
        straight = await recounted(self.stage)
        times = Counter(node_id for _, node_id in shown)
        return Report(
            voters=len({person for person, _ in shown}),
            ideas=len(self.nodes),
            cards=len(shown),
            real_votes=self.real,
            gini=round(gini([times[node_id] for node_id in self.nodes]), 4),
            least_shown=min((times[node_id] for node_id in self.nodes), default=0),
            most_shown=max(times.values(), default=0),
            below=sum(
                needs_answers(of.agree, of.disagree, of.passed) > 0
                for of in (straight[node_id][1] for node_id in self.nodes)
            ),
            shown_twice=len(shown) - len(set(shown)),
            votes_lost=sum(last.get(key) != value for key, value in self.said.items()),
            votes_doubled=len(last.keys() - self.said.keys()),
            tallies_as_counted=all(tallies[node_id] == straight[node_id] for node_id in self.nodes),
            turns=self.turns,
            ms_a_turn=round(1000 * self.seconds / self.turns, 1) if self.turns else 0.0,
        )


def _card(messages: Sequence[Message]) -> Choice | None:
    """The card that was shown, if one was."""
    for message in messages:
        for button in message.buttons:
            payload = decode(button.payload)
            if isinstance(payload, Choice) and payload.question.startswith("vote:"):
                return payload
    return None


def _press(card: Choice, value: int) -> Pressed:
    return Pressed(Choice(card.run, card.question, OPTIONS[value]).encode())
