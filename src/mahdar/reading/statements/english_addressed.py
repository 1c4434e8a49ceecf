"""Contents behind an addressee or object ("told reporters that", "urged both to"), and what went unanswered."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_clauses import Start, clause, is_plain_verb, is_speech_at, noun, quote
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS

_ADDRESSEE = 14
_SAT = 20  # tokens of a sitting with its subject: "told a session on the arms trade that"
_DESCRIBED = 26  # tokens of addressees with what is told of them: "asked Ana Ruiz, the envoy to Chad, to stay"
_ASKED = 5  # tokens of those who are asked for something
_NO_ADDRESSEE = frozenset({"that", "so", "such", "too"})
_NEVER_ADDRESSED = frozenset({";", ":", NEWLINE})
_LONG = 7  # letters
_OF_ADJECTIVES = ("able", "ible", "ous", "less")


def addressee_end(view: View, j: int) -> int | None:
    """Where the addressee that begins at token j surely ends: a pronoun, a name, "reporters"."""
    if view.form(j) in view.words.objects:
        return j + 1
    k = j + 1 if view.form(j) in view.words.determiners else j
    hit = view.words.addressees.at(view.tokens, k) if k < len(view.forms) else None
    named = view.named(k)
    if named is None and hit is None and view.capital(k):
        while k < j + _ADDRESSEE and (view.capital(k) or (view.form(k) == "-" and view.tokens.touches(k))):
            k += 1
        plural = view.form(k).endswith("s") and view.form(k + 1) in {"of", "that", "to", "in", "on"}
        return k + 1 if plural and not view.capital(k) else k
    if named is not None and named.kind == "demonym" and view.word(named.j) and not view.capital(named.j):
        return None  # "a Lebanese daily"
    if named is not None:
        sitting = view.words.addressees.at(view.tokens, named.j) if named.j < len(view.forms) else None
        return max([named.j, *(one.j for one in (hit, sitting) if one is not None)])
    return hit.j if hit is not None else None


def _behind_addressee(view: View, j: int, wanted: Callable[[int], bool], reach: int = _ADDRESSEE) -> int | None:
    """The first token behind an addressee that begins at j for which ``wanted`` holds."""
    if not view.word(j) or view.form(j) in view.words.prepositions | view.words.coordinators:
        return None
    end = min(view.sentence(j)[1], j + reach)
    for k in range(j + 1, end):
        if wanted(k):
            return k
        if view.forms[k] in view.words.finite or view.stop(k) or view.forms[k] in {";", NEWLINE}:
            return None
    return None


def whom_that(view: View, j: int) -> Start | None:
    """What somebody was told: "told reporters that talks had failed"."""
    if view.form(j) in _NO_ADDRESSEE:
        return None  # a news briefing that; tells so many lies that
    told = addressee_end(view, j)
    if told is not None and (_begins_named_clause(view, told) or _begins_own_clause(view, told)):
        return Start(told, "clause")
    found = _behind_addressee(view, j, lambda k: view.forms[k] == "that", _SAT)
    if found is not None:
        return Start(found + 1, "clause")
    if told is None or view.form(told) in STOPS | {",", NEWLINE} or _is_told_to_act(view, j):
        return None
    return clause(view, told)


def _is_told_to_act(view: View, j: int) -> bool:
    """Whether an addressee that a name only begins is told to do something: "told a UN rights team to leave"."""
    asked = whom_to(view, j)
    if asked is None:
        return False
    w = view.words
    between = [view.forms[k] for k in range(j, asked.i - 1) if not view.capital(k)]
    return not any(form in w.finite or form in w.pasts or form.endswith("ed") for form in between)


def _begins_named_clause(view: View, k: int) -> bool:
    """Whether a name and its verb stand at token k: "told the council | Syria had given up its weapons"."""
    named = view.named(k) if k < len(view.forms) else None
    if named is None or not named.head or named.i != k:
        return False
    form, w = view.form(named.j), view.words
    return form in w.finite or form in w.pasts or (form.endswith("ed") and not view.capital(named.j))


def _begins_own_clause(view: View, k: int) -> bool:
    """Whether a pronoun and its verb stand at token k: "told him | they believed that Oslo would pay"."""
    behind, w = view.form(k + 1), view.words
    return view.form(k) in w.personal and (behind in w.finite or behind in w.pasts or behind.endswith("ed"))


def whom_quote(view: View, j: int) -> Start | None:
    """What somebody was told in marks: "told reporters: “…”"."""
    found = _behind_addressee(view, j, lambda k: view.opens(k) is not None or view.forms[k] == ":")
    if found is None:
        return None
    if view.forms[found] == ":":
        return quote(view, found)
    return Start(found, "quote") if view.form(found - 1) in {",", ":"} or is_speech_at(view, found) else None


def whom_wh(view: View, j: int) -> Start | None:
    """What somebody was asked or told in an indirect question: "asked the envoy how it went"."""
    found = _behind_addressee(
        view, j, lambda k: view.forms[k] in view.words.wh and view.forms[k] not in {"who", "which", "where"}
    )
    return Start(found, "clause") if found is not None else None


def whom_of(view: View, j: int) -> Start | None:
    """What somebody was told of: "told the Council of his wish to step down"."""
    end = addressee_end(view, j)
    if end is None or view.form(end) != "of":
        return None
    own = view.form(end + 1) in view.words.possessives or view.form(end + 1) in view.words.told_of
    return Start(end + 1, "noun") if own else None


def whom_for(view: View, j: int) -> Start | None:
    """What somebody was asked for: "asked the Council for more time"."""
    if view.form(j) == "that" or view.form(j) in view.words.wh:
        return None
    found = _behind_addressee(view, j, lambda k: view.forms[k] in view.words.prepositions or k > j + _ASKED)
    return noun(view, found + 1) if found is not None and view.forms[found] == "for" else None


def _is_asked(view: View, k: int) -> bool:
    """Whether a plain verb stands at token k, or opens words in marks there: urged both to “choose dialogue”."""
    return is_plain_verb(view, k + 1 if view.opens(k) is not None else k)


def _behind_description(view: View, j: int) -> int | None:
    """The "to" behind long addressees, or the comma that ends what is told of them: "asked Kim, the envoy, to stay"."""
    w, commas = view.words, False
    if view.form(j) in w.prepositions | {"that"}:
        return None
    end = min(view.sentence(j)[1], j + _DESCRIBED)
    for k in range(j + 1, end):
        commas = commas or view.forms[k] == ","
        if view.forms[k] == "to" and (view.forms[k - 1] == "," or not commas) and _is_asked(view, k + 1):
            return k
        stops = view.forms[k] in w.finite or view.forms[k] in w.told or view.forms[k] in w.relatives
        if stops or view.forms[k] in _NEVER_ADDRESSED or view.opens(k) is not None:
            return None
    return None


def whom_to(view: View, j: int) -> Start | None:
    """What somebody was asked to do: "urged both sides to talk"."""
    quoted = view.opens(j)
    if quoted is not None and quoted.balanced and not view.is_speech(quoted):
        j = quoted.j - 1  # called on “all armies” to leave
    found = _behind_addressee(view, j, lambda k: view.forms[k] == "to" and _is_asked(view, k + 1))
    found = found if found is not None else _behind_description(view, j)
    if found is None or _is_joined_verb(view, found - 1):
        return None
    if view.opens(found + 1) is not None:
        return Start(found + 1, "quote")
    return Start(found - 1, "clause") if view.form(found - 1) in {"not", "never"} else Start(found + 1, "clause")


def _is_joined_verb(view: View, k: int) -> bool:
    """Whether a verb of its own stands before "to": "ordered an inquiry and | promised | to pay"."""
    joined = view.form(k - 1) in {"and", "but"} or view.form(k - 1).endswith("ly")
    return joined and view.form(k).endswith("ed") and not view.capital(k)


def whom_with(view: View, j: int) -> Start | None:
    """With what somebody was threatened: "threatened the port with a blockade"."""
    found = _behind_addressee(view, j, lambda k: view.forms[k] == "with")
    return Start(found + 1, "noun") if found is not None else None


def whom_against(view: View, j: int) -> Start | None:
    """Against what somebody was warned: "warned Chad against a coup"."""
    found = _behind_addressee(view, j, lambda k: view.forms[k] == "against")
    return Start(found + 1, "noun") if found is not None else None


def whom_np(view: View, j: int) -> Start | None:
    """Who is accused, and of what."""
    if view.form(j) in view.words.objects or view.form(j) in view.words.possessives:
        return Start(j, "noun")
    return noun(view, j)


def whom_name(view: View, j: int) -> Start | None:
    """ "called it a war", "called the attack “barbaric”": an object and its name."""
    start = whom_np(view, j)
    if start is None or view.form(j) == "me":
        return None
    names = OPENING_MARKS | {"a", "an"} | view.words.judgements
    if view.form(j) in {"a", "an"}:  # called a plan by the envoy “dangerous”
        found = _behind_addressee(view, j + 1, lambda k: view.opens(k) is not None)
        return start if found is not None and view.forms[found - 1] not in view.words.prepositions else None
    found = _behind_addressee(view, j, lambda k: view.forms[k] in names or _judges(view, k))
    return start if found is not None else None


def _judges(view: View, k: int) -> bool:
    """Whether an adjective that its ending tells closes the clause at token k: "called the plan unworkable"."""
    form, behind = view.forms[k], view.form(k + 1)
    ends = view.stop(k + 1) or behind in {",", "and", "but", NEWLINE} or behind in CLOSING_MARKS
    return ends and len(form) >= _LONG and form.endswith(_OF_ADJECTIVES) and not view.capital(k)


def whom_responsible(view: View, j: int) -> Start | None:
    """Who is held responsible, and for what."""
    start = whom_np(view, j)
    found = _behind_addressee(view, j, lambda k: view.forms[k] in view.words.responsible)
    return start if found is not None else None


def comment(view: View, j: int) -> Start | None:
    """The last word of the cue itself, which names what was not said: "declined to comment"."""
    return Start(j - 1, "noun")


def own(view: View, j: int) -> Start | None:
    """The noun of the cue itself, of which nothing more is told: "expressed regret", "voiced concern on behalf of"."""
    behind = view.form(j)
    alone = view.stop(j) or behind in {",", "through", "on", "in", "after", "when", "and", "as"} or j >= len(view.forms)
    return Start(j - 1, "word") if alone or view.time_end(j) is not None else None


def condoled(view: View, j: int) -> Start | None:
    """What is offered in words: "extended | his deepest condolences to the families"."""
    near = view.forms[j : j + _ASKED]
    return noun(view, j) if not view.words.condolences.isdisjoint(near) else None


def raised(view: View, j: int) -> Start | None:
    """What is brought up: "raised | these concerns with his counterpart"."""
    near = view.forms[j : j + _ASKED]
    end = next((n for n, form in enumerate(near) if form in view.words.prepositions), len(near))
    return noun(view, j) if not view.words.issues.isdisjoint(near[:end]) else None


def felt(view: View, j: int) -> Start | None:
    """The noun of the cue itself with what it is about: "voiced | concern over the arrests"."""
    told = view.word(j + 1) or view.opens(j + 1) is not None
    return Start(j - 1, "noun") if told and view.form(j) in view.words.felt_about else None


def felt_in(view: View, j: int) -> Start | None:
    """The same of what somebody trusts in: "expressed | confidence in the court"."""
    return Start(j - 1, "noun") if view.form(j) == "in" and view.word(j + 1) else None


def request(view: View, j: int) -> Start | None:
    """What was not answered: "did not respond to a request for comment"."""
    end = min(view.sentence(j - 1)[1], j + 8)
    found = next((k for k in range(j, end) if view.forms[k] in view.words.requests), None)
    return Start(found, "noun") if found is not None else None
