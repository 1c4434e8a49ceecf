"""The text layer of a PDF as a report. Pictures of text are not read; a document without a text layer is refused."""

from __future__ import annotations

import io
import logging
import warnings
from dataclasses import dataclass

from mahdar.library.capture import LIMIT as TEXT_LIMIT
from mahdar.library.capture import BinaryFileError, EmptyFileError, TooLargeError
from mahdar.library.items import name
from mahdar.library.visual import logical, turned, unwrapped

LIMIT = 50_000_000  # bytes of a document
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Document:
    """Text and title of a document."""

    text: str
    title: str | None


def is_document(raw: bytes) -> bool:
    return raw.startswith(b"%PDF-")


def read_document(raw: bytes, name_: str) -> Document:
    """Raises a CaptureError where the document is damaged, locked, too large, or has no text layer."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its remarks on odd documents, of which the text says enough
            reader = pypdf.PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise BinaryFileError(name_, "this PDF is locked with a password")
            pages, title = _pages(reader, name_), _title(reader)
    except (BinaryFileError, TooLargeError):
        raise
    except Exception as error:  # whatever a document on purpose broken brings about
        raise BinaryFileError(name_, f"this PDF cannot be read ({type(error).__name__})") from None
    text = "\n".join(pages).strip()
    if not text:
        raise EmptyFileError(name_, "this PDF has no text layer; pictures of text are not read")
    return Document(text + "\n", name(title))


def _pages(reader: object, name_: str) -> list[str]:
    pages = reader.pages  # type: ignore[attr-defined]
    if len(pages) > _MOST_PAGES:
        raise TooLargeError(name_, f"a PDF of more than {_MOST_PAGES} pages, more than any single report")
    found, total = [], 0
    for page in pages:
        found.append(_read_page(page))
        total += len(found[-1].encode("utf-8", "replace"))
        if total > TEXT_LIMIT:
            raise TooLargeError(name_, f"its text is larger than {TEXT_LIMIT / 1e6:g} MB, more than any single report")
    return [page.encode("utf-8", "replace").decode() for page in found]


def _read_page(page: object) -> str:
    """What stands on a page, line by line; where it is written from right to left, in the order of reading."""
    text = page.extract_text()  # type: ignore[attr-defined]
    if turned(text):  # the plain way takes words from left to right; the laid-out one keeps each glyph at its place
        text = "\n".join(map(logical, page.extract_text(extraction_mode="layout").splitlines()))  # type: ignore[attr-defined]
    return unwrapped(text.replace("\0", "").splitlines())


def _title(reader: object) -> str | None:
    about = reader.metadata  # type: ignore[attr-defined]
    return str(about.title) if about is not None and about.title else None
