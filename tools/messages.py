"""Bring the catalogues of the web application up to date with its code and templates.

Messages that are new are added (in English with their own words, in Arabic empty, to be translated), those that nothing
uses any more are taken out; translations stay. `python -m tools.messages [AREA…]` writes, `--check` only says what is
missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src" / "mahdar" / "web"
LANGUAGES = ("ar", "en")
# Where the messages of an area stand; everything else is of the core.
AREAS = {
    "reports": ("report_pages", "templates/reports"),
    "record": ("record_pages", "templates/record"),
    "core": ("",),
}
_KEYWORDS = {"N_": None, "say": None, "_": None, "gettext": None, "ngettext": (1, 2), "count": (1, 2)}
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4"
    " : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}
Id = str | tuple[str, ...]


def used() -> dict[str, dict[Id, list[str]]]:
    """Area -> message -> the files in which it stands. A message of two areas belongs to the first that has it."""
    found: dict[str, dict[Id, list[str]]] = {area: {} for area in AREAS}
    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html")]):
        name = path.relative_to(WEB).as_posix()
        area = next(area for area, places in AREAS.items() if name.startswith(places))
        for message in _messages(path):
            found[area].setdefault(message, []).append(name)
    for area in ("reports", "record"):
        found[area] = {key: value for key, value in found[area].items() if key not in found["core"]}
    found["record"] = {key: value for key, value in found["record"].items() if key not in found["reports"]}
    return found


def _messages(path: Path) -> Iterator[Id]:
    method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
    options = {"extensions": "jinja2.ext.do,jinja2.ext.loopcontrols", "silent": "false", "trimmed": "true"}
    for _, message, _, _ in extract_from_file(method, path, keywords=_KEYWORDS, options=options):
        yield message if isinstance(message, str) else tuple(message)


def catalogue(area: str, language: str) -> Catalog:
    """A catalogue as it lies there, empty where there is none."""
    path = place(area, language)
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def place(area: str, language: str) -> Path:
    return WEB / "locale" / language / "LC_MESSAGES" / f"{area}.po"


def untranslated(area: str, language: str, wanted: dict[Id, list[str]]) -> list[Id]:
    """The messages of an area that a catalogue lacks, or has without words, or with too few plural forms."""
    present = catalogue(area, language)
    return [message for message in wanted if not _whole(present.get(message), message, language)]


def _whole(found: Message | None, message: Id, language: str) -> bool:
    if found is None or found.fuzzy:
        return False
    words = found.string if isinstance(found.string, tuple | list) else (found.string,)
    forms = 1 if isinstance(message, str) else 6 if language == "ar" else 2
    return len(words) == forms and all(words)


def update(area: str, language: str, wanted: dict[Id, list[str]]) -> None:
    """Write a catalogue with exactly the messages that are used, in the order of their words."""
    old, new = catalogue(area, language), Catalog(locale=language, project="Mahdar", charset="utf-8")
    for message in sorted(wanted, key=str):
        kept = old.get(message)
        words = kept.string if kept is not None and _whole(kept, message, language) else _first(message, language)
        new.add(message, words, locations=[(name, 0) for name in sorted(set(wanted[message]))])
    path = place(area, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, new, width=0, omit_header=True, include_lineno=False)
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    text = head + f'"Plural-Forms: {_PLURALS[language]}\\n"\n\n' + path.read_text("utf-8")
    path.write_text(text.rstrip("\n") + "\n", "utf-8")


def _first(message: Id, language: str) -> Id:
    if language == "en":
        return message
    return "" if isinstance(message, str) else ("",) * 6


def main() -> int:
    """Write, or with `--check` say what is missing; 1 where something is."""
    found, missing = used(), 0
    chosen = [name for name in sys.argv[1:] if name in AREAS] or list(AREAS)
    for area, wanted in ((name, found[name]) for name in chosen):
        for language in LANGUAGES:
            if "--check" not in sys.argv:
                update(area, language, wanted)
            for message in untranslated(area, language, wanted):
                missing += 1
                print(f"{language}/{area}: {message!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
