"""From bytes of any kind to a report: a page, a document, or plain text, by what the bytes are."""

from __future__ import annotations

import re

from mahdar.library import documents, pages
from mahdar.library.capture import LIMIT, BinaryFileError, CaptureError, TooLargeError, capture_bytes
from mahdar.library.decoding import is_page
from mahdar.library.items import Dated, Item, Met, Refused, name

MOST = documents.LIMIT  # bytes of the largest kind
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,500}?-->\s*){0,5}<(?:rss|feed|rdf:RDF)[\s>]", re.S
)


def item(raw: bytes, met: Met, *, id: str | None = None, dated: Dated | None = None) -> Item | Refused:
    """One report, or why there is none. `dated` is what a feed says where the page itself is silent."""
    given = name(id) or name(met.address) or "report"
    try:
        return _read(raw, met, given, dated)
    except CaptureError as error:
        return Refused(given, str(error))


def _read(raw: bytes, met: Met, given: str, dated: Dated | None) -> Item:
    media = (met.media or "").partition(";")[0].strip().lower()
    url = met.address if met.address.startswith(("http://", "https://")) else None
    if documents.is_document(raw):
        document = documents.read_document(raw, given)
        return Item(given, raw, document.text, met, title=document.title, url=url, dated=dated)
    if is_page(raw) or media in {"text/html", "application/xhtml+xml"}:
        page = pages.read_page(raw, given, charset=_charset(met.media), url=url)
        return Item(
            given, raw, page.text, met, page.title, page.outlet, url or page.url, page.dated or dated, page.notes
        )
    if _FEED.match(raw[:4_000]):
        raise BinaryFileError(given, "this is a feed, not a report; give its address as --feed to add what it names")
    if len(raw) > LIMIT:
        raise TooLargeError(given, f"larger than {LIMIT / 1e6:g} MB, more than any single report; split it")
    captured = capture_bytes(raw, given)
    return Item(given, raw, captured.text, met, url=url, dated=dated, notes=captured.notes)


def _charset(media: str | None) -> str | None:
    """`windows-1256` of `text/html; charset=windows-1256`."""
    for part in (media or "").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
