"""the nine steps

Revision: 0003, after 0002
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Of these nobody knows whose they are, so they could not be forgotten with their sender.
    op.execute("DELETE FROM failedevent WHERE lookup IS NULL")
    op.create_table(
        "announcement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("reached", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_announcement_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
        sa.UniqueConstraint("key", name=op.f("uq_announcement_key")),
    )
    with op.batch_alter_table("announcement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_announcement_done_at"), ["done_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_announcement_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=12), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("access", sa.JSON(), nullable=False),
        sa.Column("starts_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ends_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("door_code", sqlmodel.sql.sqltypes.AutoString(length=12), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("cancelled_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_meeting_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("door_code", name=op.f("uq_meeting_door_code")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_starts_at"), ["starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_outcome_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
    )
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "wayin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=True),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=10), nullable=False),
        sa.Column("label", sa.JSON(), nullable=False),
        sa.Column("token", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_wayin_network_id_network")),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_wayin_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wayin")),
        sa.UniqueConstraint("token", name=op.f("uq_wayin_token")),
    )
    with op.batch_alter_table("wayin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wayin_network_id"), ["network_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wayin_participant_id"), ["participant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wayin_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(length=6), nullable=True),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("invited_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("reminded_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("came_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_attendance_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "participant_id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "belonging",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("x", sa.Float(), nullable=False),
        sa.Column("y", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_belonging_outcome_id_outcome")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_belonging_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("participant_id", name=op.f("pk_belonging")),
    )
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_belonging_outcome_id"), ["outcome_id"], unique=False)

    op.create_table(
        "linkingcode",
        sa.Column("handle", sqlmodel.sql.sqltypes.AutoString(length=4), nullable=False),
        sa.Column("code_hash", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("address_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expires_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("used_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_linkingcode_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("handle", name=op.f("pk_linkingcode")),
    )
    with op.batch_alter_table("linkingcode", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_linkingcode_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("held_out", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("due_back_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("returned_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_nudge_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_nudge_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
    )
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.create_index("ix_nudge_participant", ["participant_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_nudge_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "ranking",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_ranking_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_ranking_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking")),
    )
    with op.batch_alter_table("ranking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ranking_participant_id"), ["participant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ranking_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "checkin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(length=12), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("moderator_id", sa.Integer(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["moderator_id"], ["moderator.id"], name=op.f("fk_checkin_moderator_id_moderator")
        ),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_checkin_node_id_node")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin")),
    )
    with op.batch_alter_table("checkin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_checkin_node_id"), ["node_id"], unique=False)

    op.create_table(
        "commitment",
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("municipal", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column(
            "name", sqlmodel.sql.sqltypes.AutoString(length=40), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("needs", sa.Integer(), nullable=True),
        sa.Column("joined_by", sa.Date(), nullable=True),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(length=12), nullable=False),
        sa.Column("moved", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("asked", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("offered_to", sa.Integer(), nullable=True),
        sa.Column("offered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("settled_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_commitment_node_id_node")),
        sa.ForeignKeyConstraint(
            ["offered_to"], ["participant.id"], name=op.f("fk_commitment_offered_to_participant")
        ),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_commitment")),
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_offered_to"), ["offered_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_state"), ["state"], unique=False)

    op.create_table(
        "exposure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("folded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_exposure_node_id_node")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_exposure_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exposure")),
    )
    with op.batch_alter_table("exposure", schema=None) as batch_op:
        batch_op.create_index("ix_exposure_participant", ["participant_id", "node_id"], unique=True)
        batch_op.create_index(
            "ix_exposure_unfolded",
            ["node_id"],
            unique=False,
            sqlite_where=sa.text("NOT folded"),
            postgresql_where=sa.text("NOT folded"),
        )

    op.create_table(
        "joining",
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column(
            "name", sqlmodel.sql.sqltypes.AutoString(length=40), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "share",
            sqlmodel.sql.sqltypes.AutoString(length=8),
            server_default=sa.text("'nothing'"),
            nullable=False,
        ),
        sa.Column("reach", sa.LargeBinary(), nullable=True),
        sa.Column("joined_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("left_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_joining_node_id_node")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_joining_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("node_id", "participant_id", name=op.f("pk_joining")),
    )
    with op.batch_alter_table("joining", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_joining_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "tally",
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("trajectory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("rank", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("spot", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("shown", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("agree", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("disagree", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("passed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_tally_node_id_node")),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectory.id"], name=op.f("fk_tally_trajectory_id_trajectory")
        ),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_tally")),
    )
    with op.batch_alter_table("tally", schema=None) as batch_op:
        batch_op.create_index(
            "ix_tally_choice", ["trajectory_id", "kind", "is_open", "rank", "spot"], unique=False
        )

    op.create_table(
        "compared",
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_compared_node_id_node")),
        sa.ForeignKeyConstraint(["story_id"], ["node.id"], name=op.f("fk_compared_story_id_node")),
        sa.PrimaryKeyConstraint("node_id", "story_id", name=op.f("pk_compared")),
    )
    with op.batch_alter_table("compared", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_compared_story_id"), ["story_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("own", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("noted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_notice_link_id_link")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_notice_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("participant_id", "link_id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(
            "ix_notice_untold",
            ["participant_id"],
            unique=False,
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )

    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.add_column(sa.Column("spread_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_link_spread_at"), ["spread_at"], unique=False)

    op.create_table(
        "namednetwork",
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("size", sqlmodel.sql.sqltypes.AutoString(length=10), nullable=False),
        sa.Column("knows", sa.Boolean(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_namednetwork_network_id_network")
        ),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_namednetwork_node_id_node")),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_namednetwork")),
    )
    with op.batch_alter_table("namednetwork", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_namednetwork_network_id"), ["network_id"], unique=False)

    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("link_tries", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(sa.Column("link_tried_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))

    with op.batch_alter_table("network", schema=None) as batch_op:
        batch_op.add_column(sa.Column("estimate", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("influence", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("interest", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "contact", sqlmodel.sql.sqltypes.AutoString(), server_default=sa.text("''"), nullable=False
            )
        )

    with op.batch_alter_table("node", schema=None) as batch_op:
        batch_op.add_column(sa.Column("body", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("because", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("about_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False))
        batch_op.add_column(
            sa.Column(
                "source",
                sqlmodel.sql.sqltypes.AutoString(length=40),
                server_default=sa.text("''"),
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("passed_on_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_node_about_id"), ["about_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_node_about_id_node"), "node", ["about_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_node_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_node_meeting_id_meeting"), "meeting", ["meeting_id"], ["id"]
        )
        batch_op.create_index(
            "ix_node_to_pass_on",
            ["about_id"],
            unique=False,
            sqlite_where=sa.text("kind = 'reply' AND state = 'published' AND passed_on_at IS NULL"),
            postgresql_where=sa.text("kind = 'reply' AND state = 'published' AND passed_on_at IS NULL"),
        )

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("way_in_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("caught_up_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("looked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_participant_looked_at"), ["looked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_network_id"), ["network_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_way_in_id"), ["way_in_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_participant_way_in_id_wayin"), "wayin", ["way_in_id"], ["id"]
        )

    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.add_column(sa.Column("closes_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))

    with op.batch_alter_table("trajectory", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("retain_months", sa.Integer(), server_default=sa.text("24"), nullable=False)
        )

    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.add_column(sa.Column("was", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("folded", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_index(
            "ix_vote_unfolded",
            ["id"],
            unique=False,
            sqlite_where=sa.text("NOT folded"),
            postgresql_where=sa.text("NOT folded"),
        )


def downgrade() -> None:
    with op.batch_alter_table("namednetwork", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_namednetwork_network_id"))

    op.drop_table("namednetwork")
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.drop_column("link_tried_at")
        batch_op.drop_column("link_tries")

    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_vote_unfolded", sqlite_where=sa.text("NOT folded"), postgresql_where=sa.text("NOT folded")
        )
        batch_op.drop_column("folded")
        batch_op.drop_column("was")

    with op.batch_alter_table("trajectory", schema=None) as batch_op:
        batch_op.drop_column("retain_months")

    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_column("closes_at")

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_participant_way_in_id_wayin"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_participant_way_in_id"))
        batch_op.drop_index(batch_op.f("ix_participant_network_id"))
        batch_op.drop_index(batch_op.f("ix_participant_looked_at"))
        batch_op.drop_column("looked_at")
        batch_op.drop_column("caught_up_at")
        batch_op.drop_column("way_in_id")

    with op.batch_alter_table("node", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_node_to_pass_on",
            sqlite_where=sa.text("kind = 'reply' AND state = 'published' AND passed_on_at IS NULL"),
            postgresql_where=sa.text("kind = 'reply' AND state = 'published' AND passed_on_at IS NULL"),
        )
        batch_op.drop_constraint(batch_op.f("fk_node_meeting_id_meeting"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_node_meeting_id"))
        batch_op.drop_constraint(batch_op.f("fk_node_about_id_node"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_node_about_id"))
        batch_op.drop_column("passed_on_at")
        batch_op.drop_column("source")
        batch_op.drop_column("version")
        batch_op.drop_column("meeting_id")
        batch_op.drop_column("about_id")
        batch_op.drop_column("because")
        batch_op.drop_column("body")

    with op.batch_alter_table("network", schema=None) as batch_op:
        batch_op.drop_column("contact")
        batch_op.drop_column("interest")
        batch_op.drop_column("influence")
        batch_op.drop_column("estimate")

    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_spread_at"))
        batch_op.drop_column("spread_at")

    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_notice_untold",
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )

    op.drop_table("notice")
    with op.batch_alter_table("compared", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_compared_story_id"))

    op.drop_table("compared")
    with op.batch_alter_table("tally", schema=None) as batch_op:
        batch_op.drop_index("ix_tally_choice")

    op.drop_table("tally")
    with op.batch_alter_table("joining", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_joining_participant_id"))

    op.drop_table("joining")
    with op.batch_alter_table("exposure", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_exposure_unfolded", sqlite_where=sa.text("NOT folded"), postgresql_where=sa.text("NOT folded")
        )
        batch_op.drop_index("ix_exposure_participant")

    op.drop_table("exposure")
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitment_state"))
        batch_op.drop_index(batch_op.f("ix_commitment_offered_to"))
        batch_op.drop_index(batch_op.f("ix_commitment_due_on"))

    op.drop_table("commitment")
    with op.batch_alter_table("checkin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_checkin_node_id"))

    op.drop_table("checkin")
    with op.batch_alter_table("ranking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ranking_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_ranking_participant_id"))

    op.drop_table("ranking")
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_nudge_trajectory_id"))
        batch_op.drop_index("ix_nudge_participant")

    op.drop_table("nudge")
    with op.batch_alter_table("linkingcode", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_linkingcode_participant_id"))

    op.drop_table("linkingcode")
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_belonging_outcome_id"))

    op.drop_table("belonging")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_participant_id"))

    op.drop_table("attendance")
    with op.batch_alter_table("wayin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wayin_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_wayin_participant_id"))
        batch_op.drop_index(batch_op.f("ix_wayin_network_id"))

    op.drop_table("wayin")
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_trajectory_id"))

    op.drop_table("outcome")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_starts_at"))

    op.drop_table("meeting")
    with op.batch_alter_table("announcement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_announcement_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_announcement_done_at"))

    op.drop_table("announcement")
