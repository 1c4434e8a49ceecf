"""Membership of the United Nations and the people in its offices."""

from __future__ import annotations

import unicodedata

from tools.record_facts.shared import Table, aliases, page, read, slug

# Events that mean something else for the count of members: one seat passes from state to state.
_EVENTS = {
    ("RUS", "founding_member"): "predecessor-founding-member",
    ("RUS", "succession"): "continued-membership",
    ("SYR", "merger"): "merged-into-another-member",
}


# The first day on which a state was no longer a member: Czechoslovakia ceased to exist at the end of 1992.
_DAYS = {("CSK", "membership_ended"): "1993-01-01"}


def members() -> Table:
    rows = [
        {
            "state": r["state"],
            "event": _EVENTS.get((r["state"], r["event"]), r["event"].replace("_", "-")),
            "date": _DAYS.get((r["state"], r["event"]), r["date"]),
            "name": r["name"],
            "detail": r["detail"],
            "source": "un-members",
            "confidence": r["confidence"],
            "page": page(r["source"]),
        }
        for r in read("facts_assembly", "un_members.csv")
    ]
    return Table(
        "un_members",
        (
            "Admission to the United Nations, and what came after: changes of name, mergers, withdrawal,",
            "  suspension, observers.",
            "policy: RUS holds the seat of SUN; BIH, HRV, MKD, SVN, SRB, CZE and SVK were admitted anew.",
            "  Admissions are complete, the rest is not.",
            "source: United Nations, Member States.",
        ),
        ("1945-10-24/2026-09-30 complete admissions; other events are a selection",),
        ("state", "event", "date", "name", "detail", "source", "confidence", "page"),
        rows,
    )


# Offices whose holders and days the United Nations itself lists, whatever page the days were read from.
_LISTED = frozenset({"secretary_general"})


def offices() -> Table:
    rows = [
        {
            "office": r["office"].replace("_", "-"),
            "person": person(r["person"]),
            "name": r["person"],
            "name_ar": r["name_ar"],
            "state": r["state"],
            "first": r["start"],
            "last": r["end"],
            "session": r["session"],
            "source": "un-offices",
            "confidence": "stated" if r["office"] in _LISTED else r["confidence"],
            "page": page(r["source"]),
        }
        for r in read("facts_assembly", "un_offices.csv")
    ]
    rows += aliases("offices_added.csv")
    return Table(
        "un_offices",
        (
            "People in offices of the United Nations and its agencies, with slug and Arabic spelling of the press.",
            "policy: an empty `last` means in office when last seen (2026), not proof that the person still is.",
            "source: United Nations, lists of office-holders; press pages as given in `page`.",
        ),
        (
            "1945-10-24/2026-09-30 partial",
            "secretary-general 1946-02-02/2026-12-31 complete",
            "president-of-the-general-assembly 1946-01-10/2027-09-07 complete",
        ),
        ("office", "person", "name", "name_ar", "state", "first", "last", "session", "source", "confidence", "page"),
        rows,
    )


def person(name: str) -> str:
    """The slug of the usual English spelling, without marks over letters (`antonio-guterres`)."""
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ı", "i"))
    return slug("".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", ""))
