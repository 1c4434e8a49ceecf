"""Speech without a cue of its own: further quotations of the same speaker, paragraphs behind "said:"."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.model import Act
from mahdar.reading.statements.english_ends import tidy
from mahdar.reading.statements.english_obligations import obliges
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS
from mahdar.reading.statements.values import Spoken

_NARRATIVE = frozenset({"he", "she"})
_HEADING = 9  # words
_SMALL_WORD = 3  # letters
_FARTHEST = 300
_TAIL = 12


def block_end(view: View, i: int, narrators: frozenset[int]) -> int:
    """Where paragraphs of speech that begin at token i end; at ``narrators`` the reporter speaks again."""
    start = i
    while start < len(view.forms) and view.form(start) == NEWLINE:
        start += 1
    end = view.paragraph_end(start)
    quote = view.opens(start)
    if quote is not None:
        return max(end, view.paragraph_end(quote.j - 1))
    if start == i and view.form(end - 1) not in STOPS | CLOSING_MARKS:
        return end  # a headline
    while end < len(view.forms):
        following = view.paragraph_end(end + 1)
        if not _still_speech(view, end + 1, following, narrators):
            break
        end = following
    return end


def _still_speech(view: View, i: int, j: int, narrators: frozenset[int]) -> bool:
    if j <= i or view.forms[j - 1] not in STOPS | CLOSING_MARKS or view.opens(i) is not None:
        return False
    return not any(k in narrators or view.forms[k] in _NARRATIVE for k in range(i, j))


def continuations(view: View, spoken: list[Spoken]) -> list[Spoken]:
    """Quotations that nothing introduces, behind a statement of the same paragraph or of the paragraph before."""
    found: list[Spoken] = []
    known = sorted(spoken, key=lambda s: max(s.j, s.cue[1]))
    position, last = 0, None
    for quote in view.outer:
        while position < len(known) and _reach(known[position]) <= quote.i:
            last = known[position]
            position += 1
        if (
            last is None
            or not (view.is_speech(quote) or _ends_speech(view, quote, last))
            or _covered(known, position, quote)
            or not _stands_alone(view, quote, last)
        ):
            continue
        edges = tidy(view, quote.i, quote.j)
        if edges is not None:
            act: Act = "demand" if obliges(view, *edges) else "say"
            last = Spoken(*edges, act, last.speakers, last.speaker_text, last.via, _cue_of(view, quote, last))
            found.append(last)
    return found


def _reach(spoken: Spoken) -> int:
    return max(spoken.j, spoken.cue[1])


def _covered(known: list[Spoken], position: int, quote: Quote) -> bool:
    """Whether a statement near the quotation already holds it."""
    near = known[max(0, position - 3) : position + 6]
    return any(s.i < quote.j and quote.i < s.j for s in near) or any(
        quote.i <= s.cue[0] < quote.j for s in near if s.cue[1] > s.cue[0]
    )


def _ends_speech(view: View, quote: Quote, last: Spoken) -> bool:
    """Whether a few words end the sentence in marks that a cue interrupted: "“The price,” he said, “has doubled.”"."""
    ends = view.form(quote.j - 1) in STOPS and not view.capital(quote.i) and quote.j - quote.i > 1
    return ends and view.form(quote.i - 2) == "," and view.quote(last.j - 1) is not None and last.j < last.cue[0]


def _stands_alone(view: View, quote: Quote, last: Spoken) -> bool:
    """A quotation at the head of its sentence or behind an interrupting cue, close behind the last statement."""
    if quote.i - _reach(last) > _FARTHEST:
        return False
    gap = view.forms[_reach(last) : quote.i - 1]
    if gap.count(NEWLINE) > 1 or not _is_whole(view, quote):
        return False
    before = view.form(quote.i - 2)
    if before == NEWLINE and _is_heading(view, quote):
        return False
    if before == NEWLINE:
        ended = view.form(quote.j - 1) in STOPS or view.quote(last.j - 1) is not None
        return ended and _ends_line(view, quote) and len(gap) <= _TAIL
    if before in STOPS | CLOSING_MARKS:
        return NEWLINE not in gap
    return before == "," and len(gap) <= 14 and NEWLINE not in gap


def _is_heading(view: View, quote: Quote) -> bool:
    """Whether a quotation alone on its line is a heading: a few words, every long one capitalised, no stop."""
    words = [k for k in range(quote.i, quote.j) if view.word(k)]
    alone = view.form(quote.j + 1) in STOPS | {NEWLINE} and view.form(quote.j - 1) not in STOPS | {","}
    titled = all(view.capital(k) for k in words if len(view.forms[k]) > _SMALL_WORD)
    return alone and len(words) <= _HEADING and titled and 4 * sum(map(view.capital, words)) >= 3 * len(words)


def _is_whole(view: View, quote: Quote) -> bool:
    """Whether a quotation ends like a sentence."""
    return view.form(quote.j - 1) in STOPS | {","} or view.form(quote.j + 1) in STOPS | {NEWLINE} or not quote.balanced


def _ends_line(view: View, quote: Quote) -> bool:
    return NEWLINE in view.forms[quote.j : quote.j + 3] or quote.j + 3 >= len(view.forms)


def _cue_of(view: View, quote: Quote, last: Spoken) -> tuple[int, int]:
    """The interrupting cue where it stands in the same sentence, else none."""
    return last.cue if view.form(quote.i - 2) == "," else (quote.i, quote.i)
