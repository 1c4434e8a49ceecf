"""Words of a text around the places that were looked for, as harmless markup."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from mahdar.characters import harmless

_AROUND = 90  # characters on each side of a place
_MOST = 3  # places

Place = tuple[int, int]


def excerpt(text: str, marks: Sequence[Place]) -> Markup:
    """The first places with what stands around them; the beginning of the text where there are none."""
    if not marks:
        return _to_word(text, 0, 2 * _AROUND) + (" …" if len(text) > 2 * _AROUND else "")
    parts: list[Markup] = []
    end = 0
    for start, stop in marks[:_MOST]:
        first = max(end, start - _AROUND)
        if first > end or not parts:
            parts.append(Markup(" … ") if first else Markup(""))
            parts.append(_from_word(text, first, start))
        else:
            parts.append(Markup(escape(_plain(text[first:start]))))
        parts.append(Markup("<mark>{}</mark>").format(_plain(text[start:stop])))
        end = stop
        tail = min(len(text), stop + _AROUND)
        following = next((at for at, _ in marks if at >= stop), tail)
        end = min(tail, following)
        parts.append(_to_word(text, stop, end) if end == tail else Markup(escape(_plain(text[stop:end]))))
    return Markup("").join(parts) + (" …" if end < len(text) else "")


def marked(text: str, marks: Sequence[Place]) -> Markup:
    """The whole of a short text with the places marked."""
    parts, at = [], 0
    for start, stop in marks:
        parts += [escape(_plain(text[at:start])), Markup("<mark>{}</mark>").format(_plain(text[start:stop]))]
        at = stop
    return Markup("").join([*parts, escape(_plain(text[at:]))])


def _from_word(text: str, first: int, start: int) -> Markup:
    """From the beginning of a word on, where the cut would fall within one."""
    part = text[first:start]
    if first and " " in part:
        part = part.partition(" ")[2]
    return Markup(escape(_plain(part)))


def _to_word(text: str, stop: int, last: int) -> Markup:
    """To the end of a word, where the cut would fall within one."""
    part = text[stop:last]
    if last < len(text) and not text[last].isspace() and " " in part:
        part = part.rpartition(" ")[0]
    return Markup(escape(_plain(part.rstrip() if last < len(text) else part)))


def _plain(text: str) -> str:
    return harmless(text.replace("\n", " ").replace("\r", " "))
