"""Every conversation in tests/transcripts, with a restart between any two messages.

    > Hallo                 a person writes; > [Label] presses a button, > [Label] (words) one under a message
                          with these words; > (spraak) and > (foto) send a file,
                          > (deurcode) types what hangs at the door of the last meeting
    @ as Fatma              from here on somebody else talks; without it, and to return, "someone"
    @ channel words         from here on in this messenger ("words" has no buttons)
    @ network 3 sport De club / The club    the desk makes a network of what number 3 named
    @ link_of someone       the person follows the link that someone was given to send on, shown with …
    @ nothing_open          no step has been opened yet
    @ joined nl             who is talking went through the welcome before, in this language
    @ told nl Words         a story of somebody who is not here, read and shown
    > koppel CODE         the code of another app that was shown last
    @ link hondenclub       the person follows an invitation link
    @ edit 1 words          the person changes their last message of words
    @ publish 1 Dank je     the desk: publish, decline NUMBER REASON words, ask_back, undo
    @ open choose           the desk opens a step, or closes it: @ close exchange [why although some wait]
    @ result theme Licht / Light            the desk makes a result, in Dutch and English
    @ result update about 7 Titel | Meer    the same, about number 7; after the bar the words below the title
    @ crowd 1 14 5 2 works  of others (who work there) 14 agree with number 1, 5 do not, 2 pass
    @ chose 4 6,5           four others put scenario 6 first, then 5
    @ revise 2 3 Titel / Title | reden / reason     the desk writes number 2 anew, with number 3 in it
    @ result update about 7 Titel           the same, about number 7
    @ news everyone 3 Titel | Tekst / Title | Text   an update about number 3 (or -); upstream: not to all
    @ thread 1 3 became reden / reason      the desk links number 1 to 3; - where 1 is not used
    @ meeting open 3 Titel / Title          the desk calls one in so many days; @ call_off calls it off
    @ commit 3 2027-03-01 Bakken / Bins     the municipality promises something for part 3 of the plan;
                            the reason can stand after a bar: | reden / reason
    @ progress 4 broken reden / reason      and says how it went: done, broken, later DAY
    @ wait 20 hours         the clock moves; @ tick runs what is due by the clock
    anything else           what people get: text, [buttons], ● and ○ for the dots of a journey;
                            → Fatma stands above what somebody else gets than who is talking

With SAMENSPRAAK_RECORD=1 the bot's lines are written anew, to be read and committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playing import Play

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
async def test_transcript(path: Path, database_url: str) -> None:
    """The conversation goes as it is written down."""
    written = path.read_text(encoding="utf-8").splitlines()
    played = [line async for line in Play(database_url).perform(written)]
    if os.environ.get("SAMENSPRAAK_RECORD"):
        path.write_text("\n".join(played) + "\n", encoding="utf-8")
        return
    assert list(_kept(played)) == list(_kept(written))


def _kept(lines: list[str]) -> Iterator[str]:
    """Blank lines are for the eye."""
    return (line.rstrip() for line in lines if line.strip())
