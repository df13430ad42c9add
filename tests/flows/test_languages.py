"""Which of some languages somebody reads best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.languages import MOST_WISHES, best, wishes


@pytest.mark.parametrize(
    ("header", "wished"),
    [
        ("", []),
        ("nl", ["nl"]),
        ("en-GB,en;q=0.9,nl;q=0.8", ["en-GB", "en", "nl"]),
        ("nl;q=0.3, en ; q=0.7, fr", ["fr", "en", "nl"]),
        ("nl;q=0, en;q=0.1", ["en"]),
        ("nl;q=much, en;q=, de;q=2, ;q=1, ,fy", ["en", "fy"]),
        ("*", ["*"]),
        ("en;q=nan, nl;q=inf", []),
    ],
)
def test_wishes(header: str, wished: list[str]) -> None:
    """By weight and then by place, and what cannot be read is passed over."""
    assert wishes(header) == wished


@pytest.mark.parametrize(
    ("wished", "among", "found"),
    [
        (["en-GB", "nl"], ["nl", "en"], "en"),
        (["EN"], ["nl", "en"], "en"),
        (["nl-BE"], ["nl-NL", "nl-BE"], "nl-BE"),
        (["pt"], ["nl", "pt_BR"], "pt_BR"),
        (["fr", "*"], ["nl", "en"], None),
        ([], ["nl"], None),
    ],
)
def test_best(wished: list[str], among: list[str], found: str | None) -> None:
    """The first wish that is met, whatever its region."""
    assert best(wished, among) == found


@given(st.text())
def test_any_header_can_be_read(header: str) -> None:
    """Nothing that a browser sends breaks the reading."""
    assert len(wishes(header)) <= MOST_WISHES
