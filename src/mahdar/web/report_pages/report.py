"""*A report*: its text with all that was read marked in it, the explanations, and the proof of its bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.characters import harmless
from mahdar.export.page import classes
from mahdar.export.segments import paragraphs
from mahdar.export.view import SIGNS, View, view
from mahdar.library.asking import find, shown
from mahdar.library.kept_stories import story, story_of
from mahdar.library.reviewed import Reviewed, notes_of, reviewed
from mahdar.library.schema import reports
from mahdar.model import Reading
from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.report_pages.day_reasons import day_reason
from mahdar.web.report_pages.headings import heads
from mahdar.web.report_pages.shown_labels import shown_labels
from mahdar.web.wording import N_

KINDS = ("claim", "statement", "time", "figure")
VERDICTS = ("supported", "refuted", "conflicting", "not-enough-evidence")


@page(
    "/reports/{id:path}",
    title=N_("A report"),
    template="reports/report.html",
    section="",
    paths={"id": "9f2c41d07be85a63"},
    params=(
        Param("kinds", "choice", "Mark these alone.", choices=KINDS, many=True, example="claim"),
        Param("verdicts", "choice", "Of the claims, those with these verdicts.", choices=VERDICTS, many=True),
    ),
    about="A report by its id or the beginning of its SHA-256: text, captures, the reading as corrected.",
    example={"id": "a.txt", "text": "…", "sha256": "9f2c…", "reading": {"schema": "mahdar/reading/1"}},
)
def report(ask: Ask) -> Data:
    """One report. The beginning of its digest is its canonical address."""
    with ask.reading() as connection:
        key = find(connection, ask.path["id"])
        if key is None:
            raise ask.missing(ask.say(N_("There is no such report in the library.")))
        told = shown(connection, key)
        found = reviewed(connection, told["id"])
        notes = notes_of(connection, [told["id"]])
        beside = _beside(connection, told["id"])
    if found is None:
        raise ask.missing(ask.say(N_("This report was never read; `mahdar library read` reads it.")))
    data = shown_reading(ask, found.reading, told["text"], reviews=_by_place(found))
    machine = told.pop("reading") != found.told
    return {
        **data,
        **{name: value for name, value in told.items() if name != "title"},
        "report_title": told["title"],
        "reading": found.told,
        "corrected": machine,
        "reviews": [each.to_dict() for each in found.reviews],
        "digest": told["sha256"][:16],
        "rejected": found.rejected,
        "notes": notes,
        "story": beside,
        "_kept": True,
        "_day_reason": day_reason(ask, told["published_reason"]),
    }


def _beside(connection: Connection, id: str) -> dict[str, Any]:
    """The story that a report tells, and the other reports of it."""
    kept = story_of(connection, id)
    found = story(connection, kept) if kept else None
    if found is None:
        return {"id": None, "others": []}
    return {"id": kept, "others": heads(connection, [name for name in found.reports if name != id][:12])}


def _by_place(found: Reviewed) -> dict[tuple[str, int, int], list[dict[str, Any]]]:
    """The reviews of statements and claims by kind and place."""
    return {
        (kind[:-1], each["start"], each["end"]): each["reviews"]
        for kind in ("statements", "claims")
        for each in found.told[kind]
        if each.get("reviews")
    }


def shown_reading(
    ask: Ask, reading: Reading, text: str, reviews: dict[tuple[str, int, int], list[dict[str, Any]]] | None = None
) -> Data:
    """What the template needs of a reading; the filters of the query decide what is marked and explained."""
    wanted = {
        "kinds": tuple(ask.values.get("kinds", ())) or KINDS,
        "verdicts": tuple(ask.values.get("verdicts", ())) or VERDICTS,
    }
    whole = view(reading, text, shown_labels(ask.show))
    seen = _filtered(whole, reading, wanted["kinds"], wanted["verdicts"])
    lines = paragraphs(text, seen.marks)
    first = harmless("".join(segment.text for segment in lines[0])).strip("\ufeff \t\r\n") if lines else ""
    headed = first == seen.title
    return {
        "title": whole.title,
        "_view": seen,
        "_whole": whole,
        "_heading": lines[0] if headed else [],
        "_paragraphs": lines[headed:],
        "_classes": classes,
        "_signs": SIGNS,
        "_wanted": wanted,
        "_kinds": KINDS,
        "_verdicts": VERDICTS,
        "_reviews": {mark.name: (reviews or {}).get((mark.kind, mark.start, mark.end), []) for mark in whole.marks},
        "_places": {mark.name: (mark.start, mark.end) for mark in whole.marks},
        "_kept": False,
        "reading": reading.to_dict(),
    }


def _filtered(whole: View, reading: Reading, kinds: tuple[str, ...], verdicts: tuple[str, ...]) -> View:
    """The same view with what is not asked for left out; names stay, so that links do."""
    claims = {claim.name: claim for claim in whole.claims}
    shown_claims = {name for name, claim in claims.items() if "claim" in kinds and claim.verdict in verdicts}
    marks = tuple(
        mark for mark in whole.marks if mark.kind in kinds and (mark.kind != "claim" or mark.name in shown_claims)
    )
    return replace(whole, marks=marks)


def address(connection: Connection, id: str) -> str | None:
    """The digest by which a report is addressed, from its id."""
    digest: str | None = connection.scalar(sa.select(reports.c.sha256).where(reports.c.id == id))
    return digest[:16] if digest else None


PAGES = [report]
