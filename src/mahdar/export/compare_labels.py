"""The words around a comparison, in one language of the interface, beside those around a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.accounts.compare_facts import unit_names
from mahdar.accounts.compare_model import Name
from mahdar.export.labels import Labels, labels_for
from mahdar.tables import read_toml


@dataclass(frozen=True)
class CompareLabels:
    """``base`` are the labels of readings; ``words`` the table of ``tables/compare_labels.toml``."""

    base: Labels
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.words[key])

    def told(self, key: str) -> str:
        return str(self.words["told"][key])

    def unit(self, key: str, written: Iterable[str | None] = ()) -> str:
        """What is counted. A unit of no table is a stem: the words that reports write are shown in its place, those of
        the language of the labels first.
        """
        if key in self.words["unit"] or key in unit_names():
            return str(self.words["unit"].get(key, key))
        words = sorted(filter(None, written), key=lambda each: (each[0] > "z") != (self.base.language == "ar"))
        return words[0] if words else key

    def deed(self, key: str) -> str:
        return str(self.words["deed"].get(key, key))

    def name(self, name: Name) -> str:
        return (name.ar if self.base.language == "ar" else None) or name.en

    def names(self, names: Iterable[Name]) -> str:
        """Names in a row."""
        return self.base["list_separator"].join(map(self.name, names))


@cache
def compare_labels(language: str | None) -> CompareLabels:
    """The labels for Arabic, English for every other language."""
    base = labels_for(language)
    return CompareLabels(base, read_toml("mahdar.export", "compare_labels.toml")[base.language])
