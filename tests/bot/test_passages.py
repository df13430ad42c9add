"""One sender at a time for a chat."""

from __future__ import annotations

import asyncio

import pytest

from bot.passages import Passages


async def test_in_order_of_coming() -> None:
    """Who comes first goes first, and nobody goes while another is inside."""
    passages, log = Passages(), list[str]()

    async def goes(name: str) -> None:
        async with passages.through(1):
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    await asyncio.gather(*(goes(name) for name in "abc"))
    assert log == ["a in", "a out", "b in", "b out", "c in", "c out"]


async def test_other_doors_are_open() -> None:
    """One chat does not wait for another."""
    passages = Passages()
    async with passages.through(1), passages.through(2):
        assert len(passages) == 2


async def test_forgotten() -> None:
    """A door is forgotten when nobody is there, also after an error or who gave up waiting."""
    passages = Passages()
    with pytest.raises(LookupError):
        async with passages.through(1):
            raise LookupError
    assert len(passages) == 0
    async with passages.through(1):
        waiting = asyncio.create_task(passages.through(1).__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert len(passages) == 1
    assert len(passages) == 0
