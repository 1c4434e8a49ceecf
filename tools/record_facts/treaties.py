"""Human-rights treaties and what states did about them."""

from __future__ import annotations

import re
from datetime import datetime

from tools.record_facts.shared import Cells, Table, aliases, page, read
from tools.record_facts.states import alpha3, code

# Chapter IV of the Treaty Collection: its file and our slug.
CHAPTERS = {
    "4-1": "genocide",
    "4-2": "icerd",
    "4-3": "icescr",
    "4-3-a": "icescr-op",
    "4-4": "iccpr",
    "4-5": "iccpr-op1",
    "4-8": "cedaw",
    "4-8-b": "cedaw-op",
    "4-9": "cat",
    "4-9-b": "opcat",
    "4-11": "crc",
    "4-11-b": "crc-opac",
    "4-11-c": "crc-opsc",
    "4-11-d": "crc-opic",
    "4-12": "iccpr-op2",
    "4-13": "icmw",
    "4-15": "crpd",
    "4-15-a": "crpd-op",
    "4-16": "cped",
}
# Files of the yearly status tables that are not named by our slug.
_YEAR_FILES = {
    "cedaw-op": "op_cedaw",
    "crc-opac": "op_crc_ac",
    "crc-opsc": "op_crc_sc",
    "crc-opic": "op_crc_ic",
    "crpd-op": "op_crpd",
}
_ACTIONS = {
    "": "ratification",
    "a": "accession",
    "d": "succession",
    "c": "formal-confirmation",
    "A": "acceptance",
    "accession_or_ratification": "consent",
}
_BINDING = {"ratification", "accession", "succession", "formal-confirmation", "acceptance", "consent"}
_STATUS_END = "2022-08-01"
_ROME_END = "2024-12-31"


def treaties() -> Table:
    rows = [
        {
            "slug": r["slug"],
            "core": r["core"],
            "title": r["title_en"],
            "title_ar": r["title_ar"],
            "adopted": r["adopted"],
            "adopted_by": r["adopting_act"],
            "opened": r["opened_for_signature"],
            "in_force": r["in_force"],
            "chapter": r["depositary_symbol"],
            "source": "untc",
            "confidence": r["confidence"],
        }
        for r in read("facts_assembly", "treaties.csv")
    ]
    return Table(
        "treaties",
        (
            "The eighteen core human-rights treaties and protocols, the Genocide and Refugee Conventions, the",
            "  Rome Statute.",
            "policy: `slug` is the name used everywhere; chapter is the Treaty Collection's.",
            "source: UN Treaty Collection.",
        ),
        ("1948-12-09/2026-09-30 complete",),
        (
            "slug",
            "core",
            "title",
            "title_ar",
            "adopted",
            "adopted_by",
            "opened",
            "in_force",
            "chapter",
            "source",
            "confidence",
        ),
        rows,
    )


def actions() -> Table:
    rows = [row for name, slug in CHAPTERS.items() for row in _dated(name, slug)]
    rows += _recent()
    rows += _dprk(rows)
    rows += _years(rows)
    rows += _rome_statute()
    rows.sort(key=lambda r: (r["treaty"], r["state"], r["date"], r["action"]))
    spans = [f"{slug} 1946-01-01/{_STATUS_END} complete UN members" for slug in CHAPTERS.values() if slug != "genocide"]
    spans.append(f"rome-statute 1998-07-17/{_ROME_END} complete UN members")
    return Table(
        "treaty_actions",
        (
            "Signature, ratification, accession, succession and withdrawal by each state, with the day, or the",
            "  year where only that is known.",
            "policy: days from the Treaty Collection's tables (to 2014 or 2015) and notifications since;",
            "  `consent` is ratification or accession.",
            "  A row that only the yearly status tables have, against the dated ones, is `known` and never",
            "  refutes. Where both name a year",
            "  the dated table is followed. Not complete: signatures after 2014; anything after August 2022;",
            "  states that are not UN members.",
            "  The Rome Statute: parties and those who only signed, by the status of the Treaty Collection.",
            "source: UN Treaty Collection, chapters IV and XVIII.10; depositary notifications.",
        ),
        (*spans, "2022-08-02/2026-09-30 partial"),
        ("state", "treaty", "action", "date", "source", "confidence", "page", "note"),
        rows,
    )


def _action(state: str, treaty: str, action: str, date: str, source: str, **more: str) -> Cells:
    row = {"state": state, "treaty": treaty, "action": action, "date": date, "source": source, "confidence": "stated"}
    return {**row, **more}


def _dated(name: str, treaty: str) -> list[Cells]:
    rows = []
    for line in read("treaties_untc_zmjones", f"{name}.csv"):
        participant, signature, consent = list(line.values())[:3]
        state = code(participant)
        if signature:
            rows.append(_action(state, treaty, "signature", _day(signature)[0], "untc"))
        if consent:
            day, letter = _day(consent)
            rows.append(_action(state, treaty, _ACTIONS[letter], day, "untc"))
    return rows


def _day(cell: str) -> tuple[str, str]:
    """The day and the letter of `24 Jan 1983 a`; footnote digits and commas after it are passed over."""
    hit = re.match(r"(\d{1,2} \w{3} \d{4})\s*([aAcd])?", cell)
    if hit is None:
        raise ValueError(f"not a date of the Treaty Collection: {cell!r}")
    return datetime.strptime(hit.group(1), "%d %b %Y").date().isoformat(), hit.group(2) or ""


# Notes that speak of files, in words for those who read the row.
_IN_WORDS = {
    "not a UN member: outside the 2022 file": "not a member of the UN; the yearly status has its members alone"
}


def _recent() -> list[Cells]:
    rows = []
    for r in read("facts_assembly", "treaty_actions_recent.csv"):
        action = _ACTIONS.get(r["action"], r["action"].replace("_", "-"))
        source = "untc-years" if len(r["date"]) == 4 else "untc-notifications"
        more = {"confidence": r["confidence"], "page": page(r["source"]), "note": _IN_WORDS.get(r["note"], r["note"])}
        rows.append(_action(r["state"], r["slug"], action, r["date"], source, **more))
    return rows


def _dprk(known: list[Cells]) -> list[Cells]:
    """What the DPRK did about treaties beyond the dated tables; reports to committees are no such actions."""
    seen = {(r["treaty"], r["date"]) for r in known if r["state"] == "PRK"}
    seen.add(("iccpr", "1997-08"))  # the same notice as that of 1997-08-23
    kept = (
        "signature",
        "ratification",
        "accession",
        "withdrawal_notified",
        "withdrawal_not_accepted",
        "reservations_withdrawn",
    )
    rows = []
    for r in read("facts_assembly", "dprk_treaties.csv"):
        if r["action"] in kept and (r["slug"], r["date"]) not in seen:
            more = {"confidence": r["confidence"], "page": page(r["source"]), "note": r["note"]}
            rows.append(
                _action("PRK", r["slug"], r["action"].replace("_", "-"), r["date"], "untc-notifications", **more)
            )
    return rows


def _rome_statute() -> list[Cells]:
    """Parties to the Rome Statute and those who only signed it, from the table beside this module."""
    return [
        _action(r["state"], "rome-statute", r["action"], r["date"], "untc", confidence="known", note=r["note"])
        for r in aliases("rome_statute.csv")
    ]


def _years(known: list[Cells]) -> list[Cells]:
    """Parties that only the yearly status tables of 2022 name: they may support, never refute."""
    seen = {(r["treaty"], r["state"]) for r in known if r["action"] in _BINDING}
    rows = []
    for treaty in CHAPTERS.values():
        name = _YEAR_FILES.get(treaty, treaty.replace("-", "_"))
        if treaty == "genocide":
            continue
        for r in read("treaties_wpdl_2022", f"hr_status_{name}.csv"):
            state = alpha3(r["iso2"]) if r["iso2"] not in _ODD else _ODD[r["iso2"]]
            year = r["year ratification or accession"]
            if r["state party"] == "1" and re.fullmatch(r"\d{4}", year) and (treaty, state) not in seen:
                rows.append(
                    _action(
                        state,
                        treaty,
                        "consent",
                        year,
                        "untc-years",
                        confidence="known",
                        note="only in the yearly table",
                    )
                )
    return rows


# Codes of the yearly tables that are not ISO 3166-1 alpha-2.
_ODD = {"TP": "TLS", "S": "SSD", "UK": "GBR", "EL": "GRC"}
