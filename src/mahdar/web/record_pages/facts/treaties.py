"""Treaties: how many are bound by each, and where every state stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from mahdar.mechanisms.treaties.rules import status
from mahdar.record.access import Record
from mahdar.record.rows import Treaty, TreatyAction
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced
from mahdar.web.record_pages.facts.states import codes

COLUMNS = ("treaty", "title", "title_ar", "adopted", "opened", "in_force", "symbol", "chapter", "parties",
           "signatories", "withdrawn", "complete_to", *SOURCE)  # fmt: skip
STANDING_COLUMNS = ("state", "name_en", "name_ar", "standing", "action", "since", "steps", *SOURCE)


@once()
def treaties(record: Record) -> list[Cells]:
    """Every treaty with how many states are bound by it, only signed it, or left it.

    The counts are None where the record has not all actions on the treaty; `known` is of how many states it has any.
    """
    return [_row(record, treaty) for treaty in record.treaties()]


@once()
def standings(record: Record, slug: str) -> list[Cells]:
    """Each state that did something about a treaty: where it stands and since when, with all its steps."""
    rows = ((code, record.treaty_actions(code, slug)) for code in codes(record))
    return sorted((_standing(code, slug, steps) for code, steps in rows if steps), key=lambda row: row["name_en"])


@once()
def bound_by_year(record: Record, slug: str) -> list[tuple[int, int]]:
    """(year, states bound at its end), from the first step on; steps known by a span of years count at its end."""
    gains: Counter[int] = Counter()
    for code in codes(record):
        held = False
        for step in record.treaty_actions(code, slug):
            bound = status([s for s in record.treaty_actions(code, slug) if s.when <= step.when], slug, None) == "party"
            if bound != held and step.when.last:
                gains[step.when.last.year] += 1 if bound else -1
                held = bound
    if not gains:
        return []
    total, found = 0, []
    for year in range(min(gains), max(gains) + 1):
        total += gains[year]
        found.append((year, total))
    return found


def _row(record: Record, treaty: Treaty) -> Cells:
    counts = Counter(row["standing"] for row in standings(record, treaty.slug))
    covered = record.coverage("treaty_actions", treaty.slug)
    whole = covered.complete and covered.part == treaty.slug
    return {
        "treaty": treaty.slug,
        "title": treaty.title,
        "title_ar": treaty.title_ar,
        "adopted": _iso(treaty.adopted),
        "opened": _iso(treaty.opened),
        "in_force": _iso(treaty.in_force),
        "symbol": treaty.symbol,
        "chapter": treaty.chapter,
        "parties": counts["party"] if whole else None,
        "signatories": counts["signatory"] if whole else None,
        "withdrawn": counts["withdrawn"] if whole else None,
        "complete_to": covered.last.isoformat() if whole else None,
        "known": sum(counts.values()),
        **sourced(treaty),
    }


def _standing(code: str, slug: str, steps: Sequence[TreatyAction]) -> Cells:
    from mahdar.checking.wording import state_name

    name, standing = state_name(code), status(list(steps), slug, None)
    telling = next((step for step in reversed(steps) if step.binds == (standing == "party")), steps[-1])
    return {
        "state": code,
        "name_en": name.en,
        "name_ar": name.ar,
        "standing": standing,
        "action": telling.action,
        "since": telling.when.edtf(),
        "steps": [{"action": step.action, "when": step.when.edtf(), "note": step.note} for step in steps],
        **sourced(telling),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
