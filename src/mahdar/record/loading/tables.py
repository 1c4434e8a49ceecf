"""Tables of what sources tell, schema `told` of the record: one fact from one source is one row.

Every row names its `load`, a row of `told.loads` with the publication, its hash and the day of its retrieval, and
`place`, where in the file it stands (a line, a row of a sheet, an element). `public` is the day from which the fact
was public.
Values are as the source has them, in the record's terms (states alpha-3, votes `yes no abstain absent`, EDTF times);
columns ending in `_told` keep the source's own wording where the term was ours. NULL is "the source does not say".
"""

from __future__ import annotations

LOADS = "loads"
REMARKS = "remarks"

# Table -> its columns with their DuckDB types, in order.
TOLD: dict[str, str] = {
    # One publication read: `replaced_by` is the later load of the same publication, whose rows count instead.
    LOADS: "load INTEGER, kind VARCHAR, source VARCHAR, name VARCHAR, address VARCHAR, sha256 VARCHAR, bytes BIGINT, "
    "retrieved DATE, loaded TIMESTAMP, rows BIGINT, program VARCHAR, replaced_by INTEGER",
    # Strict interpretation: what was ignored on purpose, lost, or taken although odd.
    REMARKS: "load INTEGER, what VARCHAR, why VARCHAR, place VARCHAR, value VARCHAR, count BIGINT",
    # A vote of a body on one text. `series` and `call` identify it among its votes; tallies are those printed.
    "calls": "load INTEGER, series VARCHAR, call VARCHAR, place VARCHAR, body VARCHAR, session VARCHAR, "
    "symbol VARCHAR, symbol_told VARCHAR, draft VARCHAR, date DATE, date_told VARCHAR, meeting VARCHAR, "
    "title VARCHAR, agenda VARCHAR, part VARCHAR, outcome VARCHAR, outcome_told VARCHAR, mode VARCHAR, "
    "yes INTEGER, no INTEGER, abstain INTEGER, absent INTEGER, members INTEGER, vetoed_by VARCHAR, "
    "url VARCHAR, note VARCHAR, public DATE",
    "votes": "load INTEGER, series VARCHAR, call VARCHAR, state VARCHAR, vote VARCHAR, name_told VARCHAR",
    "call_issues": "load INTEGER, series VARCHAR, call VARCHAR, issue VARCHAR",
    # `letters` are the documents of a decision by letter, without a meeting (2020, 2021).
    "meetings": "load INTEGER, place VARCHAR, symbol VARCHAR, symbol_told VARCHAR, date DATE, date_told VARCHAR, "
    "topic VARCHAR, outcome_told VARCHAR, press VARCHAR, form VARCHAR, letters VARCHAR, public DATE",
    "terms": "load INTEGER, place VARCHAR, state VARCHAR, year INTEGER, seat VARCHAR, name_told VARCHAR, public DATE",
    "resolutions": "load INTEGER, place VARCHAR, symbol VARCHAR, draft VARCHAR, date VARCHAR, title VARCHAR, "
    "url VARCHAR, public DATE",
    # An entry of a sanctions list; times in EDTF.
    "listings": "load INTEGER, place VARCHAR, reference VARCHAR, list VARCHAR, kind VARCHAR, name VARCHAR, "
    "name_original VARCHAR, listed_on DATE, updated VARCHAR, nationalities VARCHAR, born VARCHAR, comments VARCHAR, "
    "version VARCHAR, snapshot DATE, public DATE",
    "listing_names": "load INTEGER, reference VARCHAR, name VARCHAR, quality VARCHAR",
    # A recommendation or pledge of the Universal Periodic Review: `response` supported, noted, partly, pending or NULL.
    "recommendations": "load INTEGER, place VARCHAR, number VARCHAR, state VARCHAR, recommender VARCHAR, "
    "recommender_told VARCHAR, cycle INTEGER, session INTEGER, text VARCHAR, response VARCHAR, response_told VARCHAR, "
    "action INTEGER, themes VARCHAR, symbol VARCHAR, kind VARCHAR, public DATE",
    "reviews": "load INTEGER, place VARCHAR, state VARCHAR, cycle INTEGER, session INTEGER, public DATE",
    "treaty_actions": "load INTEGER, place VARCHAR, treaty VARCHAR, chapter VARCHAR, state VARCHAR, name_told VARCHAR, "
    "action VARCHAR, date VARCHAR, date_told VARCHAR, public DATE",
    # What a status table marks of a state and a treaty: the marks can contradict one another.
    "treaty_status": "load INTEGER, place VARCHAR, treaty VARCHAR, state VARCHAR, name_told VARCHAR, party BOOLEAN, "
    "signatory BOOLEAN, no_action BOOLEAN, year INTEGER, status_told VARCHAR, note VARCHAR, public DATE",
    "ideal_points": "load INTEGER, place VARCHAR, state VARCHAR, code_told VARCHAR, name_told VARCHAR, "
    "session INTEGER, votes INTEGER, point DOUBLE, subject VARCHAR, public DATE",
}
_TYPES = {"INTEGER", "BIGINT", "VARCHAR", "DATE", "TIMESTAMP", "DOUBLE", "BOOLEAN"}


def told_columns(table: str) -> dict[str, str]:
    """Column -> DuckDB type of a table of `told`, in order."""
    pairs = (part.split() for part in TOLD[table].split(","))
    return {name: kind for name, kind in pairs if kind in _TYPES}


def create_statements() -> list[str]:
    """What makes the empty tables where they are missing."""
    tables = (f"CREATE TABLE IF NOT EXISTS told.{name} ({columns})" for name, columns in TOLD.items())
    return ["CREATE SCHEMA IF NOT EXISTS told", *tables]
