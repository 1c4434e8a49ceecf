"""Speech without a cue of its own: further quotations of the same speaker, paragraphs behind "said:", headlines."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.model import Act
from mahdar.reading.passage import Named
from mahdar.reading.statements.english_cues import cues
from mahdar.reading.statements.english_ends import tidy
from mahdar.reading.statements.english_headlines import is_topic
from mahdar.reading.statements.english_obligations import obliges
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS
from mahdar.reading.statements.values import Spoken

_NARRATIVE = frozenset({"he", "she"})
_HEADLINE = 7
_LABEL = 5
_FARTHEST = 300
_TAIL = 12
_TAIL_WORDS = 6
_VERB = 2
_HEADLINE_LONGEST = 25


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
    if before == NEWLINE:
        ended = view.form(quote.j - 1) in STOPS or view.quote(last.j - 1) is not None
        return ended and _ends_line(view, quote) and len(gap) <= _TAIL
    if before in STOPS | CLOSING_MARKS:
        return NEWLINE not in gap
    return before == "," and len(gap) <= 14 and NEWLINE not in gap


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
    while start < len(view.forms):
        end = view.paragraph_end(start)
        speaker = _label(view, start, end)
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


def _label(view: View, i: int, end: int) -> Phrase | None:
    """A speaker in capitals before a colon at the head of a paragraph."""
    i += view.form(i) in OPENING_MARKS
    for k in range(i, min(end, i + _LABEL)):
        if view.forms[k] == ":":
            return (i, k) if k > i and end > k + 1 else None
        if view.forms[k] != "." and not view.tokens.original(k, k + 1).isupper():
            return None
    return None


def headline(view: View, clauses: frozenset[int] = frozenset()) -> tuple[Phrase, int, int] | None:
    """A headline that speaks, "Moscow: …": the speaker's tokens and those of the content.

    No speaker but a topic stands before a colon behind which a clause reports something itself (``clauses``).
    """
    end = view.paragraph_end(0)
    quote = view.opens(0)
    if quote is not None and view.form(quote.j + 1) == ":":
        named = next((n for k in range(quote.j + 2, min(end, quote.j + _HEADLINE)) if (n := view.named(k))), None)
        return ((named.i, named.j), quote.i, quote.j) if named is not None and _signs(view, named, end) else None
    colon = next((k for k in range(1, min(end, _HEADLINE)) if view.forms[k] == ":"), None)
    if colon is None or end - colon < 4 or colon + 1 in clauses or is_topic(view, colon):
        return None
    if view.named(colon - 1) is None and not _speaks(view, colon - 1):
        return None
    return (0, colon), colon + 1, end


def _signs(view: View, named: Named, end: int) -> bool:
    """Whether a name behind a quotation and a colon is who said it: no sentence of its own follows."""
    behind = view.form(named.j)
    near = view.forms[named.j : named.j + _VERB]
    told = any(cue.verbal and any(b.sure for b in cue.buildings) for form in near for cue in cues().get(form))
    return named.j >= end or told or behind in view.words.prepositions or not view.word(named.j)


def headline_tail(view: View) -> tuple[Phrase, int] | None:
    """A source behind the last dash of a headline, "… - police": its tokens, and where the content ends."""
    end = view.paragraph_end(0)
    dash = next((k for k in range(end - 2, max(3, end - _TAIL_WORDS), -1) if view.dash(k)), None)
    if dash is None or view.form(end - 1) in STOPS or end > _HEADLINE_LONGEST:
        return None
    named = view.named(end - 1)
    if (named is not None and named.kind != "outlet") or _speaks(view, end - 1):
        return (dash + 1, end), dash
    return None


def _speaks(view: View, k: int) -> bool:
    w, form = view.words, view.form(k)
    called = form in w.collective and (k == 0 or view.form(k - 1) in w.kinds_of_group | w.un)
    return called or form in w.spokes or form in w.private or form in w.unnamed or form in w.documents
