"""One standalone HTML file for one or several readings: no script, no picture, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.characters import harmless
from mahdar.export.segments import Segment, paragraphs
from mahdar.export.templates import template
from mahdar.export.view import SIGNS, View, view
from mahdar.model import Reading


def page(readings: Iterable[tuple[str, Reading]]) -> str:
    """The HTML of readings, each with the text that it was read from. Raises ValueError for none at all."""
    shown = [(view(reading, text), text) for text, reading in readings]
    if not shown:
        raise ValueError("no reading to show")
    reports = [_report(seen, text, f"r{number}-") for number, (seen, text) in enumerate(shown, 1)]
    return template("page.html").render(classes=classes, reports=reports, first=shown[0][0], signs=SIGNS)


def _report(seen: View, text: str, prefix: str) -> dict[str, object]:
    """What the template needs of one report. A first line that is the title becomes the heading, marks and all."""
    lines = paragraphs(text, seen.marks)
    first = harmless("".join(segment.text for segment in lines[0])) if lines else ""
    headed = first.strip("\ufeff \t\r\n") == seen.title
    return {
        "view": seen,
        "heading": lines[0] if headed else [],
        "paragraphs": lines[headed:],
        "prefix": prefix,
    }


def classes(segment: Segment, seen: View) -> str:
    """The style classes of a segment: its kinds of mark, the verdict of its claim, where marks begin and end."""
    names = [mark.kind for mark in segment.marks]
    names += [seen.claim(mark.name).verdict for mark in segment.marks if mark.kind == "claim"]
    names += [f"{mark.kind}-opens" for mark in segment.marks if mark.name in segment.opens]
    names += [f"{mark.kind}-closes" for mark in segment.closes]
    return " ".join(dict.fromkeys(names))
