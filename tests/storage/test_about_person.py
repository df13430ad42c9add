"""Everything that is kept about one person."""

from __future__ import annotations

from residents import address_on, joined, rows, told
from stage import Stage

from storage.about_person import LATER, read_everything
from storage.schema import SCHEMA
from storage.tables import Node, Outbox

REACHED_OTHERWISE = frozenset(
    (
        *("trajectory", "step", "network", "declinereason", "announcement", "outcome", "meeting"),
        *("moderator", "desksession", "signinlink", "audit", "alembic_version"),
        "tally",  # a count of everybody, about what the person gave
        "address",
        "participant",
        "node",
        "link",
    )
)
"""About no person, or found by something else than a column that names one."""


def test_every_table() -> None:
    """A table that leads to a person, or to something that one gave, is read, a new one too."""
    for table in SCHEMA.sorted_tables:
        leads = {"participant_id", "node_id", "address_id"} & set(table.c.keys())
        assert leads or table.name in LATER | REACHED_OTHERWISE, table.name


async def test_theirs_and_nobody_elses(sqlite_url: str) -> None:
    """What somebody gave and was answered is there, opened; of another's there is nothing, nor any hash."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    await joined(stage, "words", language="nl")
    await stage.says("verhaal", "words")
    await stage.says("Er ligt altijd een fiets in de sloot.", "words")
    await stage.says("ja", "words")
    participant_id = await joined(stage)
    await told(stage, "Bij de bankjes ligt glas.")
    async with stage.acting() as acting:
        found = await read_everything(acting.connection, stage.secrets, participant_id)
    written = repr(found)
    assert "Bij de bankjes ligt glas." in written
    assert "sloot" not in written
    assert [row["sealed"] for row in found["address"]] == [address_on("buttons")]
    assert "lookup" not in found["address"][0]
    (own,) = [node for node in await rows(stage, Node) if node["participant_id"] == participant_id]
    assert [row["number"] for row in found["node"]] == [own["number"]]
    assert any(row["kind"] == "reply" for row in await rows(stage, Outbox))
    assert "outbox" not in found
