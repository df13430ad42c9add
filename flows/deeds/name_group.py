"""A moderator gives an opinion group its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.read_groups import KIND, read_groups
from flows.engine.cleaning import clean
from flows.opinion_groups import Group
from storage.tables import Outcome, Trajectory

LONGEST: Final = 40

Texts = Mapping[str, str]
"""Language to words."""


@dataclass(frozen=True)
class Named:
    """The group is called so from now on; without words it has its letter alone."""

    letter: str
    name: Texts


async def name_group(acting: Acting, trajectory_id: int, key: str, name: Texts) -> Named | Refused:
    """Give the group with this key a name, or take it away by giving none.

    Refuses a name that is long, one that another group has, and a group that is no longer there.
    """
    words = {language: said for language, raw in name.items() if (said := " ".join(clean(raw).split()))}
    if any(len(said) > LONGEST for said in words.values()):
        return Refused("groups-name-long", {"most": str(LONGEST)})
    # Names are carried over when groups are found anew: that waits here, or we wait for it.
    await acting.connection.execute(
        select(col(Trajectory.id)).where(col(Trajectory.id) == trajectory_id).with_for_update()
    )
    kept = await read_groups(acting.connection, trajectory_id, only=())
    groups = kept.groups.groups if kept and kept.groups else ()
    group = next((group for group in groups if group.key == key), None)
    if kept is None or group is None:
        return Refused("groups-gone")
    if _taken(words, [other for other in groups if other is not group]):
        return Refused("groups-name-taken")
    await _write(acting, kept.outcome_id, group.number, words)
    await write_audit(acting, "name_group", detail=f"{trajectory_id}: {group.letter}")
    return Named(group.letter, words)


def _taken(words: Texts, others: list[Group]) -> bool:
    return any(
        said.casefold() == (other.name or {}).get(language, "").casefold()
        for other in others
        for language, said in words.items()
    )


async def _write(acting: Acting, outcome_id: int, number: int, words: Texts) -> None:
    where = col(Outcome.id) == outcome_id, col(Outcome.kind) == KIND
    data = (await acting.connection.execute(select(col(Outcome.data)).where(*where))).scalar_one()
    data["found"]["groups"][number]["name"] = dict(words) or None
    await acting.connection.execute(update(Outcome).where(*where).values(data=data))
