"""Trajectory files: what ships can be read, and each mistake is one sentence that says where it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.trajectory_files import TEXTS, WrongFile, check_file, read_file
from flows.first_taps import FIELD

SAMPLES = Path(__file__).parents[2] / "bot" / "samples"
EXAMPLE = (SAMPLES / "example.toml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)

STEPS = "networks, activate, exchange, choose, refine, realise, present, commit, stay"
CODE = "String should match pattern '^[a-z0-9][a-z0-9-]{0,28}$'"
SLUG = "String should match pattern '^[a-z0-9][a-z0-9-]{0,48}$'"
HOUR = r"String should match pattern '^([01]\d|2[0-3]):[0-5]\d$'"

MISTAKES = [
    ('slug = "werk-dichtbij"', "", "slug: Field required."),
    ('slug = "werk-dichtbij"', 'slug = "Werk Dichtbij"', f"slug: {SLUG}."),
    ('slug = "werk-dichtbij"', "slug = 5", "slug: Input should be a valid string."),
    ('["nl", "en"]', "[]", "languages: List should have at least 1 item after validation, not 0."),
    ('["nl", "en"]', '["nl", "de"]', "languages.1: there are no texts in 'de'; there are in nl, en."),
    (
        "Europe/Amsterdam",
        "Europe/Atlantis",
        "zone: 'Europe/Atlantis' is no time zone; write one such as Europe/Amsterdam.",
    ),
    ('quiet_from = "21:00"', 'quiet_from = "9 uur"', f"quiet_from: {HOUR}."),
    ('quiet_until = "09:00"', 'quiet_until = "24:00"', f"quiet_until: {HOUR}."),
    ("pushes_a_week = 1", "pushes_a_week = 8", "pushes_a_week: Input should be less than or equal to 7."),
    (
        "answer_days = 5",
        'answer_days = "snel"',
        "answer_days: Input should be a valid integer, unable to parse string as an integer.",
    ),
    ("answer_days = 5", "answer_days = 0", "answer_days: Input should be greater than or equal to 1."),
    (
        "remind_after_hours = 20",
        "remind_after_hours = 0",
        "remind_after_hours: Input should be greater than or equal to 1.",
    ),
    (
        "expire_after_days = 7",
        "expire_after_days = 91",
        "expire_after_days: Input should be less than or equal to 90.",
    ),
    (
        "decided_on = 2027-09-21",
        'decided_on = "soon"',
        "decided_on: Input should be a valid date or datetime, input is too short.",
    ),
    (
        "sample = false",
        'sample = "perhaps"',
        "sample: Input should be a valid boolean, unable to interpret input.",
    ),
    ('en = "Work close to home"', "", "[title] has no text in en."),
    ('nl = "Werk dichtbij"', 'nl = "  "', "[title] has no text in nl."),
    (
        '[title]\nnl = "Werk dichtbij"\nen = "Work close to home"',
        "",
        "title: Field required.",
    ),
    ('code = "bibliotheek"', 'code = "De Bibliotheek"', f"network.0.code: {CODE}."),
    ('code = "bibliotheek"', 'code = "taalcafe"', "two networks have the same code."),
    ('kind = "group"', "", "network.1.kind: Field required."),
    ('kind = "group"', 'knd = "group"', "network.1.kind: Field required."),
    (
        'kind = "group"',
        'kind = "group"\nreach = 20',
        "network.1.reach: Extra inputs are not permitted.",
    ),
    ('code = "choose"', 'code = "chose"', f"step.3.code: 'chose' is no step; the steps are {STEPS}."),
    (
        "opens = 2027-01-11",
        'opens = "maandag"',
        "step.0.opens: Input should be a valid date or datetime, input is too short.",
    ),
    ("opens = 2027-01-11", "opent = 2027-01-11", "step.0.opent: Extra inputs are not permitted."),
    ("closes = 2027-01-24", "closes = 2027-01-10", "step.0: step 'networks' closes before it opens."),
    ('key = "pace"', 'key = "person"', "two first taps have the same code."),
    ('nl = "Dat het in mijn tempo kan", ', "", "the label of first tap 'pace' has no text in nl."),
    (
        'key = "double"',
        'key = "Dubbel!"',
        "decline_reason.3.key: String should match pattern '^[a-z0-9_-]{1,30}$'.",
    ),
]


def checked(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    check_file(path, read_file(path), TODAY)


def changed(before: str, after: str) -> str:
    assert before in EXAMPLE
    return EXAMPLE.replace(before, after, 1)


@pytest.mark.parametrize("name", ["example", "wijkteam", "park"])
def test_what_ships(name: str) -> None:
    """Every file that ships is a trajectory, with each text in each of its languages."""
    path = SAMPLES / f"{name}.toml"
    new = check_file(path, read_file(path), TODAY)
    assert tuple(field for field in new.texts if not field.startswith(FIELD)) == TEXTS
    assert all(set(words) == set(new.languages) for words in new.texts.values())
    assert new.sample == (name != "example")


def test_one_thing_is_no_choice(tmp_path: Path) -> None:
    """A first tap needs something to choose from."""
    head = "\n[[first_tap]]\n"
    parts = EXAMPLE.split(head)
    last = parts[-1].partition("\n\n")[2]
    with pytest.raises(WrongFile, match="one \\[\\[first_tap\\]\\] is nothing to choose from"):
        checked(tmp_path / "mine.toml", head.join(parts[:2]) + last)


def test_the_example_as_it_is_read() -> None:
    """A step opens at nine in the morning there, also in summer, and closes as its last day ends."""
    path = SAMPLES / "example.toml"
    new = check_file(path, read_file(path), TODAY)
    opens = {step.code: step.opens_at for step in new.steps}
    assert opens["networks"] == datetime(2027, 1, 11, 8, tzinfo=UTC)
    assert new.steps[0].closes_at == datetime(2027, 1, 24, 23, tzinfo=UTC)
    assert opens["stay"] == datetime(2027, 9, 27, 7, tzinfo=UTC)
    assert [network.code for network in new.networks] == ["bibliotheek", "taalcafe", "werkgevers"]
    assert [reason.key for reason in new.reasons][:2] == ["personal", "not_about"]


def test_days_of_a_sample_count_from_today() -> None:
    """`opened` and `closed` are days relative to the local midnight of today."""
    path = SAMPLES.parents[1] / "tests" / "trajectory.toml"
    new = check_file(path, read_file(path), TODAY)
    opened = {step.code: step.opened_at for step in new.steps}
    assert opened["exchange"] == datetime(2026, 11, 19, 23, tzinfo=UTC)


@pytest.mark.parametrize(("before", "after", "sentence"), MISTAKES, ids=[row[2][:40] for row in MISTAKES])
def test_a_mistake(tmp_path: Path, before: str, after: str, sentence: str) -> None:
    """Each kind of mistake is one sentence that names the file and the place."""
    path = tmp_path / "mine.toml"
    with pytest.raises(WrongFile) as raised:
        checked(path, changed(before, after))
    assert str(raised.value) == f"{path}: {sentence}"


def test_what_is_no_file(tmp_path: Path) -> None:
    """What cannot be read at all says why."""
    missing, latin, broken = (tmp_path / name for name in ("missing.toml", "latin.toml", "broken.toml"))
    latin.write_bytes('title = "café"'.encode("latin-1"))
    broken.write_text('slug = "a"\nlanguages = [\n')
    twice = tmp_path / "twice.toml"
    twice.write_text('slug = "a"\nslug = "b"\n')
    expected = {
        missing: "cannot be read (No such file or directory).",
        tmp_path: "cannot be read (Is a directory).",
        latin: "is not written in UTF-8.",
        broken: "Invalid value (at end of document).",
        twice: "Cannot overwrite a value (at line 2, column 11).",
    }
    for path, sentence in expected.items():
        with pytest.raises(WrongFile) as raised:
            read_file(path)
        assert str(raised.value) == f"{path}: {sentence}"


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("Europe/Amsterdam", "Europe", "zone"),
        ('["nl", "en"]', '["nl", "nl"]', "languages"),
        ('code = "choose"', 'code = "refine"', "step"),
        ('key = "double"', 'key = "advert"', "reason"),
        ("opens = 2027-01-11", "opened = nan", "step"),
        ("opens = 2027-01-11", "opened = 1e9", "step"),
        ("answer_days = 5", "anwser_days = 5", "anwser_days"),
        ('name = { nl = "Taalcafé", en = "Language café" }', 'name = { nl = "Taalcafé" }', "network"),
        (
            'label = { nl = "Was al binnen", en = "Had already come in" }',
            'label = { nl = "Was al binnen" }',
            "reason",
        ),
        ('kind = "group"', 'kind = "banana"', "network"),
    ],
    ids=[
        "a zone that is a folder of zones",
        "a language twice",
        "a step twice",
        "a reason twice",
        "a day that is no number",
        "a day beyond time",
        "a setting misspelt",
        "a network without its name in English",
        "a reason without its label in English",
        "a kind of network that is none",
    ],
)
def test_a_mistake_that_would_hurt_later(tmp_path: Path, before: str, after: str, place: str) -> None:
    """What would break the database, a page or an organiser's intention is refused with its place."""
    with pytest.raises(WrongFile, match=place):
        checked(tmp_path / "mine.toml", changed(before, after))
