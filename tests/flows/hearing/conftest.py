"""Someone in the middle of a story."""

from __future__ import annotations

import pytest
from residents import STORY
from stage import Stage


@pytest.fixture
async def asked(chat: Stage) -> Stage:
    """Someone who told a story, and is asked whether it may be shown."""
    await chat.says("verhaal")
    await chat.says(STORY)
    return chat
