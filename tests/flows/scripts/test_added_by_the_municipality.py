"""What comes from nobody's contribution says why it is there, wherever residents meet it."""

from __future__ import annotations

import pytest
from contributions import given, sources
from stage import Stage

from flows.deeds.make_result import Made
from flows.deeds.open_step import open_step
from flows.deeds.weave_result import weave_result

WHY = {"nl": "De wet wil het.", "en": "The law wants it."}
SAID = "De gemeente voegt dit zelf toe, omdat: De wet wil het."


@pytest.mark.parametrize(
    ("kind", "step", "word"),
    [
        ("concept_part", "refine", "concept"),
        ("plan_part", "present", "plan"),
        ("scenario", "choose", "scenario's"),
    ],
)
async def test_it_says_why(chat: Stage, kind: str, step: str, word: str) -> None:
    """One that the municipality added has the reason below it; one that came from people has not."""
    idea = await given(chat, "idea")
    async with chat.acting() as acting:
        added = await weave_result(acting, 1, kind, {"nl": "Toegevoegd"}, [], because=WHY)
        woven = await weave_result(acting, 1, kind, {"nl": "Van mensen"}, sources(idea))
        assert isinstance(added, Made)
        assert isinstance(woven, Made)
        await open_step(acting, 1, step)
    said = "\n".join(message.text for message in await chat.says(word))
    assert "Toegevoegd" in said
    assert said.count(SAID) == 1
