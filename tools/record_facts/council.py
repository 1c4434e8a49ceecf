"""Tables of the Security Council but for decisions and meetings: terms, Arria-formula meetings, votes on procedure."""

from __future__ import annotations

from collections import defaultdict

from tools.record_facts.shared import Cells, Table, page, read, several
from tools.record_facts.states import code

OPEN_END = "9999-12-31"
# Days on which a term did not begin or end with the year, each with its reason.
FIRST_DAYS = {
    ("MEX", 1980): "1980-01-07",  # elected on that day after the 155 ballots between Colombia and Cuba
}
FIRST_ELECTION = "1946-01-12"


def terms() -> Table:
    rows = [*_permanent(), *_elected_to_2018(), *_elected_since()]
    rows.sort(key=lambda r: (r["first"], r["seat"] != "permanent", r["state"]))
    return Table(
        "council_terms",
        (
            "Every term on the Security Council, permanent seats and elected ones, each with its first and last day.",
            "policy: former states keep their code (SUN, YUG, CSK, DDR, YMD); the United Arab Republic is EGY,",
            "  as its seat was Egypt's.",
            f"  A permanent seat without end has {OPEN_END}.",
            "  The Russian Federation has held the seat of the Soviet Union since 1991-12-24.",
            "  China's seat is CHN throughout; A/RES/2758 (XXVI) of 1971-10-25 decided who represents China.",
            "source: UN Security Council, list of former members; General Assembly elections; Charter, Article 23.",
        ),
        ("1946-01-17/2027-12-31 complete", "2028 partial five of ten elected members are not yet elected"),
        ("state", "seat", "first", "last", "elected_on", "source", "confidence"),
        rows,
    )


def _permanent() -> list[Cells]:
    spans = [(s, "1946-01-12", OPEN_END) for s in ("CHN", "FRA", "GBR", "USA")]
    spans += [("SUN", "1946-01-12", "1991-12-23"), ("RUS", "1991-12-24", OPEN_END)]
    return [_term(state, "permanent", first, last, source="un-charter") for state, first, last in spans]


def _term(state: str, seat: str, first: str, last: str, elected_on: str = "", source: str = "un-sc-members") -> Cells:
    return {
        "state": state,
        "seat": seat,
        "first": first,
        "last": last,
        "elected_on": elected_on,
        "source": source,
        "confidence": "stated",
    }


def _elected_to_2018() -> list[Cells]:
    """Terms that began before 2019, from the Council's list of country-years."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in read("sc_membership", "evamaerey_non_permanent.csv"):
        years[code(row["country"]), row["which_tenure"]].append(int(float(row["year"])))
    rows = []
    for (state, _), held in sorted(years.items()):
        for first, last in _runs(sorted(set(held))):
            if first < 2019:
                rows.extend(_split(state, first, last))
    return rows


def _runs(years: list[int]) -> list[tuple[int, int]]:
    """Unbroken runs of years; none may be longer than a term of two years."""
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and runs[-1][1] == year - 1 and runs[-1][0] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs


def _split(state: str, first: int, last: int) -> list[Cells]:
    start = FIRST_DAYS.get((state, first), FIRST_ELECTION if first == 1946 else f"{first}-01-01")
    elected = start if start[5:] != "01-01" else ""
    if state == "YEM" and first == 1990:  # Democratic Yemen was elected; it merged with Yemen on 22 May 1990
        return [_term("YMD", "elected", start, "1990-05-21"), _term("YEM", "elected", "1990-05-22", f"{last}-12-31")]
    return [_term(state, "elected", start, f"{last}-12-31", elected)]


def _elected_since() -> list[Cells]:
    rows = read("facts_council", "council_members.csv")
    return [_term(r["state"], "elected", r["term_start"], r["term_end"], r["elected_on"]) for r in rows]


def arria() -> Table:
    rows = [
        {
            "date": r["date"],
            "title": r["topic"],
            "topic_states": several(r["topic_state"]),
            "conveners": several(r["conveners"]),
            "co_hosts": several(r["co_hosts"]),
            "symbol": r["symbol_of_note"],
            "source": "scr-arria",
            "confidence": r["confidence"],
            "page": page(r["source"]),
        }
        for r in read("facts_council", "arria_meetings.csv")
    ]
    return Table(
        "arria_meetings",
        (
            "Informal Arria-formula meetings of members of the Security Council.",
            "policy: a selection; several hundred were held, so that a meeting is absent here proves nothing.",
            "  Most rows come from announcements.",
            "  Titles `by the convener` are the convener's words. co_hosts were not members of the Council then.",
            "source: Security Council Report; letters and notes of the conveners.",
        ),
        ("1992-03/2026-12 partial",),
        ("date", "title", "topic_states", "conveners", "co_hosts", "symbol", "source", "confidence", "page"),
        rows,
    )


def procedural() -> Table:
    rows = []
    for r in read("facts_council", "procedural_votes.csv"):
        named = r["names_confidence"] == "stated"
        rows.append(
            {
                "date": r["date"],
                "meeting": r["meeting"],
                "topic_states": several(r["topic_state"]),
                "matter": r["matter"],
                "yes": r["yes"],
                "no": r["no"],
                "abstain": r["abstain"],
                "voted_yes": several(r["voted_yes"]) if named else "",
                "voted_no": several(r["voted_no"]) if named else "",
                "voted_abstain": several(r["abstained"]) if named else "",
                "outcome": r["outcome"],
                "source": "un-sc-press",
                "confidence": r["confidence"],
                "page": page(r["source"]),
            }
        )
    return Table(
        "procedural_votes",
        (
            "Votes of the Security Council on procedure (adoption of the agenda, a request for a meeting): nine",
            "  votes carry, there is no veto.",
            "policy: the human-rights votes are complete as far as is known, the others a selection; names only",
            "  where a page states them.",
            "source: UN press releases and meeting records.",
        ),
        ("1999/2026 partial",),
        (
            "date",
            "meeting",
            "topic_states",
            "matter",
            "yes",
            "no",
            "abstain",
            "voted_yes",
            "voted_no",
            "voted_abstain",
            "outcome",
            "source",
            "confidence",
            "page",
        ),
        rows,
    )


def shorten(title: str, limit: int = 160) -> str:
    """A title that fits a line; what is cut off ends in `…`."""
    return title if len(title) <= limit else title[: limit - 1].rsplit(" ", 1)[0] + "…"
