"""Speech without a cue of its own: further quotations of the same speaker, paragraphs behind "said:", transcripts."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.model import Act
from mahdar.reading.statements.english_ends import tidy
from mahdar.reading.statements.english_obligations import obliges
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS
from mahdar.reading.statements.values import Spoken

_NARRATIVE = frozenset({"he", "she"})
_HEADING = 9  # words
_SMALL_WORD = 3  # letters
_LABEL = 5
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
            or not view.is_speech(quote)
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


def turns(view: View) -> list[tuple[Phrase, int, int]]:
    """The turns of a transcript, "QUESTION: …": the speaker's tokens and those of the paragraph behind the colon.

    One such paragraph alone is a heading; two make a transcript. A turn runs on over paragraphs to the next label; the
    last one does so only behind ANSWER, since the reporter may follow.
    """
    found: list[tuple[Phrase, int, int]] = []
    start, goes_on = 0, 0
    mixed = _has_asker(view)
    while start < len(view.forms):
        end = view.paragraph_end(start)
        speaker = _label(view, start, end, mixed)
        if speaker is not None:
            if found:
                found[-1] = (*found[-1][:2], max(goes_on, found[-1][2]))
            found.append((speaker, speaker[1] + 1, end))
        elif found and start < end and _same_turn(view, start, end):
            goes_on = end
            if view.form(found[-1][0][0]) in view.words.answerers:
                found[-1] = (*found[-1][:2], end)
        start = end + 1
    return found if len(found) > 1 else []


def _same_turn(view: View, i: int, j: int) -> bool:
    """Whether a paragraph without a label goes on with the turn before it: whole sentences, nothing in brackets."""
    return view.forms[j - 1] in STOPS | CLOSING_MARKS and view.word(i)


def _has_asker(view: View) -> bool:
    """Whether a paragraph begins with the label of somebody who asks, "Interviewer:", so that names are labels too."""
    askers = (k for k, form in enumerate(view.forms) if form == ":" and view.form(k - 1) in view.words.askers)
    return any(view.form(k - 2) == NEWLINE for k in askers)


def _label(view: View, i: int, end: int, mixed: bool) -> Phrase | None:
    """A speaker in capitals before a colon at the head of a paragraph; where names are labels too, also a name."""
    i += view.form(i) in OPENING_MARKS
    for k in range(i, min(end, i + _LABEL)):
        form = view.forms[k]
        if form == ":":
            return (i, k) if k > i and end > k + 1 else None
        whole = view.tokens.original(k, k + 1).isupper() or (mixed and (view.capital(k) or form == "-"))
        if (form != "." and not whole) or (form in view.words.no_labels and view.named(k) is None):
            return None
    return None
