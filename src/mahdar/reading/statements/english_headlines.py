"""Headlines that speak without a verb: "Moscow: …", "… - police", an attitude in marks ("Syria 'ready' for return")."""

from __future__ import annotations

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_cues import cues
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import ANY_MEDIA
from mahdar.reading.statements.english_words import STOPS
from mahdar.reading.united_nations import is_of_un

_LONGEST = 25  # tokens of a headline
_LABEL = 7  # tokens
_TAIL_WORDS = 6
_VERB = 2
_MARKS = frozenset({"'", "\u2018", "\u2019", '"', "\u201c", "\u201d"})
_NAMES = frozenset({"state", "capital", "body", "person", "office"})


def attitude(view: View) -> tuple[Phrase, int, int] | None:
    """A headline in which a name is followed by its attitude in marks: the speaker's tokens and the content's.

    The content is the whole headline, as in "Syria 'ready' for return". A deed in marks ("Army 'killed' ten") is
    somebody else's word and reports nothing of its subject.
    """
    end = view.paragraph_end(0)
    named = view.named(0)
    if named is None or named.kind not in _NAMES or end > _LONGEST or end >= len(view.forms):
        return None
    mark = named.j + (view.form(named.j) in view.words.copulas)
    if view.form(mark) not in _MARKS or view.form(mark + 1) not in view.words.attitudes:
        return None
    closed = any(view.forms[k] in _MARKS for k in range(mark + 2, end))
    return ((named.i, named.j), 0, end) if closed else None


def is_topic(view: View, colon: int) -> bool:
    """Whether what stands before the colon of a headline is a topic or a sender and says nothing.

    A state with a plain verb behind it, "Syria: Free detainees", with an organ of the United Nations, "Syria: UN review
    exposes", or with people or a number, "Sudan: army retakes town"; anybody before "Statement on Syria".
    """
    if view.form(colon + 1) in view.words.sent_out and view.form(colon + 2) in view.words.behind_sent_out:
        return True
    named = view.named(0)
    state = named is not None and named.kind == "state" and named.j == colon
    follows = view.named(colon + 1)
    of_un = follows is not None and is_of_un(view.passage.principal(follows.entity))
    first, w = view.form(colon + 1), view.words
    counted = view.tokens.is_number(colon + 1) or first in w.counts
    people = first in w.spokes | w.private | w.unnamed | w.organs and view.form(colon + 2) != "of"
    city = named is not None and named.kind == "capital" and named.j == colon
    if city and view.tokens.original(0, colon).isupper() and view.form(view.paragraph_end(0) - 1) in STOPS:
        return True  # BEIRUT: The envoy left.
    return (city and counted) or (state and (of_un or counted or people or first in w.imperatives))


def headline(
    view: View, clauses: frozenset[int] = frozenset(), speakers: frozenset[str] = frozenset()
) -> tuple[Phrase, int, int] | None:
    """A headline that speaks, "Moscow: …": the speaker's tokens and those of the content.

    No speaker but a topic stands before a colon behind which a clause reports something itself (``clauses``); one of
    no table is known by his last word among those who speak in the report (``speakers``).
    """
    end = view.paragraph_end(0)
    quote = view.opens(0)
    if quote is not None and view.form(quote.j + 1) == ":":
        phrase = _signer(view, quote.j + 2, end)
        return (phrase, quote.i, quote.j) if phrase is not None else None
    colon = next((k for k in range(1, min(end, _LABEL)) if view.forms[k] == ":"), None)
    if colon is None or end - colon < 4 or colon + 1 in clauses or is_topic(view, colon):
        return None
    label = _before_subject(view, colon)
    known = view.named(label - 1) is not None or _speaks(view, label - 1)
    if not known and not (view.forms[label - 1] in speakers and _is_full_name(view, label)):
        return None
    return ((0, label), colon + 1, end) if _names_speaker(view, label) else None


def _before_subject(view: View, colon: int) -> int:
    """Where the words begin that tell of what somebody speaks in the marks behind the colon: "Moscow | on talks"."""
    named = view.named(0)
    about = named is not None and view.form(named.j) in view.words.speaking_of and named.j < colon
    return named.j if named is not None and about and view.opens(colon + 1) is not None else colon


def _is_full_name(view: View, label: int) -> bool:
    return all(view.capital(k) and view.word(k) for k in range(label))


def _names_speaker(view: View, label: int) -> bool:
    """Whether a label begins with a name or post: a speaker, while "War on Iran", "Who is Türk" are topics."""
    w, form = view.words, view.forms[0]
    held = w.spokes | w.titles | w.officers | w.private | w.unnamed | w.collective | w.documents | w.address
    group = form in w.kinds_of_group and view.forms[label - 1] in w.collective
    if group or view.named(0) is not None or form in held | w.determiners | w.setting_apart:
        return True
    return _is_full_name(view, label) and not form.endswith("ing")


def _signer(view: View, i: int, end: int) -> Phrase | None:
    """Who is named behind a quotation and its colon: "“…”: UN tells of siege", "“…”: survivors tell of siege"."""
    named = next((n for k in range(i, min(end, i + _LABEL - 2)) if (n := view.named(k))), None)
    if named is not None and named.head and _signs(view, named, end):
        return named.i, named.j
    people = view.form(i) in view.words.private | view.words.unnamed and _tells(view, i + 1)
    return (i, i + 1) if people else None


def _signs(view: View, named: Named, end: int) -> bool:
    """Whether a name behind a quotation and a colon is who said it: no sentence of its own follows."""
    behind = view.form(named.j)
    near = range(named.j, named.j + _VERB)
    told = any(_tells(view, k) for k in near)
    return named.j >= end or told or behind in view.words.prepositions or not view.word(named.j)


def _tells(view: View, k: int) -> bool:
    """Whether a verb that surely reports speech stands at token k."""
    return any(cue.verbal and any(b.sure for b in cue.buildings) for cue in cues().get(view.form(k)))


def headline_tail(view: View) -> tuple[Phrase, int] | None:
    """A source behind the last dash or colon of a headline, "… - police": its tokens, where the content ends."""
    end = view.paragraph_end(0)
    reach = range(end - 2, max(3, end - _TAIL_WORDS), -1)
    dash = next((k for k in reach if view.dash(k) or view.forms[k] == ":"), None)
    if dash is None or view.form(end - 1) in STOPS or end > _LONGEST:
        return None
    named = view.named(end - 1)
    if view.forms[dash] == ":" and not _is_bare_source(view, dash + 1, end):
        return None
    nameless = named is not None and (named.kind != "outlet" or named.entity == ANY_MEDIA)  # state TV, not Reuters
    if nameless or _speaks(view, end - 1):
        return (dash + 1, end), dash
    return None


def _is_bare_source(view: View, i: int, end: int) -> bool:
    """Whether nothing but a person, post or body, or a plain word for people, stands behind a colon: "…: UN envoy"."""
    named = view.named(end - 1)
    if named is None:
        return end - i <= _VERB and view.form(i) not in view.words.documents
    return named.i == i and named.kind in {"person", "office", "body"}


def _speaks(view: View, k: int) -> bool:
    w, form = view.words, view.form(k)
    called = form in w.collective and (k == 0 or view.form(k - 1) in w.kinds_of_group | w.un)
    return called or form in w.spokes or form in w.private or form in w.unnamed or form in w.documents
