"""One standalone HTML file of a dossier that prints well on A4: no script, nothing fetched from anywhere."""

from __future__ import annotations

from mahdar.dossier.document import Document
from mahdar.dossier.labels import dossier_labels
from mahdar.export.templates import template
from mahdar.export.view import SIGNS


def dossier_page(document: Document) -> str:
    """The HTML of a document."""
    labels = dossier_labels(document.language)
    return template("dossier.html", "mahdar.dossier").render(one=document, labels=labels, signs=SIGNS)
