"""Sanctions lists and regimes held against themselves, against each other and against the Council's decisions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from mahdar.checking.audit.calls import Call, told_calls
from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Cells, Material, of_row
from mahdar.checking.audit.words import capital, say, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import day
from mahdar.record.rows import Regime
from mahdar.record.symbols import normal
from mahdar.tables import read_toml

HOME = "mahdar.mechanisms.sanctions"
ARTICLE_41 = Provision("Charter of the United Nations, Article 41", "Charter of the United Nations")
LISTS = Provision(
    "Consolidated list of the Security Council: a permanent reference number for each name",
    "UN Security Council",
    "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
)
_WHOLE = "consolidated"
_YEAR = re.compile(r"\((\d{4})\)")


def _listings(material: Material) -> list[Cells]:
    return material.once(_read_listings)


def _read_listings(material: Material) -> list[Cells]:
    """Every entry of every snapshot that names its reference."""
    return material.told("listings", "reference IS NOT NULL AND snapshot IS NOT NULL")


def _entry(material: Material, row: Cells) -> Evidence:
    listed = f" listed {row['listed_on']}" if row["listed_on"] else ""
    return material.evidence(row, f"{row['reference']} in the list of {row['snapshot']}{listed}", None, row["snapshot"])


def _histories(material: Material) -> dict[str, list[Cells]]:
    """Reference -> its entries, in the order of their snapshots."""
    found: dict[str, list[Cells]] = defaultdict(list)
    for row in sorted(_listings(material), key=lambda r: r["snapshot"]):
        found[row["reference"]].append(row)
    return found


def check_gaps(rule: Rule, material: Material) -> Examined:
    """A name that is taken off the list does not come back under its old number: a name listed anew gets a new one
    (Council's committees, guidelines for the conduct of their work; permanent reference numbers).
    """
    rows = _listings(material)
    lists = _snapshots(rows)
    found = [f for history in _histories(material).values() for f in _gaps(rule, material, history, lists)]
    return Examined(len(rows), tuple(found))


def _snapshots(rows: Sequence[Cells]) -> dict[str, list[date]]:
    """List -> the days of the snapshots in which its names must stand: those of all lists, and its own."""
    whole = {row["snapshot"] for row in rows if row["file"].endswith(_WHOLE)}
    names: dict[str, set[date]] = defaultdict(set)
    for row in rows:
        names[row["list"]].add(row["snapshot"])
    return {name: sorted(days | whole) for name, days in names.items()}


def _gaps(
    rule: Rule, material: Material, history: Sequence[Cells], lists: Mapping[str, Sequence[date]]
) -> Iterator[Finding]:
    there = {row["snapshot"] for row in history}
    first, last = history[0], history[-1]
    missing = [on for on in lists[first["list"]] if first["snapshot"] < on < last["snapshot"] and on not in there]
    if missing:
        said = say(
            HOME,
            "listing-gap",
            reference=first["reference"],
            name=first["name"] or "",
            before=day(max(on for on in there if on < missing[0])),
            missing=day(missing[0]),
            after=day(min(on for on in there if on > missing[0])),
        )
        rows = [_entry(material, row) for row in history]
        yield rule.finding(first["reference"], missing[0], said, "disagreement", rows)


def check_days(rule: Rule, material: Material) -> Examined:
    """A name is listed on one day, which does not move, lies before the list was issued and not before the regime under
    which it stands (Charter, Article 41; the committees' guidelines).
    """
    rows = [row for row in _listings(material) if row["listed_on"]]
    found = [f for history in _histories(material).values() for f in _moved(rule, material, history)]
    found += [_late(rule, material, row) for row in rows if row["listed_on"] > row["snapshot"]]
    found += [f for row in rows if (f := _early(rule, material, row))]
    return Examined(len(rows), tuple(found))


def _moved(rule: Rule, material: Material, history: Sequence[Cells]) -> Iterator[Finding]:
    dated = [row for row in history if row["listed_on"]]
    for one, two in pairwise(dated):
        if one["listed_on"] != two["listed_on"]:
            said = say(
                HOME,
                "listing-moved",
                reference=one["reference"],
                name=one["name"] or "",
                one=day(one["listed_on"]),
                two=day(two["listed_on"]),
                first=day(one["snapshot"]),
                then=day(two["snapshot"]),
            )
            rows = [_entry(material, one), _entry(material, two)]
            yield rule.finding(one["reference"], two["listed_on"], said, "disagreement", rows)


def _late(rule: Rule, material: Material, row: Cells) -> Finding:
    fields = {"reference": row["reference"], "name": row["name"] or ""}
    said = say(HOME, "listing-late", **fields, listed=day(row["listed_on"]), snapshot=day(row["snapshot"]))
    return rule.finding(row["reference"], row["listed_on"], said, "contradiction", [_entry(material, row)])


def _early(rule: Rule, material: Material, row: Cells) -> Finding | None:
    symbol = read_toml(HOME, "audit.toml")["regimes"].get(row["list"])
    regime = _regime(material, symbol) if symbol else None
    if regime is None or row["listed_on"] >= regime.first:
        return None
    said = say(
        HOME,
        "listing-early",
        reference=row["reference"],
        name=row["name"] or "",
        listed=day(row["listed_on"]),
        symbol=regime.symbol,
        founded=day(regime.first),
    )
    return rule.finding(
        row["reference"], row["listed_on"], said, "contradiction", [_entry(material, row), of_row(regime)]
    )


def _regime(material: Material, symbol: str) -> Regime | None:
    return next((r for r in material.record.regimes() if normal(r.symbol) == normal(symbol)), None)


def check_regimes(rule: Rule, material: Material) -> Examined:
    """A regime begins on the day of the resolution that founds it, its committee on that of the resolution that
    establishes it, and no resolution ends it before its own adoption (Charter, Articles 25 and 41).
    """
    rows = material.public(material.record.regimes())
    return Examined(len(rows), tuple(f for row in rows for f in _regime_days(rule, material, row)))


def _regime_days(rule: Rule, material: Material, row: Regime) -> Iterator[Finding]:
    told = (("regime-founded", row.symbol, row.first), ("regime-committee", row.committee_symbol, row.committee_first))
    for key, symbol, on in told:
        call = _decided(material, symbol)
        if on and call and call.date and call.date != on:
            yield _differs(rule, row, key, symbol, on, call)
    call = _decided(material, row.ended_by)
    if row.last and call and call.date and row.last < call.date:
        yield _differs(rule, row, "regime-ended", row.ended_by, row.last, call)
    for symbol in dict.fromkeys((row.symbol, row.committee_symbol, row.ended_by)):
        call, year = _decided(material, symbol), _YEAR.search(symbol or "")
        if call and call.date and year and int(year.group(1)) != call.date.year:
            yield _differs(rule, row, "regime-year", symbol, row.last or row.first, call)


def _differs(rule: Rule, row: Regime, key: str, symbol: str, on: date, call: Call) -> Finding:
    said = say(HOME, key, name=row.name, symbol=symbol, on=day(on), other=call.teller, right=day(call.date))
    rows = [of_row(row, f"{symbol} {on}"), call.evidence()]
    return rule.finding(symbol, on, capital(said), "disagreement", rows, row.target.split("|") if row.target else ())


def _decided(material: Material, symbol: str) -> Call | None:
    """What the source of best rank tells of a resolution: other rules hold sources against each other."""
    found = [call for call in material.once(_calls).get(normal(symbol), []) if call.date] if symbol else []
    return min(found, key=lambda call: (call.source.rank, call.packaged), default=None)


def _calls(material: Material) -> dict[str, list[Call]]:
    found: dict[str, list[Call]] = defaultdict(list)
    for call in told_calls(material, "council"):
        found[call.key].append(call)
    for row in material.public(material.record.decisions()):
        where = of_row(row, f"{row.symbol} {row.date}")
        call = Call(row.source, where, "", "", row.symbol, row.draft, row.date, "", "", "", "", None, packaged=True)
        found[call.key].append(call)
    return found


def _rule(slug: str, provision: Provision, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), provision, check)


RULES = (
    _rule("sanctions-gaps", LISTS, check_gaps),
    _rule("sanctions-days", ARTICLE_41, check_days),
    _rule("sanctions-regimes", ARTICLE_41, check_regimes),
)
