"""Days that sources give to one vote of the Council, and among them day and month exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.checking.audit.calls import Call
from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import capital, say
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.council.audit.accounts import HOME, PACKAGE, by_text, number, rivals

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Pairing:
    """A row and the row of a better source on the same vote."""

    row: Call
    better: Call

    @property
    def days(self) -> tuple[date, date]:
        return self.row.date or date.min, self.better.date or date.min

    @property
    def exchanged(self) -> bool:
        """Whether the day of one is the other's with day and month in each other's place."""
        mine, right = self.days
        return mine != right and (mine.year, mine.month, mine.day) == (right.year, right.day, right.month)

    @property
    def tellers(self) -> tuple[str, str]:
        return self.row.publication, self.better.publication


def check_days(rule: Rule, material: Material) -> Examined:
    """A vote is taken on one day, and the record of the meeting says which (provisional rules of procedure of the
    Council, rules 49 to 57). Where sources differ, the one of better rank is followed.
    """
    pairs = _pairings(by_text(rivals(material)).values())
    exchanged: dict[tuple[str, str], list[Pairing]] = defaultdict(list)
    for pair in (p for p in pairs if p.exchanged):
        exchanged[pair.tellers].append(pair)
    found = [_exchanged(rule, group, pairs) for group in exchanged.values()]
    found += [_differs(rule, p) for p in pairs if p.days[0] != p.days[1] and not p.exchanged]
    return Examined(len(pairs), tuple(found))


def _pairings(groups: Iterable[Sequence[Call]]) -> list[Pairing]:
    found: list[Pairing] = []
    for group in groups:
        dated = [call for call in group if call.date]
        if len({call.publication for call in dated}) < 2:
            continue
        for call in dated:
            better = _best(call, dated)
            if better is not None:
                found.append(Pairing(call, better))
    return found


def _best(call: Call, group: Sequence[Call]) -> Call | None:
    """The row that a row is held against: of the best rank among other sources, loaded before packaged, the nearest.
    Two rows many years apart share no vote but a misprinted number, which is another rule's affair.
    """
    order = (call.source.rank, call.publication)
    others = [c for c in group if (c.source.rank, c.publication) < order and abs(c.year - call.year) <= 1]
    if not others or call.date is None:
        return None
    on = call.date
    return min(others, key=lambda c: (c.source.rank, c.series == PACKAGE, abs((c.date or date.min) - on)))


def _exchanged(rule: Rule, group: Sequence[Pairing], pairs: Sequence[Pairing]) -> Finding:
    """One cause, one finding: the list of the days stands beneath it."""
    first = min(group, key=lambda pair: pair.days[1])
    alike = [p for p in pairs if p.tellers == first.tellers]
    low = [p for p in alike if p.days[1].day <= _MONTHS and p.days[1].day != p.days[1].month]
    resolutions = [p for p in group if number(p.row.symbol) is not None]
    said = say(
        HOME,
        "days-exchanged",
        teller=first.row.teller,
        other=first.better.teller,
        resolutions=len(resolutions),
        drafts=len(group) - len(resolutions),
        low=len(low),
        example=first.row.name,
        wrong=day(first.days[0]),
        right=day(first.days[1]),
    )
    parts = [_swap(rule, pair) for pair in sorted(group, key=lambda pair: pair.days[1])]
    rows = [first.row.evidence(), first.better.evidence()]
    return rule.finding(first.row.source.key, None, capital(said), "misprint", rows, parts=parts)


def _swap(rule: Rule, pair: Pairing) -> Finding:
    return rule.finding(*_told(pair, "day-exchanged"), "misprint", _rows(pair))


def _differs(rule: Rule, pair: Pairing) -> Finding:
    return rule.finding(*_told(pair, "days-differ"), "disagreement", _rows(pair))


def _told(pair: Pairing, key: str) -> tuple[str, date, Pair]:
    mine, right = pair.days
    tellers = {"teller": pair.row.teller, "other": pair.better.teller}
    said = say(HOME, key, name=pair.row.name, mine=day(mine), right=day(right), **tellers)
    return pair.better.name, right, capital(said)


def _rows(pair: Pairing) -> list[Evidence]:
    return [pair.row.evidence(), pair.better.evidence()]
