"""People who promise and join: a few lines each, for the tests of promises."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta

from residents import joined
from stage import Stage

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed
from flows.deeds.join_promise import Joined, NotJoined, join_promise
from flows.deeds.make_commitment import Condition, Shared, make_commitment
from flows.deeds.publish import publish
from flows.rendering import Message
from storage import participants

WORDS = "Ik veeg elke zondag de stoep."


async def people(stage: Stage, *names: str, language: str = "nl") -> None:
    """These take part, each in a chat of their own."""
    for name in names:
        await joined(stage, address=f"{name} on buttons", language=language)


@asynccontextmanager
async def acting_as(stage: Stage, name: str) -> AsyncIterator[Acting]:
    """A transaction of this person."""
    async with stage.acting() as acting:
        person = await participants.find(acting.connection, stage.secrets, "buttons", f"{name} on buttons")
        assert person is not None
        yield replace(acting, person=person, moderator_id=None)


def in_days(stage: Stage, days: int) -> date:
    """A day from the stage's today on."""
    return stage.now.date() + timedelta(days=days)


async def promised(
    stage: Stage,
    name: str,
    *,
    needs: int | None = None,
    days: int = 28,
    part: int | None = None,
    shared: Shared | None = None,
    public: bool = True,
    words: str = WORDS,
) -> int:
    """This person promises something under their own name, and it is published; returns the node's id."""
    condition = Condition(needs, in_days(stage, days // 2)) if needs is not None else None
    async with acting_as(stage, name) as acting:
        given = await make_commitment.run(
            acting,
            words=words,
            due_on=in_days(stage, days),
            shared=shared or Shared(name),
            part=part,
            condition=condition,
        )
    assert isinstance(given, Contributed), given
    node_id = await stage.node_id(given.number)
    if public:
        async with stage.acting() as acting:
            await publish(acting, node_id=node_id)
    await stage.collect()
    return node_id


async def joins(
    stage: Stage, name: str, node_id: int, share: str = "nothing", reach: str = ""
) -> Joined | NotJoined:
    """This person joins under their own name."""
    async with acting_as(stage, name) as acting:
        return await join_promise.run(acting, node_id=node_id, shared=Shared(name, share, reach))


async def heard(stage: Stage) -> dict[str, list[Message]]:
    """What everyone got since the last time, by name."""
    found: dict[str, list[Message]] = {}
    for address, message in await stage.deliver():
        found.setdefault(address.removesuffix(" on buttons"), []).append(message)
    return found


def read(message: Message) -> str:
    """All words of a message."""
    dots = (f"{dot.text} {dot.quote}" for dot in message.dots)
    return "\n".join((message.text, *dots))
