"""The tables of watching, beside those of the library; step 0003 of its migrations makes them.

They hold what must outlive the process: when each source was asked and what it said of its version, what of it was
taken, how far each rule has judged, the notices, and what became of each message. Moments are ISO 8601 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from mahdar.library.schema import METADATA

# A feed, a page or a folder. `active` says that the settings named it when watching began last.
sources = Table(
    "watch_sources",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),  # feed, page, folder
    Column("address", Text, nullable=False),
    Column("outlet", Text),
    Column("every", Integer, nullable=False),  # seconds between two polls
    Column("active", Boolean, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("polled_at", String(32)),
    Column("changed_at", String(32)),  # when something new came last
    Column("next_at", String(32), nullable=False),
    Column("errors", Integer, nullable=False),  # failures one after the other; 0 after a success
    Column("problem", Text),
    Column("taken", Integer, nullable=False),  # reports that came by it and were not there before
    Index("watch_sources_address", "kind", "address", unique=True),
)

# What a source named: addresses of a feed, files of a folder. `state` is waiting, done or refused.
entries = Table(
    "watch_entries",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("source", Integer, ForeignKey("watch_sources.key"), nullable=False),
    Column("address", Text, nullable=False),
    Column("stamp", Text, nullable=False),  # of a file: size and time of change; of a feed's entry: what it says
    Column("dated", Text),  # what the feed says of the day, as a JSON array: EDTF, basis, reason
    Column("state", String(8), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("next_at", String(32), nullable=False),
    Column("problem", Text),
    Index("watch_entries_address", "source", "address", unique=True),
)

# Up to which reading each rule has judged; a rule begins with what comes after it was first seen.
rules = Table(
    "watch_rules",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("reading", Integer, nullable=False),
    Column("since", String(32), nullable=False),
)

# One thing told under one rule. `mark` is a digest of the rule and of what is told, so that nothing is told twice.
notices = Table(
    "watch_notices",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("mark", String(64), nullable=False, unique=True),
    Column("rule", Text, nullable=False, index=True),
    Column("about", String(16), nullable=False),  # claim, statement, vote, report
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("reading", Integer, ForeignKey("readings.key"), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("at", String(32), nullable=False),
    Column("told", Text, nullable=False),  # a JSON object: titles and sentences in both languages, citations
    sqlite_autoincrement=True,
)

# One notice for one receiver. `state` is waiting, sending, sent or failed.
deliveries = Table(
    "watch_deliveries",
    METADATA,
    Column("notice", Integer, ForeignKey("watch_notices.key"), primary_key=True),
    Column("receiver", Text, primary_key=True),
    Column("state", String(8), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("next_at", String(32), nullable=False),
    Column("sent_at", String(32)),
    Column("problem", Text),
)

# What is said once of the watch itself: the id of its feed.
facts = Table(
    "watch_facts",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

TABLES = (sources, entries, rules, notices, deliveries, facts)
