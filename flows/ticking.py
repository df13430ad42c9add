"""What happens by the clock, a page at a time.

Every deed here is idempotent: several workers may do it at once, or again after downtime. To add one, add a
line: it runs in the program and in the tests' transcripts alike.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from flows.deeds.acting import Acting
from flows.deeds.announce import tell_announced
from flows.deeds.ask_check_ins import ask_check_ins
from flows.deeds.close_step import close_due_steps
from flows.deeds.count_rankings import count_rankings
from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.fold_votes import fold_votes
from flows.deeds.invite_to_meetings import invite_to_meetings, remind_of_meetings
from flows.deeds.lapse_promises import lapse_promises
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.offer_promise import drop_old_offers
from flows.deeds.open_step import open_due_steps
from flows.deeds.pass_on_replies import pass_on_replies
from flows.deeds.plan_nudges import note_returns, plan_nudges
from flows.deeds.remind_unfinished import remind_unfinished
from flows.deeds.retain_people import retain_people
from flows.deeds.spread_links import spread_links
from flows.deeds.tell_news import tell_news
from flows.deeds.weave_promises import weave_promises

Paging: TypeAlias = Callable[[Acting], Awaitable[int]]
"""Handles one page of what is due, in one transaction; returns how many, so 0 when nothing is left."""


@dataclass(frozen=True)
class Paged:
    """Every so many `seconds` the deed is done until it returns 0."""

    name: str
    seconds: int
    deed: Paging


PAGED: Final = (
    Paged("remind", 60, remind_unfinished),
    Paged("expire", 300, expire_unfinished),
    Paged("open_steps", 60, open_due_steps),
    Paged("invite_to_meetings", 60, invite_to_meetings),
    Paged("remind_of_meetings", 300, remind_of_meetings),
    Paged("close_steps", 60, close_due_steps),
    Paged("tell_announced", 15, tell_announced),
    Paged("weave_promises", 60, weave_promises),
    Paged("spread_links", 30, spread_links),
    Paged("tell_news", 300, tell_news),
    Paged("lapse_promises", 300, lapse_promises),
    Paged("ask_check_ins", 300, ask_check_ins),
    Paged("drop_old_offers", 3600, drop_old_offers),
    Paged("pass_on_replies", 60, pass_on_replies),
    Paged("lay_out_cards", 60, lay_out_cards),
    Paged("fold_votes", 5, fold_votes),
    Paged("count_rankings", 60, count_rankings),
    Paged("plan_nudges", 300, plan_nudges),
    Paged("note_returns", 900, note_returns),
    Paged("retain_people", 3600, retain_people),
)
"""In this order where all are run at once."""
