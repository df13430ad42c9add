"""A resident says what they think of other people's ideas, five at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from flows.counting import VALUES
from flows.deeds.cast_vote import NotVoted, cast_vote
from flows.deeds.read_gone import read_gone
from flows.deeds.read_others import Others, read_others
from flows.deeds.read_standing import read_standing
from flows.deeds.read_voting import Voters, open_voting, read_voters
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
    """Which card comes is noted when it is shown; one that went away meanwhile is passed over."""
    opening = await talk.do(open_voting)
    if not opening.ideas:
        await talk.say("vote-nothing-yet", actions=(MENU,))
        return None
    if not opening.began:
        await talk.say("vote-intro", ideas=opening.ideas, people=opening.people)
    gone = await talk.see(read_gone)
    shown = []
    for place in range(AT_A_TIME):
        card = await talk.do(show_card.about(str(place)), "idea")
        if card is None:
            break
        if card.node_id in gone:
            continue
        key = str(card.node_id)
        said = await talk.ask(VOTE, about=key, number=str(card.number), words=Localized(card.words))
        voted = await talk.do(cast_vote.about(key), card.node_id, VALUES[said])
        if isinstance(voted, NotVoted):
            await talk.say(voted.text, number=voted.number, into=voted.into, actions=(MENU,))
            return None
        shown.append(card.node_id)
    return await _end(talk, shown)


async def _end(talk: Talk, shown: Sequence[int]) -> Next | None:
    """What others think, and whether there is more to come."""
    voters = await talk.see(read_voters)
    others = await talk.see(read_others, shown)
    await _tell_others(talk, others, voters)
    left = await talk.see(cards_left, "idea")
    for told in await talk.see(read_standing, at_the_end=not left):
        about: dict[str, Any] = dict(told.arguments)
        await talk.say(told.text, **about)
    if not left:
        actions = (Action("scenarios", Phrase("action-scenarios")),) if voters.scenarios else ()
        await talk.say("vote-none-left", actions=(*actions, MINE, MENU))
        return None
    if await talk.ask(MORE):
        return Next("vote-cards")
    await talk.say("vote-thanks", actions=(MENU,))
    return None


async def _tell_others(talk: Talk, ideas: Sequence[Others], voters: Voters) -> None:
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
    if known and voters.people:
        await talk.say(
            "vote-speaks-for",
            people=voters.people,
            lives=voters.lives,
            uses=voters.uses,
            works=voters.works,
        )


def _title(words: Localized) -> Localized:
    return Localized({code: shortened(text.partition("\n")[0], TITLE) for code, text in words.texts.items()})
