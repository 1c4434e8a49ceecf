"""Which encoding a text file is in, told by its bytes."""

from __future__ import annotations

import codecs
from pathlib import Path

from mahdar.record.loading.publication import LoadError

_CHUNK = 1 << 20
_MAC_E_ACUTE = b"\x8e"


def encoding_of(path: Path) -> str:
    """`utf-8-sig`, which UTF-8 with or without a mark is, or `mac_roman`.

    Of bytes that are no UTF-8, those are Mac Roman whose lines end in CR alone, or that hold its é (8E). Raises
    LoadError on anything else, UTF-16 and files with NUL bytes among it.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    utf8, feeds, mac = True, False, False
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if b"\0" in chunk:
                raise LoadError("holds NUL bytes: it is no text in UTF-8, or has a hole")
            utf8 = utf8 and _decodes(decoder, chunk)
            feeds = feeds or b"\n" in chunk
            mac = mac or _MAC_E_ACUTE in chunk
    if utf8 and _decodes(decoder, b"", final=True):
        return "utf-8-sig"
    if mac or not feeds:
        return "mac_roman"
    raise LoadError("its text is neither UTF-8 nor Mac Roman")


def ends_in_line_end(path: Path) -> bool:
    """Whether the last byte ends a line; where it does not, the last line may be cut short."""
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - 1, 0))
        return stream.read(1) in (b"\n", b"\r")


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
