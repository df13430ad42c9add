"""The shape of a linking code, and how often one may be typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.linking import (
    FORGIVEN_AFTER,
    HANDLE,
    LENGTH,
    TRIES_OF_A_CHAT,
    TRIES_OF_A_CODE,
    may_try,
    read_code,
    shown_code,
)
from storage.secrets import ALPHABET

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH).filter(lambda code: not code.isalpha())


@given(CODES, st.sampled_from(["", "koppel ", "Koppel: ", "de code is ", "link "]))
def test_read_as_it_is_shown(code: str, before: str) -> None:
    """However it is typed: with capitals, a hyphen, spaces, words before it, a full stop."""
    shown = shown_code(code)
    for typed in (shown, code, shown.replace("-", " "), shown.replace("-", " - "), f"{shown}."):
        assert read_code(before + typed) == code


@pytest.mark.parametrize(
    "text",
    ["", "koppel", "whatsapp", "koppel whatsapp", "mijn app", "K7MP-4QX", "K7MP-4QXDZ", "ж7mp4qx", "👍"],
)
def test_what_is_no_code(text: str) -> None:
    """No word is a code, nor is anything shorter or longer."""
    assert read_code(text) is None


@pytest.mark.parametrize(
    ("tries", "ago", "may"),
    [
        (0, None, True),
        (TRIES_OF_A_CHAT - 1, timedelta(0), True),
        (TRIES_OF_A_CHAT, timedelta(0), False),
        (TRIES_OF_A_CHAT, FORGIVEN_AFTER - timedelta(seconds=1), False),
        (TRIES_OF_A_CHAT, FORGIVEN_AFTER, True),
    ],
)
def test_how_often_a_chat_may_try(tries: int, ago: timedelta | None, may: bool) -> None:
    """Five times, and again when an hour went by without a try."""
    assert may_try(tries, None if ago is None else NOW - ago, NOW) is may


def test_a_code_is_not_guessed() -> None:
    """All its tries together hit a code with a chance of less than one in a million."""
    assert TRIES_OF_A_CODE / len(ALPHABET) ** (LENGTH - HANDLE) < 1e-6
