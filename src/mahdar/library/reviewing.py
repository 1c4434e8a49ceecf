"""Reviewing: what a person decides is added to the library and to its log; nothing that was there is changed.

>>> review(library, Review("a.txt", "verdict", "correct", by="R. Haddad", why="the vote was on another draft",
...                        start=120, end=180, correction={"verdict": "not-enough-evidence"}))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.edtf import Interval
from mahdar.library import chain, corrections
from mahdar.library.asking import find
from mahdar.library.drawn import redraw
from mahdar.library.items import now
from mahdar.library.judging import judged
from mahdar.library.naming import known, with_entities
from mahdar.library.opened import Library
from mahdar.library.overlay import alike, apart, has, matching, where
from mahdar.library.placing import regroup_for
from mahdar.library.reviewed import laid, of_stories, present_reading
from mahdar.library.reviews import DECISIONS, SUBJECTS, About, Json, Kept, Note, Review, ReviewError, place, placed
from mahdar.library.rows import Entries, put_note, put_review
from mahdar.library.schema import present, reports, stories, story_of

if TYPE_CHECKING:
    from mahdar.record.access import Record

_MOST_NAME, _MOST_WHY, _MOST_NOTE = 200, 2_000, 20_000  # characters
_NEAREST = 4
_COUPLE = 2

Told = dict[str, Any]


def review(library: Library, asked: Review, record: Record | None = None) -> Kept:
    """Keep what a person decided. With a record, a claim whose arguments are corrected is judged anew by it.

    Raises ReviewError where it makes no sense, LibraryError where the library cannot be written.
    """
    asked = _signed(asked)
    with library.writing() as connection:
        key = _report(connection, asked.report)
        asked = replace(asked, report=_id(connection, key))
        log: Entries = []
        if asked.subject == "story":
            kept = _of_story(connection, key, asked, log)
            regroup_for(connection, _touched(connection, kept))
        else:
            kept = _of_place(connection, key, asked, record, log)
            redraw(connection, key)
        chain.append(connection, log)
    return kept


def note(library: Library, report: str, text: str, *, by: str, about: About = "report") -> Note:
    """Keep a note of a person on a report, or on the story that it tells. Raises as `review` does."""
    if about not in ("report", "story"):
        raise ReviewError(f"a note is about a report or a story, not {about!r}")
    by = _name(by)
    clean = _clean(text)
    if not clean or len(clean) > _MOST_NOTE:
        raise ReviewError(f"a note has between 1 and {_MOST_NOTE:,} characters")
    log: Entries = []
    with library.writing() as connection:
        key = _report(connection, report)
        row = {"report": key, "about": about, "note": clean, "who": by, "at": now()}
        made = put_note(connection, row, log)
        told = Note(made, _id(connection, key), about, clean, by, str(row["at"]))
        chain.append(connection, log)
    return told


def _clean(text: str) -> str:
    """Lines stay; NUL and halves of letters, which no database keeps, do not."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd").strip()


def _name(by: str) -> str:
    name = corrections.line("the name", by, _MOST_NAME)
    if not name:
        raise ReviewError("say who decides: a name")
    return name


def _signed(asked: Review) -> Review:
    """With a name and a reason in their proper form."""
    if asked.subject not in SUBJECTS or asked.decision not in DECISIONS:
        raise ReviewError(f"{asked.decision!r} of {asked.subject!r} is no decision; decide {', '.join(DECISIONS)}")
    why = corrections.line("the reason", asked.why, _MOST_WHY)
    if not why and asked.decision != "confirm":
        raise ReviewError("say why: a person who reads it later will ask")
    if asked.correction and asked.decision != "correct":
        raise ReviewError("only a correction says what is to be otherwise")
    return replace(asked, by=_name(asked.by), why=why)


def _report(connection: Connection, id_: str) -> int:
    found = find(connection, id_)
    if found is None:
        raise ReviewError(f"the library has no report {id_!r}")
    return found


def _id(connection: Connection, key: int) -> str:
    return str(connection.scalar(sa.select(reports.c.id).where(reports.c.key == key)))


# -- places of a report
def _of_place(connection: Connection, key: int, asked: Review, record: Record | None, log: Entries) -> Kept:
    machine = present_reading(connection, key)
    if machine is None:
        raise ReviewError(f"{asked.report!r} was never read; `mahdar library read` reads it")
    asked, now_told = _placed(connection, key, machine, asked)
    at = matching(machine, asked, None)
    if at is None:
        raise ReviewError(_not_there(machine, asked))
    if asked.decision == "withdraw" and now_told is not None and not now_told.get("reviews"):
        raise ReviewError(f"nothing stands at {placed(asked)} that could be taken back")
    was = dict(machine[at[0]][at[1]])
    given = _corrected(connection, key, asked, now_told or was, machine, record)
    args = apart(machine["claims"], at[1]) if at[0] == "claims" else None
    asked = replace(asked, kind=was.get("kind"), correction=given, args=args)
    return _put(connection, key, asked, was, log)


def _placed(connection: Connection, key: int, machine: Json, asked: Review) -> tuple[Review, Told | None]:
    """The review at the place as the machine read it, and what stands there now; a person may point at either."""
    told = laid(connection, key, machine)
    name = "statements" if asked.subject == "statement" else "claims"
    items = [*told.told[name], *told.rejected]
    kind = asked.kind if name == "claims" else None
    same = [items[index] for index in alike(items, asked.start, asked.end, kind)]
    if asked.args and name == "claims":
        same = [each for each in same if has(each, asked.args)]
    if len(same) == 1 and same[0].get("reviews"):
        there = place(same[0]["reviews"][-1]["place"])
        asked = replace(asked, **{part: there[part] for part in ("start", "end", "kind", "args")})
    return asked, same[0] if len(same) == 1 else None


def _not_there(machine: Json, asked: Review) -> str:
    """What there is instead, the nearest first."""
    name = "statements" if asked.subject == "statement" else "claims"
    order = sorted(range(len(machine[name])), key=lambda index: abs(machine[name][index]["start"] - (asked.start or 0)))
    near = ", ".join(where(asked.subject, machine[name], index) for index in order[:_NEAREST])
    what = "more than one" if len(alike(machine[name], asked.start, asked.end, asked.kind)) > 1 else "no"
    return f"{asked.report!r} has {what} {placed(asked)}; there are: {near or 'none'}"


def _corrected(
    connection: Connection, key: int, asked: Review, stands: Told, machine: Json, record: Record | None
) -> Told:
    """The fields that the review puts in place of what was read; of a confirmation, those that it confirms."""
    if asked.decision == "confirm":
        return corrections.seen(asked.subject, stands, machine["entities"])
    if asked.decision != "correct":
        return {}
    if asked.subject == "verdict":
        return corrections.verdict(asked.correction, stands, asked.by, asked.why)
    if asked.subject == "claim":
        from mahdar.checking.registry import kinds

        claim = corrections.claim(asked.correction, stands, kinds())
        return claim | ({"judged": _judged(claim, machine, record)} if record is not None else {})
    text = str(connection.scalar(sa.select(reports.c.text).where(reports.c.key == key)))
    given = corrections.statement(asked.correction, text, lambda name: known(connection, name))
    return with_entities(given, machine)


def _judged(claim: Told, machine: Json, record: Record) -> Told:
    """What the record shows of corrected arguments. Raises ReviewError where it can make nothing of them."""
    published = machine["report"]["published"]
    when = Interval.parse(published) if published else None
    try:
        verdict = judged(claim["kind"], claim["args"], claim["negated"], when, record)
    except (KeyError, TypeError, ValueError) as error:
        raise ReviewError(f"the record can make nothing of these arguments: {error}") from None
    told = asdict(verdict)
    return {"verdict": verdict.label, "why": told["why"], "citations": list(told["citations"]), "record": record.hash}


# -- stories
def _of_story(connection: Connection, key: int, asked: Review, log: Entries) -> Kept:
    if asked.correction:
        raise ReviewError("a report moves into the story of another: say which report, not a correction")
    was = _story(connection, key)
    other = _report(connection, asked.other) if asked.other else None
    if asked.decision == "confirm" and other is None:
        left = [each for each in was["reports"] if each != asked.report]
        other = _report(connection, left[0]) if left else None
    if other is None and asked.decision in ("confirm", "correct"):
        raise ReviewError("say with which report: story:ID")
    if asked.decision == "reject" and other is None and len(was["reports"]) < _COUPLE:
        raise ReviewError(f"{asked.report!r} shares its story with no other report; `mahdar library stories` groups")
    if other == key:
        raise ReviewError(f"a report cannot be held against itself: {asked.report!r}")
    asked = replace(asked, other=_id(connection, other) if other is not None else None)
    return _put(connection, key, asked, was, log, other)


def _story(connection: Connection, key: int) -> Told:
    """The story that a report tells now: its id and reports; nothing where it was not grouped yet."""
    told = connection.execute(
        sa.select(stories.c.key, stories.c.id).join(story_of, story_of.c.story == stories.c.key)
        .where(story_of.c.report == key)
    ).first()  # fmt: skip
    if told is None:
        return {"story": None, "reports": []}
    members = sa.select(reports.c.id).join(story_of, story_of.c.report == reports.c.key)
    return {
        "story": told.id,
        "reports": list(connection.scalars(members.where(story_of.c.story == told.key).order_by(reports.c.key))),
    }


def _touched(connection: Connection, kept: Kept) -> list[str]:
    """The reports whose stories a review changes; one that takes back reaches those of which it was said before."""
    told = [kept]
    if kept.review.decision == "withdraw":
        told += [each for each in of_stories(connection) if kept.review.report in _named(each)]
    return list(dict.fromkeys(id_ for each in told for id_ in _named(each)))


def _named(kept: Kept) -> list[str]:
    """The reports of which a review of a story speaks."""
    return [id_ for id_ in (kept.review.report, kept.review.other, *(kept.was or {}).get("reports", ())) if id_]


def _put(
    connection: Connection, key: int, asked: Review, was: Mapping[str, Any], log: Entries, other: int | None = None
) -> Kept:
    at = now()
    seen = connection.scalar(sa.select(present.c.reading).where(present.c.report == key))
    made = put_review(connection, key, asked, was, at, seen, other, log)
    return Kept(made, asked, at, was.get("text"), was, seen)
