"""One standalone HTML file with accounts side by side: a table with a column for each, no script, nothing fetched."""

from __future__ import annotations

from mahdar.export.compare_view import CompareView
from mahdar.export.templates import template
from mahdar.export.view import SIGNS


def comparison_page(seen: CompareView) -> str:
    """The HTML of a comparison."""
    return template("compare.html").render(seen=seen, labels=seen.labels, ui=seen.labels.base, signs=SIGNS)
