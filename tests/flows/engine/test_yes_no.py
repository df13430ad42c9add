"""Yes and no, as people say it."""

from __future__ import annotations

import pytest
from readings import misread, reading, table, typed

from flows.engine.questions import Localized, Misread, Press, Sent
from flows.engine.readers import YesNo

YES = """
ja | Ja hoor | jazeker | yes please | Ok | 👍 | 👍🏽 | 👍👍 | 1 | JA! | ja, dat mag | jaaaa |
dat wil ik wel | ja graag 😀 | prima hoor | yes, of course | sure | no problem | geen probleem |
ja ik woon hier al 20 jaar | okee dan | natuurlijk | een | optie 1 | de eerste |
wat mij betreft wel | doe maar | ja ja | ja, dank je | *ja* | I don't mind | I do | ✅ |
Yes I would like that | 1️⃣ | 1. | zeker weten | dat klopt | ik doe mee
"""

NO = """
nee | Nee dank je | nee liever niet | 👎 | 2 | dat wil ik niet | no thanks | NEE!! | neeee |
liever niet | zeker niet | I don't want that | I do not want to | nee hoor, dat hoeft niet | nope |
niet nu | nee, dat mag niet | doe maar niet | no no | ik wil het niet | ben ik het niet mee eens |
I'd rather not | de tweede | nee, bedankt | oneens | ik doe niet mee | nee het is goed zo | never |
❌ | nu even niet | I don't agree | please don't | nee ik woon hier niet | the second | laatste
"""

NEITHER = """
ja maar nee | weet niet | dat weet ik niet | misschien | ja maar alleen zonder naam | ja? | ja/nee |
yes and no | hmm | ik snap het niet | wat bedoel je | maybe | I don't know | not sure | niet zeker |
ja 👎 | vind ik niet erg | waarom niet | why not? | dat | ... | 3 | 0 | ik denk het wel | ja doei |
nou ja | need | hangt ervan af | geen idee | goed of niet | de boom is om | I guess | ok? |
ja niet | ik zeg niet nee | ja, als niemand het leest | stop | hmmmm | zzzz | goed verhaal |
eens per week | mag ik iets vragen | mag dat | wel raar | good question | ok stop | ja stop | graag gedaan |
no one
"""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("text", "meant"),
    [*((text, True) for text in table(YES)), *((text, False) for text in table(NO))],
)
def test_yes_and_no_are_read_in_many_words(text: str, meant: bool, language: str) -> None:
    """Dutch or English, in either language of the chat."""
    assert typed(YesNo(), text, language) is meant


@pytest.mark.parametrize(
    "text", [*table(NEITHER), "", "ja " * 200, "ja en " + "toen kwam er iemand langs " * 4]
)
def test_doubt_is_never_read_as_yes_or_no(text: str) -> None:
    """Who leaves room for doubt is asked again, with the words that would do."""
    assert typed(YesNo(), text) == misread("answer-yes-no")


SHOW = YesNo(Localized({"nl": "Ja, iedereen mag het lezen", "en": "Yes, show it"}), "Nee, alleen jullie")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ja hoor", True),
        ("nee hoor", False),
        ("ja, iedereen mag het lezen", True),
        ("iedereen mag het lezen", True),
        ("yes, show it", True),
        ("nee, alleen", False),
        ("Nee alleen julie", False),
    ],
)
def test_yes_and_no_may_have_labels_of_their_own(text: str, meant: bool) -> None:
    """The labels that are shown count as well as the common words."""
    assert typed(SHOW, text) is meant


def test_yes_and_no_can_be_pressed() -> None:
    """The buttons are yes and no; any other is gone."""
    assert [option.key for option in YesNo().options()] == ["yes", "no"]
    assert YesNo().read(Press("yes"), reading()) is True
    assert YesNo().read(Press("no"), reading()) is False
    assert YesNo().read(Press("maybe"), reading()) == misread("answer-gone")
    assert isinstance(YesNo().read(Sent("m", "voice"), reading()), Misread)
