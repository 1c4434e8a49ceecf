"""Resolutions of the General Assembly: roll calls since 1946, resolutions on the DPRK, key votes since 2021."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib import import_module
from typing import Any

from tools.record_facts.agenda import concern
from tools.record_facts.council import shorten
from tools.record_facts.shared import Cells, Table, material, page, read, several

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
# Before this session the roll-call file gives months rightly and days wrongly.
DAYS_FROM_SESSION = 56
DPRK_TITLE = "Situation of human rights in the Democratic People's Republic of Korea"


def decisions() -> Table:
    rows = _settled([*_dprk(), *_key_votes()], [*_roll_calls(), *_roll_calls_2020()])
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
            "  Rows under whose symbol several roll calls stand (paragraphs voted apart) and days before the",
            "  56th session are not exact:",
            "  such days are given as months; they and all else before the 56th session may support a claim, not",
            "  refute one. Before the 21st",
            "  session the file has no resolution numbers, so that those roll calls are left out, as are votes",
            "  on amendments and paragraphs",
            "  as far as they are marked.",
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
        row = {**base, "symbol": r["symbol"], "date": r["date"], "outcome": "adopted", "note": r["note"]}
        row |= {**_how(r["how"]), "yes": r["yes"], "no": r["no"], "abstain": r["abstain"]}
        row |= {
            "counted": "official" if official else "roll-call",
            "source": "un-ga-resolutions" if official else "un-ga-votes",
        }
        rows.append({**row, "confidence": "stated"})
        rows.append(_third_committee(r, base))
    return rows


def _third_committee(r: Cells, base: Cells) -> Cells:
    row = {**base, "title": f"{DPRK_TITLE} (Third Committee)", "date": r["third_committee_date"]}
    row |= {"outcome": "approved-in-committee", **_how(r["third_committee_how"]), "counted": "official"}
    row |= {k: r[f"third_committee_{k}"] for k in ("yes", "no", "abstain")}
    return {**row, "source": "un-ga-resolutions", "confidence": "known"}


def _how(how: str) -> Cells:
    low = how.casefold()
    return {"mode": "without-vote" if "without" in low or "consensus" in low else "vote" if "vote" in low else ""}


def _key_votes() -> list[Cells]:
    rows = []
    for r in read("facts_assembly", "key_assembly_votes.csv"):
        named = r["voted_no"] or r["abstained"]
        row = {
            "symbol": r["symbol"],
            "date": r["date"],
            "title": r["topic"].replace("_", " "),
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
        rows.append({**row, "page": page(r["source"]), "note": r["note"]})
    return rows


def _roll_calls() -> list[Cells]:
    calls, tallies = _rda()
    counts = Counter(call["unres"] for call in calls if call["unres"])
    rows = []
    for call in calls:
        if call["amend"] == "1" or call["para"] == "1" or not call["unres"]:
            continue
        rows.append(_roll_call(call, tallies[call["rcid"]], counts[call["unres"]]))
    return [row for row in rows if row["symbol"]]


def _roll_call(call: Cells, tally: Counter[str], same: int) -> Cells:
    session = int(float(call["session"]))
    year = int(call["date"][:4])
    title = _plain(call["short"]) if session < 56 else _plain(call["short"] or call["descr"])
    about = concern(f"{title} {call['descr']}", year)
    row = {
        "symbol": _symbol(call["unres"], session),
        "title": shorten(title, 110),
        "outcome": "adopted",
        "mode": "vote",
    }
    row["date"] = call["date"] if session >= DAYS_FROM_SESSION else call["date"][:7]
    row |= {k: str(tally[k]) for k in ("yes", "no", "abstain")} | {"counted": "roll-call", "source": "un-ga-votes"}
    row |= {"topic_states": "|".join(about.states), "maybe_states": "" if about.states else "|".join(about.maybe)}
    note = f"one of {same} roll calls under this symbol" if same > 1 else ""
    return {**row, "confidence": "known" if same > 1 or session < DAYS_FROM_SESSION else "stated", "note": note}


def _symbol(text: str, session: int) -> str:
    """The UN symbol of a resolution, empty where the number is another document's (most before the 21st session)."""
    hit = re.fullmatch(r"(R|A/RES|ESS|A/RES/ES-)[/-]?(\d+)/(\d+)([A-Z]?)", text)
    if hit is None:
        return ""
    kind, of, number, letter = hit.group(1), int(hit.group(2)), int(hit.group(3)), hit.group(4)
    part = f" {letter}" if letter else ""
    if "ES" in kind.removeprefix("A/RES"):
        return f"A/RES/ES-{of}/{number}{part}" if of >= 6 and number <= 30 else ""
    if session in _NUMBERED_THROUGH:
        first, last, roman = _NUMBERED_THROUGH[session]
        return f"A/RES/{number}{part} ({roman})" if first <= number <= last else ""
    return f"A/RES/{of}/{number}{part}" if session >= 31 and of == session else ""


# Until the 30th session resolutions were numbered through: first and last number and the session's own numeral.
_NUMBERED_THROUGH = {
    21: (2134, 2239, "XXI"),
    22: (2240, 2372, "XXII"),
    23: (2373, 2486, "XXIII"),
    24: (2487, 2604, "XXIV"),
    25: (2605, 2748, "XXV"),
    26: (2749, 2901, "XXVI"),
    27: (2902, 3048, "XXVII"),
    28: (3049, 3200, "XXVIII"),
    29: (3201, 3357, "XXIX"),
    30: (3358, 3541, "XXX"),
}


def _plain(text: str) -> str:
    """A title without the library's tail (`: resolution / adopted by the General Assembly`)."""
    return " ".join(re.split(r"\s*: resolution /", text)[0].split())


@cache
def _rda() -> tuple[list[Cells], dict[str, Counter[str]]]:
    pyreadr: Any = import_module("pyreadr")  # only the generator needs it

    folder = material() / "unga_unvotes_rda"
    calls = next(iter(pyreadr.read_r(str(folder / "un_roll_calls.rda")).values()))
    votes = next(iter(pyreadr.read_r(str(folder / "un_votes.rda")).values()))
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for rcid, vote in zip(votes["rcid"], votes["vote"], strict=True):
        tallies[str(int(rcid))][str(vote)] += 1
    return [_cells(row) for row in calls.to_dict("records")], tallies


def _cells(row: dict[str, object]) -> Cells:
    plain = {k: "" if v is None or v != v else str(v) for k, v in row.items()}
    return {**plain, "rcid": str(int(float(plain["rcid"]))), "amend": plain["amend"][:1], "para": plain["para"][:1]}


def _roll_calls_2020() -> list[Cells]:
    """The 96 roll calls of November 2020 to March 2021 that the first file lacks."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for vote in read("unga_unproject", "derived_votes_not_in_unvotes.csv"):
        tallies[vote["rcid"]][vote["vote"]] += 1
    calls = [r for r in read("unga_unproject", "rollcall_meta_2018_2020.csv") if r["rcid"] in tallies and r["unres"]]
    counts = Counter(r["unres"] for r in calls)
    rows = [_roll_call(r, tallies[r["rcid"]], counts[r["unres"]]) for r in calls]
    return [row for row in rows if row["symbol"]]


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
