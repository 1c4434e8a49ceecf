"""The audit as a page on a terminal, in English or in Arabic: findings by rule, each with its rows, and a summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from mahdar.characters import harmless
from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Finding
from mahdar.checking.audit.run import Audit, Audited
from mahdar.checking.audit.words import interface, provision_name, severity_name
from mahdar.checking.wording import Pair
from mahdar.commands.grid import grid
from mahdar.export.directions import isolate_runs

MOST_EXAMPLES = 3  # findings of a rule, unless all are asked for
MOST_ROWS = 4  # rows of a finding, unless all are asked for
_COLOURS = {"contradiction": "red", "disagreement": "yellow", "misprint": "magenta"}


@dataclass(frozen=True)
class Page:
    """How the audit is shown: in which language, whether whole, and whether it was narrowed to one subject."""

    language: str
    whole: bool = False
    narrowed: bool = False

    def show(self, found: Audit, out: Console) -> None:
        """Print the findings by rule, then the summary."""
        out.print(self._line((self._phrase("title"), "bold")))
        for audited in found.rules:
            for part in self._of_rule(audited) if audited.findings else ():
                out.print(part)
        if not found.findings:
            out.print(self._line((self._phrase("none"), "")))
        for part in self._summary(found):
            out.print(part)

    def _of_rule(self, audited: Audited) -> Iterator[RenderableType]:
        rule, found = audited.rule, audited.findings
        counts = self._phrase("counts", findings=f"{len(found):,}", rows=f"{audited.rows:,}")
        yield Text()
        yield self._line((rule.slug, "bold cyan"), (" · ", "dim"), (self._words(rule.title), "bold"))
        yield self._line((counts, "dim"), (" · ", "dim"), (self._words(provision_name(rule.provision)), "dim"))
        shown = found if self.whole else found[:MOST_EXAMPLES]
        for finding in shown:
            yield from self._finding(finding)
        if len(found) > len(shown):
            yield self._line((self._phrase("more", count=f"{len(found) - len(shown):,}"), "dim"), indent=2)

    def _finding(self, finding: Finding, indent: int = 2) -> Iterator[RenderableType]:
        colour = _COLOURS[finding.severity]
        head = f"{finding.about}  {finding.date}".strip()
        yield self._line(
            (self._words(severity_name(finding.severity)), colour), ("  ", ""), (head, "dim"), indent=indent
        )
        yield self._line((self._words(finding.said), ""), indent=indent)
        rows = finding.evidence if self.whole else finding.evidence[:MOST_ROWS]
        for row in rows:
            yield self._line((self._row(row), "dim"), indent=indent + 2)
        if len(finding.evidence) > len(rows):
            rest = self._phrase("sources", count=len(finding.evidence) - len(rows))
            yield self._line((rest, "dim"), indent=indent + 2)
        for part in finding.parts if self.whole else ():
            yield from self._finding(part, indent + 2)
        if finding.parts and not self.whole:
            yield self._line((self._phrase("parts", count=f"{len(finding.parts):,}"), "dim"), indent=indent + 2)

    def _row(self, row: Evidence) -> str:
        """What a row says, where it stands, and where it can be read."""
        where = ", ".join(part for part in (row.file, row.place) if part) or self._phrase("package")
        link = row.citation.url or ""
        return " · ".join(part for part in (row.says, row.citation.source, where, link) if part)

    def _summary(self, found: Audit) -> Iterator[RenderableType]:
        judged = [audited for audited in found.rules if audited.rows]
        listed = [audited for audited in judged if audited.findings or not self.narrowed]
        silent = [audited.rule.slug for audited in found.rules if not audited.rows]
        yield Text()
        yield self._line((self._phrase("summary"), "bold"), ("  ", ""), (self._phrase("ran", count=len(judged)), "dim"))
        if listed:
            yield grid([self._counts(audited) for audited in listed], self._columns())
        if silent:
            yield self._line((self._phrase("silent", rules=", ".join(silent)), "dim"))

    def _columns(self) -> list[str]:
        severities = [self._words(severity_name(severity)) for severity in _COLOURS]
        return [self._phrase("rule"), self._phrase("rows"), self._phrase("findings"), *severities]

    def _counts(self, audited: Audited) -> dict[str, object]:
        by = [sum(f.severity == severity for f in audited.findings) for severity in _COLOURS]
        values = (audited.rule.slug, audited.rows, len(audited.findings), *by)
        return dict(zip(self._columns(), values, strict=True))

    def _phrase(self, key: str, **fields: object) -> str:
        return self._words(interface(key)).format(**fields)

    def _words(self, pair: Pair) -> str:
        return pair.ar if self.language == "ar" else pair.en

    def _line(self, *parts: tuple[str, str], indent: int = 0) -> RenderableType:
        """One line of styled parts on the side where the language begins, runs of the other direction isolated."""
        right = self.language == "ar"
        direction = "rtl" if right else "ltr"
        styled = ((isolate_runs(harmless(words), direction), style) for words, style in parts)
        text = Text.assemble(*styled, justify="right" if right else None)
        return Padding(text, (0, indent, 0, 0) if right else (0, 0, 0, indent), expand=right)
