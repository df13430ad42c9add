"""The trajectory files that ship are complete, consistent and fit to show to anyone."""

import re
import tomllib
from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.sample_drawings import SCENES

Table = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[3] / "bot" / "samples"
SAMPLES = ("wijkteam", "park")
TEXTS = [
    "title",
    "municipality",
    "summary",
    "goal",
    "result",
    "frames",
    "room",
    "who_decides",
    "controller",
    "contact",
    "other_ways",
]
SETTINGS = {
    "slug",
    "languages",
    "zone",
    "sample",
    "quiet_from",
    "quiet_until",
    "pushes_a_week",
    "answer_days",
    "remind_after_hours",
    "expire_after_days",
    "retain_months",
    "decided_on",
}
LISTS = {"network", "step", "decline_reason"}
SAMPLE_LISTS = LISTS | {"story", "idea", "theme", "link"}
STEPS = ["networks", "activate", "exchange", "choose", "refine", "realise", "present", "commit", "stay"]
KINDS = {"place", "group", "organisation", "online", "school", "faith", "sport", "work"}
ROLES = {"lives", "uses", "works", "other", "unsaid"}
STATES = {"published", "declined", "waiting", "asked_back"}
RELATIONS = {"inspired", "belongs_to", "answers", "merged_into", "not_used"}
CONTRIBUTION = {"number", "text", "language", "role", "network", "days_ago", "state", "reason", "answer"}


def trajectory(name: str) -> Table:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def contributions(data: Table) -> list[Table]:
    return sorted([*data["story"], *data["idea"]], key=lambda told: int(told["number"]))


def in_state(data: Table, state: str) -> list[Table]:
    return [told for told in contributions(data) if told["state"] == state]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?؟])[\"'”]?\s+", text.strip()) if part]


def texts_by_language(data: Table) -> list[Table]:
    """Every table in a file that says one thing in each language."""
    return [
        *(data[name] for name in TEXTS),
        *(network["name"] for network in data["network"]),
        *(reason[part] for reason in data["decline_reason"] for part in ("label", "sentence")),
        *(theme[part] for theme in data.get("theme", []) for part in ("title", "reason")),
        *(link["reason"] for link in data.get("link", [])),
    ]


def made_before(data: Table, end: Table) -> float:
    """How many days ago the thing at one end of a link came to be."""
    [(kind, number)] = end.items()
    if kind == "theme":
        return float(data["theme"][number - 1]["days_ago"])
    [told] = [told for told in data[kind] if told["number"] == number]
    return float(told["days_ago"])


@pytest.fixture(params=[*SAMPLES, "example"])
def any_file(request: pytest.FixtureRequest) -> Table:
    return trajectory(request.param)


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Table:
    return trajectory(request.param)


def test_settings(any_file: Table) -> None:
    """Every setting is there and can be read."""
    assert set(any_file) >= SETTINGS | set(TEXTS) | LISTS
    assert re.fullmatch(r"[a-z0-9-]+", any_file["slug"])
    assert any_file["languages"] == ["nl", "en"]
    assert ZoneInfo(any_file["zone"]).key == any_file["zone"]
    assert time.fromisoformat(any_file["quiet_from"]) > time.fromisoformat(any_file["quiet_until"])
    assert type(any_file["decided_on"]) is date
    for name in ("pushes_a_week", "answer_days", "remind_after_hours", "expire_after_days"):
        assert isinstance(any_file[name], int)
        assert any_file[name] > 0


def test_only_known_keys(sample: Table) -> None:
    """A sample holds nothing that the format does not name."""
    assert set(sample) == SETTINGS | set(TEXTS) | SAMPLE_LISTS
    assert all(
        set(told) - {"voice_seconds", "photo"} == CONTRIBUTION | {"may_show"} for told in sample["story"]
    )
    assert all(set(told) == CONTRIBUTION | {"agree", "pass"} for told in sample["idea"])
    assert all(set(row) == {"code", "name", "kind"} for row in sample["network"])
    assert all(set(row) - {"closed"} == {"code", "opened"} for row in sample["step"])
    assert all(set(row) == {"title", "stories", "reason", "days_ago"} for row in sample["theme"])
    assert all(set(row) - {"to"} == {"from", "relation", "reason", "days_ago"} for row in sample["link"])


def test_the_example_is_no_sample(any_file: Table) -> None:
    """Only the samples call themselves samples and hold contributions."""
    is_sample = any_file["sample"]
    assert is_sample == (any_file["slug"] in {trajectory(name)["slug"] for name in SAMPLES})
    assert set(any_file) == SETTINGS | set(TEXTS) | (SAMPLE_LISTS if is_sample else LISTS | {"first_tap"})


def test_slugs_differ() -> None:
    """The three files can be laid in beside each other."""
    assert len({trajectory(name)["slug"] for name in [*SAMPLES, "example"]}) == 3


def test_texts_in_every_language(any_file: Table) -> None:
    """What the municipality says stands there in every language, neatly."""
    for text in texts_by_language(any_file):
        assert list(text) == any_file["languages"]
        for line in text.values():
            assert line
            assert line == " ".join(line.split())


def test_official_dutch_is_plain(any_file: Table) -> None:
    """No official Dutch sentence is longer than 22 words, and none says "u"."""
    for text in texts_by_language(any_file):
        for sentence in sentences(text["nl"]):
            assert len(sentence.split()) <= 22, sentence
            assert not re.search(r"\b(u|uw)\b", sentence, re.IGNORECASE), sentence


def test_what_is_read_before_the_first_question_is_short(any_file: Table) -> None:
    """The goal, the frames, the room and who decides fit on a phone."""
    for name in ("summary", "goal", "result", "frames", "room", "who_decides"):
        for line in any_file[name].values():
            assert len(line) <= 200
            assert len(sentences(line)) <= 3


def test_networks(any_file: Table) -> None:
    """Each network has a code of its own, fit for a link, and a known kind."""
    codes = [network["code"] for network in any_file["network"]]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9-]{1,20}", code) for code in codes)
    assert {network["kind"] for network in any_file["network"]} <= KINDS


def test_five_or_six_networks(sample: Table) -> None:
    """People in a sample come through five or six networks, and each brought somebody."""
    codes = {network["code"] for network in sample["network"]}
    assert 5 <= len(codes) <= 6
    assert {told["network"] for told in contributions(sample)} == codes


def test_the_example_plans_all_nine_steps() -> None:
    """The example shows each step once, in order, with a day to open."""
    steps = trajectory("example")["step"]
    assert [step["code"] for step in steps] == STEPS
    opens = [step["opens"] for step in steps]
    assert all(type(day) is date for day in opens)
    assert opens == sorted(opens)


@pytest.mark.parametrize(
    ("name", "closed", "still_open"),
    [
        ("wijkteam", ["networks", "activate"], ["exchange", "choose"]),
        ("park", ["networks"], ["activate", "exchange"]),
    ],
)
def test_where_each_sample_stands(name: str, closed: list[str], still_open: list[str]) -> None:
    """The team is choosing already, the park is still gathering."""
    steps = trajectory(name)["step"]
    assert [step["code"] for step in steps if "closed" in step] == closed
    assert [step["code"] for step in steps if "closed" not in step] == still_open
    assert all(step["opened"] < step.get("closed", 0) <= 0 for step in steps)


def test_how_much_there_is() -> None:
    """Together there are at least 66 contributions, and 12 ideas to choose from."""
    samples = [trajectory(name) for name in SAMPLES]
    assert sum(len(contributions(data)) for data in samples) >= 66
    assert sum(len(data["idea"]) for data in samples) >= 12


def test_how_much_each_sample_holds(sample: Table) -> None:
    """Each sample shows every state a contribution can be in."""
    assert len(sample["story"]) >= 26
    assert 6 <= len(sample["idea"]) <= 7
    assert len(in_state(sample, "declined")) >= 3
    assert 4 <= len(in_state(sample, "waiting")) <= 6
    assert 1 <= len(in_state(sample, "asked_back")) <= 2
    assert len(sample["theme"]) >= 3
    assert len(sample["link"]) >= 8
    assert sum(link["relation"] == "not_used" for link in sample["link"]) >= 2


def test_numbers_rise_with_time(sample: Table) -> None:
    """Contributions are numbered from one, in the order in which they came in."""
    told = contributions(sample)
    assert [one["number"] for one in told] == list(range(1, len(told) + 1))
    days = [one["days_ago"] for one in told]
    assert days == sorted(days, reverse=True)
    assert all(isinstance(day, float) and day > 0 for day in days)
    [opened] = [-step["opened"] for step in sample["step"] if step["code"] == "exchange"]
    assert max(days) <= opened


def test_each_contribution_is_well_formed(sample: Table) -> None:
    """Roles and states are known ones, and texts are neat."""
    for told in contributions(sample):
        assert told["role"] in ROLES
        assert told["state"] in STATES
        assert told["text"] == " ".join(told["text"].split())


def test_stories_have_two_to_six_sentences(sample: Table) -> None:
    """A story is a story, and can be read in a minute."""
    for story in sample["story"]:
        assert 2 <= len(sentences(story["text"])) <= 6, story["text"]
        assert len(story["text"]) <= 500


def test_no_text_twice() -> None:
    """Everyone says something of their own."""
    told = [one["text"] for name in SAMPLES for one in contributions(trajectory(name))]
    assert len(set(told)) == len(told)


def test_languages_of_the_stories(sample: Table) -> None:
    """About one story in five is in English, one or two in another language."""
    counted = Counter(story["language"] for story in sample["story"])
    total = counted.total()
    assert 0.15 <= counted["en"] / total <= 0.25
    assert 1 <= total - counted["nl"] - counted["en"] <= 2


def test_voices_and_private_stories(sample: Table) -> None:
    """Some stories were told aloud, and some may not be shown."""
    assert all(5 <= story.get("voice_seconds", 30) <= 120 for story in sample["story"])
    assert any("voice_seconds" in story for story in sample["story"])
    assert {story["state"] for story in sample["story"] if not story["may_show"]} >= {
        "published",
        "waiting",
    }


def test_photos(sample: Table) -> None:
    """One waits and one was published, and somebody drew them."""
    shown = [story for story in sample["story"] if "photo" in story]
    assert sorted(story["state"] for story in shown) == ["published", "waiting"]
    assert {story["photo"] for story in shown} <= set(SCENES)
    assert all(story["may_show"] for story in shown)


def test_ideas_can_be_voted_on(sample: Table) -> None:
    """Every idea is published, short, and has chances that leave room for disagreement."""
    for idea in sample["idea"]:
        assert idea["state"] == "published"
        assert len(idea["text"]) <= 200
        assert 0 < idea["agree"] < idea["agree"] + idea["pass"] < 1


def test_declined_with_reason_and_kind_words(sample: Table) -> None:
    """What is not shown has a reason from the list and a sentence to the resident."""
    keys = {reason["key"] for reason in sample["decline_reason"]}
    for told in in_state(sample, "declined"):
        assert told["reason"] in keys
        assert 2 <= len(sentences(told["answer"])) <= 5


def test_asked_back_with_a_question(sample: Table) -> None:
    """Who is asked back gets a question, and no reason."""
    for told in in_state(sample, "asked_back"):
        assert "?" in told["answer"]
        assert told["reason"] == ""


def test_no_answer_yet_to_the_others(sample: Table) -> None:
    """What waits or was published carries no sentence of a moderator's own."""
    for told in [*in_state(sample, "waiting"), *in_state(sample, "published")]:
        assert told["reason"] == told["answer"] == ""


def test_one_waiting_story_is_late(sample: Table) -> None:
    """Of what waits exactly one is owed an answer already; the rest came in the last four days."""
    days = sorted((told["days_ago"] for told in in_state(sample, "waiting")), reverse=True)
    assert days[0] > sample["answer_days"]
    assert all(0.1 <= day <= 4 for day in days[1:])


def test_the_desk_has_something_to_mask_and_to_escape(sample: Table) -> None:
    """One waiting story holds a phone number, one an attempt at HTML, and nothing else does."""
    waiting = [told["text"] for told in in_state(sample, "waiting")]
    every = [told["text"] for told in contributions(sample)]
    for pattern in (r"06 12 34 56 78", r"<\w+.*>"):
        assert sum(bool(re.search(pattern, text)) for text in waiting) == 1
        assert sum(bool(re.search(pattern, text)) for text in every) == 1


def test_decline_reasons(any_file: Table) -> None:
    """The list for the desk has six reasons with keys of their own."""
    keys = [reason["key"] for reason in any_file["decline_reason"]]
    assert set(keys) == {"personal", "not_about", "hurtful", "double", "not_ours", "advert"}
    assert len(keys) == 6


def test_themes(sample: Table) -> None:
    """A theme gathers three published stories or more, after the last of them was told."""
    stories = {story["number"]: story for story in sample["story"]}
    for theme in sample["theme"]:
        gathered = [stories[number] for number in theme["stories"]]
        assert len({story["number"] for story in gathered}) == len(gathered) >= 3
        assert all(story["state"] == "published" for story in gathered)
        assert theme["days_ago"] < min(story["days_ago"] for story in gathered)


def test_links_join_what_exists(sample: Table) -> None:
    """A link is made after both its ends, which are published."""
    published = {told["number"] for told in in_state(sample, "published")}
    for link in sample["link"]:
        ends = [link["from"], *([link["to"]] if "to" in link else [])]
        for end in ends:
            assert link["days_ago"] < made_before(sample, end)
            assert published.issuperset(n for kind, n in end.items() if kind != "theme")


def test_links_have_an_end_unless_not_used(sample: Table) -> None:
    """Each link leads to an idea, except those that say why something was not used."""
    for link in sample["link"]:
        assert link["relation"] in RELATIONS
        assert ("to" in link) == (link["relation"] != "not_used")
        assert list(link.get("to", {"idea": 0})) == ["idea"]
        if link["relation"] == "merged_into":
            assert list(link["from"]) == ["idea"]


def test_an_idea_comes_after_what_inspired_it(sample: Table) -> None:
    """Nothing inspires what was there before it."""
    for link in sample["link"]:
        if link["relation"] == "inspired":
            assert made_before(sample, link["from"]) > made_before(sample, link["to"])


def test_no_two_links_are_the_same(sample: Table) -> None:
    """What was not used leads nowhere else, and no link is made twice."""
    ends = [(str(link["from"]), str(link.get("to"))) for link in sample["link"]]
    assert len(set(ends)) == len(ends)
    unused = {start for start, end in ends if end == "None"}
    assert unused.isdisjoint(start for start, end in ends if end != "None")


def test_reasons_say_because(sample: Table) -> None:
    """Every reason of a theme or a link says because."""
    for made in [*sample["theme"], *sample["link"]]:
        assert made["reason"]["nl"].startswith("Omdat ")
        assert made["reason"]["en"].startswith("Because ")


@pytest.mark.parametrize("name", [*SAMPLES, "example"])
def test_nobody_real_can_be_reached(name: str) -> None:
    """Phone numbers and addresses in the files belong to nobody."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    phones = re.findall(r"\b0\d[\d -]{7,}\d", text)
    assert phones
    assert all(re.fullmatch(r"030 555 01 \d\d|06 12 34 56 78", phone) for phone in phones)
    assert all(host == "example.org" for host in re.findall(r"@([\w.-]+\w)", text))
    assert "http" not in text


def test_every_key_of_the_example_is_explained() -> None:
    """Above or beside the first use of each key of the example stands a comment."""
    lines = (FOLDER / "example.toml").read_text(encoding="utf-8").splitlines()
    seen: set[str] = set()
    for above, line in zip(["", *lines], lines, strict=False):
        key = re.match(r"\[*(\w+)", line)
        if key and key[1] not in {*seen, "nl", "en"}:
            seen.add(key[1])
            assert "#" in line or above.startswith("#"), line
