"""For whom a deed is done."""

from __future__ import annotations

import pytest
from residents import acting_as_resident
from stage import Stage


async def test_a_deed_of_residents_needs_one(chat: Stage) -> None:
    """Where nobody is talking, a deed that needs a resident says so."""
    async with chat.acting() as acting:
        with pytest.raises(LookupError, match="nobody is talking"):
            _ = acting.resident
    async with acting_as_resident(chat) as acting:
        assert acting.resident.slug == "parkrand"
