"""Replaying: what the journal knows is answered, what it does not know is wanted, and silence before that."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import JSON, Option, Question
from flows.engine.readers import OneOf, SeveralOf, Text, YesNo
from flows.engine.replay import (
    BEGINNING,
    Ended,
    Entry,
    ForeignAwait,
    NameUsedTwice,
    Turn,
    advance,
    deed_name,
)
from flows.engine.talk import Ask, Do, Next, Script, See, Talk, deed, query, script

NAME = Question("name", "ask-name", Text())
AGREE = Question("agree", "ask-agree", YesNo())
COLOURS = tuple(Option(key, key.title()) for key in ("red", "blue", "green"))
COLOUR = Question("colour", "ask-colour", OneOf(COLOURS))
SEVERAL = Question("several", "ask-several", SeveralOf(COLOURS))


@dataclass(frozen=True)
class Noted:
    number: int
    at: datetime


@deed("note")
async def note(context: object, words: str) -> Noted:
    raise AssertionError("advance itself never does anything")


@query("weather")
async def weather(context: object) -> str:
    raise AssertionError("advance itself never reads anything")


@query("tide")
async def tide(context: object) -> str:
    raise AssertionError("advance itself never reads anything")


@script("greeting")
async def greeting(talk: Talk) -> Next | None:
    await talk.say("hello")
    name = await talk.ask(NAME, polite=True)
    await talk.say("nice", name=name)
    noted = await talk.do(note, words=name)
    await talk.say("noted", number=noted.number, year=noted.at.year)
    agreed = await talk.ask(AGREE)
    await talk.say("bye" if agreed else "pity")
    return Next("menu", {"name": name}) if agreed else None


ANN = {"name": Entry("Ann")}
DONE = {**ANN, deed_name("note"): Entry({"number": 7, "at": "2026-11-23T09:00:00Z"}, "deed")}
ALL = {**DONE, "agree": Entry(True)}


def play(
    scripted: Script,
    journal: Mapping[str, Entry] | None = None,
    fresh: str | None = BEGINNING,
    seen: Mapping[str, Any] | None = None,
) -> Turn:
    return advance(scripted, journal or {}, fresh, seen or {})


def said(turn: Turn) -> list[str]:
    return [say.text for say in turn.said]


def asked(turn: Turn) -> str:
    assert isinstance(turn.wants, Ask)
    return turn.wants.name


@pytest.mark.parametrize("journal", [{}, ANN, DONE, ALL])
@pytest.mark.parametrize("fresh", [BEGINNING, "name", None])
def test_pure(journal: dict[str, Entry], fresh: str | None) -> None:
    """The same journal gives the same turn, and is left as it was."""
    before = dict(journal)
    assert play(greeting, journal, fresh) == play(greeting, journal, fresh)
    assert journal == before


def test_at_the_beginning_everything_is_said() -> None:
    """A script that just began is loud up to its first question."""
    turn = play(greeting)
    assert said(turn) == ["hello"]
    assert turn.wants == Ask("name", NAME, {"polite": True})


def test_a_deed_is_wanted_with_its_arguments() -> None:
    """What the script wants done comes back with what it is to be done with."""
    turn = play(greeting, ANN, "name")
    assert turn.wants == Do("note", note, ((), {"words": "Ann"}))
    assert said(turn) == ["nice"]


@pytest.mark.parametrize(
    ("fresh", "words"),
    [
        (BEGINNING, ["hello", "nice", "noted"]),
        ("name", ["nice", "noted"]),
        (deed_name("note"), ["noted"]),
        ("agree", []),
        ("elsewhere", []),
        (None, []),
    ],
)
def test_silent_before_what_is_new(fresh: str | None, words: list[str]) -> None:
    """What is said before the fresh entry stays silent, what comes after it is said."""
    turn = play(greeting, DONE, fresh)
    assert said(turn) == words
    assert asked(turn) == "agree"


def test_said_with_what_the_journal_knows() -> None:
    """Arguments of what is said come from the journal: an answer as it was read, a deed's own type."""
    first, second = play(greeting, DONE, "name").said
    assert first.arguments == {"name": "Ann"}
    assert second.arguments == {"number": 7, "year": 2026}


def test_end() -> None:
    """At the end a script may name the one that follows, with answers that are known to it."""
    assert play(greeting, ALL, "agree") == Turn(
        play(greeting, ALL, "agree").said, Ended(Next("menu", {"name": "Ann"}))
    )
    assert said(play(greeting, ALL, "agree")) == ["bye"]
    no = play(greeting, {**DONE, "agree": Entry(False)}, "agree")
    assert said(no) == ["pity"]
    assert no.wants == Ended()


def test_answers_known_beforehand_are_not_asked() -> None:
    """A script that begins with answers in its journal goes on to the first thing it does not know."""
    turn = play(greeting, ANN, BEGINNING)
    assert isinstance(turn.wants, Do)
    assert said(turn) == ["hello", "nice"]


def test_entries_that_no_question_asks_for_are_ignored() -> None:
    """What a removed question left in the journal changes nothing."""
    assert play(greeting, {**DONE, "shoe-size": Entry(43)}, "name") == play(greeting, DONE, "name")


@script("round")
async def going_round(talk: Talk) -> None:
    for key in await talk.see(weather):
        if await talk.ask(AGREE, about=key):
            await talk.do(note.about(key), words=key)
        await talk.say("so", key=key)


def test_names_in_a_loop() -> None:
    """In a loop questions and deeds are named by what they are about."""
    seen = {"weather#1": ["sun", "rain"]}
    assert asked(play(going_round, {}, BEGINNING, seen)) == "agree:sun"
    turn = play(going_round, {"agree:sun": Entry(True)}, "agree:sun", seen)
    assert isinstance(turn.wants, Do)
    assert turn.wants.name == "note:sun"
    journal = {"agree:sun": Entry(False), "agree:rain": Entry(False)}
    assert play(going_round, journal, "agree:rain", seen).wants == Ended()
    assert [say.arguments["key"] for say in play(going_round, journal, "agree:rain", seen).said] == ["rain"]


def test_an_item_that_is_gone_is_ignored() -> None:
    """The answer about an item that is no longer there is not used, the others are."""
    journal = {"agree:sun": Entry(False), "agree:rain": Entry(False)}
    turn = play(going_round, journal, BEGINNING, {"weather#1": ["rain", "snow"]})
    assert [say.arguments["key"] for say in turn.said] == ["rain"]
    assert asked(turn) == "agree:snow"


def test_question_and_deed_may_share_a_name() -> None:
    """An answer is never taken for the result of a deed."""

    @script("same")
    async def same(talk: Talk) -> None:
        note_asked = await talk.ask(Question("note", "ask-note", Text()))
        await talk.do(note, words=note_asked)

    turn = play(same, {"note": Entry("words")})
    assert isinstance(turn.wants, Do)


def test_one_question_asked_twice() -> None:
    """A name that is used twice is a mistake of the script, and named."""

    @script("twice")
    async def twice(talk: Talk) -> None:
        await talk.ask(NAME)
        await talk.ask(NAME)

    assert asked(play(twice)) == "name"
    with pytest.raises(NameUsedTwice, match=r"name.*about"):
        play(twice, ANN)


def test_one_deed_done_twice() -> None:
    """The same goes for deeds, before the second one is done."""

    @script("twice")
    async def twice(talk: Talk) -> None:
        await talk.do(note, words="once")
        await talk.do(note, words="again")

    with pytest.raises(NameUsedTwice, match="!note"):
        play(twice, {deed_name("note"): DONE[deed_name("note")]})


class Strange:
    """Something that can be awaited and is none of the four verbs."""

    def __init__(self, given: object) -> None:
        self.given = given

    def __await__(self) -> Generator[object, Any, Any]:
        return (yield self.given)


@pytest.mark.parametrize("given", [None, "ask", 1, Ask, object()])
def test_nothing_else_can_be_awaited(given: object) -> None:
    """Whatever else a script awaits is refused, and the script is closed properly."""
    closed = []

    @script("strange")
    async def strange(talk: Talk) -> None:
        try:
            await Strange(given)
        finally:
            closed.append(True)

    with pytest.raises(ForeignAwait, match=r"talk\.ask"):
        play(strange)
    assert closed == [True]


@pytest.mark.parametrize("seconds", [0, 1])
async def test_a_script_cannot_sleep(seconds: int) -> None:
    """Not even where an event loop runs."""

    @script("sleepy")
    async def sleepy(talk: Talk) -> None:
        await asyncio.sleep(seconds)

    with pytest.raises(ForeignAwait):
        play(sleepy)


def test_a_mistake_in_a_script_comes_out() -> None:
    """What a script itself raises is not swallowed."""

    @script("wrong")
    async def wrong(talk: Talk) -> None:
        await talk.say("hello")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        play(wrong)


@script("choosing")
async def choosing(talk: Talk) -> None:
    await talk.say("before")
    colour = await talk.ask(COLOUR)
    await talk.say("chosen", colour=colour)
    several = await talk.ask(SEVERAL)
    await talk.say("several", several=",".join(several))


@pytest.mark.parametrize("stored", ["purple", 3, None, ["red"]])
def test_an_answer_that_no_longer_fits_is_asked_again(stored: JSON) -> None:
    """An option that was removed, or an answer of another shape, opens its question anew."""
    turn = play(choosing, {"colour": Entry(stored)}, "colour")
    assert turn.wants == Ask("colour", COLOUR, {})
    assert said(turn) == []


def test_half_an_answer_keeps_the_question_open() -> None:
    """A question of several stays open with what was chosen so far."""
    journal = {"colour": Entry("red"), "several": Entry(["red", "green"], unfinished=True)}
    turn = play(choosing, journal, "several")
    assert turn.wants == Ask("several", SEVERAL, {}, chosen=("red", "green"))
    assert said(turn) == []


def test_half_an_answer_that_no_longer_fits_is_begun_anew() -> None:
    """Where a chosen option was removed meanwhile, nothing is chosen."""
    journal = {"colour": Entry("red"), "several": Entry(["red", "purple"], unfinished=True)}
    assert play(choosing, journal, "several").wants == Ask("several", SEVERAL, {})


def test_a_finished_answer_of_several_goes_on() -> None:
    """Once finished, the same choice is an answer."""
    journal = {"colour": Entry("red"), "several": Entry(["red", "green"])}
    turn = play(choosing, journal, "several")
    assert turn.wants == Ended()
    assert turn.said[-1].arguments == {"several": "red,green"}


@script("looking")
async def looking(talk: Talk) -> None:
    before = await talk.see(weather)
    other = await talk.see(tide)
    await talk.do(note, words=before)
    after = await talk.see(weather)
    await talk.say("looked", before=before, after=after, other=other)


def test_each_look_has_a_key_of_its_own() -> None:
    """What is read before and after a deed are two readings."""
    done = {deed_name("note"): DONE[deed_name("note")]}
    seen: dict[str, Any] = {}
    for key, value in (("weather#1", "sun"), ("tide#1", "low"), ("weather#2", "rain")):
        turn = play(looking, done, BEGINNING, seen)
        assert isinstance(turn.wants, See)
        assert turn.wants.name == key
        seen[key] = value
    turn = play(looking, done, BEGINNING, seen)
    assert turn.said[0].arguments == {"before": "sun", "after": "rain", "other": "low"}


def test_what_is_read_is_read_again_in_the_next_turn() -> None:
    """Nothing that was seen stands in the journal: without `seen` it is wanted again."""
    done = {deed_name("note"): DONE[deed_name("note")]}
    turn = play(looking, done, None, {})
    assert isinstance(turn.wants, See)
    assert turn.wants.name == "weather#1"


def test_nothing_is_something_to_see() -> None:
    """A query that finds nothing was read all the same."""
    turn = play(looking, {}, BEGINNING, {"weather#1": None, "tide#1": None})
    assert isinstance(turn.wants, Do)


STEPS = st.lists(st.sampled_from(["say", "ask", "do", "see"]), max_size=12)


@given(steps=STEPS)
def test_said_once_and_in_order(steps: list[str]) -> None:
    """However a conversation is cut into turns, each sentence is said exactly once and in order."""

    @script("any")
    async def any_script(talk: Talk) -> None:
        for number, step in enumerate(steps):
            if step == "say":
                await talk.say(f"say {number}")
            elif step == "ask":
                await talk.ask(NAME, about=str(number))
            elif step == "do":
                await talk.do(note.about(str(number)), words="")
            else:
                await talk.see(weather)

    journal: dict[str, Entry] = {}
    fresh: str | None = BEGINNING
    heard: list[str] = []
    while True:
        turn = _until_it_waits(any_script, journal, fresh)
        heard += said(turn)
        if isinstance(turn.wants, Ended):
            break
        fresh = asked(turn)
        journal[fresh] = Entry("something")
    assert heard == [f"say {number}" for number, step in enumerate(steps) if step == "say"]
    assert said(advance(any_script, journal, None, _Everything())) == []


def _until_it_waits(scripted: Script, journal: dict[str, Entry], fresh: str | None) -> Turn:
    """One turn as a caller takes it: what is wanted is read or done, then advanced again."""
    seen: dict[str, Any] = {}
    while True:
        turn = advance(scripted, journal, fresh, seen)
        match turn.wants:
            case See(name=name):
                seen[name] = "sun"
            case Do(name=name):
                assert deed_name(name) not in journal
                at = datetime(2026, 11, 23, tzinfo=UTC).isoformat()
                journal[deed_name(name)] = Entry({"number": 1, "at": at}, "deed")
            case _:
                return turn


class _Everything(dict[str, Any]):
    """Whatever is looked for has been seen."""

    def __contains__(self, key: object) -> bool:
        return True
