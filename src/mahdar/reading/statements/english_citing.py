"""Sources that an agency cites: "TASS, citing the ministry, said", "Citing the ministry, TASS said"."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, is_outlet

Resolve = Callable[[Phrase], Speaker]


def cited_behind(view: View, resolve: Resolve, speaker: Speaker, end: int) -> Speaker:
    """Who is cited at token ``end``, behind a comma or without one, through the agency; else the speaker."""
    at = end + (view.form(end) == ",")
    cites = view.form(at) in view.words.citing
    return _source(view, resolve, speaker, at + 1) if cites and _is_agency(speaker) else speaker


def cited_before(view: View, resolve: Resolve, speaker: Speaker, start: int) -> Speaker:
    """Who is cited at the head of the sentence, before the agency at token ``start``; else the speaker."""
    first = view.sentence(start)[0]
    cites = view.form(first) in view.words.citing and view.form(start - 1) == ","
    return _source(view, resolve, speaker, first + 1) if cites and _is_agency(speaker) else speaker


def _is_agency(speaker: Speaker) -> bool:
    return bool(speaker.ids) and all(is_outlet(one) for one in speaker.ids)


def _source(view: View, resolve: Resolve, agency: Speaker, i: int) -> Speaker:
    """Those named from token i on, through the agency."""
    cited = phrase_after(view, i)
    source = resolve(cited) if cited else NOBODY
    own = source.ids == agency.ids  # the ministry is not the agency's
    return Speaker(() if own else source.ids, source.text, agency.ids) if source.ids else agency
