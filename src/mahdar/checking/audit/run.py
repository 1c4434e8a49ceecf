"""All rules of all mechanisms, found by being there, and one run of them over a record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from mahdar.checking.audit.finding import SEVERITIES, Finding, Rule, distinct
from mahdar.checking.audit.material import Material
from mahdar.checking.homes import homes

SCHEMA = "mahdar/audit/1"


@dataclass(frozen=True, slots=True)
class Audited:
    """What one rule found: the rows that it could judge, and its findings."""

    rule: Rule
    rows: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """One run: every rule that ran, also those that had nothing to say."""

    rules: tuple[Audited, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for audited in self.rules for finding in audited.findings)

    def to_dict(self) -> dict[str, Any]:
        """The audit as JSON: a summary by rule, then every finding with its parts."""
        summary = [
            {
                "rule": a.rule.slug,
                "title": {"en": a.rule.title.en, "ar": a.rule.title.ar},
                "provision": {"title": a.rule.provision.title, "url": a.rule.provision.url},
                "rows": a.rows,
                "findings": len(a.findings),
            }
            for a in self.rules
        ]
        return {"schema": SCHEMA, "rules": summary, "findings": [f.to_dict() for f in self.findings]}


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its slug, in the order of the mechanisms' names. Raises ValueError where two have one slug."""
    known: dict[str, Rule] = {}
    for home in homes():
        if find_spec(f"{home}.audit") is None:
            continue
        for rule in import_module(f"{home}.audit").RULES:
            if rule.slug in known:
                raise ValueError(f"two rules of the audit are called {rule.slug}")
            known[rule.slug] = rule
    return known


def audit(material: Material, slugs: Collection[str] = (), about: Collection[str] = ()) -> Audit:
    """Hold the record against the rules: all of them, or those named; all findings, or those about some subjects.

    `about` holds symbols, codes of states, months or years. Raises KeyError on a rule that does not exist.
    """
    known = rules()
    wanted = [known[slug] for slug in slugs] if slugs else list(known.values())
    return Audit(tuple(_audited(rule, material, about) for rule in dict.fromkeys(wanted)))


def _audited(rule: Rule, material: Material, about: Collection[str]) -> Audited:
    examined = rule.check(rule, material)
    found = distinct(examined.findings)
    if about:
        found = tuple(dict.fromkeys(part for finding in found for part in finding.narrowed(about)))
    return Audited(rule, examined.rows, tuple(sorted(found, key=lambda f: SEVERITIES.index(f.severity))))
