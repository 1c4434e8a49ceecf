"""The templates of standalone pages: escaped by default, an unknown name is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template

from mahdar.characters import harmless
from mahdar.export.directions import isolate_runs_html


@cache
def template(name: str, package: str = "mahdar.export") -> Template:
    """A template of `templates/` in a package, with the filters and the `parts.html` that all of them share."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("mahdar.export")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["harmless"] = harmless
    environment.filters["runs"] = isolate_runs_html
    return environment.get_template(name)
