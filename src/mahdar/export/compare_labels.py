"""The words around a comparison, in one language of the interface, beside those around a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

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

    def unit(self, key: str) -> str:
        """What is counted; a unit of no table is a stem of the report's word, which is shown as it is."""
        return str(self.words["unit"].get(key, key))

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
