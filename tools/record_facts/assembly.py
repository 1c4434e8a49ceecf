"""Resolutions of the General Assembly: roll calls since 1946, resolutions on the DPRK, key votes since 2021."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from mahdar.record.symbols import resolution_symbol
from tools.record_facts.agenda import concern
from tools.record_facts.council import shorten
from tools.record_facts.roll_call_files import FiledCall, filed_calls
from tools.record_facts.shared import Cells, Table, aliases, page, read, several

COLUMNS = (
    *(
        "symbol",
        "date",
        "title",
        "outcome",
        "mode",
        "yes",
        "no",
        "abstain",
        "counted",
        "votes",
        "voted_no",
        "voted_abstain",
    ),
    *("topic", "topic_states", "maybe_states", "source", "confidence", "standing", "page", "note"),
)
DPRK_TITLE = "Situation of human rights in the Democratic People's Republic of Korea"


def decisions() -> Table:
    rows = _settled([*_dprk(), *_key_votes()], _roll_calls())
    rows.sort(key=lambda r: (r["date"], r.get("symbol", ""), r["source"]))
    return Table(
        "assembly_decisions",
        (
            "Recorded votes on resolutions of the General Assembly, and resolutions on the DPRK however they",
            "  were adopted.",
            "policy: one row for one decision from one source. `counted` roll-call: the tally was recounted from",
            "  the votes by member; it can",
            "  differ by a vote or two from the official one, since members may correct their vote for the",
            "  record. `votes` part: those listed.",
            "  Before the 58th session the file has the weekday in the place of the day: such days are given as",
            "  months (in the 56th and 57th session only those up to the seventh). A row without its day, or under",
            "  whose symbol several roll calls stand (paragraphs voted apart), may support a claim, not refute one.",
            "  Before the 21st session the file has no resolution numbers: those roll calls stand in",
            "  assembly_roll_calls alone, with all votes on amendments and paragraphs.",
            "source: General Assembly resolutions; UN voting records as compiled by Voeten and others; press releases.",
        ),
        (
            "PRK 2005-09-13/2025-12-31 complete",
            "recorded-votes 2001-09-12/2021-03-03 complete",
            "1946-01-10/2026-09-17 partial",
        ),
        COLUMNS,
        rows,
    )


def _dprk() -> list[Cells]:
    rows = []
    for r in read("facts_assembly", "dprk_assembly.csv"):
        official = "member votes counted" not in r["source"]
        base = {
            "title": DPRK_TITLE,
            "topic": "human-rights-situation",
            "topic_states": "PRK",
            "page": page(r["source"]),
        }
        row = {**base, "symbol": r["symbol"], "date": r["date"], "outcome": "adopted", "note": _note(r)}
        row |= {**_how(r["how"]), "yes": r["yes"], "no": r["no"], "abstain": r["abstain"]}
        row |= {
            "counted": "official" if official else "roll-call",
            "source": "un-ga-resolutions" if official else "un-ga-votes",
        }
        rows.append({**row, "confidence": "stated"})
        rows.append(_third_committee(r, base))
    return rows


# What a note tells of the files that were compared, and of slips on pages of others, is nothing to who reads the row.
_OF_FILES = re.compile(
    r"GitHub|free-north-korea|repository|next row|newest|page |\b(?:prints?|names|dates) |\.\w{2,6} says"
)
_NOT_SURE = {"A/RES/80/220": "the symbol was found in one place alone; it fits the order of the series"}
_READS = {
    "CONTRADICTION kept: ": "",
    "the roll-call file counts": "the votes by member give",
    " in any stored page": "",
}


def _note(row: Cells) -> str:
    """The source's note in words for readers, without the parts that speak of files alone."""
    told = row["note"]
    for words, better in _READS.items():
        told = told.replace(words, better)
    kept = (part for part in told.split("; ") if not _OF_FILES.search(part))
    return _NOT_SURE.get(row["symbol"], "; ".join(kept))


def _third_committee(r: Cells, base: Cells) -> Cells:
    row = {**base, "title": f"{DPRK_TITLE} (Third Committee)", "date": r["third_committee_date"]}
    row |= {"outcome": "approved-in-committee", **_how(r["third_committee_how"]), "counted": "official"}
    row |= {k: r[f"third_committee_{k}"] for k in ("yes", "no", "abstain")}
    return {**row, "source": "un-ga-resolutions", "confidence": "known"}


def _how(how: str) -> Cells:
    low = how.casefold()
    return {"mode": "without-vote" if "without" in low or "consensus" in low else "vote" if "vote" in low else ""}


def _key_votes() -> list[Cells]:
    """Raises KeyError on a subject that assembly_subjects.csv does not put into words."""
    subjects = {s["topic"]: s["title"] for s in aliases("assembly_subjects.csv")}
    rows = []
    for r in read("facts_assembly", "key_assembly_votes.csv"):
        named = r["voted_no"] or r["abstained"]
        row = {
            "symbol": r["symbol"],
            "date": r["date"],
            "title": subjects[r["topic"]],
            "outcome": "adopted",
            **_how(r["how"]),
        }
        row |= {k: r[k] for k in ("yes", "no", "abstain")} | {"counted": "official", "votes": "part" if named else ""}
        row |= {
            "voted_no": several(r["voted_no"]),
            "voted_abstain": several(r["abstained"]),
            "topic": r["topic"].replace("_", "-"),
        }
        row |= {"topic_states": several(r["topic_state"]), "source": "un-ga-resolutions", "confidence": r["confidence"]}
        rows.append({**row, "page": page(r["source"]), "note": _note(r)})
    return rows


def _roll_calls() -> list[Cells]:
    """Votes on whole resolutions whose symbol is known; one that failed was not on what was adopted under it."""
    calls = [call for call in filed_calls() if call.unres and not call.part and call.tally["yes"] > call.tally["no"]]
    counts = Counter(call.unres for call in filed_calls() if call.unres)
    return [row for row in (_roll_call(call, counts[call.unres]) for call in calls) if row["symbol"]]


def _roll_call(call: FiledCall, same: int) -> Cells:
    title = _plain(call.short) if call.session < 56 else _plain(call.short or call.descr)
    # What stands for a description can be words from the debate: without a title it says nothing of the subject.
    about = concern(f"{title} {call.descr}" if title else "", int(call.date[:4]))
    row = {
        "symbol": resolution_symbol(call.unres, call.session) or "",
        "date": call.date,
        "title": shorten(title, 110),
        "outcome": "adopted",
        "mode": "vote",
    }
    row |= {k: str(call.tally[k]) for k in ("yes", "no", "abstain")} | {"counted": "roll-call", "source": "un-ga-votes"}
    row |= {"topic_states": "|".join(about.states), "maybe_states": "" if about.states else "|".join(about.maybe)}
    note = f"one of {same} roll calls under this symbol" if same > 1 else ""
    sure = call.dated and same == 1
    return {**row, "confidence": "stated" if sure else "known", "note": note}


def _plain(text: str) -> str:
    """A title without the library's tail (`: resolution / adopted by the General Assembly`)."""
    return " ".join(re.split(r"\s*: resolution /", text)[0].split())


def _settled(first: list[Cells], second: list[Cells]) -> list[Cells]:
    """Rows with their standing: an official tally is preferred to a recounted one; equal ones are dropped."""
    by_symbol: dict[str, list[Cells]] = defaultdict(list)
    for row in first:
        by_symbol[row.get("symbol") or f"{row['title']} {row['date']}"].append(row)
    for row in second:
        others = by_symbol[row["symbol"]]
        if not any(_tally(row) == _tally(other) or other["mode"] == "without-vote" for other in others):
            others.append(row)
    for group in by_symbol.values():
        for row in group:
            row["standing"] = "preferred" if row is group[0] else "another source is preferred"
    _prefer_last_call(by_symbol)
    return [row for group in by_symbol.values() for row in group]


def _prefer_last_call(groups: dict[str, list[Cells]]) -> None:
    """Of several roll calls under one symbol the last is most likely the vote on the whole."""
    for group in groups.values():
        if len(group) > 1 and all(row["source"] == "un-ga-votes" and row.get("confidence") == "known" for row in group):
            group[0]["standing"], group[-1]["standing"] = "another roll call is preferred", "preferred"


def _tally(row: Cells) -> tuple[str, ...]:
    return tuple(row.get(k, "") for k in ("yes", "no", "abstain"))
