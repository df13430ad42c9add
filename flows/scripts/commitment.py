"""A resident promises something, alone or with others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flows.deeds.make_commitment import Condition, NotPromised, Shared, make_commitment
from flows.deeds.read_plan_parts import PlanPart, read_plan_parts
from flows.deeds.read_promises import Promised, read_promised
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Answer, Label, Localized, Misread, Option, Phrase, Question, Reading
from flows.engine.readers import Day, Number, OneOf, Text
from flows.engine.talk import Action, Next, Talk, script
from flows.promising import LATEST, MOST_OTHERS, half_way, line
from flows.scripts.promises import MENU, promise
from flows.scripts.sharing import choose_name, choose_shared

COMMITMENT = Action("commitment", Phrase("action-commitment"))
OWN = Option("own", Phrase("commitment-part-own"))


@dataclass(frozen=True)
class Others(Number):
    """Reads how many others it takes; more than take part could never be reached."""

    def read(self, answer: Answer, reading: Reading, chosen: int | None = None) -> int | Misread:
        """Reads a number, and says why one that is too high can never be met."""
        number = super().read(answer, reading, chosen)
        if isinstance(number, Misread) and number.text == "answer-number-bounds":
            most = "commitment-not-so-many" if self.most < MOST_OTHERS else "answer-number-bounds"
            return Misread(most, number.arguments)
        return number


def _one_of(question: str, *names: str) -> OneOf:
    return OneOf(tuple(Option(name, Phrase(f"{question}-{name}")) for name in names))


WISH = Question("wish", "commitment-wish", _one_of("commitment-wish", "new", "together", "nothing"))
PART = Question("part", "commitment-part", OneOf((OWN,)))
WHAT = Question("what", "commitment-what", Text(least=5, most=300))
WHEN = Question("when", "commitment-when", Day(1, LATEST.days))
HOW = Question("how", "commitment-how", _one_of("commitment-how", "sure", "together"))
HOW_MANY = Question("how-many", "commitment-how-many", Others(1, MOST_OTHERS))
UNTIL = Question("until", "commitment-until", OneOf(()))
UNTIL_DAY = Question("until-day", "commitment-until-day", Day(1, LATEST.days))


@script("commitment")
async def commitment(talk: Talk) -> Next | None:
    """What is promised already comes first; then a role of one's own: what, by when, with whom."""
    seen = await talk.see(read_trajectory)
    promised = await talk.see(read_promised)
    parts = await talk.see(read_plan_parts)
    await _show(talk, promised, seen.text("municipality"))
    if promised.joinable:
        wish = await talk.ask(WISH)
        if wish == "together":
            return Next("together")
        if wish == "nothing":
            await talk.say("commitment-not-now", actions=(MENU,))
            return None
    part = await _choose_part(talk, parts)
    words = await talk.ask(WHAT)
    due_on = await talk.ask(WHEN)
    condition = await _choose_condition(talk, promised, due_on)
    name = await choose_name(talk, "commitment-name")
    shared = Shared(name) if condition is None else await choose_shared(talk, name, "commitment-share")
    given = await talk.do(
        make_commitment, words=words, due_on=due_on, shared=shared, part=part, condition=condition
    )
    if isinstance(given, NotPromised):
        await talk.say(given.text, actions=(COMMITMENT, MENU))
    else:
        await promise(talk, "commitment-thanks", given, stopped=seen.stopped)
    return None


async def _show(talk: Talk, promised: Promised, municipality: Label) -> None:
    if not promised.newest:
        await talk.say("commitment-none-yet")
        return
    count = promised.tally.residents.all + promised.tally.municipality.all
    kept = promised.tally.residents.kept + promised.tally.municipality.kept
    await talk.say(
        "commitment-so-far",
        look="journey",
        stages=tuple(line(one, municipality) for one in promised.newest),
        count=count,
        kept=kept,
    )


async def _choose_part(talk: Talk, parts: list[PlanPart]) -> int | None:
    if not parts:
        return None
    options = (Option(str(part.number), Localized(part.title)) for part in parts)
    chosen = await talk.ask(PART.offering(OneOf((*options, OWN))))
    return None if chosen == OWN.key else int(chosen)


async def _choose_condition(talk: Talk, promised: Promised, due_on: date) -> Condition | None:
    """None for a promise that stands by itself, also where there is nobody to wait for."""
    if promised.others == 0 or await talk.ask(HOW) == "sure":
        return None
    needs = await talk.ask(HOW_MANY.offering(Others(1, promised.others)))
    return Condition(needs, await _choose_last_day(talk, promised.today, due_on))


async def _choose_last_day(talk: Talk, today: date, due_on: date) -> date:
    half = half_way(today, due_on)
    if half >= due_on or due_on <= today + timedelta(days=1):
        return due_on
    options = (
        Option("half", Phrase("commitment-until-half", {"day": half})),
        Option("other", Phrase("commitment-until-other")),
    )
    if await talk.ask(UNTIL.offering(OneOf(options))) == "half":
        return half
    return await talk.ask(UNTIL_DAY.offering(Day(1, (due_on - today).days)), day=due_on)
