"""The audit of the record, run once: where rows break a rule of procedure, and where sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.record.access import Record
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import Cells

if TYPE_CHECKING:
    from mahdar.checking.audit.finding import Finding
    from mahdar.checking.audit.run import Audit

COLUMNS = ("rule", "severity", "about", "date", "states", "said_en", "said_ar", "provision", "provision_link",
           "says", "sources", "links")  # fmt: skip


@once()
def audited(record: Record) -> Audit:
    """Every rule turned on the record; about a second."""
    from mahdar.checking.audit.material import Material
    from mahdar.checking.audit.run import audit

    return audit(Material(record.store))


def findings(
    record: Record, rule: str | None = None, severity: str | None = None, about: str | None = None
) -> list[Cells]:
    """Findings; `about` is a symbol, a state's code, a month or a year: then parts of a finding stand alone."""
    found = [f for f in audited(record).findings if rule in (None, f.rule) and severity in (None, f.severity)]
    if about:
        found = list(dict.fromkeys(part for finding in found for part in finding.narrowed([about])))
    return [finding_row(finding) for finding in found]


@once()
def rules(record: Record) -> list[Cells]:
    """What each rule looked at and found."""
    return [
        {
            "rule": one.rule.slug,
            "title": {"en": one.rule.title.en, "ar": one.rule.title.ar},
            "provision": one.rule.provision.title,
            "provision_link": one.rule.provision.url,
            "rows": one.rows,
            "findings": len(one.findings),
        }
        for one in audited(record).rules
    ]


def finding_row(finding: Finding) -> Cells:
    """A finding as a row; `evidence` are the rows that contradict one another."""
    return {
        **finding.to_row(),
        "said": {"en": finding.said.en, "ar": finding.said.ar},
        "evidence": [e.to_dict() for e in finding.evidence],
        "parts": len(finding.parts),
    }
