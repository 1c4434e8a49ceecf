"""What an assistant gives a tool, checked: texts and lists of a bounded size, days, times, states.

Whatever is wrong is raised as `RefusedError` with a sentence that says what to give instead.
"""

from __future__ import annotations

from datetime import date

from mahdar.edtf import Interval

REPORT, SENTENCE, ACCOUNT = 40_000, 2_000, 20_000  # code points of a text to read, to check, to compare
ACCOUNTS = 6  # texts that are compared at once
ROWS = 100  # rows of one list in an answer
NAME = 300  # code points of a name, a symbol, a title, the words of a search


class RefusedError(ValueError):
    """A question that is not answered; the message is a sentence for whoever asked."""


def text(value: str, most: int, what: str) -> str:
    """The text exactly as given, for offsets count in it."""
    _whole(value, what)
    if not value.strip():
        raise RefusedError(f"{what} is empty")
    if len(value) > most:
        raise RefusedError(f"{what} has {len(value):,} characters; at most {most:,} are taken: give it in parts")
    return value


def short(value: str | None, what: str) -> str | None:
    """A name or a symbol; None where it is empty."""
    bare = (value or "").strip()
    _whole(bare, what)
    if len(bare) > NAME:
        raise RefusedError(f"{what} has {len(bare):,} characters; at most {NAME} are taken")
    return bare or None


def _whole(value: str, what: str) -> None:
    """Half a character (a lone surrogate) cannot be sent back as the words that stand there."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise RefusedError(f"{what} holds half a character at {error.start}: send valid Unicode") from None


def day(value: str | None, what: str) -> date | None:
    """An ISO day."""
    bare = short(value, what)
    if bare is None:
        return None
    try:
        return date.fromisoformat(bare)
    except ValueError:
        raise RefusedError(f"{what} is not a day: write it as 2022-05-26") from None


def time(value: str | None, what: str) -> Interval | None:
    """EDTF: a day, a month, a year or an interval."""
    bare = short(value, what)
    if bare is None:
        return None
    try:
        return Interval.parse(bare)
    except ValueError:
        raise RefusedError(f"{what} is not a time: write 2022-05-26, 2022-05, 2022 or 2022-05-20/2022-05-26") from None


def between(first: str | None, last: str | None) -> Interval | None:
    """From the first day of one time to the last of another; None where neither is given."""
    ends = time(first, "first"), time(last, "last")
    if ends == (None, None):
        return None
    try:
        return Interval.span(*ends)
    except ValueError:
        raise RefusedError("last lies before first") from None


def state(value: str | None, what: str) -> str | None:
    """The code of a state from its code, or its name in English or Arabic."""
    from mahdar.watch.phrases import state as code_of

    bare = short(value, what)
    if bare is None:
        return None
    try:
        return code_of(bare)
    except ValueError as error:
        raise RefusedError(f"{what}: {error}") from None
