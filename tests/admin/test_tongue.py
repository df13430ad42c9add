"""The words of a page."""

from datetime import UTC, datetime, timedelta

import pytest

from admin.tongue import Tongue

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "zojuist"),
        (timedelta(minutes=1), "1 minuut geleden"),
        (timedelta(minutes=59), "59 minuten geleden"),
        (timedelta(hours=1), "1 uur geleden"),
        (timedelta(hours=23, minutes=59), "23 uur geleden"),
        (timedelta(days=1), "1 dag geleden"),
        (timedelta(days=400), "400 dagen geleden"),
        (timedelta(days=-1), "zojuist"),
    ],
)
def test_ages_are_told_in_whole_units(wording, ago, words):
    """A clock that runs ahead says "just now"."""
    assert Tongue(wording, "nl").ago(NOON - ago, NOON) == words


def test_words_come_in_the_best_language_there_is(wording):
    """This one, else one of the trajectory's, else any; empty when nothing was written."""
    t = Tongue(wording, "nl")
    assert t.pick({"nl": "dag", "en": "day"}).text == "dag"
    assert t.pick({"en": "day", "tr": "gün"}, ("tr", "en")).language == "tr"
    assert t.pick({"ar": "يوم"}, ("nl",)).text == "يوم"
    assert t.pick({"nl": "", "en": "day"}).text == "day"
    assert not t.pick({})
    assert not t.pick(None)


def test_codes_without_a_name_stand_for_themselves(wording):
    """A channel that was added yesterday."""
    t = Tongue(wording, "nl")
    assert t.known("desk-channel", "web") == "webchat"
    assert t.known("desk-channel", "pigeon post") == "pigeon post"


def test_languages_are_named_in_each_other(wording):
    """And by themselves; a code that nobody knows stays a code."""
    t = Tongue(wording, "nl")
    assert t.language_name("en") == "Engels"
    assert t.own_name("en") == "English"
    assert t.own_name("tr") == "Türkçe"
    assert t.language_name("not a language") == "not a language"
