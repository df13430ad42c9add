"""A resident says what they think of other people's ideas, five at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from flows.counting import VALUES
from flows.deeds.cast_vote import NotVoted, cast_vote
from flows.deeds.read_card import read_card
from flows.deeds.read_others import Others, read_others
from flows.deeds.read_standing import read_standing
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.read_voting import Voting, read_voting
from flows.deeds.show_card import cards_left, show_card
from flows.engine.cleaning import shortened
from flows.engine.questions import Localized, Option, Phrase, Question
from flows.engine.readers import OneOf, YesNo
from flows.engine.talk import Action, Next, Talk, script
from flows.scripts.promises import MENU, MINE

AT_A_TIME: Final = 5
TITLE: Final = 70
"""So many characters of an idea remind of it."""

VOTE = Question(
    "vote",
    "vote-card",
    OneOf(tuple(Option(key, Phrase(f"vote-{key}")) for key in VALUES)),
    look="card",
)
MORE = Question("more", "vote-more", YesNo(Phrase("vote-more-yes"), Phrase("vote-more-no")))


@script("vote-cards")
async def vote_cards(talk: Talk) -> Next | None:
    """Which card comes is noted when it is shown; what stands on it is read afresh in every turn."""
    seen = await talk.see(read_trajectory)
    voting = await talk.see(read_voting)
    if "vote-cards" not in seen.allows:
        await talk.say("vote-closed", actions=(MENU,))
        return None
    if not voting.ideas:
        await talk.say("vote-nothing-yet", actions=(MENU,))
        return None
    if not voting.began:
        await talk.say("vote-intro", ideas=voting.ideas, people=voting.people)
    shown = await _five(talk)
    others = await talk.see(read_others, shown)
    await _tell_others(talk, others, voting)
    left = await talk.see(cards_left, "idea")
    for told in await talk.see(read_standing, at_the_end=not left):
        about: dict[str, Any] = dict(told.arguments)
        await talk.say(told.text, **about)
    if not left:
        actions = (Action("scenarios", Phrase("action-scenarios")),) if voting.scenarios else ()
        await talk.say("vote-none-left", actions=(*actions, MINE, MENU))
        return None
    if await talk.ask(MORE):
        return Next("vote-cards")
    await talk.say("vote-thanks", actions=(MENU,))
    return None


async def _five(talk: Talk) -> list[int]:
    """Show them one by one; what was withdrawn or merged meanwhile is passed over."""
    shown = []
    for place in range(AT_A_TIME):
        card = await talk.do(show_card.about(str(place)), "idea")
        if card is None:
            break
        key = str(card.node_id)
        there = await talk.see(read_card, card.node_id)
        if there is None:
            continue
        said = await talk.ask(VOTE, about=key, number=str(there.number), words=there.words)
        voted = await talk.do(cast_vote.about(key), card.node_id, VALUES[said])
        if isinstance(voted, NotVoted):
            await talk.say(voted.text, number=voted.number, into=voted.into)
        shown.append(card.node_id)
    return shown


async def _tell_others(talk: Talk, ideas: Sequence[Others], voting: Voting) -> None:
    """Where the resident stands beside others, as far as there are enough of them, and who they all are."""
    known = [idea for idea in ideas if idea.others.enough]
    if known:
        await talk.say("vote-others-title")
    for idea in known:
        await talk.say(
            "vote-others",
            own=("disagree", "pass", "agree")[idea.own + 1],
            words=_title(idea.words),
            part=idea.others.disagree if idea.own < 0 else idea.others.agree,
            people=idea.others.people,
        )
    if len(ideas) > len(known):
        await talk.say("vote-others-few", count=len(ideas) - len(known))
    if known and voting.people:
        await talk.say(
            "vote-speaks-for",
            people=voting.people,
            lives=voting.lives,
            uses=voting.uses,
            works=voting.works,
        )


def _title(words: Localized) -> Localized:
    return Localized({code: shortened(text.partition("\n")[0], TITLE) for code, text in words.texts.items()})
