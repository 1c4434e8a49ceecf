"""The numbers of resolutions and meetings: each once, none left out, in order of time, in the year that they name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from mahdar.checking.audit.calls import Call
from mahdar.checking.audit.finding import Examined, Finding, Rule, Severity
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import Field, capital, joined, say
from mahdar.checking.wording import day
from mahdar.mechanisms.council.audit.accounts import HOME, PACKAGE, calls, gaps, number, symbol_year

_MOST_IN_A_YEAR = 150  # the Council never adopted a hundred resolutions in one year


@dataclass(frozen=True)
class Series:
    """The resolutions of one source: number -> its rows, in order of time."""

    rows: Mapping[int, Sequence[Call]]
    strays: Sequence[Call]  # whose number is far from all others of their year

    @property
    def missing(self) -> list[int]:
        """The numbers between those that the source has which no row of it has."""
        return gaps(self.rows)

    def fits(self, call: Call, missing: int) -> bool:
        """Whether a row stands in time where a number is missing: between the number before and the one after."""
        numbers = sorted(self.rows)
        at = bisect_left(numbers, missing)
        before, after = self._day(numbers[at - 1 : at]), self._day(numbers[at : at + 1])
        return bool(call.date and before and after and before <= call.date <= after)

    def _day(self, numbers: Sequence[int]) -> date | None:
        days = [call.date for n in numbers for call in self.rows[n] if call.date]
        return days[0] if len(days) == 1 else None


def check_numbers(rule: Rule, material: Material) -> Examined:
    """Resolutions are numbered in the order of their adoption, each number once (practice of the Council, S/INF series;
    the year in brackets follows the number).
    """
    groups: dict[str, list[Call]] = defaultdict(list)
    for call in calls(material):
        if number(call.symbol) is not None:
            groups[call.series].append(call)
    own = groups.pop(PACKAGE, [])  # where sources differ, the package has several rows for one number
    found = [f for group in groups.values() for f in _of_series(rule, _series(group))]
    return Examined(len(own) + sum(map(len, groups.values())), tuple(found))


def _series(group: Sequence[Call]) -> Series:
    medians: dict[int, int] = {}
    years: dict[int, list[int]] = defaultdict(list)
    for call in group:
        if call.date:
            years[call.date.year].append(number(call.symbol) or 0)
    medians = {year: median_low(numbers) for year, numbers in years.items()}
    rows: dict[int, list[Call]] = defaultdict(list)
    strays: list[Call] = []
    for call in sorted(group, key=lambda c: c.date or date.min):
        found = number(call.symbol) or 0
        near = call.date is None or abs(found - medians[call.date.year]) <= _MOST_IN_A_YEAR
        (rows[found] if near else strays).append(call)
    return Series(rows, strays)


def _of_series(rule: Rule, series: Series) -> Iterator[Finding]:
    missing = series.missing
    for group in series.rows.values():
        if len(group) > 1:
            yield _twice(rule, series, group, missing)
    for call in series.strays:
        yield _stray(rule, series, call, missing)
    if missing:
        yield _lacking(rule, series, missing)


def _twice(rule: Rule, series: Series, group: Sequence[Call], missing: list[int]) -> Finding:
    """A number that stands twice; where one of the rows stands at the place of a missing number, that is meant."""
    for call in group:
        for meant in missing:
            other = next((c for c in group if c is not call and not series.fits(c, meant)), None)
            if other is not None and series.fits(call, meant):
                missing.remove(meant)
                return _mislabelled(rule, call, other, meant)
    first, last = group[0], group[-1]
    same = (first.date, first.meeting) == (last.date, last.meeting)
    fields: dict[str, Field] = {"teller": first.teller, "first": _at(first), "last": _at(last)}
    said = say(HOME, "number-same-twice" if same else "number-twice", symbol=first.symbol, **fields)
    rows = [call.evidence() for call in group]
    return rule.finding(first.symbol, first.date, capital(said), "contradiction", rows)


def _at(call: Call) -> str:
    on = call.date.isoformat() if call.date else "?"
    return f"{call.meeting} ({on})" if call.meeting else on


def _mislabelled(rule: Rule, call: Call, other: Call, meant: int) -> Finding:
    symbol = _symbol(meant, call)
    said = say(
        HOME,
        "number-mislabelled",
        teller=call.teller,
        here=call.meeting or call.name,
        on=day(call.date),
        symbol=call.symbol,
        there=other.meeting or other.name,
        other=day(other.date),
        meant=symbol,
    )
    return rule.finding(symbol, call.date, capital(said), "misprint", [call.evidence(), other.evidence()])


def _symbol(meant: int, call: Call) -> str:
    return f"S/RES/{meant} ({call.date.year})" if call.date else f"S/RES/{meant}"


def _stray(rule: Rule, series: Series, call: Call, missing: list[int]) -> Finding:
    """A number far from those of its year; a missing number that ends in the same digits is what is meant."""
    found = str(number(call.symbol))
    meant = next((n for n in missing if str(n).endswith(found) and _of_year(series, n, call)), None)
    fields: dict[str, Field] = {"teller": call.teller, "symbol": call.symbol, "on": day(call.date)}
    said = say(HOME, "number-stray", **fields)
    if meant is not None:
        missing.remove(meant)
        said = joined(said, say(HOME, "number-stray-meant", meant=_symbol(meant, call)))
    severity: Severity = "misprint" if meant else "contradiction"
    about = _symbol(meant, call) if meant else call.symbol
    return rule.finding(about, call.date, capital(said), severity, [call.evidence()])


def _of_year(series: Series, missing: int, call: Call) -> bool:
    near = [c for n in (missing - 1, missing + 1) for c in series.rows.get(n, ())]
    return any(c.date and call.date and c.date.year == call.date.year for c in near)


def _lacking(rule: Rule, series: Series, missing: Sequence[int]) -> Finding:
    first = next(iter(series.rows.values()))[0]
    lowest, highest = (series.rows[n][0] for n in (min(series.rows), max(series.rows)))
    listed = ", ".join(f"S/RES/{n}" for n in missing)
    said = say(HOME, "numbers-missing", teller=first.teller, first=lowest.symbol, last=highest.symbol, missing=listed)
    return rule.finding(first.source.key, None, capital(said), "disagreement", [lowest.evidence(), highest.evidence()])


def check_years(rule: Rule, material: Material) -> Examined:
    """The year in brackets behind a resolution's number is that of its adoption (UN document symbols; yearly volumes
    of Resolutions and Decisions of the Security Council, S/INF series).
    """
    rows = [call for call in calls(material) if call.date and symbol_year(call.symbol)]
    wrong = [call for call in rows if call.date and symbol_year(call.symbol) != call.date.year]
    return Examined(len(rows), tuple(_wrong_year(rule, call) for call in wrong))


def _wrong_year(rule: Rule, call: Call) -> Finding:
    found, on = number(call.symbol) or 0, call.date or date.min
    where = f"{call.meeting}, " if call.meeting else ""
    said = say(
        HOME,
        "symbol-year",
        teller=call.teller,
        symbol=call.symbol,
        meeting=where,
        on=day(on),
        right=f"S/RES/{found} ({on.year})",
    )
    return rule.finding(call.symbol, on, capital(said), "misprint", [call.evidence()])
