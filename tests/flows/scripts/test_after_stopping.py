"""What someone who stopped is shown: nothing that is not true for them."""

from __future__ import annotations

import pytest
from replies import labels
from residents import told
from stage import Stage


@pytest.mark.parametrize(
    ("language", "stays", "goes", "back"),
    [
        (
            "nederlands",
            "Als er iets verandert, hoor je het hier.",
            "Als er iets verandert, lees je het hier.",
            "Stoppen",
        ),
        (
            "english",
            "When something changes, you will hear it here.",
            "When something changes, you can read it here.",
            "Stop",
        ),
    ],
)
async def test_the_overview(chat: Stage, language: str, stays: str, goes: str, back: str) -> None:
    """The overview promises no news, and the menu offers the way back in place of stopping."""
    await told(chat)
    mine = "mijn inbreng"
    await chat.says(language)
    assert (await chat.says(mine))[-1].text == stays
    assert labels((await chat.says("menu"))[-1])[-1] == back
    await chat.says("stop")
    assert (await chat.says(mine))[-1].text == goes
    shown = labels((await chat.says("menu"))[-1])
    assert shown[-1] == ("Toch weer meedoen" if language == "nederlands" else "Take part again")
    assert back not in shown
