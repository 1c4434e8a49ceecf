"""Provisions of the Charter and of rules of procedure, to be cited like rows of the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mahdar.model import Citation


@dataclass(frozen=True, slots=True)
class Provision:
    """An article or a rule; it is firm and was always public."""

    title: str
    source: str
    url: str = "https://www.un.org/en/about-us/un-charter/full-text"
    firm: bool = True
    known_since: date | None = None

    def citation(self) -> Citation:
        """Where the provision can be read."""
        return Citation(None, None, self.title, self.source, self.url)
