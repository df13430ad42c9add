"""Text as it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.engine.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  hallo \n", "hallo"),
        ("a\x00b\x07c\x9dd", "abcd"),
        ("a\tb", "a b"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("een\n\n\n\n  \n\ntwee", "een\n\ntwee"),
        ("e\u0301e\u0301n", "één"),
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\u202eomgekeerd\u2066x\u2069", "omgekeerdx"),
        ("\u200b\ufeff ", ""),
        ("👩‍🚒 مرحبا", "👩‍🚒 مرحبا"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_kept(text: str, cleaned: str) -> None:
    """What disturbs storage or a page is taken out, and nothing else."""
    assert clean(text) == cleaned


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Clean text is clean, and can be stored."""
    once = clean(text)
    assert clean(once) == once
    once.encode()
