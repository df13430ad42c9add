"""whose failed events

Revision: 0002, after 0001
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("failedevent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lookup", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=True))
        batch_op.create_index(batch_op.f("ix_failedevent_lookup"), ["lookup"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("failedevent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_failedevent_lookup"))
        batch_op.drop_column("lookup")
