"""Votes by state as one relation: one row for each state in each recorded vote of a body, expanded in SQL.

The tables keep a vote in few characters: who did not vote yes is listed, who sat that day and is not listed voted yes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mahdar.record.opened import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

    from mahdar.record.access import Record

Body = Literal["council", "assembly"]

# Drafts may be voted on several times: the second vote of one name is `NAME#2`.
_COUNCIL = """
WITH named AS (
    SELECT *, coalesce(symbol, draft, meeting) AS name FROM {council_decisions}
    WHERE standing = 'preferred' AND votes = 'full'
), calls AS (
    SELECT name || CASE WHEN nth > 1 THEN '#' || nth ELSE '' END AS call, CAST(year(date) AS INTEGER) AS session,
        CAST(date AS VARCHAR) AS date, coalesce(symbol, draft, '') AS symbol, date AS first, date AS last,
        NULL::VARCHAR AS voted_yes, voted_no, voted_abstain, absent
    FROM (SELECT *, row_number() OVER (PARTITION BY name ORDER BY date, meeting, draft) AS nth FROM named)
), seats AS (SELECT state, first, last FROM {council_terms})
"""

_ASSEMBLY = """
WITH dated AS (
    SELECT *, split_part(date, '/', 1) AS starts, split_part(date, '/', -1) AS ends FROM {assembly_roll_calls}
), calls AS (
    SELECT call, session, date, coalesce(symbol, '') AS symbol, voted_yes, voted_no, voted_abstain, absent,
        CAST(rpad(starts, 10, '-01') AS DATE) AS first,
        CASE length(ends) WHEN 10 THEN CAST(ends AS DATE)
            WHEN 7 THEN last_day(CAST(ends || '-01' AS DATE)) ELSE CAST(ends || '-12-31' AS DATE) END AS last
    FROM dated
), seats AS (SELECT unnest(?) AS state, unnest(?) AS first, unnest(?) AS last)
"""

_EXPANDED = """,
listed AS (
    SELECT call, vote, unnest(string_split(states, '|')) AS state FROM (
        SELECT call, 'yes' AS vote, voted_yes AS states FROM calls
        UNION ALL SELECT call, 'no', voted_no FROM calls
        UNION ALL SELECT call, 'abstain', voted_abstain FROM calls
        UNION ALL SELECT call, 'absent', absent FROM calls
    ) WHERE states <> ''
), votes AS (
    SELECT call, state, vote FROM listed
    UNION ALL
    SELECT c.call, s.state, 'yes' FROM calls c JOIN seats s ON s.first <= c.first AND c.last <= s.last
    WHERE NOT EXISTS (SELECT 1 FROM listed l WHERE l.call = c.call AND l.state = s.state)
)
SELECT c.call, c.session, c.date, c.symbol, v.state, v.vote FROM votes v JOIN calls c USING (call)
"""


def ballots(record: Record, body: Body) -> DuckDBPyRelation:
    """Every recorded vote by state, in no order: call, session (Council: the year), date (EDTF), symbol, state, vote.

    `call` is unique for one vote, `state` ISO alpha-3, `vote` `yes`, `no`, `abstain` or `absent` (took no part). Of the
    Council those votes whose every voter is known; of the Assembly all, amendments and paragraphs included. Raises
    ValueError for another body.
    """
    store = record.store
    if body == "council":
        return store.connection.sql(_filled(_COUNCIL, store, "council_decisions", "council_terms") + _EXPANDED)
    if body == "assembly":
        states, first, last = zip(*record._reader.memberships, strict=True)
        query = _filled(_ASSEMBLY, store, "assembly_roll_calls") + _EXPANDED
        return store.connection.sql(query, params=[list(states), list(first), list(last)])
    raise ValueError(f"no body whose votes are recorded: {body!r} (council, assembly)")


def _filled(query: str, store: Store, *tables: str) -> str:
    """The query with the tables' names in the store; they come from SCHEMA alone."""
    return query.format(**{table: store.qualified(table) for table in tables})
