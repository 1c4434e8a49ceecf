"""Human Rights Council, Universal Periodic Review, country mandates."""

from __future__ import annotations

import re

from tools.record_facts.shared import Cells, Table, page, read, several

_FOLDER = "facts_review"


def reviews() -> Table:
    rows = [
        {
            "state": r["state"],
            "cycle": r["cycle"],
            "session": r["session"],
            "date": r["review_date"] or f"{r['session_start']}/{r['session_end']}",
            "symbol": r["report_symbol"] if r["symbol_confidence"] == "stated" else "",
            "status": _status(r["status"]),
            "source": "un-upr",
            "confidence": _review_confidence(r),
            "page": page(r["source"]),
        }
        for r in read(_FOLDER, "upr_reviews.csv")
    ]
    return Table(
        "upr_reviews",
        (
            "The Universal Periodic Review of every state: cycle, session, and the day, or the days of the",
            "  session where the day is not known.",
            "policy: status other than `reviewed` says in words why a review was not held then (moved, state absent);",
            "  symbol is the Working Group's report.",
            "source: OHCHR, reports of the Working Group and lists of sessions.",
        ),
        ("2008-04-07/2026-05-15 complete cycles 1 to 3, cycle 4 to session 52", "2026-05-16/2027-12-31 partial"),
        ("state", "cycle", "session", "date", "symbol", "status", "source", "confidence", "page"),
        rows,
    )


def _status(told: str) -> str:
    """`not_held_state_absent_reviewed_at_session_17` in words: "not held, state absent, reviewed at session 17"."""
    return re.sub(r" (?=state absent|re(?:viewed|scheduled) |no cycle )", ", ", told.replace("_", " "))


def sessions() -> Table:
    rows = [
        {
            "session": r["session"],
            "cycle": r["cycle"],
            "first": r["start"],
            "last": r["end"],
            "source": "un-upr",
            "confidence": r["confidence"],
        }
        for r in read(_FOLDER, "upr_sessions.csv")
    ]
    return Table(
        "upr_sessions",
        (
            "Sessions of the Working Group on the Universal Periodic Review, with their first and last day.",
            "policy: the states reviewed at a session stand in upr_reviews.",
            "source: OHCHR, reports of the Working Group and lists of sessions.",
        ),
        ("2008-04-07/2026-05-15 complete sessions 1 to 52",),
        ("session", "cycle", "first", "last", "source", "confidence"),
        rows,
    )


def _review_confidence(row: Cells) -> str:
    return row["date_confidence"] if row["review_date"] and row["date_confidence"] else row["confidence"]


def recommendations() -> Table:
    names = ("state", "cycle", "session", "stage", "counting", "received", "supported", "partly", "noted", "pending")
    rows = []
    for r in read(_FOLDER, "upr_recommendations.csv"):
        rows.append(
            {
                **{n: r[n] for n in names if n != "partly"},
                "partly": r["partly_supported"],
                "source": _counted_by(r),
                "confidence": r["confidence"],
                "page": page(r["source"]),
            }
        )
    return Table(
        "upr_recommendations",
        (
            "Recommendations that states received, supported and noted, as one publication counts them.",
            "policy: `stage` and `counting` say what is counted; rows of different counting are never mixed. UPR",
            "  Info counts one for each",
            "  recommending State, the Working Group's reports one for each numbered paragraph.",
            "source: OHCHR reports and addenda; UPR Info.",
        ),
        ("2008/2026 partial",),
        (*names, "source", "confidence", "page"),
        rows,
    )


def _counted_by(row: Cells) -> str:
    if row["stage"].startswith("final_position_upr_info"):
        return "upr-info"
    return "ohchr-upr-matrix" if "ohchr_matrix" in row["source"] else "un-upr"


def members() -> Table:
    rows = [
        {
            "state": r["state"],
            "first": r["start"],
            "last": r["end"],
            "end_reason": "" if r["end_reason"] == "term_ended" else r["end_reason"],
            "elected": r["elected"],
            "source": "un-hrc",
            "confidence": r["confidence"],
        }
        for r in read(_FOLDER, "hrc_members.csv")
    ]
    return Table(
        "hrc_terms",
        (
            "Terms on the Human Rights Council, one row for each unbroken time; 47 seats.",
            "policy: end_reason where a term ended early. Suspension ends a row.",
            "source: OHCHR, membership of the Human Rights Council; General Assembly elections.",
        ),
        ("2006-06-19/2026-12-31 complete", "2027 partial"),
        ("state", "first", "last", "end_reason", "elected", "source", "confidence"),
        rows,
    )


def resolutions() -> Table:
    rows = [
        {
            "symbol": r["symbol"],
            "date": r["date"],
            "title": r["title_short"],
            "outcome": "adopted" if r["status"] == "adopted" else "not-adopted",
            "mode": {"recorded_vote": "vote", "without_vote": "without-vote"}.get(r["adoption"], ""),
            "yes": r["yes"],
            "no": r["no"],
            "abstain": r["abstain"],
            "topic_states": several(r["states"]),
            "source": "un-hrc-resolutions",
            "confidence": r["confidence"],
        }
        for r in read(_FOLDER, "hrc_country_resolutions.csv")
    ]
    rows.sort(key=lambda r: (r["date"] or "0", r["symbol"]))
    return Table(
        "hrc_decisions",
        (
            "Resolutions of the Human Rights Council that name a state, and drafts on states that were rejected.",
            "policy: an empty mode or tally was not found; a row without date lacks it in the source.",
            "source: OHCHR, documents of the Human Rights Council.",
        ),
        (
            "2006-06-19/2026-01-31 partial",
            *tuple(
                f"{state} 2006-06-19/2022-10-31 complete"
                for state in ["PRK", "SYR", "IRN", "MMR", "BLR", "RUS", "UKR", "SDN", "LKA", "CHN"]
            ),
        ),
        ("symbol", "date", "title", "outcome", "mode", "yes", "no", "abstain", "topic_states", "source", "confidence"),
        rows,
    )


def mandates() -> Table:
    rows = [
        {
            "title": r["mandate"],
            "state": r["state"],
            "kind": r["kind"].replace("_", "-"),
            "symbol": r["created_by"],
            "first": r["start"],
            "last": r["end"],
            "holder": r["holder"],
            "role": r["role"],
            "holder_first": r["holder_start"],
            "holder_last": r["holder_end"],
            "source": "un-special-procedures",
            "confidence": r["confidence"],
            "page": page(r["source"]),
        }
        for r in read(_FOLDER, "country_mandates.csv")
    ]
    return Table(
        "country_mandates",
        (
            "Special procedures and commissions of inquiry with a country mandate, one row for each holder or member.",
            "policy: an empty `last` means that no end was found, not that the mandate goes on.",
            "source: OHCHR, special procedures and inquiries of the Human Rights Council.",
        ),
        ("2006-06-19/2025-12-31 partial",),
        (
            "title",
            "state",
            "kind",
            "symbol",
            "first",
            "last",
            "holder",
            "role",
            "holder_first",
            "holder_last",
            "source",
            "confidence",
            "page",
        ),
        rows,
    )
