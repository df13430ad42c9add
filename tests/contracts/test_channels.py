"""The contract of a channel: one table of cases, played through every real adapter with the whole program.

A new channel joins in three steps:

1. Write a rig beside `rigs/telegram.py`: one resident of that channel, who sees and does only what a person
   there can, against the messenger's own fake. `rigs/rig.py` says what each method is; those that the channel
   has nothing like are left out.
2. Add a line to CHANNELS.
3. Run this file. `test_what_does_not_apply` says which cases are not for the new channel: add these to
   NOT_APPLICABLE, and read whether that is so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from cases import answering, coming_in, files, hostile, leaving, trouble, twice_and_late
from rigs.behind import opened
from rigs.rig import OPTIONAL, Rig, abilities
from rigs.telegram import AiogramRig, PtbRig
from rigs.terminal import TerminalRig
from rigs.web import WebRig
from structlog.testing import capture_logs

from flows.rendering import length

CHANNELS: Mapping[str, type[Rig]] = {
    "web": WebRig,
    "terminal": TerminalRig,
    "telegram-aiogram": AiogramRig,
    "telegram-ptb": PtbRig,
}


@dataclass(frozen=True)
class Case:
    """What is played, and the abilities (`rigs.rig.abilities`) that it takes."""

    play: Callable[[Rig], Awaitable[None]]
    needs: frozenset[str] = frozenset()


def case(play: Callable[..., Awaitable[None]], *arguments: object, needs: str = "") -> Case:
    """One line of the table; `needs` are words parted by spaces."""
    return Case(partial(play, *arguments), frozenset(needs.split()))


CASES: Mapping[str, Case] = {
    "start": case(coming_in.without_a_code),
    "start-with-code": case(coming_in.with_a_code),
    "start-with-longest-code": case(coming_in.with_a_code_of_nobody, "Zz9_-" * 12 + "Zz9_"),
    "start-with-too-long-a-code": case(coming_in.with_a_code_of_nobody, "x" * 65),
    "start-with-sql": case(coming_in.with_a_code_of_nobody, "' OR 1=1 --"),
    "start-with-signs": case(coming_in.with_a_code_of_nobody, "\u202e<b>é🌳"),
    "by-button": case(answering.by_button, needs="presses"),
    "everything-about-me": case(answering.everything_about_me),
    "by-number": case(answering.in_words, "3"),
    "by-label": case(answering.in_words, "een PAUZE"),
    "by-free-text": case(answering.in_words, "doe maar een pauze"),
    "by-other-language": case(answering.in_words, "a break"),
    "language": case(answering.in_english_from_now_on),
    "story": case(answering.a_whole_story),
    "choices-3": case(answering.among, 3),
    "choices-4": case(answering.among, 4),
    "choices-10": case(answering.among, 10),
    "choices-11": case(answering.among, 11),
    "long-text": case(answering.too_long_a_text),
    "long-answer": case(answering.too_long_an_answer),
    "voice": case(files.told_in_a_file, "voice", files.sound()),
    "photo": case(files.told_in_a_file, "photo", files.picture()),
    "file-too-large": case(files.too_large),
    "file-of-wrong-type": case(files.of_a_wrong_type),
    "gigapixels": case(files.gigapixels),
    "duplicate": case(twice_and_late.the_same_event_twice, needs="repeats"),
    "reordered": case(twice_and_late.an_event_too_late, needs="writes_late"),
    "same-key": case(twice_and_late.the_same_key_twice, needs="idempotent"),
    "stale-button": case(twice_and_late.a_stale_button, needs="presses"),
    "double-tap": case(twice_and_late.a_button_pressed_twice, needs="presses"),
    "forged-button": case(twice_and_late.a_forged_button, needs="forges"),
    "edit": case(twice_and_late.an_edit, needs="edits presses"),
    "right-to-left": case(hostile.shown_as_written, hostile.RIGHT_TO_LEFT),
    "markup": case(hostile.shown_as_written, hostile.MARKUP),
    "unprintable": case(hostile.shown_clean),
    "stop-nl": case(leaving.a_stop_word, "Stoppen!", "nl"),
    "stop-en": case(leaving.a_stop_word, "unsubscribe", "en"),
    "stop-command": case(leaving.a_stop_word, "/stop", "nl"),
    "block": case(leaving.blocking, needs="blocks unblocks"),
    "sticker": case(leaving.something_unreadable, needs="sends_sticker"),
    "group": case(leaving.a_group, needs="writes_in_group"),
    "too-fast": case(trouble.not_now, "too fast", needs="is_refused"),
    "failing": case(trouble.not_now, "not now", needs="is_refused"),
    "refused-for-good": case(trouble.never, needs="is_refused"),
    "blocked-unseen": case(trouble.blocked_unseen, needs="is_refused"),
    "outage": case(trouble.an_outage, needs="loses_touch"),
}

NOT_APPLICABLE: Mapping[str, frozenset[str]] = {
    "web": frozenset(
        "reordered edit block sticker group too-fast failing refused-for-good blocked-unseen".split()
    ),
    "terminal": frozenset(
        "by-button duplicate reordered same-key stale-button double-tap forged-button edit block sticker "
        "group too-fast failing refused-for-good blocked-unseen outage".split()
    ),
    "telegram-aiogram": frozenset({"same-key"}),
    "telegram-ptb": frozenset({"same-key"}),
}
"""Cases that mean nothing on a channel: a page cannot be edited by who reads it, a keyboard has no 429."""


def played() -> Iterator[tuple[str, str]]:
    """Channel and case, for all that is played."""
    for channel in CHANNELS:
        yield from ((channel, name) for name in CASES if name not in NOT_APPLICABLE[channel])


@pytest.mark.parametrize(("channel", "name"), [pytest.param(*pair, id="-".join(pair)) for pair in played()])
async def test_contract(channel: str, name: str, sqlite_url: str, tmp_path: Path) -> None:
    """The same happens on every channel, nothing fails, and no message is more than the channel shows."""
    with capture_logs() as logs:
        async with opened(CHANNELS[channel], sqlite_url, tmp_path) as rig:
            await CASES[name].play(rig)
            assert list(more_than_it_can_show(rig)) == []
    assert [log for log in logs if log["log_level"] in ("error", "critical")] == []


def more_than_it_can_show(rig: Rig) -> Iterator[str]:
    """Messages that break what the channel declares."""
    declared = rig.capabilities
    width = max(declared.button_label, declared.row_label)
    for heard in rig.heard:
        if length(heard.text, declared) > declared.text_length:
            yield f"too long: {heard.text[:40]}"
        if declared.buttons and len(heard.choices) > max(declared.buttons, declared.rows):
            yield f"too many buttons: {heard.choices}"
        yield from (label for label in heard.choices if width and length(label, declared) > width)


def test_what_does_not_apply() -> None:
    """A case is left out on a channel when that lacks what the case takes, and for no other reason."""
    lacking = {
        channel: frozenset(name for name, one in CASES.items() if not one.needs <= abilities(rig))
        for channel, rig in CHANNELS.items()
    }
    assert lacking == NOT_APPLICABLE


@pytest.mark.parametrize("rig", CHANNELS.values(), ids=CHANNELS)
def test_rig_is_true_to_its_channel(rig: type[Rig]) -> None:
    """A rig can press buttons where its channel declares them, and nowhere else."""
    shows = rig.capabilities.buttons > 0 or rig.capabilities.rows > 0
    assert {"presses" in abilities(rig), "forges" in abilities(rig)} == {shows}


def test_everything_optional_is_tried() -> None:
    """What a rig may have is taken by a case."""
    assert set().union(*(one.needs for one in CASES.values())) == {*OPTIONAL, "idempotent"}
