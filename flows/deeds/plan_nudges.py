"""Plan the nudges that are due, a page of people at a time. Doing it twice does no harm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from flows import nudges
from flows.deeds.acting import Acting
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.nudges import Due, Effect, Reason, Standing, effect, local_day
from storage import nudging
from storage.nudging import Candidate

PAGE: Final = 200
AGAIN_AFTER: Final = timedelta(hours=20)
"""Everybody is looked at about once a day."""

SOON: Final = timedelta(days=2)
LASTS: Final = timedelta(days=3)
"""A nudge that could not leave for so long is about something else by then."""

WAYS: Final[Mapping[Reason, str]] = {
    "meeting": "meeting",
    "commitment": "mine",
    "closing": "menu",
    "joined": "invitation",
    "cards": "vote-cards",
    "moved": "mine",
}
"""The script that a nudge for this reason leads to."""


async def plan_nudges(acting: Acting) -> int:
    """One page of those whose turn it is; returns how many were looked at."""
    page = await nudging.take_page(acting.connection, acting.now, AGAIN_AFTER, PAGE)
    reasons = await _reasons(acting, page)
    ids = [candidate.participant_id for candidate in page]
    written = await nudging.last_written(acting.connection, ids, acting.now - nudges.AFTER_A_VISIT)
    for candidate in page:
        standing = _standing(candidate, reasons, written.get(candidate.participant_id))
        found = nudges.due(standing, acting.now)
        if isinstance(found, Due):
            await _nudge(acting, candidate, found)
    return len(page)


async def note_returns(acting: Acting) -> int:
    """One page of nudges after which somebody came back; returns how many."""
    within = nudges.COUNTS_AS_BACK
    return await nudging.note_returns(acting.connection, acting.now, within, PAGE)


async def read_effect(acting: Acting, trajectory_id: int) -> dict[str, Effect]:
    """What nudges bring, by reason and for `all` together, as far as the week after them is over."""
    counted = await nudging.outcomes(acting.connection, trajectory_id, acting.now)
    kinds = {reason for reason, _ in counted}
    found = {
        reason: effect(*counted.get((reason, False), (0, 0)), *counted.get((reason, True), (0, 0)))
        for reason in sorted(kinds)
    }
    totals = [
        sum(numbers[place] for (_, held), numbers in counted.items() if held is is_held)
        for is_held in (False, True)
        for place in (0, 1)
    ]
    return {"all": effect(*totals), **found}


async def _nudge(acting: Acting, candidate: Candidate, due: Due) -> None:
    if not due.held_out:
        actions = (
            Action(WAYS[due.reason], Phrase(f"action-{WAYS[due.reason]}")),
            Action("often", Phrase("action-less-often"), "less"),
            Action("stop", Phrase("action-stop")),
        )
        told = await tell_person(
            acting,
            candidate.participant_id,
            Say(f"nudge-{due.reason}", {"number": due.number}, actions=actions),
            key=due.key,
            kind="nudge",
            expires_at=acting.now + LASTS,
        )
        if not told:
            return
    await nudging.put(
        acting.connection,
        candidate,
        due.reason,
        acting.now,
        held_out=due.held_out,
        back_within=nudges.COUNTS_AS_BACK,
    )


async def _reasons(acting: Acting, page: list[Candidate]) -> Mapping[Reason, Mapping[int, int]]:
    """Six queries, however many people there are."""
    ids = [candidate.participant_id for candidate in page]
    connection, now = acting.connection, acting.now
    if not ids:
        return {}
    today = local_day(now, page[0].zone)
    return {
        "meeting": await nudging.meetings_unanswered(connection, ids, now, SOON),
        "commitment": await nudging.promised(connection, ids, today, SOON),
        "closing": await nudging.closing(connection, ids, now, SOON),
        "joined": await nudging.joined_since(connection, ids),
        "cards": await nudging.new_cards(connection, ids),
        "moved": await nudging.moved(connection, ids, now - nudges.AFTER_A_VISIT),
    }


def _standing(
    candidate: Candidate, reasons: Mapping[Reason, Mapping[int, int]], written_at: datetime | None
) -> Standing:
    who = candidate.participant_id
    return Standing(
        participant_id=who,
        last_heard_at=candidate.last_heard_at,
        last_nudged_at=candidate.last_nudged_at,
        unanswered=candidate.unanswered,
        often=candidate.often,
        zone=candidate.zone,
        reasons={reason: found[who] for reason, found in reasons.items() if who in found},
        last_written_at=written_at,
    )
