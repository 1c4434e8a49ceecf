"""The words around a dossier, in one language of the interface, beside those around readings and comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.checking.wording import Pair, state_name
from mahdar.dossier.shapes import Counted, Voice
from mahdar.export.compare_labels import CompareLabels, compare_labels
from mahdar.export.kept import Moment
from mahdar.export.labels import Labels
from mahdar.model import Figure
from mahdar.tables import read_toml

_COUNT_AND_TITLE = re.compile(r"(\d): (?=[A-Za-z])")
_RIGHT_TO_LEFT = "\u200f"


@dataclass(frozen=True)
class DossierLabels:
    """`compare` are the labels of comparisons, `words` the table of `tables/labels.toml`."""

    compare: CompareLabels
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.words[key])

    @property
    def base(self) -> Labels:
        return self.compare.base

    @property
    def language(self) -> str:
        return self.base.language

    def head(self, key: str) -> str:
        return str(self.words["head"][key])

    def word(self, key: str) -> str:
        """A word of the record; a slug that the table lacks is shown as its words."""
        return str(self.words["word"].get(key, key.replace("-", " ")))

    def pair(self, pair: Pair) -> str:
        return pair.ar if self.language == "ar" else pair.en

    def apart(self, text: str) -> str:
        """Text in which a number before a colon is not taken for the beginning of the foreign title behind it."""
        return _COUNT_AND_TITLE.sub(f"\\1: {_RIGHT_TO_LEFT}", text) if self.language == "ar" else text

    def state(self, code: str) -> str:
        return self.pair(state_name(code))

    def states(self, codes: Iterable[str]) -> str:
        return self.base["list_separator"].join(map(self.state, codes))

    def when(self, when: Moment | None) -> str:
        """A time in words, as imprecise as it is."""
        return self.base.when(when.edtf) if when else self["undated"]

    def voice(self, voice: Voice) -> str:
        """A name, in the language of the interface where it is known."""
        return (voice.name_ar if self.language == "ar" else None) or voice.name

    def voices(self, voices: Iterable[Voice]) -> str:
        return self.base["list_separator"].join(map(self.voice, voices))

    def amount(self, one: Counted) -> str:
        place = one.place
        return self.base.amount(Figure(place.start, place.end, place.text, one.low, one.high, one.unit))

    def counted(self, what: str, deed: str, written: Iterable[str | None] = ()) -> str:
        """What is counted, and what befell them."""
        return " · ".join(filter(None, (self.compare.unit(what, written), self.compare.deed(deed) if deed else "")))


@cache
def dossier_labels(language: str) -> DossierLabels:
    """The labels for Arabic, English for every other language."""
    compare = compare_labels(language)
    return DossierLabels(compare, read_toml("mahdar.dossier", "labels.toml")[compare.base.language])
