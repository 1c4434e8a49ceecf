"""The tables of the record and the types of their columns in DuckDB; the CSV files in `tables/` have the same columns.

Several values in a cell are separated by `|`. A time that is not always a whole day is EDTF text.
"""

from __future__ import annotations

VERSION = "3"
_INTEGER = {"rank", "item", "cycle", "session", "yes", "no", "abstain"} | {
    *("received", "supported", "partly", "noted", "pending")
}
_DATE = {
    "council_terms": ("first", "last", "elected_on"),
    "procedural_votes": ("date",),
    "council_meetings": ("date",),
    "council_decisions": ("date",),
    "sanctions_regimes": ("first", "committee_first", "last"),
    "sanctions_listings": ("listed_on", "seen_first", "seen_last"),
    "upr_sessions": ("first", "last"),
    "hrc_terms": ("first", "last"),
    "treaties": ("adopted", "opened", "in_force"),
}
_TEXT = {("un_offices", "session")}  # sessions of special kinds have letters
_TALLY = "yes no abstain"
_NAMED = "votes voted_no voted_abstain"
_TOPIC = "topic_states maybe_states"

# Table -> its columns in the order of the file.
SCHEMA = {
    "sources": "key name title url rank via retrieved",
    "council_terms": "state seat first last elected_on source confidence",
    "presidencies": "month state source confidence page",
    "arria_meetings": "date title topic_states conveners co_hosts symbol source confidence page",
    "procedural_votes": f"date meeting topic_states matter {_TALLY} voted_yes voted_no voted_abstain outcome "
    "source confidence page",
    "agenda_items": f"item title {_TOPIC}",
    "council_meetings": "symbol date item form source confidence",
    "council_decisions": f"symbol draft date meeting outcome mode {_TALLY} vetoed_by {_NAMED} absent {_TOPIC} title "
    "source confidence standing note",
    "sanctions_regimes": "name target symbol first committee committee_symbol committee_first ended_by last status "
    "in_un_count source confidence note",
    "sanctions_bodies": "target name kind symbol first last source confidence page",
    "sanctions_listings": "reference list kind name listed_on seen_first seen_last removed states source confidence",
    "assembly_decisions": f"symbol date title outcome mode {_TALLY} counted {_NAMED} topic {_TOPIC} "
    "source confidence standing page note",
    "assembly_roll_calls": f"call session symbol date part {_TALLY} voted_no voted_abstain absent voted_yes "
    "source confidence",
    "upr_sessions": "session cycle first last source confidence",
    "upr_reviews": "state cycle session date symbol status source confidence page",
    "upr_recommendations": "state cycle session stage counting received supported partly noted pending "
    "source confidence page",
    "hrc_terms": "state first last end_reason elected source confidence",
    "hrc_decisions": f"symbol date title outcome mode {_TALLY} topic_states source confidence",
    "country_mandates": "title state kind symbol first last holder role holder_first holder_last "
    "source confidence page",
    "treaties": "slug core title title_ar adopted adopted_by opened in_force chapter source confidence",
    "treaty_actions": "state treaty action date source confidence page note",
    "un_members": "state event date name detail source confidence page",
    "un_offices": "office person name name_ar state first last session source confidence page",
}
COVERAGE = '"table" VARCHAR, part VARCHAR, span VARCHAR, complete BOOLEAN, note VARCHAR'


def columns(table: str) -> dict[str, str]:
    """Column -> DuckDB type, in order."""
    return {name: _type(table, name) for name in SCHEMA[table].split()}


def _type(table: str, name: str) -> str:
    if name in _DATE.get(table, ()):
        return "DATE"
    return "INTEGER" if name in _INTEGER and (table, name) not in _TEXT else "VARCHAR"
