"""The states that the record knows: members, observers and former members, with what each page says of them."""

from __future__ import annotations

from datetime import date

from mahdar.record.access import Record
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced

COLUMNS = ("state", "name_en", "name_ar", "member", "admitted", "council_terms", "vetoes", "vetoed_drafts",
           "regimes", "reviews", *SOURCE)  # fmt: skip


@once()
def codes(record: Record) -> list[str]:
    """The codes of all states that the tables name as themselves, in alphabetical order."""
    tables = {"un_members": "state", "upr_reviews": "state", "treaty_actions": "state", "council_terms": "state"}
    found = {code for table, column in tables.items()
             for (code,) in record.relation(table).project(column).distinct().fetchall()}  # fmt: skip
    return sorted(code for code in found if code and len(code) == 3)


@once()
def states(record: Record) -> list[Cells]:
    """Every state that has a name here with a few counts, in alphabetical order of the English names."""
    members = record.un_members(date.today())
    rows = (_row(record, code, code in members) for code in codes(record))
    return sorted((row for row in rows if row["name_en"] != row["state"]), key=lambda row: str(row["name_en"]))


def _row(record: Record, code: str, member: bool) -> Cells:
    from mahdar.checking.wording import state_name

    name = state_name(code)
    events = record.member_events(code)
    joined = next((event for event in events if event.event == "admitted"), events[0] if events else None)
    return {
        "state": code,
        "name_en": name.en,
        "name_ar": name.ar,
        "member": member,
        "admitted": joined.when.edtf() if joined else None,
        "council_terms": len(record.terms(code)),
        "vetoes": len(record.vetoes(by=code)),
        "vetoed_drafts": len(record.vetoes(topic=code)),
        "regimes": len(record.regimes(code)),
        "reviews": sum(review.held for review in record.reviews(code)),
        **(sourced(joined) if joined else dict.fromkeys(SOURCE)),
    }
