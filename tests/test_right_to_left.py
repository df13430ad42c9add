"""A made-up right-to-left language shows that every message can be put into one."""

from __future__ import annotations

import re
from pathlib import Path

import pseudo
from sqlalchemy import update
from stage import Stage

from flows.wording import Wording
from storage.tables import Trajectory


async def test_whole_story(sqlite_url: str, tmp_path: Path) -> None:
    """Every word of ours in the story's conversation is in the language that was chosen."""
    pseudo.make(tmp_path / pseudo.LANGUAGE)
    wording = Wording(also={pseudo.LANGUAGE: tmp_path / pseudo.LANGUAGE})
    assert wording.direction(pseudo.LANGUAGE) == "rtl"
    stage = Stage(sqlite_url, wording=wording)
    await stage.set_up()
    async with stage.acting() as acting:
        await acting.connection.execute(update(Trajectory).values(languages=[pseudo.LANGUAGE]))
    said = await stage.says("hallo")
    for option in ("next", "next", "next", "lives", "yes"):
        said += await stage.press_option(option)
    for words in ("Er ligt glas bij de bank, elke dag.", "yes", "mine"):
        said += await stage.says(words)
    assert all(message.language == pseudo.LANGUAGE for message in said)
    labels = [button.label for message in said for button in message.buttons]
    dots = [dot.text for message in said for dot in message.dots]
    assert len(labels) > 10
    assert dots
    assert not re.search("[a-z]", "".join((*labels, *dots)), re.IGNORECASE)
