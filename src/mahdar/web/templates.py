"""Templates of the application: escaped by default, an unknown name is an error, words by gettext."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from mahdar.characters import harmless
from mahdar.checking import states
from mahdar.export.directions import isolate_runs_html
from mahdar.export.labels import direction, labels_for
from mahdar.web.asking import Ask, current
from mahdar.web.wording import LANGUAGES, N_, Language, translations

Direction = Literal["rtl", "ltr"]
ROLE_WORDS = {"reader": N_("reader"), "editor": N_("editor"), "admin": N_("admin"), "anybody": N_("anybody")}
DIRECTIONS: dict[Language, Direction] = {"ar": "rtl", "en": "ltr"}


def render(name: str, ask: Ask, **more: Any) -> str:
    """The HTML of a template."""
    return environment(ask.language).get_template(name).render(ask=ask, **more)


@cache
def environment(language: Language) -> Environment:
    """The templates in one language; what they may call is listed in `_globals`."""
    made = Environment(
        loader=PackageLoader("mahdar.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters["harmless"] = harmless
    made.filters["runs"] = _runs
    made.globals.update(_globals(language))
    return made


def _globals(language: Language) -> dict[str, Any]:
    return {
        "language": language,
        "languages": LANGUAGES,
        "direction": DIRECTIONS[language],
        "direction_of": direction,
        "url": lambda path, **query: current().url(path, **query),
        "here": lambda **changed: current().here(**changed),
        "when": lambda time: current().show.when(time),
        "moment": lambda time: current().show.moment(time),
        "num": lambda value: current().show.number(value),
        "plain_digits": lambda value: current().show.plain(value),
        "percent": lambda part, whole: current().show.percent(part, whole),
        "state_name": lambda code: states.name(code, language),
        "asset": asset,
        "bdi": _bdi,
        "csrf": _csrf,
        "may": lambda role: current().person.may(role),
        "symbol_url": lambda symbol: current().url(f"/decisions/{symbol}"),
        "verdict_words": lambda label: labels_for(language).of("verdict", label),
        "labels": labels_for(language),
        "navigation": _navigation,
        "narrowed": _narrowed,
        "role_words": lambda role: translations(language).gettext(ROLE_WORDS[role]),
        "headings": _headings,
    }


def _runs(text: str) -> Markup:
    """Text of the interface with every run of the other direction in a `bdi`."""
    return isolate_runs_html(text, DIRECTIONS[current().language])


def _bdi(text: object, direction: str = "") -> Markup:
    """A name or symbol that keeps its own direction within the line."""
    attribute = Markup(f' dir="{direction}"') if direction else ""
    return Markup("<bdi{}>{}</bdi>").format(attribute, escape(harmless(str(text))))


def _csrf() -> Markup:
    """The hidden field that every form needs."""
    from mahdar.web.guarding import csrf_token

    return Markup('<input type="hidden" name="csrf" value="{}">').format(csrf_token(current()))


def _navigation(section: str) -> list[tuple[str, str, bool]]:
    """Address, title and whether it is this page, of the pages of a section."""
    from mahdar.web.navigation import links

    return links(current(), section)


def _narrowed(name: str, value: str) -> str:
    """The address of the present search, narrowed by a value of a facet."""
    from mahdar.web.report_pages.search import narrowed

    return narrowed(current(), name, value)


def _headings() -> list[tuple[str, str, str]]:
    """Section, title and address of its first page."""
    from mahdar.web.navigation import headings

    return [(str(section), title, address) for section, title, address in headings(current())]


@cache
def asset(name: str) -> str:
    """The address of a file under `static`, with a mark of its content, so that browsers may keep it."""
    digest = sha256((files("mahdar.web") / "static" / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
