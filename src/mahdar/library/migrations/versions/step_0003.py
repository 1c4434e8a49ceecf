"""What watching keeps: sources and what they named, how far rules have judged, notices and their messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _make_sources()
    _make_notices()
    # A feed asks whether an address was captured already; addresses may be longer than a B-tree of PostgreSQL takes.
    op.create_index("captures_address", "captures", ["address"], postgresql_using="hash")


def downgrade() -> None:
    raise NotImplementedError("a library is not taken back; go back to a copy of it instead")


def _make_sources() -> None:
    op.create_table(
        "watch_sources",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("etag", "last_modified")),
        *(sa.Column(name, sa.String(32)) for name in ("polled_at", "changed_at")),
        sa.Column("next_at", sa.String(32), nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("problem", sa.Text),
        sa.Column("taken", sa.Integer, nullable=False),
    )
    op.create_index("watch_sources_address", "watch_sources", ["kind", "address"], unique=True)
    op.create_table(
        "watch_entries",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("source", sa.Integer, sa.ForeignKey("watch_sources.key"), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("dated", sa.Text),
        sa.Column("state", sa.String(8), nullable=False, index=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", sa.String(32), nullable=False),
        sa.Column("problem", sa.Text),
    )
    op.create_index("watch_entries_address", "watch_entries", ["source", "address"], unique=True)
    op.create_table(
        "watch_rules",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
    )


def _make_notices() -> None:
    op.create_table(
        "watch_notices",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("mark", sa.String(64), nullable=False, unique=True),
        sa.Column("rule", sa.Text, nullable=False, index=True),
        sa.Column("about", sa.String(16), nullable=False),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.key"), nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "watch_deliveries",
        sa.Column("notice", sa.Integer, sa.ForeignKey("watch_notices.key"), primary_key=True),
        sa.Column("receiver", sa.Text, primary_key=True),
        sa.Column("state", sa.String(8), nullable=False, index=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", sa.String(32), nullable=False),
        sa.Column("sent_at", sa.String(32)),
        sa.Column("problem", sa.Text),
    )
    op.create_table(
        "watch_facts",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
