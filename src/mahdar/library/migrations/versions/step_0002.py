"""Review by people, their notes, and the stories that the library keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEPT = ("reviews", "notes")
WAITING = (
    "UPDATE claims SET waits = CASE verdict WHEN 'refuted' THEN 1 WHEN 'conflicting' THEN 2"
    " WHEN 'not-enough-evidence' THEN 4 ELSE 5 END",
    "UPDATE statements SET waits = CASE WHEN EXISTS"
    " (SELECT 1 FROM speakers WHERE speakers.statement = statements.key) THEN 6 ELSE 3 END",
)


def upgrade() -> None:
    _make_reviews()
    _make_stories()
    _make_waiting()
    for table in _KEPT:
        _hold(table)


def downgrade() -> None:
    raise NotImplementedError("what is kept for good is not taken away; go back to a copy of the library instead")


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("decision", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Integer) for name in ("start", "end")),
        *(sa.Column(name, sa.Text) for name in ("quoted", "kind", "args", "was", "correction")),
        sa.Column("other", sa.Integer, sa.ForeignKey("reports.key")),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.key")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "why")),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("reviews_subject", "reviews", ["subject"])
    op.create_table(
        "notes",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("about", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("note", "who")),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )


def _make_stories() -> None:
    op.create_table(
        "stories",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "story_of",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.key"), nullable=False, index=True),
    )
    op.create_table(
        "story_features",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.key"), nullable=False),
        *(sa.Column(name, sa.Integer) for name in ("first", "last")),
        sa.Column("week", sa.Integer, nullable=False, index=True),
        sa.Column("language", sa.String(16)),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "story_links",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "story_terms",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "shown")),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_index("story_terms_name", "story_terms", ["name"], unique=True)
    op.create_table(
        "story_state",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )


def _make_waiting() -> None:
    """What waits for a person: the smaller the number, the sooner; nothing where somebody decided."""
    op.add_column("present", sa.Column("review", sa.Integer))
    for table in ("claims", "statements"):
        op.add_column(table, sa.Column("waits", sa.Integer))
    for sql in WAITING:
        op.execute(sql)
    for table in ("claims", "statements"):
        op.create_index(f"{table}_waits", table, ["waits", "key"])


def _hold(table: str) -> None:
    """Rows are added, never changed, never taken away."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION mahdar_kept()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept for good'); END"
        )
