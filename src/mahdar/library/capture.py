"""From the bytes of a report to its text, losing nothing unsaid.

The text is what the bytes decode to and nothing else: line ends stay as they are, and a leading UTF-8 byte order mark
stays as U+FEFF, since offsets count the text exactly as given and the contract's scorer decodes plain UTF-8. In
UTF-16 and UTF-32 the mark belongs to the encoding and goes. Whatever had to be guessed or replaced becomes a note.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mahdar.characters import count_hidden
from mahdar.library.decoding import NotText, decode, is_page

LIMIT = 2_000_000  # bytes: some hundred times a long report, and still read within seconds


class CaptureError(Exception):
    """A report that cannot be captured; the message says why in words for a person. ``name`` is the file as given."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(problem)
        self.name = name


class MissingFileError(CaptureError):
    """There is no such file."""


class UnreadableFileError(CaptureError):
    """The system does not let it be read: a folder, no permission, a broken disk."""


class EmptyFileError(CaptureError):
    """Nothing stands in it but white space."""


class BinaryFileError(CaptureError):
    """It holds something else than text."""


class TooLargeError(CaptureError):
    """More bytes than any report has."""


@dataclass(frozen=True, slots=True)
class Captured:
    """The bytes as they came, the text that they hold, the encoding found, and notes for a person."""

    name: str
    raw: bytes
    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def capture_file(path: str | Path, *, limit: int = LIMIT) -> Captured:
    """Read one file. Raises a CaptureError of the fitting kind; never reads more than ``limit`` bytes (+ 1)."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as stream:
            return capture_stream(stream, name, limit=limit)
    except FileNotFoundError:
        raise MissingFileError(name, "there is no such file") from None
    except IsADirectoryError:
        raise UnreadableFileError(name, "this is a folder, not a report") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(name, f"cannot be read: {problem}") from error


def capture(name: str, *, limit: int = LIMIT) -> Captured:
    """Read one report by the name that a user gives: a file, or standard input for `-`."""
    return capture_stream(sys.stdin.buffer, limit=limit) if name == "-" else capture_file(name, limit=limit)


def capture_stream(stream: BinaryIO, name: str = "-", *, limit: int = LIMIT) -> Captured:
    """Read one report from an open binary stream, at most ``limit`` bytes (+ 1) of it."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise TooLargeError(name, f"larger than {limit / 1e6:g} MB, more than any single report; split it")
    return capture_bytes(raw, name)


def capture_bytes(raw: bytes, name: str) -> Captured:
    """Find out the encoding of bytes at hand and decode them. Raises EmptyFileError or BinaryFileError."""
    if not raw:
        raise EmptyFileError(name, "the file is empty")
    try:
        decoded = decode(raw)
    except NotText as error:
        raise BinaryFileError(name, str(error)) from None
    if not decoded.text.strip("\ufeff \t\r\n\v\f\u00a0"):
        raise EmptyFileError(name, "nothing stands in it but white space")
    page = ("this seems to be a web page; `mahdar library add` takes the report out of it",) if is_page(raw) else ()
    notes = (*decoded.notes, *page, *_hidden_notes(decoded.text))
    return Captured(name, raw, decoded.text, decoded.encoding, notes)


def _hidden_notes(text: str) -> list[str]:
    controls, turns = count_hidden(text)
    notes = []
    if controls:
        notes.append(f"shows {controls} control character{'s' * (controls > 1)} as visible signs")
    if turns:
        notes.append(f"shows {turns} character{'s' * (turns > 1)} that would turn the text round as visible signs")
    return notes
