"""What a resident should know of the trajectory."""

from __future__ import annotations

from datetime import date

from residents import acting_as_resident, joined
from stage import Stage

from flows.deeds.close_step import close_step
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Localized


async def test_its_own_words_and_what_may_be_done(each_stage: Stage) -> None:
    """Texts in all languages, what the open steps allow, and what the person said of themselves."""
    await joined(each_stage)
    async with acting_as_resident(each_stage) as acting:
        seen = await read_trajectory.run(acting)
        assert seen.text("title") == Localized({"nl": "Een schoon park", "en": "A clean park"})
        assert seen.text("never-written") == Localized({})
        assert (seen.languages, seen.sample, seen.answer_days) == (("nl", "en"), False, 5)
        assert seen.decided_on == date(2027, 6, 17)
        assert seen.allows[:2] == ("story", "idea")
        assert (seen.chosen_language, seen.role, seen.consented) == ("nl", "lives", True)
        await close_step(acting, 1, "exchange")
        assert (await read_trajectory.run(acting)).allows == ()
