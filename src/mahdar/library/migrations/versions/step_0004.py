"""What search narrows and counts by: values by number, and for each report a row of numbers.

The rows of reports that are there already are written after the steps (mahdar.library.facets.fill).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "facets",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("facets_value", "facets", ["name", "value"], unique=True)
    op.create_table(
        "columns",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, unique=True),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.Column("said", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    raise NotImplementedError("a library is not taken back; go back to a copy of it instead")
