"""*Review queue*: what waits for a person's decision, and the forms by which it is decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from mahdar.checking import states
from mahdar.library.overlay import where
from mahdar.library.reviewed import Reviewed, reviewed
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Decision, Kept, Note, Review, ReviewError, place
from mahdar.library.waiting import REASONS, Wanted, queue
from mahdar.model import Act, VerdictLabel
from mahdar.web.asking import Ask, to_cursor
from mahdar.web.pages import Data, Outcome, form, page
from mahdar.web.parameters import Param
from mahdar.web.people.log import wrote
from mahdar.web.problems import Invalid
from mahdar.web.report_pages.headings import heads
from mahdar.web.report_pages.report import address
from mahdar.web.wording import N_

_ON_A_PAGE = 12
_DECISIONS = ("confirm", "correct", "reject", "withdraw")
WHY = {
    "refuted": N_("contradicted by the record"),
    "conflicting": N_("the record points both ways"),
    "no-speaker": N_("a statement without a speaker"),
    "not-enough-evidence": N_("not decided by the record"),
    "supported": N_("borne out by the record"),
    "said": N_("a statement"),
}


@page(
    "/review",
    title=N_("Review queue"),
    template="reports/queue.html",
    section="work",
    nav=10,
    follows=True,
    role="editor",
    params=(
        Param("subject", "choice", "Claims or statements alone.", choices=("claim", "statement")),
        Param("reason", "choice", "Why it waits.", choices=tuple(REASONS)),
        Param("report", about="Of this report alone, by id or the beginning of its SHA-256."),
        Param("cursor", about="Where the list goes on: `next` of the answer before."),
    ),
    rows="rows",
    columns=("report", "title", "outlet", "published", "subject", "reason", "kind", "start", "end", "text", "where"),
    about="Claims whose verdict nobody decided on and statements that nobody reviewed, the most pressing first.",
    example={"total": 1, "rows": [{"report": "a.txt", "subject": "claim", "reason": "refuted"}], "reasons": {}},
)  # fmt: skip
def queue_page(ask: Ask) -> Data:
    """A page of what waits."""
    offset = ask.cursor().get("offset", 0)
    if not isinstance(offset, int) or not 0 <= offset <= 1_000_000:
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    wanted = Wanted(report=ask["report"], subject=ask["subject"], reason=ask["reason"])
    with ask.reading() as connection:
        found = queue(connection, wanted, limit=_ON_A_PAGE, offset=offset)
        about = {each["id"]: each for each in heads(connection, list({row.report for row in found.rows}))}
    rows = [row.to_dict() for row in found.rows]
    return {
        "total": found.total,
        "rows": rows,
        "reasons": found.reasons,
        "next": to_cursor(offset=offset + _ON_A_PAGE) if offset + _ON_A_PAGE < found.total else None,
        "_items": [_item(row, about[row["report"]]) for row in rows],
        "_reasons": {key: ask.say(words) for key, words in WHY.items()},
        "_offset": offset,
        **_choices(),
    }


def _choices() -> Data:
    return {"_acts": get_args(Act), "_verdicts": get_args(VerdictLabel)}


def _item(row: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, Any]:
    """What the form of one decision needs; `about` is the report as lists show it."""
    value = row["value"]
    return {
        "digest": about["sha256"][:16],
        "report": row["report"],
        "title": about["heading"],
        "outlet": row["outlet"],
        "published": row["published"],
        "subject": row["subject"],
        "reason": row["reason"],
        "where": row["where"],
        "text": row["text"],
        "value": value,
        "speakers": ", ".join(value.get("speakers", ())),
    }


@page(
    "/reports/{id:path}/review",
    title=N_("Review"),
    template="reports/review.html",
    role="editor",
    paths={"id": "9f2c41d07be85a63"},
    params=(Param("at", about="A claim (c1, c2 …) or statement (s1, s2 …) in the order of the text.", example="c1"),),
    about="One claim or statement of a report as it stands now, and what people decided on it.",
)
def review_page(ask: Ask) -> Data:
    """The form for one place of a report."""
    with ask.reading() as connection:
        found = reviewed(connection, ask.path["id"])
        about = heads(connection, [found.told["report"]["id"]]) if found else []
    item = _at(found, ask["at"] or "") if found else None
    if found is None or item is None or not about:
        raise ask.missing()
    subject, value = item
    told = {
        "report": about[0]["id"],
        "outlet": about[0]["outlet"],
        "published": found.told["report"]["published"],
        "subject": subject,
        "reason": value.get("verdict", "said"),
        "text": value["text"],
        "value": value,
        "where": _where(found, subject, value),
    }
    return {
        **told,
        "_items": [_item(told, about[0])],
        "_reasons": {key: ask.say(words) for key, words in WHY.items()},
        "reviews": [each.to_dict() for each in found.reviews if each.place.partition(":")[2] in told["where"]],
        **_choices(),
    }


def _at(found: Reviewed, name: str) -> tuple[str, dict[str, Any]] | None:
    """The claim or statement of a name on the report's page."""
    subject = {"c": "claim", "s": "statement"}.get(name[:1])
    if subject is None or not (name[1:].isascii() and name[1:].isdecimal() and len(name) < 7):
        return None
    ordered = sorted(found.told[f"{subject}s"], key=lambda each: (each["start"], -each["end"]))
    number = int(name[1:])
    return (subject, ordered[number - 1]) if 0 < number <= len(ordered) else None


def _where(found: Reviewed, subject: str, value: Mapping[str, Any]) -> str:
    """The place as the machine has it; of a claim, its verdict is decided on."""
    of = "verdict" if subject == "claim" else "statement"
    if value.get("reviews"):
        return f"{of}:{str(value['reviews'][-1]['place']).partition(':')[2]}"
    items = found.machine[f"{subject}s"]
    bare = {name: each for name, each in value.items() if name != "reviews"}
    return where(of, items, items.index(bare))  # type: ignore[arg-type]


@form("/review", role="editor")
def decide(ask: Ask) -> Outcome:
    """Keep a decision and go back to where it was made."""
    keep_review(ask)
    back = ask.field("back", 2_000)
    return Outcome(to=back if back.startswith(ask.url("/")) else ask.url("/review"))


def keep_review(ask: Ask) -> Kept:
    """Keep the decision of a form. Raises Invalid."""
    told = _review(ask)
    try:
        kept = review(ask.library, told, record=ask.record)
    except ReviewError as error:
        raise Invalid(str(error)) from None
    with ask.state.writing() as connection:
        wrote(connection, ask.person.name, f"review-{told.decision}", f"{told.report} {ask.field('where')}")
    return kept


def _review(ask: Ask) -> Review:
    decision = ask.field("decision")
    if decision not in _DECISIONS:
        raise Invalid(ask.say(N_("Choose what you decide: confirm, correct, reject or withdraw.")))
    try:
        at = place(ask.field("where"))
    except ReviewError as error:
        raise Invalid(str(error)) from None
    if at["subject"] == "verdict" and decision == "reject":
        at["subject"] = "claim"  # what is rejected is that the sentence says so
    return Review(
        report=ask.field("report"),
        decision=cast("Decision", decision),
        by=ask.person.name,
        why=ask.field("why", 2_000),
        correction=_correction(ask, at["subject"]) if decision == "correct" else {},
        **at,
    )


def _correction(ask: Ask, subject: str) -> dict[str, Any]:
    """The fields that were filled in."""
    if subject == "verdict":
        told: dict[str, Any] = {"verdict": ask.field("verdict")}
        cited = {name: ask.field(name) for name in ("symbol", "title", "url") if ask.field(name)}
        if cited:
            told["citations"] = [{"title": cited.get("symbol", ""), "source": "reviewer", **cited}]
        return told
    told = {}
    if ask.field("act"):
        told["act"] = ask.field("act")
    if ask.field("speakers"):
        told["speakers"] = [_who(each) for each in ask.field("speakers").replace("،", ",").split(",") if each.strip()]
    return told


def _who(text: str) -> str:
    """The id of a state by its name; everything else as it was written: an id, or a name that the library knows."""
    code = states.find(text.strip())
    return f"state:{code}" if code else text.strip()


@form("/reports/note", role="editor")
def add_note(ask: Ask) -> Outcome:
    """Keep a note on a report and go back there."""
    kept = keep_note(ask)
    with ask.reading() as connection:
        digest = address(connection, kept.report)
    return Outcome(to=ask.url(f"/reports/{digest}") + "#notes")


def keep_note(ask: Ask) -> Note:
    """Keep the note of a form. Raises Invalid."""
    try:
        kept = note(ask.library, ask.field("report"), ask.field("text", 10_000), by=ask.person.name)
    except ReviewError as error:
        raise Invalid(str(error)) from None
    with ask.state.writing() as connection:
        wrote(connection, ask.person.name, "note", kept.report)
    return kept


PAGES = [queue_page, review_page]
FORMS = [decide, add_note]
