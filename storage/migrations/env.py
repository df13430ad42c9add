"""How Alembic reaches the schema: it is handed an open connection, see `storage.migrating`."""

from typing import Any

from alembic import context

import storage.tables as tables

connection: Any = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=tables.Address.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
