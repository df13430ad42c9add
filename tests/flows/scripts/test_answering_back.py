"""Answering what a moderator asked back."""

from __future__ import annotations

from types import SimpleNamespace

from residents import STORY

from flows.deeds.answer_back import AskedBack
from flows.engine.replay import BEGINNING, Ended, Entry, advance
from flows.engine.talk import Next
from flows.scripts.answering_back import answering_back

TOLD = {"text": STORY, "media": "", "kind": "text", "seconds": None}


def test_decided_at_the_very_moment() -> None:
    """When a decision crosses the answer, the words are offered back and not lost."""
    journal = {"reply:1": Entry(TOLD), "!answer_back:1": Entry(False, "deed")}
    seen = {"asked_back#1": [AskedBack("story", 1, "Waar?")], "trajectory#1": SimpleNamespace(stopped=False)}
    turn = advance(answering_back, journal, BEGINNING, seen)
    assert [say.text for say in turn.said] == ["answer-back-nothing"]
    assert turn.wants == Ended(Next("loose-words", {"words": TOLD}))
