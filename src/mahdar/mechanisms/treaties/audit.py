"""What states did about treaties, held against the law of treaties and against other sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule, Severity
from mahdar.checking.audit.material import Cells, Material, of_row, teller_of
from mahdar.checking.audit.words import Field, capital, enumerated, joined, say, the, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.treaties.rules import LEAVING
from mahdar.record.rows.organisation import BINDING

HOME = "mahdar.mechanisms.treaties"
_VCLT = "https://legal.un.org/ilc/texts/instruments/english/conventions/1_1_1969.pdf"
_SIGNATURES = frozenset({"signature", "definitive-signature", "succession-to-signature"})
_DATED = frozenset({"untc"})  # sources that list every participant of a treaty with days
_MARKS = ("party", "signatory", "no_action")
_BINDS = BINDING | {"approval", "formal-confirmation", "definitive-signature"}


def _vienna(articles: str) -> Provision:
    return Provision(f"Vienna Convention on the Law of Treaties, {articles}", "United Nations Treaty Series", _VCLT)


@dataclass(frozen=True)
class Act:
    """An action on a treaty as one source tells it: its days, and the row."""

    state: str
    treaty: str
    action: str
    when: Interval
    teller: Pair
    evidence: Evidence

    @property
    def first(self) -> date:
        return self.when.first or date.min

    @property
    def last(self) -> date:
        return self.when.last or date.max

    @property
    def binds(self) -> bool:
        return self.action in _BINDS

    @property
    def named(self) -> Pair:
        """The action in a sentence, with its day."""
        word = say(HOME, f"action-{self.action}") if self.action in _BINDS | _SIGNATURES else Pair(*[self.action] * 2)
        return Pair(f"{word.en} on {day(self.when).en}", f"{word.ar} ({day(self.when).ar})")


def _acts(material: Material) -> dict[tuple[str, str, str], list[Act]]:
    """(source, state, treaty) -> what the state did about it there, in order of time."""
    return material.once(_read_acts)


def _read_acts(material: Material) -> dict[tuple[str, str, str], list[Act]]:
    found: dict[tuple[str, str, str], list[Act]] = defaultdict(list)
    for row in material.told("treaty_actions", "state IS NOT NULL AND treaty IS NOT NULL AND date IS NOT NULL"):
        says = f"{row['state']} {row['treaty']} {row['action']} {row['date']}"
        act = (row["state"], row["treaty"], row["action"], Interval.parse(row["date"]), material.teller(row))
        found[row["source"], *act[:2]].append(Act(*act, material.evidence(row, says, None, row["date"])))
    loaded = {source for source, _, _ in found}
    for state in material.states("treaty_actions"):
        for own in material.public(material.record.treaty_actions(state)):
            if own.source.key not in loaded:
                says = f"{own.state} {own.treaty} {own.action} {own.when.edtf()}"
                known = (own.state, own.treaty, own.action, own.when, teller_of(own))
                found[f"package {own.source.key}", *known[:2]].append(Act(*known, of_row(own, says)))
    return {key: sorted(acts, key=lambda a: (a.first, a.binds)) for key, acts in found.items()}


def _title(material: Material, slug: str) -> Pair:
    treaty = material.record.treaty(slug)
    return Pair(treaty.title, treaty.title_ar) if treaty else Pair(slug.upper(), slug.upper())


def check_order(rule: Rule, material: Material) -> Examined:
    """Nothing can be done about a treaty before its text is adopted, nothing signed before it is opened for signature;
    and who is bound already has nothing to sign (Vienna Convention on the Law of Treaties, Articles 9 to 16).
    """
    groups = _acts(material)
    found = [f for acts in groups.values() for f in _order(rule, material, acts)]
    return Examined(sum(map(len, groups.values())), tuple(found))


def _order(rule: Rule, material: Material, acts: Sequence[Act]) -> Iterator[Finding]:
    treaty = material.record.treaty(acts[0].treaty)
    signed = next((a for a in acts if a.action in _SIGNATURES), None)
    bound = next((a for a in acts if a.binds), None)
    for act in acts:
        if treaty and treaty.adopted and act.last < treaty.adopted:
            yield _impossible(rule, material, [act], "before-adopted", bound=day(treaty.adopted))
        elif treaty and treaty.opened and act.action in _SIGNATURES and act.last < treaty.opened:
            yield _impossible(rule, material, [act], "before-opened", bound=day(treaty.opened))
    if signed and bound and bound.last < signed.first:
        yield _impossible(rule, material, [signed, bound], "signed-late", bound=bound.named)


def _impossible(rule: Rule, material: Material, acts: Sequence[Act], key: str, **more: Field) -> Finding:
    act = acts[0]
    fields = {"teller": act.teller, "state": the([act.state]), "treaty": _title(material, act.treaty)}
    said = capital(say(HOME, key, action=act.named, **fields, **more))
    rows = [a.evidence for a in acts]
    return rule.finding(act.treaty, act.when.edtf(), said, "contradiction", rows, [act.state])


def check_twice(rule: Rule, material: Material) -> Examined:
    """A state binds itself once, by ratification, acceptance, accession or succession, unless it has left in between
    (Vienna Convention on the Law of Treaties, Articles 11 and 14 to 16; on succession, the Convention of 1978).
    """
    groups = {key: [a for a in acts if a.binds or a.action in LEAVING] for key, acts in _acts(material).items()}
    found = [f for acts in groups.values() for f in _twice(rule, material, acts)]
    return Examined(sum(map(len, groups.values())), tuple(found))


def _twice(rule: Rule, material: Material, acts: Sequence[Act]) -> Iterator[Finding]:
    for one, two in pairwise(acts):
        if one.binds and two.binds and not one.when.overlaps(two.when):
            yield _impossible(rule, material, [one, two], "bound-twice", bound=two.named)


def check_marks(rule: Rule, material: Material) -> Examined:
    """A state is a party, or has signed alone, or has done nothing: one of the three (Vienna Convention on the Law of
    Treaties, Articles 2, 10, 11 and 18).
    """
    rows = _statuses(material)
    return Examined(len(rows), tuple(f for row in rows if (f := _marks(rule, material, row))))


def _statuses(material: Material) -> list[Cells]:
    return material.told("treaty_status", "state IS NOT NULL")


def _marks(rule: Rule, material: Material, row: Cells) -> Finding | None:
    marks = [mark for mark in _MARKS if row[mark]]
    if any(row[mark] is None for mark in _MARKS) or len(marks) == 1:
        return None
    fields = {
        "teller": material.teller(row),
        "state": the([row["state"]]),
        "treaty": _title(material, row["treaty"]),
        "marks": enumerated(say(HOME, f"mark-{mark}") for mark in marks),
        "told": row["status_told"] or "",
        "year": row["year"] or "",
        "note": row["note"] or "",
    }
    said = say(HOME, "marks-several" if marks else "marks-none", **fields)
    year = say(HOME, "marks-year", **fields) if row["year"] else None
    note = say(HOME, "marks-note", **fields) if row["note"] else None
    rows = [_status_row(material, row)]
    return rule.finding(
        row["treaty"], row["year"], capital(joined(said, year, note)), "contradiction", rows, [row["state"]]
    )


def _status_row(material: Material, row: Cells) -> Evidence:
    marks = " ".join(f"{mark}={int(row[mark])}" for mark in _MARKS if row[mark] is not None)
    says = f"{row['state']} {row['treaty']} {marks} “{row['status_told']}” {row['year'] or ''}".strip()
    return material.evidence(row, says, None, row["year"])


def check_years(rule: Rule, material: Material) -> Examined:
    """Sources give the year in which a state became a party alike; a signature makes no party (Vienna Convention on the
    Law of Treaties, Articles 11 and 18). Where one names the year of the signature, that is what it is.
    """
    rows = [row for row in _statuses(material) if row["year"]]
    others = [(row, _elsewhere(material, row)) for row in rows]
    judged = [(row, acts) for row, acts in others if any(a.binds for a in acts)]
    return Examined(len(judged), tuple(f for row, acts in judged if (f := _year(rule, material, row, acts))))


def _elsewhere(material: Material, row: Cells) -> list[Act]:
    """What other sources tell of the same state and treaty."""
    sources = material.once(_sources)
    told = (_acts(material).get((source, row["state"], row["treaty"]), []) for source in sources)
    return [act for acts in told for act in acts if act.evidence.source != row["source"]]


def _sources(material: Material) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for source, _, _ in _acts(material)))


def _year(rule: Rule, material: Material, row: Cells, acts: Sequence[Act]) -> Finding | None:
    year = Interval.year(row["year"])
    bound = [act for act in acts if act.binds]
    if any(act.when.overlaps(year) for act in bound):
        return None
    signed = [act for act in acts if act.action in _SIGNATURES and act.when.overlaps(year)]
    said = say(
        HOME,
        "years-signature" if signed else "years-differ",
        teller=material.teller(row),
        state=the([row["state"]]),
        treaty=_title(material, row["treaty"]),
        year=row["year"],
        other=bound[0].teller,
        action=bound[0].named,
    )
    severity: Severity = "misprint" if signed else "disagreement"
    rows = [_status_row(material, row), *(act.evidence for act in (*bound, *signed))]
    return rule.finding(row["treaty"], bound[0].when.edtf(), capital(said), severity, rows, [row["state"]])


def check_parties(rule: Rule, material: Material) -> Examined:
    """Sources agree on who is a party: a party has an act of ratification, acceptance, accession or succession, and
    whoever has one is a party until it leaves (Vienna Convention on the Law of Treaties, Articles 11 and 54).
    """
    rows = [row for row in _statuses(material) if row["party"] is not None]
    until = _reach(material)
    latest = max((row["year"] for row in rows if row["year"]), default=0)
    found = [_unheard(rule, material, row) for row in rows if _should_be_heard(material, row, until)]
    found += [f for row in rows if not row["party"] and (f := _unmarked(rule, material, row, latest))]
    return Examined(len(rows), tuple(found))


def _reach(material: Material) -> dict[str, int]:
    """Treaty -> the last year of which the dated tables tell something."""
    reach: dict[str, int] = {}
    for (source, _, treaty), acts in _acts(material).items():
        if source in _DATED:
            reach[treaty] = max(reach.get(treaty, 0), acts[-1].first.year)
    return reach


def _should_be_heard(material: Material, row: Cells, until: Mapping[str, int]) -> bool:
    """Whether a party of that year must stand in a loaded table with days, and does not."""
    if not row["party"] or not row["year"] or row["year"] >= until.get(row["treaty"], 0):
        return False
    return not any(act.binds for act in _elsewhere(material, row))


def _unheard(rule: Rule, material: Material, row: Cells) -> Finding:
    groups = _acts(material).items()
    told = (acts for (source, _, treaty), acts in groups if treaty == row["treaty"] and source in _DATED)
    other = next((acts[0].teller for acts in told), Pair("", ""))
    said = say(HOME, "party-unheard", **_of_status(material, row), other=other)
    rows = [_status_row(material, row), *(act.evidence for act in _elsewhere(material, row))]
    return rule.finding(row["treaty"], row["year"], capital(said), "disagreement", rows, [row["state"]])


def _of_status(material: Material, row: Cells) -> dict[str, Field]:
    return {
        "teller": material.teller(row),
        "state": the([row["state"]]),
        "treaty": _title(material, row["treaty"]),
        "year": row["year"] or "",
        "told": row["status_told"] or "",
    }


def _unmarked(rule: Rule, material: Material, row: Cells, latest: int) -> Finding | None:
    acts = [a for a in _elsewhere(material, row) if a.first.year < latest]
    bound = [act for act in acts if act.binds]
    if not bound or any(act.action in LEAVING for act in acts):
        return None
    said = say(HOME, "party-unmarked", **_of_status(material, row), other=bound[0].teller, action=bound[0].named)
    rows = [_status_row(material, row), *(act.evidence for act in bound)]
    return rule.finding(row["treaty"], bound[0].when.edtf(), capital(said), "disagreement", rows, [row["state"]])


def _rule(slug: str, articles: str, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), _vienna(articles), check)


RULES = (
    _rule("treaties-marks", "Articles 2, 11 and 18", check_marks),
    _rule("treaties-years", "Article 11", check_years),
    _rule("treaties-parties", "Articles 11 and 54", check_parties),
    _rule("treaties-order", "Articles 9 to 16", check_order),
    _rule("treaties-twice", "Articles 11 and 14 to 16", check_twice),
)
