"""The table of everything that the Security Council voted on: resolutions, vetoed drafts, drafts that failed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache

from mahdar.record.standing import fault
from mahdar.record.symbols import draft_base, resolution_number
from tools.record_facts import council
from tools.record_facts.agenda import concern
from tools.record_facts.library_tables import Act, acts
from tools.record_facts.member_votes import MemberVote, member_votes
from tools.record_facts.shared import Cells, Table, aliases, page, read, several

COLUMNS = (
    *("symbol", "draft", "date", "meeting", "outcome", "mode", "yes", "no", "abstain", "vetoed_by"),
    *("votes", "voted_no", "voted_abstain", "absent", "topic_states", "maybe_states", "title"),
    *("source", "confidence", "standing", "note"),
)
LIBRARY_END = "2022-06-30"


def decisions() -> Table:
    by_number = {v.number: v for v in member_votes() if v.number and not v.scrambled}
    by_draft = {draft_base(v.draft): v for v in member_votes() if v.draft.startswith("S/") and not v.scrambled}
    rows: list[Cells] = []
    for act in acts():
        number = resolution_number(act.symbol)
        rows.extend(_rows_of(act, by_number.get(number) if number else by_draft.get(draft_base(act.draft))))
    newest = max(resolution_number(row.get("symbol", "")) for row in rows)
    rows += [_later(v) for v in member_votes() if v.date > LIBRARY_END or v.number > newest]
    rows += _added() + _other_casters(rows)
    rows = [each for row in rows for each in (*_as_numbered(row), *_told_otherwise(row))]
    rows = _settled(_distinct([each for row in rows for each in _with_own_day(row)]))
    return Table("council_decisions", _ABOUT, _COVERAGE, COLUMNS, rows)


_ABOUT = (
    "Every resolution of the Security Council, every vetoed draft, and drafts that failed for want of votes.",
    "policy: one row for one decision from one source; where sources differ, `standing` says which is preferred",
    "  and why. Votes by member:",
    "  `votes` full: who is not listed in voted_no, voted_abstain or absent voted yes; part: only those listed",
    "  are known; empty: not known.",
    "  Votes are given only where every voter sat on the Council that day and they add up to the official tally",
    "  (those of 1995 do not).",
    "  topic_states by agenda_states.csv and the subject of the draft; maybe_states: it may also concern these",
    "  (`*` any state).",
    "  A resolution adopted after midnight, or when a meeting was resumed, has the day of its own text; the yearly",
    "  tables give that on which the meeting began.",
    "source: UN Library (Meetings conducted by the Security Council; veto list); Council voting records since",
    "  July 2022; press releases; texts of resolutions.",
)
_COVERAGE = (
    "1946-01-17/2025-02-24 complete resolutions to S/RES/2774 (2025)",
    "2025-02-25/2026-12-31 partial S/RES/2775 (2025) and most after S/RES/2781 (2025) are missing",
    "vetoes 1997-01-01/2025-06-04 complete",
    "vetoes 1946-01-17/1996-12-31 partial votes on single applicants, parts and amendments are not all listed",
    "not-adopted 1946-01-17/2025-05-30 partial",
)


def _rows_of(act: Act, vote: MemberVote | None) -> list[Cells]:
    row = _from_act(act)
    if vote is None:
        return [row]
    _fill(row, vote)
    if act.tally == vote.tally or not act.tally:
        return [row]
    if vote.mode != "vote" or vote.doubled or not _all_sat(vote, row["date"]):
        return [row]
    return [row, _rival(row, vote)]


def _from_act(act: Act) -> Cells:
    about = concern(act.title, int(act.date[:4] or 2004))
    states = about.states or _crisis(act)
    return {
        "symbol": act.symbol,
        "draft": act.draft,
        "date": act.date,
        "meeting": act.meeting,
        "outcome": act.outcome,
        "mode": act.mode,
        **_tally(act.tally, act.mode),
        "vetoed_by": "|".join(act.vetoed_by),
        "votes": "part" if act.vetoed_by else "",
        "voted_no": "|".join(act.vetoed_by),
        "topic_states": "|".join(states),
        "maybe_states": "|".join(s for s in about.maybe if s not in states and not (s == "*" and states)),
        "title": council.shorten(act.title),
        "source": "un-library-vetoes" if act.outcome == "vetoed" else "un-library-meetings",
        "confidence": "stated",
    }


def _tally(tally: tuple[int, int, int] | None, mode: str) -> Cells:
    if tally:
        return dict(zip(("yes", "no", "abstain"), map(str, tally), strict=True))
    return {"no": "0", "abstain": "0"} if mode == "unanimous" else {}


@cache
def _crises() -> dict[str, str]:
    rows = read("vetoes_wpdl", "unsc_vetoes_1946_sept2022.csv")
    return {draft_base(r["draft"]): r["crisis_topic"].replace("-", " ") for r in rows}


def _crisis(act: Act) -> tuple[str, ...]:
    return concern(_crises().get(draft_base(act.draft), ""), int(act.date[:4] or 0)).states if act.draft else ()


def _fill(row: Cells, vote: MemberVote) -> None:
    """What the votes by member add to a row of the Library: the draft's symbol, the subject, who voted how."""
    row["date"] = row["date"] or vote.date
    row["draft"] = row["draft"] or vote.draft
    row["mode"] = row["mode"] or vote.mode
    topic = concern(vote.topic, int(vote.date[:4])).states
    if not row["topic_states"]:
        row["topic_states"] = "|".join(topic)
        maybe = row["maybe_states"].split("|")
        row["maybe_states"] = "|".join(s for s in maybe if s not in topic and not (topic and s == "*"))
    fits = vote.tally == tuple(int(row[k]) if row.get(k) else -1 for k in ("yes", "no", "abstain"))
    if vote.mode == "vote" and _all_sat(vote, row["date"]) and (fits or not row.get("yes")):
        _name_votes(row, vote)


def _name_votes(row: Cells, vote: MemberVote) -> None:
    row |= _tally(vote.tally, "vote")
    cast = {how: sorted(s for s, v in vote.votes.items() if v == how) for how in ("no", "abstain")}
    absent = sorted(set(_sitting(row["date"])) - set(vote.votes))
    row |= {"votes": "full", "voted_no": "|".join(cast["no"]), "voted_abstain": "|".join(cast["abstain"])}
    row["absent"] = "|".join(absent)


def _all_sat(vote: MemberVote, day: str) -> bool:
    sitting = _sitting(day)
    return set(vote.votes) <= set(sitting) and len(vote.votes) >= len(sitting) - 2


@cache
def _sitting(day: str) -> frozenset[str]:
    """Who sat on the Council on a day, by our own table of terms."""
    return frozenset(t["state"] for t in _terms() if t["first"] <= day <= t["last"])


@cache
def _terms() -> tuple[Cells, ...]:
    return tuple(council.terms().rows)


def _rival(row: Cells, vote: MemberVote) -> Cells:
    other = {**row, "source": "un-sc-votes", "note": "", "rival": "yes"}
    _name_votes(other, vote)
    return other


def _later(vote: MemberVote) -> Cells:
    """A decision after the Library's tables end."""
    subject = concern(vote.topic, int(vote.date[:4])) if vote.topic else concern("", 0)
    about = concern(vote.title, int(vote.date[:4]))
    known = _recent_vetoes().get((vote.date, vote.draft.casefold()), {})
    states = tuple(filter(None, several(known.get("topic_state", "")).split("|"))) or about.states or subject.states
    row = {
        "symbol": f"S/RES/{vote.number} ({vote.date[:4]})" if vote.number else "",
        "draft": vote.draft,
        "date": vote.date,
        "meeting": vote.meeting,
        "outcome": vote.outcome,
        "mode": vote.mode,
        "topic_states": "|".join(states),
        "maybe_states": "|".join(s for s in about.maybe if s not in states and not (s == "*" and states)),
        "title": council.shorten(vote.title or known.get("topic", "")),
        "source": "un-sc-votes",
        "confidence": "stated",
    }
    if vote.outcome == "adopted" and not vote.number:
        row |= {"outcome": "amendment-adopted", "note": "an amendment to a draft that was then voted on as a whole"}
    if vote.mode == "vote" and _all_sat(vote, vote.date):
        _name_votes(row, vote)
    if vote.outcome == "vetoed":
        row["vetoed_by"] = several(known["by"]) if known else _casters(row)
    return row


def _casters(row: Cells) -> str:
    permanent = {t["state"] for t in _terms() if t["seat"] == "permanent"}
    return "|".join(s for s in row["voted_no"].split("|") if s in permanent)


@cache
def _recent_vetoes() -> dict[tuple[str, str], Cells]:
    return {(r["date"], r["draft_symbol"].casefold()): r for r in read("facts_council", "vetoes_recent.csv")}


def _added() -> list[Cells]:
    """Decisions that no table has: vetoes known from press releases, and what is kept by hand."""
    seen = {(v.date, v.draft.casefold()) for v in member_votes()}
    rows = [_from_press(r) for key, r in _recent_vetoes().items() if key not in seen]
    return rows + [{k: v for k, v in r.items() if v} for r in aliases("decisions_added.csv")]


def _from_press(r: Cells) -> Cells:
    no = sorted(filter(None, [*several(r["by"]).split("|"), *several(r["other_no"]).split("|")]))
    sitting = _sitting(r["date"])
    full = len(sitting) == sum(int(r[k] or 0) for k in ("yes", "no", "abstain"))
    return {
        "draft": r["draft_symbol"],
        "date": r["date"],
        "meeting": r["meeting"],
        "outcome": "vetoed",
        "mode": "vote",
        **{k: r[k] for k in ("yes", "no", "abstain")},
        "vetoed_by": several(r["by"]),
        "votes": "full" if full else "part",
        "voted_no": "|".join(no),
        "voted_abstain": several(r["abstained"]),
        "topic_states": several(r["topic_state"]),
        "title": r["topic"],
        "source": "un-sc-press",
        "confidence": r["confidence"],
        "note": page(r["source"]),
    }


def _other_casters(rows: list[Cells]) -> list[Cells]:
    """Rows for vetoes to which another copy of the veto list gives other casters."""
    listed: dict[str, set[str]] = defaultdict(set)
    for r in read("vetoes_wpdl", "unsc_vetoes_1946_sept2022.csv"):
        names = [r[f"member_veto{i}"] for i in (1, 2, 3) if r[f"member_veto{i}"]]
        code_of = {"USSR": "SUN", "USA": "USA", "Russia": "RUS", "UK": "GBR", "China": "CHN", "France": "FRA"}
        listed[draft_base(r["draft"])].add("|".join(sorted(code_of[n] for n in names)))
    others = []
    for row in rows:
        casters = listed.get(draft_base(row.get("draft", "")), set())
        if row["outcome"] == "vetoed" and casters and row["vetoed_by"] not in casters:
            own = next(iter(casters))
            others.append(
                {
                    **row,
                    "vetoed_by": own,
                    "voted_no": own,
                    "votes": "part",
                    "rival": "yes",
                    "note": "as other counts of vetoes have it",
                }
            )
    return others


@cache
def adoption_days() -> dict[str, str]:
    """Symbol -> the day that the text of a resolution bears, where the yearly tables have another one."""
    return {r["symbol"]: r["date"] for r in aliases("adoption_days.csv")}


def _with_own_day(row: Cells) -> list[Cells]:
    """The row, and before it one of the resolution's own text where that bears another day."""
    day = adoption_days().get(row.get("symbol", ""), row["date"])
    if day == row["date"]:
        return [row]
    later = (date.fromisoformat(day) - date.fromisoformat(row["date"])).days > 1
    began = "the meeting was resumed on that day" if later else "the meeting began on the evening before"
    return [{**row, "date": day, "source": "un-sc-resolutions", "note": began}, {**row, "rival": "yes"}]


@cache
def _misnumbered() -> dict[tuple[str, str], tuple[str, str]]:
    """Meeting and symbol of a resolution -> the symbol that the yearly table prints there, and why it cannot be."""
    fixes = (fix for fix in aliases("misprints.csv") if resolution_number(fix["wrong"]) and fix["right"])
    return {(fix["meeting"], fix["right"]): (fix["wrong"], fix["reason"]) for fix in fixes}


def _as_numbered(row: Cells) -> list[Cells]:
    """The row, and behind it the one of a yearly table that prints another resolution's number there; then the number
    is that of the resolutions as they were published.
    """
    printed = _misnumbered().get((row.get("meeting", ""), row.get("symbol", "")))
    if printed is None or row["source"] != "un-library-meetings":
        return [row]
    wrong, reason = printed
    misprint = {**row, "symbol": wrong, "standing": f"misprint: numbered {wrong}; {reason}"}
    return [{**row, "source": "un-sc-resolutions"}, misprint]


def _told_otherwise(row: Cells) -> list[Cells]:
    """Rows of other publications that give a resolution another day."""
    told = (r for r in aliases("decisions_told.csv") if r["symbol"] == row.get("symbol"))
    return [{**row, **r, "standing": "another source is preferred"} for r in told]


def _distinct(rows: list[Cells]) -> list[Cells]:
    """Without a resolution that the yearly tables list twice (S/RES/1996)."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in rows:
        same = (row.get("symbol", ""), row["source"])
        if not same[0] or same not in seen or "standing" in row:
            kept.append(row)
        if "standing" not in row:
            seen.add(same)
    return kept


def _settled(rows: list[Cells]) -> list[Cells]:
    """Rows in order of time, each with its standing among the rows of the same decision."""
    groups: dict[str, list[Cells]] = defaultdict(list)
    for index, row in enumerate(rows):
        name = row.get("symbol") or _name(row)
        rival = row.pop("rival", "")
        alone = "standing" in row or (name in groups and not rival)
        groups[f"{name} {index}" if alone else name].append({**row, "_": str(index)})
    for group in groups.values():
        if "standing" not in group[0]:
            _settle(group)
    whole = [row for group in groups.values() for row in group]
    whole.sort(key=lambda r: (r["date"], resolution_number(r.get("symbol", "")) or 9999, int(r["_"])))
    return [{k: v for k, v in row.items() if k != "_"} for row in whole]


def _name(row: Cells) -> str:
    return "/".join(row.get(k, "") for k in ("draft", "date", "meeting", "title"))


def _settle(group: list[Cells]) -> None:
    """The first row that the rules of voting allow is preferred; sources come in order of rank."""
    faults = [fault(row) for row in group]
    if all(faults):  # no source gives votes that the rules allow: the decision stands, its tally does not
        group[0] |= {"yes": "", "no": "", "abstain": "", "note": f"tally left out, {faults[0]}"}
        faults[0] = ""
    best = faults.index("")
    for index, row in enumerate(group):
        row["standing"] = "preferred" if index == best else faults[index] or "another source is preferred"
