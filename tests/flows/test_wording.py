"""Keys, labels and dates in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pseudo
import pytest

from flows.engine.questions import Label, Localized, Phrase, TextArgument
from flows.wording import BrokenText, UnknownText, Wording

DAY = date(2027, 3, 3)
DAY_WITHOUT_ZONE = datetime.fromisoformat("2026-03-03T14:05")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    _write(
        tmp_path / "nl" / "one.ftl",
        """
        hello = Hallo { $name }
        count =
            { $count ->
                [one] één verhaal
               *[other] { $count } verhalen
            }
        since = Vanaf { $day }
        role = Je bent { $role }
        agree = Eens
            .also = mee eens; helemaal
                mee eens ; klopt;
        only-also =
            .also = stil
        """,
    )
    _write(
        tmp_path / "en" / "one.ftl",
        """
        hello = Hello { $name }
        count =
            { $count ->
                [one] one story
               *[other] { $count } stories
            }
        since = From { $day }
        role = You are { $role }
        agree = Agree
            .also = i agree
        only-also =
            .also = silent
        """,
    )
    _write(tmp_path / "nl" / "two.ftl", "lives = Bewoner")
    _write(tmp_path / "en" / "two.ftl", "lives = Resident")
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = text.strip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    path.write_text("\n".join(line[margin:] for line in lines), encoding="utf-8")


def test_dutch_comes_first() -> None:
    """The languages are those that have texts, Dutch first."""
    assert Wording().languages == ("nl", "en")


def test_a_folder_without_texts_is_no_language(texts: Path) -> None:
    """A folder counts from its first file on."""
    (texts / "de").mkdir()
    assert Wording(texts).languages == ("nl", "en")


def test_a_text_comes_in_the_language_asked_for(texts: Path) -> None:
    """One key, every language."""
    wording = Wording(texts)
    assert wording.word("nl", "hello", {"name": "Sam"}) == "Hallo Sam"
    assert wording.word("en", "hello", {"name": "Sam"}) == "Hello Sam"


@pytest.mark.parametrize(
    ("language", "said"), [("xx", "Bewoner"), ("nl-BE", "Bewoner"), ("en_US", "Resident")]
)
def test_an_unknown_language_falls_back(texts: Path, language: str, said: str) -> None:
    """First to its base, then to Dutch."""
    assert Wording(texts).word(language, "lives") == said


def test_counts_follow_the_plural_of_the_language(texts: Path) -> None:
    """One story, two stories."""
    wording = Wording(texts)
    assert [wording.word("nl", "count", {"count": count}) for count in (1, 2)] == [
        "één verhaal",
        "2 verhalen",
    ]
    assert wording.word("en", "count", {"count": 1200}) == "1,200 stories"


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (DAY, "Vanaf 3 maart 2027", "From 3 March 2027"),
        (datetime(2027, 3, 3, 14, 5, tzinfo=UTC), "Vanaf 3 maart 2027 14:05", "From 3 March 2027 14:05"),
        (
            datetime(2027, 3, 3, 14, 5, tzinfo=timezone(timedelta(hours=2))),
            "Vanaf 3 maart 2027 14:05",
            "From 3 March 2027 14:05",
        ),
        (Localized({"nl": "mei", "en": "May"}), "Vanaf mei", "From May"),
        (Phrase("lives"), "Vanaf Bewoner", "From Resident"),
        (2.5, "Vanaf 2,5", "From 2.5"),
    ],
)
def test_arguments_come_in_the_same_language(
    texts: Path, value: TextArgument, dutch: str, english: str
) -> None:
    """Dates, phrases and localized texts are put into words with the text around them."""
    wording = Wording(texts)
    assert wording.word("nl", "since", {"day": value}) == dutch
    assert wording.word("en", "since", {"day": value}) == english


@pytest.mark.parametrize(
    "given", ["<b>{ $name }</b>", "{ hello }", "a\nb", "\u202eabc", "x" * 3000, "\x00name\x00" * 300]
)
def test_what_a_person_wrote_is_unaltered(texts: Path, given: str) -> None:
    """A given string goes in as it is, a long story too."""
    assert Wording(texts).word("nl", "hello", {"name": given}) == f"Hallo {given}"


def test_long_texts_do_not_get_into_each_other(tmp_path: Path) -> None:
    """What one person wrote is never looked into for the place of another text."""
    _write(tmp_path / "nl" / "one.ftl", "two = { $first } / { $second }")
    first, second = "\x00second\x00" * 300, "\x00first\x00" * 300
    assert Wording(tmp_path).word("nl", "two", {"first": first, "second": second}) == f"{first} / {second}"


def test_an_unknown_key_is_a_mistake(texts: Path) -> None:
    """Whoever names a text that is not there hears it at once."""
    with pytest.raises(UnknownText, match="nowhere"):
        Wording(texts).word("nl", "nowhere")
    with pytest.raises(KeyError):
        Wording(texts).label("nl", Phrase("nowhere"))
    with pytest.raises(UnknownText):
        Wording(texts).word("nl", "only-also")


def test_a_missing_argument_is_a_mistake(texts: Path) -> None:
    """A text that lacks an argument is never shown with a hole in it."""
    with pytest.raises(BrokenText, match=r"hello.*name"):
        Wording(texts).word("nl", "hello")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("fine = Goed\nbroken = { $a ", "two.ftl.*is no Fluent"),
        ("agree = Eens", "'agree' stands in one.ftl too"),
    ],
)
def test_a_broken_file_is_a_mistake(texts: Path, text: str, complaint: str) -> None:
    """What cannot be read is not skipped."""
    _write(texts / "nl" / "two.ftl", text)
    with pytest.raises(BrokenText, match=complaint):
        Wording(texts).word("nl", "agree")


def test_it_knows_which_keys_it_has(texts: Path) -> None:
    """A key with a text is there; one with nothing but synonyms is not."""
    wording = Wording(texts)
    assert wording.has("lives")
    assert not wording.has("only-also")
    assert not wording.has("nowhere")


@pytest.mark.parametrize(
    ("label", "language", "shown"),
    [
        ("Groen { $x }", "nl", "Groen { $x }"),
        (Phrase("lives"), "en", "Resident"),
        (Phrase("role", {"role": Phrase("lives")}), "nl", "Je bent Bewoner"),
        (Localized({"nl": "Park", "en": "Green"}), "en", "Green"),
        (Localized({"nl": "Park", "en": "Green"}), "en-GB", "Green"),
        (Localized({"nl": "Park", "en": ""}), "en", "Park"),
        (Localized({"tr": "Park alani"}), "en", "Park alani"),
        (Localized({}), "en", ""),
    ],
)
def test_a_label_comes_in_the_best_language(texts: Path, label: Label, language: str, shown: str) -> None:
    """In one's own language, or else in the first that it was written in."""
    assert Wording(texts).label(language, label) == shown


def test_labels_give_every_way_to_say_it(texts: Path) -> None:
    """Own language first, each label followed by its synonyms, nothing twice."""
    wording = Wording(texts)
    dutch, english = ("Eens", "mee eens", "helemaal mee eens", "klopt"), ("Agree", "i agree")
    assert wording.labels(Phrase("agree"), "nl") == (*dutch, *english)
    assert wording.labels(Phrase("agree"), "en") == (*english, *dutch)
    assert wording.labels(Localized({"nl": "Park", "tr": "Bahce"}), "en") == ("Park", "Bahce")
    assert wording.labels("7 dagen", "en") == ("7 dagen",)


def test_dates_read_as_people_write_them() -> None:
    """A day has no year, a moment has its weekday and the time of the zone."""
    wording = Wording()
    moment = datetime(2026, 3, 3, 13, 5, tzinfo=UTC)
    assert (wording.date("nl", DAY), wording.date("en", DAY)) == ("3 maart", "3 March")
    assert wording.moment("nl", moment, "Europe/Amsterdam") == "di 3 maart 14:05"
    assert wording.moment("en", moment, "Europe/London") == "Tue 3 March 13:05"


def test_a_moment_needs_a_zone() -> None:
    """A time of nowhere is not guessed at."""
    with pytest.raises(ValueError, match="zone"):
        Wording().moment("nl", DAY_WITHOUT_ZONE, "Europe/Amsterdam")


def test_a_made_up_language_runs_from_right_to_left(tmp_path: Path) -> None:
    """Every text of the mirrored language has its placeables, its variants and its synonyms."""
    wording = Wording(also={pseudo.LANGUAGE: pseudo.make(tmp_path / "mirrored")})
    assert wording.languages == ("nl", "en", "ar-XB")
    assert wording.direction(pseudo.LANGUAGE) == "rtl"
    assert wording.word(pseudo.LANGUAGE, "yes") == pseudo.mirrored("Yes") != "Yes"
    arguments = {"only": "Ja", "options": "shown"}
    mirrored, english = (wording.word(code, "answer-only", arguments) for code in (pseudo.LANGUAGE, "en"))
    assert "“Ja”" in mirrored
    assert len(mirrored) == len(english)
    assert pseudo.mirrored("yes please") in wording.labels(Phrase("yes"), "nl")
    assert wording.date(pseudo.LANGUAGE, DAY) == "3 مارس"


def test_a_direction_is_that_of_the_texts(tmp_path: Path) -> None:
    """Who reads Dutch because there is no Arabic reads from left to right."""
    assert [Wording().direction(language) for language in ("nl", "en", "ar")] == ["ltr", "ltr", "ltr"]
    _write(tmp_path / "one.ftl", "hello = مرحبا")
    assert Wording(also={"ar": tmp_path}).direction("ar-EG") == "rtl"
