"""Where a cue stands to its content, behind it ("…, he said") or before it, and its subject."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_addressed import addressee_end
from mahdar.reading.statements.english_antecedents import nearest
from mahdar.reading.statements.english_bare import is_opened, lacks_verb, leads_up
from mahdar.reading.statements.english_cues import Cue
from mahdar.reading.statements.english_ends import is_aside
from mahdar.reading.statements.english_groups import Group
from mahdar.reading.statements.english_inverted import BOUNDARIES, has_finite, inverted, urges
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_subjects import subject_before
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

_TAIL = 14
_TAIL_REACH = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A cue that reports something; ``behind`` is the token after the content it follows, None where it precedes it."""

    cue: Cue
    group: Group
    subject: Phrase | None
    behind: int | None
    inverted: bool = False

    @property
    def start(self) -> int:
        """Where the reporter's own words begin."""
        return min(self.group.i, self.subject[0]) if self.subject and not self.inverted else self.group.i


def place(view: View, cue: Cue, verb: Group, taken: set[int]) -> Found:
    """The cue with its subject and its place."""
    behind = inverted(view, cue, verb)
    if behind is not None:
        return Found(cue, verb, behind, verb.i, True)
    subject = _past_addressee(view, subject_before(view, verb.i, taken), taken)
    if subject is not None and verb.mood == "participle" and subject[1] == verb.i:
        subject = nearest(view, subject)
    summed = _summed_up(view, subject, verb) if subject is not None else None
    if subject is not None and summed is not None:
        return Found(cue, verb, (summed, subject[1]), None)
    start = subject[0] if subject else None
    related = view.form(verb.i - 1) in view.words.relatives
    if start is None or not cue.takes("after") or verb.mood != "said" or related:
        return Found(cue, verb, subject, None)
    return Found(cue, verb, subject, start if _follows(view, start, verb, cue) else None)


def _past_addressee(view: View, subject: Phrase | None, taken: set[int]) -> Phrase | None:
    """A subject without whom a cue right before it addresses: "told reporters | Minsk had promised"."""
    if subject is None or subject[0] - 1 not in taken:
        return subject
    end = addressee_end(view, subject[0])
    if end is None or not subject[0] < end < subject[1]:
        return subject
    fresh = view.capital(end) or view.forms[end] in view.words.determiners | view.words.personal
    return (end, subject[1]) if fresh else subject


def _summed_up(view: View, subject: Phrase, verb: Group) -> int | None:
    """Where the speaker begins behind a noun that sums up what was said: "an allegation Paris denies"."""
    i, j = subject
    if verb.mood != "said" or view.form(i) not in {"a", "an"} or view.form(i - 1) not in {",", "-"}:
        return None
    noun = next((k for k in range(i + 1, j - 1) if view.forms[k] in view.words.allegations), None)
    if noun is None:
        return None
    at = noun + 2 if view.form(noun + 1) == "that" else noun + 1
    return at if at < j and (view.capital(at) or view.form(at) == "the") else None


def _follows(view: View, start: int, verb: Group, cue: Cue) -> bool:
    """Whether subject and verb follow their content: a mark or comma before them, nothing to report behind them."""
    left = start - 1
    quoted = view.closes(left) is not None or (view.form(left) == "," and view.closes(left - 1) is not None)
    ended = view.form(left) in CLOSING_MARKS and view.form(left - 1) in STOPS | {","}
    stopped = (quoted or ended) and _stopped(view, left)
    if stopped and view.form(verb.j) not in STOPS | {NEWLINE}:
        return False
    building = cue.takes("after")
    trusted = building is not None and (building.sure or building.written or _has_learned(view, start, cue))
    if not (quoted or ended or (view.form(left) == "," and trusted)):
        return False
    if ended and view.form(verb.j) not in {"that", ":"} and _after_speech(view, left):
        return True
    if not (quoted or ended) and (urges(view, verb, cue) or _only_led_up(view, left, verb)):
        return False
    if view.form(verb.j) in {"that", ":"} or _introduces(view, start, verb, quoted or ended):
        return False
    return _is_tail(view, verb.j, any(way.startswith("whom") for b in cue.buildings for way in b.takes))


def _has_learned(view: View, start: int, cue: Cue) -> bool:
    """Whether an outlet tells what it found out: "…, Reuters has learned"."""
    named = view.named(start + (view.form(start) == "the"))
    return cue.lemma == "learn" and named is not None and named.kind == "outlet"


def _only_led_up(view: View, comma: int, verb: Group) -> bool:
    """Whether an adverbial without a verb stands before the comma: "In the same vein, Peru promised to act"."""
    first = view.sentence(comma)[0]
    leads = view.form(first) in view.words.prepositions | view.words.leads_to_speech or view.form(first).endswith("ing")
    leads = leads and lacks_verb(view, first + 1, comma)
    return leads and view.form(verb.j) not in STOPS | BOUNDARIES


def _stopped(view: View, closing: int) -> bool:
    """Whether a full stop inside the marks ends the quotation, so that what follows is a sentence of its own."""
    return view.form(closing) in CLOSING_MARKS and view.form(closing - 1) == "."


def _after_speech(view: View, closing: int) -> bool:
    """Whether the quotation that ends at a mark is a sentence of its own."""
    quote = view.closes(closing)
    before = view.form(quote.i - 2) if quote is not None else ""
    return quote is not None and view.is_speech(quote) and before in STOPS | CLOSING_MARKS | {NEWLINE, ":"}


def _introduces(view: View, start: int, verb: Group, quoted: bool) -> bool:
    """Whether what stands before the comma only leads up to the verb: "As a phone rang, he said, “…”"."""
    first = view.sentence(start)[0]
    lead = view.form(first) in view.words.prepositions | view.words.subordinators | view.words.leads_to_speech
    return not quoted and lead and _quotation_follows(view, verb)


def _quotation_follows(view: View, verb: Group) -> bool:
    """Whether a comma or colon and a quotation stand behind the verb and whom it addresses: "told the paper: “…”"."""
    end = min(view.sentence(verb.cue)[1], verb.j + _TAIL)
    mark = next((k for k in range(verb.j, end) if view.forms[k] in {",", ":"}), None)
    if mark is None or view.opens(mark + 1) is None:
        return False
    return view.forms[mark] == ":" or mark == verb.j


def _is_tail(view: View, j: int, addressed: bool) -> bool:
    """Whether from token j on only adjuncts, an addressee (if the cue takes one) or nothing follow."""
    form, w = view.form(j), view.words
    if form in STOPS | BOUNDARIES | w.citing | {")"} or view.time_end(j) is not None:
        return True
    if form in w.prepositions or form in w.adverbs or form.endswith("ly") or form in {"to", "when", "and", "but"}:
        return not _has_that(view, j)
    return addressed and not has_finite(view, j) and not _has_that(view, j)


def _has_that(view: View, j: int) -> bool:
    end = min(view.sentence(j - 1)[1], j + _TAIL)
    stop = next((k for k in range(j, end) if view.forms[k] == ","), end)
    return "that" in view.forms[j:stop]


def tail_end(view: View, found: Found) -> int:
    """The first comma, stop or opening mark behind a cue that follows its content, its apposition passed over."""
    k = found.subject[1] if found.inverted and found.subject else found.group.j
    end = min(view.sentence(found.group.cue)[1], k + _TAIL_REACH)
    while k < end and not view.stop(k) and view.forms[k] not in {",", ";", NEWLINE, ":"} and view.opens(k) is None:
        if view.dash(k):
            break
        k += 1
    return k


def _lacks_verb(view: View, found: Found) -> bool:
    return found.behind is not None and lacks_verb(view, view.sentence(found.behind)[0], found.behind)


def goes_on(view: View, found: Found, end: int) -> int | None:
    """Where the content goes on behind a cue that interrupts it: "The case, he said, was lost"."""
    if found.inverted or view.form(end) not in {",", "-"} or is_aside(view, end + 1):
        return None
    form = view.form(end + 1)
    if form in {"a", "an", "in", "when", "after"} and found.behind is not None and is_opened(view, found.behind - 1):
        return end + 1
    if found.behind is not None and leads_up(view, view.sentence(found.behind)[0]):
        return end + 1 if view.opens(end + 1) is None and view.sentence(end)[1] - end > 3 else None
    if (
        form
        in view.words.coordinators
        | view.words.relatives - {"that"}
        | {"a", "an", "when", "while", "after", "in", "as", "not"}
        or form.endswith("ing")
        or (form.endswith("ed") and not _lacks_verb(view, found))
        or view.opens(end + 1)
    ):
        return None
    return end + 1 if view.sentence(end)[1] - end > 3 else None
