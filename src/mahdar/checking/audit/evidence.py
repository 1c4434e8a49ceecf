"""A row that a finding of the audit is made from."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model import Citation


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row that a finding is made from: what it says in short, where it can be checked, and where it stands.

    `source` is a key of sources.csv. `file` and `place` are those of the loaded publication; both are empty for a row
    that came with the package.
    """

    source: str
    citation: Citation
    says: str = ""
    file: str = ""
    place: str = ""

    def to_dict(self) -> dict[str, str | None]:
        c = self.citation
        return {
            "source": c.source,
            "title": c.title,
            "symbol": c.symbol,
            "date": c.date,
            "url": c.url,
            "file": self.file or None,
            "place": self.place or None,
            "says": self.says or None,
        }
