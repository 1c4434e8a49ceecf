"""What the audit finds: a sentence made from rows, the provision that it rests on, and the rows themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair
from mahdar.record.symbols import normal

if TYPE_CHECKING:
    from mahdar.checking.audit.material import Material

# A rule is broken; sources differ; one row is wrong and another shows what was meant.
Severity = Literal["contradiction", "disagreement", "misprint"]
_COLUMNS = {"says": "says", "sources": "source", "files": "file", "places": "place", "links": "url"}  # of evidence
SEVERITIES: tuple[Severity, ...] = ("contradiction", "disagreement", "misprint")


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction in the record.

    `about` is a symbol, a state, a month or a source, `date` EDTF or empty, `states` the codes that it touches. One
    cause that explains many findings is one finding; `parts` are those.
    """

    rule: str
    about: str
    date: str
    said: Pair
    severity: Severity
    evidence: tuple[Evidence, ...]
    provision: Provision
    states: tuple[str, ...] = ()
    parts: tuple[Finding, ...] = field(default=(), repr=False)

    def touches(self, subjects: Collection[str]) -> bool:
        """Whether it is about one of some symbols (the year may be left out), codes of states, months or years."""
        symbols = {self.about, *(e.citation.symbol for e in self.evidence if e.citation.symbol)}
        named = {*self.states, self.date, *map(normal, symbols)}
        return not named.isdisjoint({*subjects, *map(normal, subjects)})

    def narrowed(self, subjects: Collection[str]) -> Iterator[Finding]:
        """Those of its parts that are about the subjects; itself where none is and it is."""
        parts = [part for part in self.parts if part.touches(subjects)]
        if parts or self.touches(subjects):
            yield from parts or [self]

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON; `parts` only where there are any."""
        plain: dict[str, Any] = {
            "rule": self.rule,
            "severity": self.severity,
            "about": self.about,
            "date": self.date or None,
            "states": list(self.states),
            "said": {"en": self.said.en, "ar": self.said.ar},
            "provision": {"title": self.provision.title, "source": self.provision.source, "url": self.provision.url},
            "evidence": [e.to_dict() for e in self.evidence],
        }
        return plain | ({"parts": [part.to_dict() for part in self.parts]} if self.parts else {})

    def to_row(self) -> dict[str, Any]:
        """The finding as one flat row, without its parts: of its evidence a list for each column."""
        evidence = [e.to_dict() for e in self.evidence]
        return {
            "rule": self.rule,
            "severity": self.severity,
            "about": self.about,
            "date": self.date,
            "states": list(self.states),
            "said_en": self.said.en,
            "said_ar": self.said.ar,
            "provision": self.provision.title,
            "provision_link": self.provision.url,
            **{column: [e[key] or "" for e in evidence] for column, key in _COLUMNS.items()},
        }


@dataclass(frozen=True, slots=True)
class Examined:
    """What one rule looked at and found: `rows` counts the rows that it could judge."""

    rows: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of procedure turned on the record. `check` looks at all the material that the rule can judge."""

    slug: str
    title: Pair
    provision: Provision
    check: Callable[[Rule, Material], Examined]

    def finding(
        self,
        about: str,
        date: object,
        said: Pair,
        severity: Severity,
        evidence: Sequence[Evidence],
        states: Iterable[str] = (),
        parts: Sequence[Finding] = (),
    ) -> Finding:
        """A finding of this rule; evidence that repeats itself is given once."""
        rows = _once(evidence)
        day = "" if date is None else str(date)
        known = tuple(dict.fromkeys(states))
        return Finding(self.slug, about, day, said, severity, rows, self.provision, known, tuple(parts))


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that say the same of the same thing as one, with the evidence of all."""
    found: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        key = (finding.rule, finding.about, finding.said.en)
        same = found.get(key)
        rows = _once((*same.evidence, *finding.evidence)) if same else finding.evidence
        found[key] = replace(same or finding, evidence=rows)
    return tuple(found.values())


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each row once: what the package repeats of a loaded publication is left out."""
    rows = tuple(dict.fromkeys(evidence))
    loaded = {(e.source, e.says) for e in rows if e.file}
    return tuple(e for e in rows if e.file or (e.source, e.says) not in loaded)
