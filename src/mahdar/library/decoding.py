"""Which encoding some bytes are in: UTF-8, UTF-16 with and without its mark, Windows-1256, Windows-1252, or no text.

Two languages make this a small question: what is not valid UTF-8 is either UTF-8 with damage, or one of the two
single-byte encodings in which Arabic and English news were kept before it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from mahdar.characters import CONTROLS

_MARKS = (  # the longer first: the UTF-32 mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_PAGE = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,5}<(?:!doctype html|html)", re.I | re.S)
_SAMPLE = 20_000  # characters looked at to tell text from other data
_MOST_CONTROLS = 0.05


class NotText(ValueError):  # noqa: N818 - a finding about the bytes, which capture turns into its own error
    """The bytes hold no text; the message says what they seem to hold."""


class Decoded(NamedTuple):
    """The text of some bytes, the encoding found, and notes for a person."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def is_page(raw: bytes) -> bool:
    """Whether the bytes begin as a page does."""
    head = raw[:4_000]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return _PAGE.match(head.lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def decode(raw: bytes) -> Decoded:
    """The text of some bytes. Raises NotText where they hold none."""
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            hint = ", and `mahdar library add` the text of a PDF" if "PDF" in what else ""
            raise NotText(f"this is {what}; Mahdar reads plain text{hint}")
    decoded = _by_mark(raw) or _by_content(raw)
    if _control_share(decoded.text) > _MOST_CONTROLS:
        raise NotText("this is binary data; Mahdar reads plain text")
    return decoded


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, (f"read as {encoding.upper()}", *_damage(text.count("\ufffd"))))
    return None


def _by_content(raw: bytes) -> Decoded:
    if b"\0" in raw and (wide := _wide(raw)):
        return wide
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(raw) or _single_byte(raw)


def _wide(raw: bytes) -> Decoded | None:
    """UTF-16 without its mark: words of our alphabets come out, with spaces between them."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = raw.decode(encoding, "replace")
        sample = text[:_SAMPLE]
        if " " in sample and sum(map(_is_news_character, sample)) >= 0.9 * len(sample):
            return Decoded(text, encoding, (f"read as {encoding.upper()}, which it does not say",))
    return None


def _is_news_character(char: str) -> bool:
    """The alphabets from Latin to Arabic, general punctuation, presentation forms of Arabic: 6 % of all codes."""
    code = ord(char)
    return char not in CONTROLS and (code < 0x0780 or 0x2000 <= code < 0x2070 or 0xFB50 <= code < 0xFF00)


def _damaged_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with some bytes broken, if more of it is whole than broken."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    whole = sum(not char.isascii() for char in text) - broken
    if whole < broken and not _ends_within_a_character(raw):
        return None
    return Decoded(text, "utf-8", _damage(broken))


def _damage(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"{count} broken character{'s' * (count > 1)} replaced by U+FFFD",)


def _ends_within_a_character(raw: bytes) -> bool:
    """Whether all is valid UTF-8 but for the last character, cut after at least two of its bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(raw)
    except UnicodeDecodeError:
        return False
    return len(decoder.getstate()[0]) >= 2


def _single_byte(raw: bytes) -> Decoded:
    """Windows-1256 where its Arabic letters stand side by side as in words, else Windows-1252."""
    if b"\0" in raw:
        raise NotText("this is binary data; Mahdar reads plain text")
    text = raw.decode("cp1256", "replace")
    letters = [_is_arabic(char) for char in text[:_SAMPLE]]
    beside = sum(a and b for a, b in pairwise(letters))
    if beside * 2 >= sum(letters) > 0:
        return Decoded(text, "windows-1256", ("read as Windows-1256, an older encoding of Arabic",))
    western = raw.decode("cp1252", "replace")
    return Decoded(western, "windows-1252", ("read as Windows-1252, an older encoding of western Europe",))


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char < "\u0700" and unicodedata.category(char) in {"Lo", "Mn", "Lm"}


def _control_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(char in CONTROLS for char in sample) / max(len(sample), 1)
