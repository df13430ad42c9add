"""A resident answers somebody's story, or an update."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.deeds.read_shown import NotShown, Shown, find_answerable
from flows.engine.readers import Told
from flows.engine.talk import deed, query

MOST_DIGITS = 9


@query("answerable")
async def read_answerable(acting: Acting, words: str) -> Shown | NotShown:
    """What is meant by these words: a number, or a few words with one in them ("verhaal 12")."""
    return await find_answerable(acting, number_in(words))


@deed("give_reply")
async def give_reply(acting: Acting, number: int, told: Told) -> Contributed | NotShown:
    """Store it for a moderator to read; it is meant to be shown, and the question said so."""
    about = await find_answerable(acting, number)
    if isinstance(about, NotShown):
        return about
    return await contribute(acting, "reply", told, may_show=True, about_id=about.node_id)


def number_in(words: str) -> int:
    """The one number in these words; 0, which nothing has, where there is none or there are several."""
    numbers = "".join(letter if letter in "0123456789" else " " for letter in words).split()
    return int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) <= MOST_DIGITS else 0
