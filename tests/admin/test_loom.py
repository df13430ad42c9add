"""What can be woven, found by words on each kind of database."""

from __future__ import annotations

import pytest
from contributions import given, sources
from stage import Stage

from admin.loom import Sieve, listed
from flows.deeds.make_result import Made
from flows.deeds.weave_result import weave_result


@pytest.mark.parametrize(
    ("sieve", "numbers"),
    [
        (Sieve(), [4, 2, 1]),
        (Sieve(words="DONKER"), [1]),
        (Sieve(words="één"), [4]),
        (Sieve(words="50%"), [2]),
        (Sieve(words="%"), [2]),
        (Sieve(words="4"), [4]),
        (Sieve(kind="theme"), [4]),
        (Sieve(unused=True), [4, 2]),
        (Sieve(after=4), [2, 1]),
    ],
)
async def test_found(database_url: str, sieve: Sieve, numbers: list[int]) -> None:
    """By kind, words (whatever signs are in them), number and use; what was not published is not there."""
    stage = Stage(database_url)
    await stage.set_up()
    dark = await given(stage, text="Het is er donker.")
    await given(stage, "idea", text="Zet 50% meer lampen neer.")
    await given(stage, state="waiting")
    async with stage.acting() as acting:
        made = await weave_result(acting, 1, "theme", {"nl": "Licht is één"}, sources(dark))
        assert isinstance(made, Made)
        found, more = await listed(acting.connection, 1, sieve)
    assert ([thing.number for thing in found], more) == (numbers, False)
