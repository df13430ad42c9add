"""The four verbs, and the names and results that are published by them."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import UTC, datetime
from types import ModuleType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flows.deeds
import flows.scripts
from flows.deeds.keep_remark import keep_remark
from flows.engine.questions import Option, Question
from flows.engine.readers import OneOf, Text, YesNo
from flows.engine.talk import Deed, Query, Script, named
from flows.scripts import SCRIPTS


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def published(package: ModuleType, kind: type[Any]) -> list[Any]:
    """Each object of this kind once, however often it is imported."""
    found = {id(value): value for module in modules(package) for value in vars(module).values()}
    return [value for value in found.values() if isinstance(value, kind)]


DEEDS: list[Deed[..., Any]] = published(flows.deeds, Deed)
QUERIES: list[Query[..., Any]] = published(flows.deeds, Query)
QUESTIONS: list[Question[Any]] = published(flows.scripts, Question)

DEED_NAMES = """
answer_back ask_person choose_language come_back forget_me give_consent give_idea give_role keep_remark pause
set_often stop tell_story
"""
SCRIPT_NAMES = "answer back forget idea loose-words menu mine person privacy settings stop story welcome"
QUESTION_NAMES = """
as-what consent how-to-stop idea language may-show often pause reply role story sure what which who-decides
wish words
"""


@pytest.mark.parametrize(
    ("found", "names"),
    [
        ([deed.name for deed in DEEDS], DEED_NAMES),
        (list(SCRIPTS), SCRIPT_NAMES),
        ([question.name for question in QUESTIONS], QUESTION_NAMES),
    ],
    ids=["deeds", "scripts", "questions"],
)
def test_published_names_stay(found: list[str], names: str) -> None:
    """Journals under way hold these names: one that is taken out of this list is lost to them."""
    assert set(names.split()) <= set(found)


def test_deeds_have_names_of_their_own() -> None:
    """Two deeds never share a name, nor do two queries."""
    for found in (DEEDS, QUERIES):
        names = [one.name for one in found]
        assert sorted(set(names)) == sorted(names)


def test_scripts_are_known_by_their_own_names() -> None:
    """The table of scripts knows each under the name it publishes, and every script there is."""
    assert all(name == one.name for name, one in SCRIPTS.items())
    assert {one.name for one in published(flows.scripts, Script)} == set(SCRIPTS)


def results(kind: Any) -> st.SearchStrategy[Any]:
    """Anything of this kind, with moments as deeds make them: aware."""
    if kind is datetime:
        return st.datetimes(timezones=st.just(UTC))
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(map(results, get_args(kind)))
    if is_dataclass(kind):
        return st.builds(kind, **{name: results(of) for name, of in get_type_hints(kind).items()})
    return st.from_type(kind)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_what_a_deed_returns_survives_the_journal(deed: Deed[..., Any]) -> None:
    """Written as JSON and read back, the result is the same."""

    @given(result=results(get_type_hints(deed.run)["return"]))
    def holds(result: object) -> None:
        written = json.dumps(deed.codec.dump_python(result, mode="json"))
        assert deed.codec.validate_python(json.loads(written)) == result

    holds()


def test_a_deed_about_one_item() -> None:
    """A deed for one item of a loop is the same deed, known by the item too."""
    about = keep_remark.about("7")
    assert (about.name, about.subject, about.run) == ("keep_remark", "7", keep_remark.run)
    assert keep_remark.subject == ""
    assert named(about.name, about.subject) == "keep_remark:7"
    assert named(keep_remark.name, keep_remark.subject) == "keep_remark"


@pytest.mark.parametrize("name", ["", "a" * 25, "é" * 13, "a b", "a|b", "a:b", "a/b"])
def test_a_question_name_travels_in_buttons(name: str) -> None:
    """A name that is empty, long or has a separator in it is refused where it is made."""
    with pytest.raises(ValueError, match="short plain name"):
        Question(name, "text", Text())


def test_the_longest_question_name() -> None:
    """24 bytes fit."""
    assert Question("a" * 24, "text", Text()).name == "a" * 24


def test_a_question_with_other_options() -> None:
    """Offering other options leaves the question itself what it was."""
    asked = Question("which", "text", OneOf(()), look="card")
    offered = asked.offering(OneOf((Option("a", "A"),)))
    assert (offered.name, offered.text, offered.look) == ("which", "text", "card")
    assert [option.key for option in offered.reader.options()] == ["a"]
    assert asked.reader.options() == ()


def test_a_look_of_its_own_is_kept() -> None:
    """A question is plain unless it says otherwise."""
    assert Question("q", "text", YesNo()).look == "plain"
