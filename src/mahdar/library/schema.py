"""The tables of the library, as SQLAlchemy knows them; `migrations` makes them.

Kept for good, and held against change by triggers in the database: `contents`, `captures`, `reports`, `readings`,
`log`, `reviews`, `notes`. Everything else is drawn from them and may be drawn again: `present`, `entities`, `named`,
`statements`, `speakers`, `claims`, columns and words for search, and the stories. Moments are ISO 8601 in UTC, days
ISO 8601, digests hexadecimal SHA-256.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()
# Rows are added, never changed, never taken away.
KEPT = ("contents", "captures", "reports", "readings", "log", "reviews", "notes")

# The bytes as captured, once each.
contents = Table(
    "contents",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

# One report for one content. `id` is unique; `given_id` is the id as it came in, which another report may have too.
# `published` is what the caller or the page said, with the basis of the contract and a reason in words.
reports = Table(
    "reports",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("given_id", Text, nullable=False, index=True),
    Column("sha256", String(64), ForeignKey("contents.sha256"), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Text),
    Column("published_basis", String(16)),
    Column("published_reason", Text),
    Column("notes", Text, nullable=False),  # a JSON array: what had to be guessed or replaced on the way to the text
    Column("added_at", String(32), nullable=False),
    sqlite_autoincrement=True,
)

# Each time that a content was met: under which name or address, how, when, with which headers, by which program.
captures = Table(
    "captures",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("sha256", String(64), ForeignKey("contents.sha256"), nullable=False),
    Column("address", Text, nullable=False),
    Column("final", Text),  # where redirects led, without the query
    Column("how", String(32), nullable=False),
    Column("media", Text),
    Column("headers", Text, nullable=False),  # a JSON array of [name, value]
    Column("taken_at", String(32), nullable=False),
    Column("program", Text, nullable=False),
    sqlite_autoincrement=True,
)

# `json` is the reading of the contract, UTF-8 packed with zlib; `sha256` is of the unpacked bytes.
readings = Table(
    "readings",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("record", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("json", LargeBinary, nullable=False),
    Column("read_at", String(32), nullable=False),
    sqlite_autoincrement=True,
)

# Append-only; `hash` is SHA-256 over the entry and the hash before it (mahdar.library.chain).
log = Table(
    "log",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("action", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# What people decided on a place of a report, or on the story that it tells. `was` is what stood there then and
# `correction` what stands there instead, JSON objects; `quoted` are the words between `start` and `end`.
reviews = Table(
    "reviews",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("subject", String(16), nullable=False),
    Column("decision", String(16), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("quoted", Text),
    Column("kind", Text),
    Column("args", Text),  # what tells it apart from others of its kind at its place
    Column("was", Text),
    Column("correction", Text),
    Column("other", Integer, ForeignKey("reports.key")),  # for the subject `story`
    Column("reading", Integer, ForeignKey("readings.key")),  # the one that the person saw
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index("reviews_subject", "subject"),
    sqlite_autoincrement=True,
)

# What people noted on a report, or on the story that it tells (`about`).
notes = Table(
    "notes",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("about", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    sqlite_autoincrement=True,
)

# The reading by which a report is found, and when it was published by that reading: EDTF, first and last day.
present = Table(
    "present",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.key"), nullable=False),
    Column("language", String(16)),
    Column("published", Text),
    Column("published_basis", String(16)),
    Column("first", String(10), index=True),
    Column("last", String(10)),
    Column("review", Integer),  # the last review of the report that is laid over the reading
)

entities = Table(
    "entities",
    METADATA,
    Column("entity", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_ar", Text),
    Column("folded", Text, nullable=False, index=True),
    Column("folded_ar", Text, index=True),
)

named = Table(
    "named",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("entity", Text, primary_key=True),
    Index("named_entity", "entity"),
)

statements = Table(
    "statements",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("act", String(16), nullable=False, index=True),
    Column("quoted", Boolean, nullable=False),
    Column("cue", Text, nullable=False),
    Column("speaker_text", Text),
    Column("waits", Integer),  # for a person: the smaller, the sooner; null where somebody decided
    Index("statements_waits", "waits", "key"),
    sqlite_autoincrement=True,  # the words for search keep the keys of statements that are gone
)

# Who speaks, and for which state or body; `report` stands here too so that reports are found without a join.
speakers = Table(
    "speakers",
    METADATA,
    Column("statement", Integer, ForeignKey("statements.key"), primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("principal", Text, index=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Index("speakers_entity", "entity"),
)

claims = Table(
    "claims",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("verdict", String(32), nullable=False, index=True),
    Column("waits", Integer),  # as for statements
    Index("claims_waits", "waits", "key"),
)

# The documents that the record cites of a report's claims, by symbol.
cited = Table(
    "cited",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("symbol", Text, primary_key=True),
    Index("cited_symbol", "symbol"),
)

DRAWN = (cited, claims, speakers, statements, named)  # of one report, in the order in which they may be taken away

# What search narrows and counts by (mahdar.library.facets): values by number, and for each report a row of numbers.
facets = Table(
    "facets",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Index("facets_value", "name", "value", unique=True),
)

columns = Table(
    "columns",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, unique=True),
    Column("first", Integer),
    Column("last", Integer),
    Column("numbers", LargeBinary, nullable=False),
    Column("said", LargeBinary, nullable=False),
)

# Stories and the reports that tell them; `id` stays with a story while reports come and go.
stories = Table(
    "stories",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    sqlite_autoincrement=True,
)

story_of = Table(
    "story_of",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("story", Integer, ForeignKey("stories.key"), nullable=False, index=True),
)

# What the grouping compares (mahdar.library.story_rows packs it): of a report by its reading, with its first and last
# day as ordinals and the week of the first; the likeness of reports to others; words and facts by number.
story_features = Table(
    "story_features",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.key"), nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("week", Integer, nullable=False, index=True),
    Column("language", String(16)),
    Column("data", LargeBinary, nullable=False),
)

story_links = Table(
    "story_links",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

story_terms = Table(
    "story_terms",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Index("story_terms_name", "name", unique=True),
)

story_state = Table(
    "story_state",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
