"""The UN Library's yearly tables of Council meetings, read into acts: one for each resolution or draft voted on."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tools.record_facts.shared import Cells, aliases, read
from tools.record_facts.states import code

_FOLDER = "sc_meetings_scact_html"
_START = re.compile(
    r"S/RES/\d+|[Dd]raft [Rr]esolutions?\s*\(?\s*S/|(?<![\w/&,(] )(?<![\w/(])S/(?:19|20)\d\d/\d+(?!\s*\))"
)
_RESOLUTION = re.compile(r"S/RES/(\d+)\s*\((\d{4})\)")
_DRAFT = re.compile(r"S/(?:PV\.)?\d[\d/]*(?:/?(?:Rev|Corr|Add)\.\d+)*")
_TALLY = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{1,2})(?!\d)")
_CASTERS = re.compile(r"vetoed\s*by\s*(?:the\s+)?(.+?)(?=\d|\||$)")


@dataclass(frozen=True)
class Act:
    """What the Council did with one draft, as one table tells it."""

    date: str
    meeting: str
    title: str
    outcome: str
    symbol: str = ""
    draft: str = ""
    mode: str = ""
    tally: tuple[int, int, int] | None = None
    vetoed_by: tuple[str, ...] = ()


def acts() -> list[Act]:
    """Every resolution and every draft that failed, in order of time."""
    found = [act for row in meeting_rows() for act in _acts_of(row)]
    return _with_veto_list(sorted(found, key=lambda a: a.date))


@cache
def meeting_rows() -> tuple[Cells, ...]:
    """Rows of the yearly tables; a row without meeting belongs to the meeting of the row above it (1948)."""
    rows: list[Cells] = []
    days = {day["meeting"]: day["date"] for day in aliases("meeting_days.csv")}
    fixes = {(fix["meeting"], fix["wrong"]): fix["right"] for fix in aliases("misprints.csv")}
    for row in [*read(_FOLDER, "derived_meetings.csv"), *aliases("meetings_added.csv")]:
        row["date"] = days.get(row["meeting"].split("(")[0].strip(" |"), row["date"])
        if not row["meeting"] and rows and rows[-1]["file"] == row["file"]:
            row |= {"meeting": rows[-1]["meeting"], "date": rows[-1]["date"]}
        for (meeting, wrong), right in fixes.items():
            if row["meeting"] == meeting:
                row["outcome"] = row["outcome"].replace(wrong, right)
        rows.append(row)
    return tuple(rows)


def _acts_of(row: Cells) -> list[Act]:
    text = row["outcome"].replace(" | ", " ").replace("S/RES", " S/RES").strip()
    cuts = [*(hit.start() for hit in _START.finditer(text)), len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(cuts)]
    found = (_act(row, part) for part in _joined(parts))
    return [act for act in found if act]


def _joined(parts: list[str]) -> list[str]:
    """Parts that name a draft without its fate belong to the next one (`S/507 & Add.1 & S/516 not adopted`)."""
    whole: list[str] = []
    for part in parts:
        if whole and not re.search(r"S/RES|vetoed|not adopted", whole[-1]):
            whole[-1] += " " + part
        else:
            whole.append(part)
    return whole


def _act(row: Cells, part: str) -> Act | None:
    title = " ".join(row["topic"].replace(" | ", " ").split())
    meeting = re.match(r"S/PV\.\d+", row["meeting"])
    base = Act(row["date"], meeting.group() if meeting else "", title, "adopted", mode="vote", tally=_tally(part))
    resolution = _RESOLUTION.search(part)
    if resolution:
        year = row["date"][:4] or resolution.group(2)
        return replace(base, symbol=f"S/RES/{resolution.group(1)} ({year})", mode=_mode(part))
    draft = _DRAFT.search(part)
    if draft is None or not re.search("vetoed|not adopted", part):
        return None
    casters = _CASTERS.search(part)
    outcome = "vetoed" if casters else "not-adopted"
    return replace(base, draft=draft.group(), outcome=outcome, vetoed_by=states(casters.group(1)) if casters else ())


def _tally(part: str) -> tuple[int, int, int] | None:
    hit = _TALLY.search(_RESOLUTION.sub(" ", part))
    return (int(hit.group(1)), int(hit.group(2)), int(hit.group(3))) if hit else None


def _mode(part: str) -> str:
    low = part.casefold()
    named = {"unanimously": "unanimous", "without": "without-vote", "consensus": "consensus"}
    return next((mode for word, mode in named.items() if word in low), "vote" if _tally(part) else "")


def states(names: str) -> tuple[str, ...]:
    """Permanent members named in a cell, however they are run together."""
    found = re.findall(r"China|France|USSR|USA|US\b|UK|United States|United Kingdom|Russian Federation", names)
    return tuple(sorted({code(name.replace("US", "USA") if name == "US" else name) for name in found}))


def _with_veto_list(found: list[Act]) -> list[Act]:
    """The Library's veto list names casters and subjects better than the yearly tables; both count the same vetoes."""
    listed: dict[str, list[Cells]] = defaultdict(list)
    for row in read(_FOLDER, "derived_vetoes_from_html.csv"):
        listed[_place(row["meeting"], row["draft"])].insert(0, row)  # the list runs from late to early
    merged = [_merged(act, listed) if act.outcome == "vetoed" else act for act in found]
    left = [row for rows in listed.values() for row in rows]
    if left:
        raise ValueError(f"in the veto list and not in the yearly tables: {left}")
    return merged


def _draft(cell: str) -> str:
    """The draft's symbol without revision and `(as amended)`; a draft without symbol has that of its meeting."""
    hit = re.match(r"S/(?:PV\.)?\d+(?:/\d+)?", cell)
    return hit.group() if hit else cell


def _place(meeting: str, draft: str) -> str:
    return meeting if meeting.startswith("S/PV.") else draft


def _merged(act: Act, listed: dict[str, list[Cells]]) -> Act:
    rows = listed[_place(act.meeting, act.draft)]
    same = [row for row in rows if _draft(row["draft"]) == _draft(act.draft)]
    if not same:
        raise ValueError(f"in the yearly tables and not in the veto list: {act}")
    row = same[0]
    rows.remove(row)
    named = _DRAFT.match(row["draft"])
    return replace(
        act,
        draft=named.group() if named else act.draft,
        title=" ".join(row["agenda"].replace(" | ", " ").split()),
        vetoed_by=states(row["vetoed_by"]),
    )
