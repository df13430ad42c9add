"""A resident puts the scenarios in the order in which they like them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.deeds.cast_vote import NotVoted
from flows.deeds.rank_scenarios import rank_scenarios
from flows.deeds.read_ranking import read_ranking
from flows.deeds.read_scenarios import Choice, read_scenarios
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Localized, Option, Phrase, Question
from flows.engine.readers import InOrder
from flows.engine.talk import Action, Talk, script
from flows.runoff import Round, Runoff
from flows.scripts.listing import listed, numbered, quoted
from flows.scripts.promises import MENU

ORDER = Question("order", "scenarios-order", InOrder(()))
AGAIN = Action("scenarios", Phrase("action-scenarios-again"))


@script("scenarios")
async def scenarios(talk: Talk) -> None:
    """All of them first, then the order, then what everyone chose so far."""
    seen = await talk.see(read_trajectory)
    choice = await talk.see(read_scenarios)
    if "scenarios" not in seen.allows:
        await talk.say("scenarios-closed", actions=(MENU,))
        return
    if len(choice.scenarios) < 2:
        await talk.say("scenarios-none-yet", actions=(MENU,))
        return
    await _show(talk, choice)
    options = tuple(Option(str(one.node_id), one.title) for one in choice.scenarios)
    order = await talk.ask(ORDER.offering(InOrder(options)))
    ranked = await talk.do(rank_scenarios, [int(key) for key in order])
    if isinstance(ranked, NotVoted):
        await talk.say(ranked.text, actions=(AGAIN, MENU))
        return
    titles = {one.node_id: one.title for one in choice.scenarios}
    await talk.say("scenarios-thanks", order=numbered([titles[int(key)] for key in order]))
    await _tell(talk, await talk.see(read_ranking), titles)


async def _show(talk: Talk, choice: Choice) -> None:
    """Each with its title and two sentences, and where it came from."""
    await talk.say("scenarios-intro", count=len(choice.scenarios))
    for place, one in enumerate(choice.scenarios, start=1):
        why = any(one.because.texts.values())
        await talk.say(
            "scenarios-one",
            place=place,
            title=one.title,
            summary=one.summary,
            ideas=one.ideas,
            added=Phrase("part-added", {"reason": one.because}) if why else "",
        )
    if choice.own:
        titles = {one.node_id: one.title for one in choice.scenarios}
        await talk.say("scenarios-yours", order=numbered([titles[node_id] for node_id in choice.own]))


async def _tell(talk: Talk, result: Runoff, titles: Mapping[int, Localized]) -> None:
    """Every round in words, and who has the widest support."""
    if not result.rounds:
        await talk.say("scenarios-too-few", actions=(AGAIN, MENU))
        return
    await talk.say("scenarios-so-far", people=result.people)
    for number, one in enumerate(result.rounds, start=1):
        last = number == len(result.rounds)
        votes = sorted(one.votes.items(), key=lambda pair: -pair[1])
        await talk.say(
            "scenarios-round",
            round=number,
            votes=_counted([(titles[node_id], count) for node_id, count in votes]),
            out=0 if last else len(one.out),
            which=quoted([titles[node_id] for node_id in one.out]),
            rest=one.rest,
            tied="no" if last or not _is_tied(one) else "yes",
        )
    await talk.say(
        "scenarios-winner" if len(result.winners) == 1 else "scenarios-level",
        titles=quoted([titles[node_id] for node_id in result.winners]),
        votes=result.rounds[-1].votes.get(result.winners[0], 0),
        people=result.people,
        actions=(AGAIN, MENU),
    )


def _is_tied(one: Round) -> bool:
    """Whether one that stays had no more people than one that fell out."""
    stayed = [votes for node_id, votes in one.votes.items() if node_id not in one.out]
    return max(one.votes[node_id] for node_id in one.out) == min(stayed)


def _counted(votes: Sequence[tuple[Localized, int]]) -> Localized:
    return listed([title for title, _ in votes], lambda place, words: f"{words}: {votes[place][1]}", "\n")
