from collections.abc import AsyncIterator

import pytest

from fakes.bot_api import FakeBotApi


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST") as server:
        yield server
