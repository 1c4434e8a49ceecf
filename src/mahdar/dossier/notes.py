"""The sources of a dossier, each told once at its end and referred to by its number."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.characters import harmless
from mahdar.dossier.document import Note
from mahdar.dossier.labels import DossierLabels
from mahdar.dossier.shapes import Origin, Place
from mahdar.export.kept import KeptReport
from mahdar.model import Citation

_WEB = ("https://", "http://")


class Notes:
    """Numbers sources in the order in which they are first referred to."""

    def __init__(self, labels: DossierLabels, reports: Iterable[KeptReport] = ()) -> None:
        self._labels = labels
        self._reports = {one.id: one for one in reports}
        self._found: dict[tuple[str, ...], Note] = {}

    @property
    def told(self) -> tuple[Note, ...]:
        return tuple(self._found.values())

    def of_origin(self, one: Origin) -> int:
        """A row of the record: by its document, or, where it has none, by its publication."""
        retrieved = (
            self._labels["retrieved"].format(when=self._labels.base.when(one.retrieved)) if one.retrieved else ""
        )
        words = (one.title if one.symbol else "", one.publication, one.publisher, retrieved)
        return self._number((one.symbol or "", one.publication, one.url), one.symbol or "", one.url, words)

    def of_citation(self, one: Citation) -> int:
        """What a verdict cites."""
        day = self._labels.base.when(one.date) if one.date else ""
        key = ("cited", one.symbol or "", one.title, one.source)
        return self._number(key, one.symbol or "", one.url or "", (day, one.title, one.source))

    def of_place(self, one: Place) -> int:
        """A report."""
        return self.of_report(one.report)

    def of_report(self, id_: str) -> int:
        """A report by its id: outlet, title, day, address, when it was captured, and the digest of its bytes."""
        one = self._reports[id_]
        captured = self._labels["captured"].format(when=one.captured_at) if one.captured_at else ""
        address = "" if one.url else one.address or ""
        words = (
            one.outlet or "", one.title or "", self._labels.when(one.published), one.id, address, captured,
            f"{self._labels['digest']} {one.sha256}",
        )  # fmt: skip
        return self._number(("report", id_), "", one.url or "", words)

    def _number(self, key: tuple[str, ...], symbol: str, url: str, words: Iterable[str]) -> int:
        known = self._found.get(key)
        if known is None:
            parts = tuple(dict.fromkeys(harmless(each) for each in words if each))
            address = harmless(url) if url.startswith(_WEB) else ""
            known = self._found[key] = Note(len(self._found) + 1, harmless(symbol), address, parts)
        return known.number
