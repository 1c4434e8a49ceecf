"""Votes by member on Council drafts, 1994 to 2025, and which of them can be trusted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from tools.record_facts.shared import Cells, material
from tools.record_facts.states import code

# Identifiers of the file whose votes by member are scrambled (1995), and copies of vetoed drafts put in among them.
SCRAMBLED = frozenset({*range(75, 137)} - {104})
# From here on the days of the file are right; before, day and month are swapped wherever the day is 12 or less.
DAYS_RIGHT_FROM = 1820
_LETTER = {"Yes": "yes", "No": "no", "Abstain": "abstain"}
_OUTCOMES = {
    "Adopted unanimously": ("adopted", "vote"),
    "Adopted by majority": ("adopted", "vote"),
    "Adopted by consensus": ("adopted", "consensus"),
    "Adopted by acclamation": ("adopted", "acclamation"),
    "Not adopted - veto": ("vetoed", "vote"),
    "Not adopted - failed to receive required number of votes": ("not-adopted", "vote"),
}


@dataclass(frozen=True)
class MemberVote:
    """One draft of the file; `number` is the resolution's, 0 for a draft that failed; `votes` by alpha-3 code."""

    id: int
    number: int
    date: str
    meeting: str
    draft: str
    title: str
    topic: str
    outcome: str
    mode: str
    votes: dict[str, str]
    doubled: bool  # a member stands in the file twice

    @property
    def tally(self) -> tuple[int, int, int]:
        cast = list(self.votes.values())
        return cast.count("yes"), cast.count("no"), cast.count("abstain")

    @property
    def scrambled(self) -> bool:
        return self.id in SCRAMBLED


@cache
def member_votes() -> tuple[MemberVote, ...]:
    rows: dict[int, list[Cells]] = defaultdict(list)
    for row in _rows():
        rows[int(row["ID"])].append(row)
    return tuple(_vote(number, group) for number, group in sorted(rows.items()))


def _rows() -> Iterator[Cells]:
    openpyxl: Any = import_module("openpyxl")  # only the generator needs it

    book = openpyxl.load_workbook(material() / "sc_votes_oliverunv" / "sc_voting.xlsx", read_only=True)
    lines = book.worksheets[0].iter_rows(values_only=True)
    names = [str(name) for name in next(lines)]
    for cells in lines:
        row = {n: "" if c is None else " ".join(str(c).split()) for n, c in zip(names, cells, strict=False)}
        if row["ID"]:
            yield row


def _vote(number: int, group: list[Cells]) -> MemberVote:
    row = group[0]
    outcome, mode = _OUTCOMES[row["Outcome results"]]
    resolution, draft = row["Resolution"], row["Draft"]
    if "RES" in draft:  # three rows of 2025 have the two columns swapped
        resolution, draft = draft, ""
    return MemberVote(
        id=number,
        number=_resolution_number(resolution, row["Meeting"]),
        date=_day(row["Date,"], number),
        meeting=_meeting(row["Meeting"]),
        draft=draft if re.match(r"S/\d{4}/\d+", draft) else _spoken(draft),
        title=row["Agenda item"],
        topic=row["Topic"],
        outcome=outcome,
        mode=mode,
        votes={code(r["Member State"]): _LETTER[r["Vote"]] for r in group if r["Member State"] and r["Vote"]},
        doubled=len({r["Member State"] for r in group}) < len(group),
    )


def _resolution_number(text: str, meeting: str) -> int:
    hit = re.search(r"(?:S/RES/|Resolution )?(\d{3,4})\s*(?:\(|/)", text)
    found = int(hit.group(1)) if hit else 0
    return 1425 if found == 425 else found  # the file drops a digit at S/PV.4580 of 2002


def _day(text: str, number: int) -> str:
    day = text[:10]
    year, month, date = day.split("-")
    return f"{year}-{date}-{month}" if number < DAYS_RIGHT_FROM and int(date) <= 12 else day


def _meeting(text: str) -> str:
    digits = re.search(r"\d{4,5}", text)
    return f"S/PV.{digits.group()}" if digits and not text.startswith("V") else ""


def _spoken(text: str) -> str:
    """Oral amendments have no symbol."""
    return text.casefold() if "mendment" in text else ""
