"""Contents that follow their cue without an addressee: a clause, a quotation, a noun phrase, an infinitive."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_view import View

_REACH = 25


@dataclass(frozen=True, slots=True)
class Start:
    """Where a content begins; ``kind`` is ``clause``, ``noun``, ``quote`` or ``block`` (paragraphs after a colon)."""

    i: int
    kind: str


def marker(view: View, j: int, allowed: frozenset[str] = frozenset({"that", ":", "quote"})) -> int | None:
    """The "that", colon or opening mark that a cue's adjuncts lead up to: "said on Monday in Geneva that"."""
    k, end = j, min(view.sentence(j - 1)[1] + 1, j + _REACH, len(view.forms))
    while k < end:
        after = view.time_end(k)
        form = view.forms[k]
        if after is not None:
            k = after
            continue
        if form == "that" or form == ":" or view.opens(k) is not None:
            return k if _kind_of(view, k) in allowed else None
        if _ends_adjuncts(view, k, j):
            return None
        k += 1
    return None


def _ends_adjuncts(view: View, k: int, j: int) -> bool:
    form = view.forms[k]
    if form in view.words.finite or view.stop(k) or form == NEWLINE or (k > j and form in view.words.coordinators):
        return True
    if form == "by" and view.form(k + 1) not in view.words.means:
        return not view.form(k - 1).endswith("ed") and view.form(k - 1) not in view.words.authoring | view.words.seen
    return form == "to" and is_plain_verb(view, k + 1) and not view.forms[k + 1].endswith("s")


def _kind_of(view: View, k: int) -> str:
    return view.forms[k] if view.forms[k] in {"that", ":"} else "quote"


def _leads_on(view: View, j: int) -> bool:
    """Whether token j begins an adjunct rather than a content."""
    form, w = view.form(j), view.words
    return (
        form == ","
        or form in w.prepositions
        or form in w.adverbs
        or form.endswith("ly")
        or view.time_end(j) is not None
    )


def that(view: View, j: int) -> Start | None:
    """A clause with "that" at token j, or behind an adverbial that begins there."""
    if view.form(j) == "that":
        if view.form(j + 1) == ",":
            return Start(j + 2, "clause")
        return Start(j if view.form(j + 1) in view.words.finite else j + 1, "clause")
    found = marker(view, j, frozenset({"that"})) if _leads_on(view, j) else None
    finite = found is None or view.form(found + 1) in view.words.finite | {"of"}
    return None if finite or found is None else Start(found + 1 + (view.form(found + 1) == ","), "clause")


def clause(view: View, j: int) -> Start | None:
    """A clause without "that", directly or behind a time."""
    after = view.time_end(j)
    if after is None and view.form(j) in {"on", "in"} and view.time_end(j + 1) is not None:
        after = view.time_end(j + 1)
    if after is not None and after < view.sentence(j)[1]:
        return Start(after, "clause") if _begins_clause(view, after) else None
    if view.form(j) == "to" and is_plain_verb(view, j + 1) and not view.form(j + 1).endswith("s"):
        return None
    if view.form(j) in view.words.prepositions | {"to"} and not _counts(view, j):
        return _clause_behind_adjunct(view, j)
    return Start(j, "clause") if _begins_clause(view, j) else None


def _begins_clause(view: View, j: int) -> bool:
    form, w = view.form(j), view.words
    if not (view.word(j) or view.tokens.is_number(j) if j < len(view.forms) else False):
        return view.opens(j) is not None
    if _begins_aside(view, j):
        return False
    if form in view.words.pronouns and view.form(j + 1) in view.words.finite:
        return True  # said nothing was agreed
    if (
        form in view.words.no_clause
        or form in w.coordinators
        or form in w.finite
        or form in w.modals
        or form in w.auxiliaries
    ):
        return False
    if not view.word(j + 1) and (view.form(j + 1) in {",", NEWLINE} or view.stop(j + 1)):
        return False
    alone = not view.word(j + 1) and view.form(j + 1) != "'s" and view.opens(j + 1) is None
    if form in view.words.no_clause_alone and alone:
        return False
    return _counts(view, j) or form in view.words.clause_starters or form not in w.prepositions | {"to"}


def _counts(view: View, j: int) -> bool:
    """Whether "at least", "around" or "up to" leads a number: "said at least 40 people had died"."""
    near = [view.form(k) for k in range(j + 1, j + 4)]
    return view.form(j) in view.words.approximate and any(
        form[:1].isdigit() or form in view.words.counts - {"both", "former", "latter", "rest"} for form in near
    )


def _clause_behind_adjunct(view: View, j: int) -> Start | None:
    """ "said in a statement the group would": a new subject with its verb behind the adjunct's noun."""
    end, w = min(view.sentence(j)[1], j + _REACH), view.words
    for k in range(j + 2, end):
        form = view.forms[k]
        if form == ",":
            return None
        fresh = form in w.personal or (
            form in {"the", "there", "his", "her", "its", "their"}
            and view.form(k - 1) not in w.prepositions | {"to", "and"}
        )
        if fresh and any(f in w.finite for f in view.forms[k + 1 : k + 8]):
            return Start(k, "clause")
    return None


def quote(view: View, j: int) -> Start | None:
    """A quotation, directly, after a comma or colon, or at the end of the cue's adjuncts."""
    k = j + 1 if view.form(j) in {",", ":"} else j
    if view.opens(k) is not None:
        return Start(k, "quote")
    if view.form(j) == ":":
        return Start(j + 1, "block")  # whose cue must be one that opens speech
    found = marker(view, j, frozenset({":", "quote"})) if _leads_on(view, j) else None
    if found is None:
        return None
    if view.forms[found] == ":":
        return quote(view, found)
    return Start(found, "quote") if view.form(found - 1) in {",", ":"} or is_speech_at(view, found) else None


def is_speech_at(view: View, opening: int) -> bool:
    """Whether speech begins at an opening mark, and not a borrowed word: long enough, with a capital."""
    found = view.opens(opening)
    return found is not None and view.is_speech(found) and view.capital(opening + 1)


def noun(view: View, j: int) -> Start | None:
    """A noun phrase, directly or behind a time."""
    j = _behind_day(view, j + 1 if view.closes(j) is not None else j)
    manner = view.words.manners.at(view.tokens, j) if j < len(view.forms) else None
    j = manner.j if manner is not None else _behind_quoted_manner(view, j)
    while view.word(j) and view.forms[j].endswith("ly") and not view.capital(j):
        j += 1
    form, w = view.form(j), view.words
    if view.opens(j) is not None or form == "what":
        return Start(j, "noun")
    if not (view.word(j) or form[0].isdigit() or form in {"$", "£", "€"}):
        return None
    if view.form(j + 1) == "'s" or (form in w.approximate and any(view.form(k)[0].isdigit() for k in range(j, j + 4))):
        return Start(j, "noun")
    if _begins_aside(view, j) or (form.endswith("ed") and view.form(j + 1) in {"to", "by"}):
        return None  # the support needed to win
    if _counts_nouns(view, j):
        return Start(j, "noun")
    if view.form(j + 1) == "-" and view.word(j + 2) and view.tokens.touches(j + 1):
        return Start(j, "noun")  # long-standing deals
    if (
        any(form in held for held in (w.prepositions, w.coordinators, w.finite, w.adverbs, w.wh))
        or form in view.words.no_noun
        or form in w.auxiliaries
    ):
        return None
    return Start(j, "noun")


def _behind_quoted_manner(view: View, j: int) -> int:
    """Past a manner in marks: "condemned “in the strongest terms” | the killing"."""
    marked = j + 1 < len(view.forms) and view.opens(j) is not None
    manner = view.words.manners.at(view.tokens, j + 1) if marked else None
    return manner.j + 1 if manner is not None and view.closes(manner.j) is not None else j


def _begins_aside(view: View, j: int) -> bool:
    """Whether words that only tell when or how stand at token j: "a trip that the Kremlin announced hours earlier"."""
    k = j + (view.form(j) in view.words.counts or (j < len(view.forms) and view.tokens.is_number(j)))
    return k < len(view.forms) and view.words.aside_phrases.at(view.tokens, k) is not None


def _counts_nouns(view: View, j: int) -> bool:
    """Whether a word that may be an adverb stands before its noun: "accused both sides", "asked for further steps"."""
    behind, w = view.form(j + 1), view.words
    if view.form(j) not in w.before_nouns or not view.word(j + 1) or view.time_end(j) is not None:
        return False
    if behind in w.prepositions | w.coordinators | w.finite | w.adverbs | w.auxiliaries | {"that"}:
        return behind == "of"
    return not behind.endswith("ly")


def _behind_day(view: View, j: int) -> int:
    """Past a time before an object ("announced Friday the launch"), not one inside it ("the 9 May attack")."""
    after = view.time_end(j + (view.form(j) == "on"))
    if after is None or view.form(after) == "'s" or any(view.tokens.is_number(k) for k in range(j, after)):
        return j
    following = view.form(after)
    fresh = (
        following in view.words.determiners | view.words.possessives
        or view.capital(after)
        or following in {"that", ","}
    )
    w = view.words
    led = view.form(j) == "on" and following.endswith("s") and following not in w.prepositions | w.finite | w.adverbs
    return after if (fresh or led) and view.form(j) not in w.determiners else j


def gerund(view: View, j: int) -> Start | None:
    """An -ing form at token j: "denied shelling the town"."""
    return Start(j, "noun") if view.form(j).endswith("ing") and view.word(j) else None


def infinitive(view: View, j: int) -> Start | None:
    """ "To" and a plain verb at token j, or behind the day: "threatened on Monday to close"."""
    behind = view.time_end(j + (view.form(j) == "on"))
    j = behind if behind is not None and view.form(behind) == "to" else j  # threatened on Monday to
    k = j + 1 if view.form(j) == "not" else j
    marked = view.opens(k + 1) is not None  # threatened to “close” the strait
    asked = view.form(k) == "to" and is_plain_verb(view, k + 1 + marked)
    return Start(k + 1 if k == j else j, "clause") if asked else None


def is_plain_verb(view: View, k: int) -> bool:
    """Whether a word may be the verb behind "to": no name, determiner or pronoun."""
    form, w = view.form(k), view.words
    small = view.word(k) and (not view.capital(k) or _is_in_headline(view, k))
    return small and not (form in w.determiners or form in w.possessives or form in w.pronouns)


def _is_in_headline(view: View, k: int) -> bool:
    """Whether the word behind "to" is capitalised as all are in a headline, and no name or noun for a speaker."""
    form, w, end = view.form(k), view.words, view.paragraph_end(k)
    headed = k < end < len(view.forms) and not view.stop(end - 1) and view.form(k - 1) == "to" and view.capital(k - 2)
    noun = form in w.spokes or form in w.private or form in w.bodies or form in w.organs
    noun = noun or (form.endswith("s") and not form.endswith("ss"))
    return headed and view.named(k) is None and not noun


def wh(view: View, j: int) -> Start | None:
    """An indirect question at token j: "asked how many had died"."""
    return Start(j, "clause") if view.form(j) in view.words.wh else None
