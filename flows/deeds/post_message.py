"""Put a message in the outbox, cut to what the channel of this address can show."""

from __future__ import annotations

from datetime import datetime

from flows.capabilities import PLAIN
from flows.deeds.acting import Acting
from flows.rendering import Message, degrade
from storage import outbox


async def post_message(
    acting: Acting,
    message: Message,
    *,
    key: str,
    kind: outbox.Kind,
    address_id: int,
    channel: str,
    participant_id: int | None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    leased_by: str = "",
) -> list[int]:
    """Put it in under `key` (parts after the first get a suffix); returns the ids of new rows."""
    parts = degrade(message, acting.capabilities.get(channel, PLAIN))
    ids = []
    for number, part in enumerate(parts):
        row = await outbox.put(
            acting.connection,
            key=f"{key}/{number}" if number else key,
            kind=kind,
            address_id=address_id,
            participant_id=participant_id,
            body=acting.secrets.seal_json(part.dump()),
            now=acting.now,
            not_before=not_before,
            expires_at=expires_at,
            leased_by=leased_by,
        )
        ids += [row] if row is not None else []
    return ids
