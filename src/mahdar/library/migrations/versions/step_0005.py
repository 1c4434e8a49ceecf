"""The web application: people, sessions, invitations, tokens, the log of who did what, jobs; cited documents."""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _make_people()
    _make_secrets()
    _make_log()
    _make_jobs()
    _make_cited()


def downgrade() -> None:
    raise NotImplementedError("accounts and their log are not taken away; go back to a copy of the library instead")


def _make_people() -> None:
    op.create_table(
        "web_people",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("closed_at", sa.String(32)),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "web_settings",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _make_secrets() -> None:
    op.create_table(
        "web_sessions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("person", sa.Integer, sa.ForeignKey("web_people.key"), nullable=False, index=True),
        sa.Column("begun_at", sa.String(32), nullable=False),
        sa.Column("ends_at", sa.String(32), nullable=False, index=True),
    )
    op.create_table(
        "web_invitations",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("ends_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32)),
    )
    op.create_table(
        "web_tokens",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("person", sa.Integer, sa.ForeignKey("web_people.key"), nullable=False, index=True),
        sa.Column("label", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("closed_at", sa.String(32)),
    )


def _make_log() -> None:
    """Rows are added, never changed; triggers hold that."""
    op.create_table(
        "web_log",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False, index=True),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER web_log_no_{act.lower()} BEFORE {act} ON web_log"
                " BEGIN SELECT RAISE(ABORT, 'rows of web_log are kept for good'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER web_log_kept BEFORE UPDATE OR DELETE ON web_log"
            " FOR EACH STATEMENT EXECUTE FUNCTION mahdar_kept()"
        )


def _make_jobs() -> None:
    op.create_table(
        "web_jobs",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "web_job_items",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("job", sa.String(32), sa.ForeignKey("web_jobs.id"), nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("content", sa.LargeBinary),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("taken_at", sa.String(32)),
        sa.Column("report", sa.Text),
        sa.Column("told", sa.Text),
        sqlite_autoincrement=True,
    )


def _make_cited() -> None:
    """The documents that are cited of a report's claims, also of the reports that are there."""
    op.create_table(
        "cited",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("symbol", sa.Text, primary_key=True),
    )
    op.create_index("cited_symbol", "cited", ["symbol"])
    connection = op.get_bind()
    asked = "SELECT present.report, readings.json FROM present JOIN readings ON readings.key = present.reading"
    put = sa.text("INSERT INTO cited (report, symbol) VALUES (:report, :symbol)")
    for report, packed in connection.execute(sa.text(asked)).fetchall():
        claims = json.loads(zlib.decompress(packed))["claims"]
        symbols = {each["symbol"] for claim in claims for each in claim["citations"] if each["symbol"]}
        if symbols:
            connection.execute(put, [{"report": report, "symbol": symbol} for symbol in sorted(symbols)])
