"""What happens by the clock."""

from __future__ import annotations

import pytest
from stage import Stage

from flows.ticking import PAGED, Paged


@pytest.mark.parametrize("paged", PAGED, ids=lambda paged: paged.name)
async def test_nothing_is_due(stage: Stage, paged: Paged) -> None:
    """Where nothing is due nothing is handled, so that every tick comes to its end."""
    async with stage.acting() as acting:
        assert await paged.deed(acting) == 0
    assert paged.seconds > 0


def test_known_by_name() -> None:
    """Each has a name of its own."""
    assert len({paged.name for paged in PAGED}) == len(PAGED)
