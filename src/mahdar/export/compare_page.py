"""One standalone HTML file with accounts side by side: a table with a column for each, no script, nothing fetched."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mahdar.export.compare_view import CompareView
from mahdar.export.directions import isolate_runs_html
from mahdar.export.view import SIGNS


def comparison_page(seen: CompareView) -> str:
    """The HTML of a comparison."""
    return _template().render(seen=seen, labels=seen.labels, ui=seen.labels.base, signs=SIGNS)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("mahdar.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["runs"] = isolate_runs_html
    return environment.get_template("compare.html")
