"""The tables of the application beside those of the library; step 0005 of the library's migrations makes them.

Secrets are kept as SHA-256 of what a browser or program holds, passwords by argon2id. Moments are ISO 8601 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

people = Table(
    "web_people",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("password", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("added_at", String(32), nullable=False),
    Column("closed_at", String(32)),
    sqlite_autoincrement=True,
)

sessions = Table(
    "web_sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("person", Integer, ForeignKey("web_people.key"), nullable=False, index=True),
    Column("begun_at", String(32), nullable=False),
    Column("ends_at", String(32), nullable=False, index=True),
)

invitations = Table(
    "web_invitations",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("by", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("ends_at", String(32), nullable=False),
    Column("used_at", String(32)),
)

tokens = Table(
    "web_tokens",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("person", Integer, ForeignKey("web_people.key"), nullable=False, index=True),
    Column("label", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("closed_at", String(32)),
)

# Who did what: rows are added, never changed; triggers hold that.
doings = Table(
    "web_log",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at", String(32), nullable=False, index=True),
    Column("who", String(64), nullable=False),
    Column("action", String(32), nullable=False),
    Column("about", Text, nullable=False),
    sqlite_autoincrement=True,
)

settings = Table(
    "web_settings",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)

jobs = Table(
    "web_jobs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("who", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
)

# One report of a job. `state` is waiting, doing, done or refused; `content` is emptied when it is no longer needed.
items = Table(
    "web_job_items",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("job", String(32), ForeignKey("web_jobs.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # file or address
    Column("content", LargeBinary),
    Column("outlet", Text),
    Column("published", Text),
    Column("state", String(16), nullable=False, index=True),
    Column("taken_at", String(32)),
    Column("report", Text),
    Column("told", Text),
    sqlite_autoincrement=True,
)
