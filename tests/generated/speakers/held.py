"""Whether a text in which somebody speaks is read as it was made."""

from __future__ import annotations

from functools import cache

from mahdar.model import Statement
from mahdar.reading.passage import Passage
from tests.generated.speakers.filling import Said
from tests.held import passage

_PUBLISHED = "2024-05-03"
_EDGES = ' .,،:"«»“”'


def faults(one: Said) -> list[str]:
    """What is wrong with the reading of a text: nothing where it is as it was made."""
    base = _plain(one.plain, one.plain_content, one.principal)
    if isinstance(base, str):
        return [base]
    read = passage(one.text, _PUBLISHED)
    found = read.statements
    wrong = [fault for content in one.contents if (fault := _content(read, content, base, one.others))]
    spans = [span for content in one.contents if (span := _span(read.text, content))]
    strangers = [s for s in found if _principals(read, s.speakers) != base and not _covers(s, spans)]
    if strangers and not one.others:
        wrong.append(f"second: {strangers[0].text} ({', '.join(strangers[0].speakers)})")
    return wrong


@cache
def _plain(text: str, content: str, principal: str) -> tuple[str, ...] | str:
    """For whom the plain sentence has its speaker speak, or what is wrong with it."""
    read = passage(text, _PUBLISHED)
    found = [s for s in read.statements if s.text == content]
    if len(read.statements) != 1 or not found:
        return f"plain, content: {text}"
    who = _principals(read, found[0].speakers)
    if not who:
        return f"plain, nobody: {text}"
    if who != {"": who, "own": found[0].speakers, "-": _no_states(who)}.get(principal, (principal,)):
        return f"plain, principal: {text} ({', '.join(who)})"
    return who


def _principals(read: Passage, speakers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(read.principal(who) for who in speakers))


def _no_states(principals: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(who for who in principals if not who.startswith("state:"))


def _span(text: str, content: str) -> tuple[int, int] | None:
    start = text.casefold().find(content.casefold())
    return (start, start + len(content)) if start >= 0 else None


def _covers(statement: Statement, spans: list[tuple[int, int]]) -> bool:
    return any(statement.start < end and start < statement.end for start, end in spans)


def _content(read: Passage, content: str, speakers: tuple[str, ...], others: bool) -> str | None:
    span = _span(read.text, content)
    assert span is not None, (read.text, content)
    middle = (span[0] + span[1]) // 2
    over = [s for s in read.statements if s.start <= middle < s.end]
    if others and len(over) > 1:  # "which X denied" is a statement about the same words
        over = [s for s in over if _principals(read, s.speakers) == speakers] or over[:1]
    if not over:
        return f"missed: {content}"
    if len(over) > 1:
        return f"twice: {content}"
    if _principals(read, over[0].speakers) != speakers:
        return f"speaker: {', '.join(over[0].speakers) or 'nobody'} for {', '.join(speakers)}"
    return _extent(read.text, over[0], span)


def _extent(text: str, statement: Statement, span: tuple[int, int]) -> str | None:
    before, behind = text[statement.start : span[0]].strip(_EDGES), text[span[1] : statement.end].strip(_EDGES)
    if statement.start > span[0] or statement.end < span[1]:
        return f"cut: {statement.text}"
    return f"runs on: {statement.text}" if before or behind else None
