"""Open a tally for what may be voted on now, and close those of what no longer may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Select, exists, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.fold_votes import make_tallies
from storage.tables import Node, Tally
from storage.voting import may_be_voted_on

PAGE: Final = 500


async def lay_out_cards(acting: Acting) -> int:
    """One page of what was published, withdrawn or merged since; returns how many rows were changed.

    Who shows a card or takes a vote looks at the node itself: this keeps short what is searched for a card.
    """
    its_node = col(Node.id) == col(Tally.node_id)
    made = await _page(acting, select(col(Node.id)).where(may_be_voted_on(), ~exists().where(its_node)))
    await make_tallies(acting, made)
    standing = select(col(Tally.node_id)).join(Node, its_node)
    opened = await _page(acting, standing.where(col(Tally.is_open).is_(False), may_be_voted_on()))
    closed = await _page(acting, standing.where(col(Tally.is_open).is_(True), ~may_be_voted_on()))
    await _set_open(acting, opened, is_open=True)
    await _set_open(acting, closed, is_open=False)
    return len(made) + len(opened) + len(closed)


async def _page(acting: Acting, query: Select[int]) -> Sequence[int]:
    return (await acting.connection.execute(query.limit(PAGE))).scalars().all()


async def _set_open(acting: Acting, node_ids: Sequence[int], *, is_open: bool) -> None:
    if node_ids:
        await acting.connection.execute(
            update(Tally).where(col(Tally.node_id).in_(node_ids)).values(is_open=is_open)
        )
