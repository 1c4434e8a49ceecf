"""The labels of readings in the language of the page, with dates and digits as somebody chose them."""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.export.labels import Labels, labels_for
from mahdar.model import Figure
from mahdar.web.showing import Show


@dataclass(frozen=True)
class ShownLabels(Labels):
    """As `Labels`; times and amounts are those of a `Show`."""

    show: Show = field(default_factory=Show)

    def when(self, edtf: str | None) -> str:
        return self.show.when(edtf) if edtf else self["unresolved"]

    def amount(self, figure: Figure) -> str:
        return self.show.plain(super().amount(figure))


def shown_labels(show: Show) -> ShownLabels:
    """The labels of a page's language, whatever the language of the report."""
    base = labels_for(show.language)
    return ShownLabels(base.language, base.words, show)
