"""What numbers of people may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.networks import FLOOR, KINDS, SIZES, dominant, is_missing, shown
from flows.wording import Wording

WORDING = Wording()
COUNTS = st.lists(st.integers(0, 40), max_size=6)


def test_every_kind_and_size_has_words() -> None:
    """What a resident can choose is called something in every language."""
    for key in (*(f"network-kind-{kind}" for kind in KINDS), *(f"network-size-{size}" for size in SIZES)):
        assert WORDING.has(key)


@given(COUNTS, st.integers(0, 40))
def test_no_small_number_is_told(counts: list[int], rest: int) -> None:
    """A number from one up to the floor is never shown, and what is shown is true."""
    for count, seen in zip(counts, shown(counts, rest), strict=True):
        match seen:
            case "few":
                assert 0 < count < FLOOR
            case "some":
                assert count >= FLOOR
            case _:
                assert seen == count
                assert not 0 < seen < FLOOR


@given(COUNTS)
def test_no_small_number_follows_from_the_total(counts: list[int]) -> None:
    """Where everyone came by some network, a single hidden number cannot be worked out from the others."""
    hidden = [seen for seen in shown(counts, 0) if isinstance(seen, str)]
    large = [count for count in counts if count >= FLOOR]
    assert len(hidden) != 1 or not large


@pytest.mark.parametrize(
    ("joined", "estimate", "missing"),
    [
        (0, None, True),
        (0, 8, True),
        (1, None, False),
        (4, 30, True),
        (5, 30, False),
        (14, 150, True),
        (15, 150, False),
        (3, 4, False),
    ],
)
def test_who_is_missing(joined: int, estimate: int | None, missing: bool) -> None:
    """A network of which nobody, or less than a tenth, takes part."""
    assert is_missing(joined, estimate) is missing


@given(st.integers(1, FLOOR - 1), st.integers(1, FLOOR - 1), st.none() | st.integers(0, 5000))
def test_missing_tells_no_small_number(one: int, other: int, estimate: int | None) -> None:
    """Two numbers below the floor look the same."""
    assert is_missing(one, estimate) == is_missing(other, estimate)


@pytest.mark.parametrize(
    ("counts", "total", "place"),
    [
        ([9, 1], 10, 0),
        ([1, 5], 10, 1),
        ([4, 1], 10, None),
        ([8, 1], 9, None),
        ([], 40, None),
        ([0, 0], 0, None),
    ],
)
def test_one_that_dominates(counts: list[int], total: int, place: int | None) -> None:
    """From half of at least ten people on."""
    assert dominant(counts, total) == place
