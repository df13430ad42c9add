"""An organiser writes down what is known of a network."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.make_network import LARGEST
from flows.engine.readers import clean
from flows.networks import KINDS
from storage.tables import Network

LONGEST_CONTACT = 500


@dataclass(frozen=True)
class NetworkFacts:
    """`estimate`: how many people it reaches; `influence` and `interest` from 1 (little) to 5 (much)."""

    kind: str
    estimate: int | None = None
    influence: int | None = None
    interest: int | None = None
    contact: str = ""


async def change_network(
    acting: Acting, trajectory_id: int, network_id: int, facts: NetworkFacts
) -> NetworkFacts | Refused:
    """Keep it, as it is kept then; what is None is not known."""
    contact = clean(facts.contact)
    if facts.kind not in KINDS:
        return Refused("network-kind")
    if facts.estimate is not None and not 0 <= facts.estimate <= LARGEST:
        return Refused("network-estimate")
    if any(given is not None and not 1 <= given <= 5 for given in (facts.influence, facts.interest)):
        return Refused("network-scale")
    if len(contact) > LONGEST_CONTACT:
        return Refused("network-contact", {"most": str(LONGEST_CONTACT)})
    kept = NetworkFacts(facts.kind, facts.estimate, facts.influence, facts.interest, contact)
    changed = await acting.connection.execute(
        update(Network)
        .where(col(Network.id) == network_id, col(Network.trajectory_id) == trajectory_id)
        .values(vars(kept))
    )
    if changed.rowcount == 0:
        return Refused("network-gone")
    await write_audit(acting, "change_network", detail=str(network_id))
    return kept
