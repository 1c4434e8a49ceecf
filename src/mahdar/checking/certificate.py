"""A dated certificate of a check: what was searched, in which tables and coverage, with which result, in which record.

It says "what did the record say on day D" so that somebody else can repeat the search: the same sentence, day and
record (by its hash) give the same certificate, save for the time of issue.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from mahdar.checking.desk import judge_all
from mahdar.checking.finding import find_all
from mahdar.checking.searches import Remembering, Search
from mahdar.model import Claim
from mahdar.reading.passage import Passage
from mahdar.record.access import Record

SCHEMA = "mahdar/certificate/1"


def certificate(
    passage: Passage, claims: tuple[Claim, ...], record: Record, issued: datetime, as_of: date | None = None
) -> dict[str, Any]:
    """JSON values of the certificate for a passage whose claims were judged as of a day.

    Each claim is judged once more, alone, on a record that remembers what it was asked; ``issued`` has a time zone.
    """
    judged = [_judged(passage, claim, record, as_of) for claim in claims]
    tables = sorted({table for one in judged for search in one["searched"] for table in search["tables"]})
    return {
        "schema": SCHEMA,
        "issued": issued.isoformat(timespec="seconds"),
        "text": passage.text,
        "published": passage.published.edtf() if passage.published else None,
        "record": {"as_of": as_of.isoformat() if as_of else None, **fingerprint(record)},
        "tables": [{"table": table, "coverage": covered(record, table)} for table in tables],
        "claims": judged,
    }


def _judged(passage: Passage, claim: Claim, record: Record, as_of: date | None) -> dict[str, Any]:
    remembering = Remembering(record)
    for found in find_all(passage):
        if (found.start, found.end, found.kind) == (claim.start, claim.end, claim.kind):
            judge_all(passage, [found], remembering.as_record(), as_of)
    told = {name: value for name, value in asdict(claim).items() if name not in ("start", "end")}
    told["citations"] = [asdict(citation) for citation in claim.citations]
    return {**told, "searched": [_search(search) for search in remembering.searches]}


def _search(search: Search) -> dict[str, Any]:
    return {**asdict(search), "tables": list(search.tables)}


def fingerprint(record: Record) -> dict[str, Any]:
    """What tells this record from every other: the hash of the package's facts, and of each file loaded into it."""
    live = record.relation("told.loads").filter("replaced_by IS NULL").project("kind, name, sha256, retrieved")
    loads = [
        {"kind": kind, "name": name, "sha256": sha256, "retrieved": str(retrieved)}
        for kind, name, sha256, retrieved in live.order("kind, name, sha256").fetchall()
    ]
    return {"facts": record.hash, "loads": loads}


def covered(record: Record, table: str) -> list[dict[str, Any]]:
    """What a table declares: from when to when it is complete, by part."""
    return [
        {"part": one.part, "first": str(one.first), "last": str(one.last), "complete": one.complete, "note": one.note}
        for one in record.declared(table)
    ]
