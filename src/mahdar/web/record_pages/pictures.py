"""The charts of the record: each out of plain facts, with its question and what it does not show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mahdar.charts.bars import Series, bars
from mahdar.charts.chart import About, Chart
from mahdar.charts.horseshoe import Seat, horseshoe
from mahdar.charts.lines import Line, lines
from mahdar.charts.setting import Setting
from mahdar.charts.shares import shares
from mahdar.charts.spans import Extent, Span, spans
from mahdar.charts.timeline import Moment, timeline
from mahdar.tables import read_toml
from mahdar.web.record_pages.facts import arria, extents, reviews, sanctions, treaties, vetoes
from mahdar.web.record_pages.facts.votes import REGIONS, region_of
from mahdar.web.record_pages.lists import in_sentence, name
from mahdar.web.record_pages.questions import about as _about
from mahdar.web.record_pages.words import ANSWERS, GROUPS, KINDS, MECHANISMS, VOTES, table_title
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.dossier.official import AssemblyYear, Happening
    from mahdar.web.asking import Ask

_MARKS = ("yes", "no", "abstain", "absent", "unknown")
_LASTING = frozenset({"council", "rights_council", "mandates", "sanctions", "membership"})


def seat_name(ask: Ask, code: str) -> str:
    """A permanent seat by its holder, with the former one where there was one."""
    if code != "RUS":
        return name(ask, code)
    return ask.say(N_("Russian Federation (Soviet Union until 1991)"))


def vetoes_chart(ask: Ask, setting: Setting) -> Chart:
    """Vetoes by year and permanent seat."""
    counts = vetoes.by_year(ask.record)
    about = _about(ask, "vetoes")
    order = sorted(vetoes.SEATS, key=lambda seat: -sum(year[seat] for year in counts.values()))
    series = [Series(seat_name(ask, seat), [year[seat] for year in counts.values()]) for seat in order]
    return bars(
        about, [str(year) for year in counts], series, setting, axes=(ask.say(N_("Year")), ask.say(N_("Vetoes")))
    )


def arria_chart(ask: Ask, setting: Setting) -> Chart:
    """Arria-formula meetings of the record by year."""
    counts = arria.by_year(ask.record)
    about = _about(ask, "arria")
    label = ask.say(N_("Meetings"))
    return bars(about, [str(y) for y in counts], [Series(label, list(counts.values()))], setting,
                axes=(ask.say(N_("Year")), label))  # fmt: skip


def listings_chart(ask: Ask, setting: Setting) -> Chart:
    """Entries of the consolidated list by the year of listing."""
    counts = sanctions.listed_by_year(ask.record)
    about = _about(ask, "listings")
    series = [
        Series(ask.say(KINDS[kind]), [year[kind] for year in counts.values()]) for kind in ("individual", "entity")
    ]
    axes = (ask.say(N_("Year of listing")), ask.say(N_("Entries")))
    return bars(about, [str(year) for year in counts], series, setting, axes=axes)


def recommendations_chart(ask: Ask, setting: Setting) -> Chart:
    """Recommendations of the Universal Periodic Review by cycle, in the way in which most states were counted."""
    found = reviews.countings(ask.record)
    counting, cycles = next(iter(found.items()), (("", ""), {}))
    about = _about(
        ask,
        "recommendations",
        states=_states_counted(ask, cycles),
        counting=" – ".join(filter(None, (_stage(ask, counting[0]), _counting(counting[1])))),
    )
    return _answers(ask, setting, about, {ask.show.plain(cycle): cells for cycle, cells in cycles.items()})


def _stage(ask: Ask, stage: str) -> str:
    """At what time of a review answers were counted, as dossiers say it."""
    said = read_toml("mahdar.mechanisms.review", "dossier.toml")["stage"].get(stage)
    return str(said[ask.language == "ar"]) if said else stage.replace("_", " ")


def _counting(how: str) -> str:
    return how.replace("upr_info", "UPR Info").replace("_", " ")


def _states_counted(ask: Ask, cycles: dict[int, dict[str, int]]) -> str:
    told = [
        ask.say(
            N_("cycle %(cycle)s: %(states)s states"),
            cycle=ask.show.plain(cycle),
            states=ask.show.number(cell["states"]),
        )
        for cycle, cell in sorted(cycles.items())
    ]
    return ask.say(N_("; ")).join(told)


def state_reviews_chart(ask: Ask, setting: Setting, code: str, reviewed: Sequence[Any]) -> Chart | None:
    """What one state answered to its recommendations, cycle by cycle; None where no count is known."""
    counts: dict[str, dict[str, int]] = {}
    told: set[str] = set()
    for one in reviewed:
        best = max(one.recommendations, key=lambda row: row.supported is not None, default=None)
        if best is not None and best.supported is not None:
            told.add(f"{ask.show.plain(one.cycle)}: {_counting(best.counting)}")
            cells = {answer: getattr(best, answer) for answer in reviews.ANSWERS}
            counts[ask.show.plain(one.cycle)] = {k: v for k, v in cells.items() if v is not None}
    if not counts:
        return None
    about = _about(ask, "state-recommendations", state=in_sentence(ask, code), countings="; ".join(sorted(told)))
    return _answers(ask, setting, about, counts)


def _answers(ask: Ask, setting: Setting, about: About, counts: dict[str, dict[str, int]]) -> Chart:
    cycles = sorted(counts)
    used = [answer for answer in reviews.ANSWERS if any(answer in cells for cells in counts.values())]
    series = [Series(ask.say(ANSWERS[answer]), [counts[c].get(answer, 0) for c in cycles]) for answer in used]
    return bars(about, cycles, series, setting, axes=(ask.say(N_("Cycle")), ask.say(N_("Recommendations"))))


def parties_chart(ask: Ask, setting: Setting, slug: str) -> Chart | None:
    """How many states were bound by a treaty at the end of each year; None where no action is known."""
    counts = treaties.bound_by_year(ask.record, slug)
    row = next((row for row in treaties.treaties(ask.record) if row["treaty"] == slug), None)
    if not counts or row is None or row["complete_to"] is None:
        return None
    title = row["title_ar"] if ask.language == "ar" else row["title"]
    about = _about(ask, "parties", title=title, day=ask.show.when(row["complete_to"]))
    line = Line(ask.say(N_("States bound")), [(year, float(bound)) for year, bound in counts])
    top = max(bound for _, bound in counts) * 1.05
    return lines(about, [line], setting, axes=(ask.say(N_("Year")), line.label), within=(0, top))


def assembly_chart(ask: Ask, setting: Setting, code: str, years: Sequence[AssemblyYear]) -> Chart | None:
    """How often a state voted in the Assembly as each permanent member did; None where it cast no vote."""
    members = [m for m in vetoes.SEATS if m != code and any(m in year.alike for year in years)]
    if not members:
        return None
    about = _about(ask, "assembly", state=in_sentence(ask, code))
    drawn = [Line(seat_name(ask, m), [(y.year, _share(y.alike.get(m))) for y in years]) for m in members]
    axes = (ask.say(N_("Year")), ask.say(N_("Share of identical votes")))
    return lines(about, drawn, setting, axes=axes, within=(0, 1))


def _share(counts: tuple[int, int] | None) -> float | None:
    least = 10  # shared votes of a year
    return counts[0] / counts[1] if counts and counts[1] >= least else None


def timeline_chart(ask: Ask, setting: Setting, code: str, happenings: Sequence[Happening]) -> Chart | None:
    """Everything dated of a dossier in lanes by mechanism; None where nothing has a time."""
    about = _about(ask, "timeline", state=in_sentence(ask, code))
    order = list(MECHANISMS)
    dated = filter(None, (_moment(ask, one) for one in happenings))
    moments = sorted(dated, key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    headers = (ask.say(N_("When")), ask.say(N_("Mechanism")), ask.say(N_("Subject")))
    return timeline(about, [moment for _, moment in moments], headers, setting) if moments else None


def _moment(ask: Ask, one: Happening) -> tuple[str, Moment] | None:
    when = one.when
    if when is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (when.first, when.last))
    what = one.what.ar if ask.language == "ar" else one.what.en
    lasting = "/" in when.edtf and one.mechanism in _LASTING
    lane = ask.say(MECHANISMS.get(one.mechanism, one.mechanism))
    return one.mechanism, Moment(lane, first, last, ask.show.when(when.edtf), what, lasting)


def council_chart(ask: Ask, setting: Setting, day: dict[str, Any]) -> Chart:
    """Who sat on the Council on a day, around its table."""
    kinds = [ask.say(N_("Permanent member")), ask.say(N_("Elected member"))]
    seats = [
        Seat(name(ask, m["state"]), 0 if m["seat"] == "permanent" else 1, m["presides"],
             ask.say(N_("President")) if m["presides"] else "")
        for m in day["members"]
    ]  # fmt: skip
    about = _about(ask, "council", day=ask.show.when(day["date"]))
    inside = [ask.show.when(day["date"]), ask.say(N_("%(majority)s votes of %(size)s make a decision"),
              majority=ask.show.number(day["majority"]), size=ask.show.number(day["size"]))]  # fmt: skip
    headers = (ask.say(N_("Member")), ask.say(N_("Seat")), ask.say(N_("Remark")))
    return horseshoe(about, seats, kinds, headers, setting, inside=inside)


def votes_chart(ask: Ask, setting: Setting, decided: dict[str, Any]) -> Chart:
    """How each member of the Council voted on a decision, around its table."""
    seats = [
        Seat(
            name(ask, row["state"]),
            _MARKS.index(row["vote"]),
            row["state"] == decided["president"],
            _remark(ask, row, decided),
        )
        for row in decided["table"]
    ]
    about = _about(ask, "votes", symbol=f"\u2066{decided['symbol']}\u2069")
    kinds = [ask.say(VOTES[way]) for way in _MARKS]
    headers = (ask.say(N_("Member")), ask.say(N_("Vote")), ask.say(N_("Remark")))
    counts = [decided[way] for way in ("yes", "no", "abstain")]
    tally = "–".join("?" if n is None else ask.show.number(n) for n in counts)
    return horseshoe(
        about, seats, kinds, headers, setting, inside=[f"\u2066{decided['symbol']}\u2069", f"\u2066{tally}\u2069"]
    )


def groups_chart(ask: Ask, setting: Setting, decided: dict[str, Any]) -> Chart:
    """How the members of each regional group voted in the Assembly."""
    region = region_of(ask.record)
    ways = [way for way in _MARKS if decided["votes"].get(way)]
    groups = [g for g in (*REGIONS, "") if any(region.get(c, "") == g for way in ways for c in decided["votes"][way])]
    series = [
        Series(ask.say(VOTES[way]), [sum(region.get(c, "") == g for c in decided["votes"][way]) for g in groups])
        for way in ways
    ]
    told = _about(ask, "votes-by-group", symbol=f"\u2066{decided['symbol']}\u2069")
    rows = [ask.say(GROUPS[g]) for g in groups]
    return shares(replace(told, key="votes"), rows, series, setting, name=ask.say(N_("Regional group")))


def _remark(ask: Ask, row: dict[str, Any], decided: dict[str, Any]) -> str:
    if row["veto"]:
        return ask.say(N_("Veto"))
    return ask.say(N_("President")) if row["state"] == decided["president"] else ""


def coverage_chart(ask: Ask, setting: Setting) -> Chart:
    """From when to when each table of the record is complete."""
    tables = [t for t in extents.tables(ask.record) if t["declared"] and "." not in t["table"]]
    rows = [Extent(table_title(t, ask.language), _spans(t), ask.show.number(t["rows"])) for t in tables]
    about = _about(ask, "coverage")
    words = (ask.say(N_("complete")), ask.say(N_("not complete: absence proves nothing")))
    headers = (
        ask.say(N_("Table")),
        ask.say(N_("From")),
        ask.say(N_("To")),
        ask.say(N_("Claim")),
        ask.say(N_("Remark")),
    )
    return spans(about, rows, words, headers, setting)


def _spans(table: dict[str, Any]) -> list[Span]:
    """Each declaration, those of a part of a table under the whole table's bar; the complete ones last, on top."""
    found = [
        Span(date.fromisoformat(d["first"]), min(date.fromisoformat(d["last"]), date(2027, 12, 31)), d["complete"],
             ", ".join(filter(None, (d["part"], d["note"]))))
        for d in table["declared"]
        if d["first"] and d["last"]
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.whole)
