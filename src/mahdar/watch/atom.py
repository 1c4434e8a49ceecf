"""The feed of notices: Atom (RFC 4287), drawn whole from the notices that are kept, and written in one step.

Ids follow from what is told, so that an entry is the same however often the file is written: readers show it once.
"""

from __future__ import annotations

import html
import os
import re
import tempfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree as ET

from mahdar.characters import harmless
from mahdar.export.directions import isolate_runs_html
from mahdar.library.opened import Library
from mahdar.watch import book, state
from mahdar.watch.settings import AtomFile
from mahdar.watch.state import Notice
from mahdar.watch.wording import DIRECTIONS, LANGUAGES, words

ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EMPTY = "1970-01-01T00:00:00Z"  # of a feed that has told nothing yet


def publish(library: Library, wanted: AtomFile) -> bool:
    """Write the feed where it is not as it should be; whether it was written. Raises OSError."""
    with library.reading() as connection:
        found = state.notices(connection, limit=wanted.entries)
        id_ = book.fact(connection, "feed") or ""
    drawn = feed(found, wanted, id_)
    try:
        if wanted.path.read_bytes() == drawn:
            return False
    except OSError:
        pass  # it is not there yet, or cannot be read; whether it can be written shows below
    _write_whole(wanted.path, drawn)
    return True


def feed(notices: list[Notice], wanted: AtomFile, id_: str) -> bytes:
    """The feed as bytes of UTF-8, the newest entry first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(_tag("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(root, "id", id_)
    _add(root, "title", wanted.title or " · ".join(words(each, "feed") for each in LANGUAGES))
    _add(root, "updated", notices[0].at if notices else _EMPTY)
    _add(_add(root, "author"), "name", "Mahdar")
    _add(root, "generator", "Mahdar", version=version("mahdar"))
    if wanted.address:
        _add(root, "link", rel="self", type="application/atom+xml", href=wanted.address)
    for notice in notices:
        _entry(root, notice)
    ET.indent(root)
    whole: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _entry(root: ET.Element, notice: Notice) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", notice.id)
    _add(entry, "title", f"{notice.title_en} · {notice.title_ar}")
    _add(entry, "published", notice.at)
    _add(entry, "updated", notice.at)
    _add(entry, "category", term=notice.rule)
    _add(entry, "category", term=notice.about)
    if _is_web(notice.url):
        _add(entry, "link", rel="alternate", href=notice.url or "")
    for cited in notice.citations:
        if _is_web(cited["url"]):
            _add(entry, "link", rel="related", href=cited["url"], title=cited["symbol"] or cited["title"] or "")
    _add(entry, "content", "".join(_block(notice, each) for each in LANGUAGES), type="html")


def _block(notice: Notice, language: str) -> str:
    """One language as a block of HTML of its own direction; all that reports say is escaped."""
    title, text = (getattr(notice, f"{part}_{language}") for part in ("title", "text"))
    turned = DIRECTIONS[language]
    lines = [f"<p><strong>{isolate_runs_html(title, turned)}</strong></p>"]
    if notice.sentence:
        lines.append(f'<blockquote dir="auto">{html.escape(notice.sentence)}</blockquote>')
    if text:
        lines.append(f"<p>{isolate_runs_html(text, turned)}</p>")
    rule = isolate_runs_html(words(language, "rule", rule=notice.rule), turned)
    lines.append(f"<p>{rule} · <bdi>{html.escape(notice.report)}</bdi></p>")
    return f'<div lang="{language}" dir="{turned}">{"".join(lines)}</div>'


def _is_web(address: str | None) -> bool:
    return (address or "").startswith(("https://", "http://")) and " " not in (address or "")


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, _tag(name), {key: _clean(value) for key, value in attributes.items()})
    made.text = _clean(text) or None
    return made


def _clean(text: str) -> str:
    """Without what XML cannot hold, and without what turns a line round."""
    return _NOT_XML.sub("", harmless(text))


def _write_whole(target: Path, content: bytes) -> None:
    """At the name stands either what was there before or all of the new content, also after a power cut."""
    handle, part = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
