"""The first tables: what is kept for good, what is drawn from it, and the words for search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

_KEPT = ("contents", "captures", "reports", "readings", "log")


def upgrade() -> None:
    _make_kept()
    _make_readings()
    _make_drawn()
    if op.get_bind().dialect.name == "sqlite":
        _words_of_sqlite()
    else:
        _words_of_postgresql()


def downgrade() -> None:
    raise NotImplementedError("what is kept for good is not taken away; go back to a copy of the library instead")


def _make_kept() -> None:
    op.create_table(
        "contents",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("given_id", sa.Text, nullable=False, index=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("contents.sha256"), nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "outlet", "url", "published")),
        sa.Column("published_basis", sa.String(16)),
        sa.Column("published_reason", sa.Text),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "captures",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("contents.sha256"), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("final", sa.Text),
        sa.Column("how", sa.String(32), nullable=False),
        sa.Column("media", sa.Text),
        sa.Column("headers", sa.Text, nullable=False),
        sa.Column("taken_at", sa.String(32), nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _make_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
        sa.Column("read_at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "present",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.key"), nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("published", sa.Text),
        sa.Column("published_basis", sa.String(16)),
        sa.Column("first", sa.String(10), index=True),
        sa.Column("last", sa.String(10)),
    )


def _make_drawn() -> None:
    op.create_table(
        "entities",
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_ar", sa.Text),
        sa.Column("folded", sa.Text, nullable=False, index=True),
        sa.Column("folded_ar", sa.Text, index=True),
    )
    op.create_table(
        "named",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("entity", sa.Text, primary_key=True),
    )
    op.create_index("named_entity", "named", ["entity"])
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("act", sa.String(16), nullable=False, index=True),
        sa.Column("quoted", sa.Boolean, nullable=False),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("speaker_text", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "speakers",
        sa.Column("statement", sa.Integer, sa.ForeignKey("statements.key"), primary_key=True),
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("principal", sa.Text, index=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
    )
    op.create_index("speakers_entity", "speakers", ["entity"])
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(32), nullable=False, index=True),
    )


def _words_of_sqlite() -> None:
    """Search, without the words themselves (`content=''`), and triggers that hold what is kept."""
    for name in ("report_words", "statement_words"):
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(title, words, stems, content='',"
            ' tokenize="unicode61 remove_diacritics 0")'
        )
    for table in _KEPT:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept for good'); END"
            )


def _words_of_postgresql() -> None:
    for name in ("report_words", "statement_words"):
        op.create_table(
            name,
            sa.Column("rowid", sa.Integer, primary_key=True),
            sa.Column("words", postgresql.TSVECTOR, nullable=False),
            sa.Column("stems", postgresql.TSVECTOR, nullable=False),
        )
        for column in ("words", "stems"):
            op.create_index(f"{name}_{column}", name, [column], postgresql_using="gin")
    op.execute(
        "CREATE FUNCTION mahdar_kept() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RAISE EXCEPTION ''rows of % are kept for good'', TG_TABLE_NAME; END'"
    )
    for table in _KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION mahdar_kept()"
        )
