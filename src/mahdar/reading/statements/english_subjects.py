"""The subject of a reporting verb, found backwards past appositions, insertions and times."""

from __future__ import annotations

from mahdar.reading.statements.english_antecedents import antecedent, object_before
from mahdar.reading.statements.english_phrases import BREAKS, Phrase, phrase_before
from mahdar.reading.statements.english_view import View

_APPOSITIONS = 5
_INSERTION = 60
_AUTHOR = 6  # tokens of who wrote a document
_WRITTEN = 4  # tokens of "In a joint letter"
_PLACE = 2
_NAME = 4
_WRITTEN_BY = frozenset({"by", "from", "of"})
_IN_LIST = frozenset({"for", "on", "behalf", "of", "the", "and", ",", "-", "'s"})
_ONE = frozenset({"a", "an"})
_OF_POSTS = frozenset({"of", "for", "to"})


def subject_before(view: View, i: int, taken: set[int]) -> Phrase | None:
    """The subject whose verb group begins at token i; no subject lies in ``taken`` (other cues).

    An apposition or relative clause between commas is stepped over: "Samantha Power, the ambassador, said". A source
    at the head of the sentence is no subject: "According to Reuters, Chad condemned the raid, | calling it".
    """
    phrase = _subject(view, i, taken)
    far = phrase is not None and phrase[1] < i and view.form(i - 1) not in view.words.relatives
    return None if phrase is not None and far and is_source(view, phrase[0]) else phrase


def _subject(view: View, i: int, taken: set[int]) -> Phrase | None:
    """The noun phrase before a verb group, past what stands between them."""
    first = view.sentence(i)[0]
    end = _subject_end(view, i, first)
    named = False
    for _ in range(_APPOSITIONS + 1):
        if view.form(end - 1) in {",", ")", "]"} or view.dash(end - 1):
            head = _before_insertion(view, end - 1, first)
            if head is None:
                return None
            named = _is_own_name(view, head + 1, end - 1)
            end = _aside_comma(view, head, first) if named else head
            continue
        phrase = phrase_before(view, end, first, taken)
        if end < i and view.form(i - 1) in view.words.relatives:
            if phrase is None:
                return object_before(view, end, first)
            return _before_description(view, phrase, first) or antecedent(view, phrase)
        if phrase is None:
            comma = _place_comma(view, end, first)
            if comma is None:
                return None
            end = comma
        elif named and view.form(phrase[0] - 1) == "," and _is_post(view, phrase):
            return phrase  # the ministry's spokesman, So-and-so, said
        elif (before := _before_aside(view, phrase, first)) is not None:
            end = before
        else:
            found = _before_who(view, _issued(view, phrase, first, taken), first, taken)
            return _from_post(view, found, first, taken) if end < i else found
    return None


def is_source(view: View, i: int) -> bool:
    """Whether "according to" stands before token i."""
    return view.form(i - 1) == "to" and view.form(i - 2) == "according"


def _before_aside(view: View, phrase: Phrase, first: int) -> int | None:
    """Where the subject ends before an apposition or those who did not speak: "the envoy | and not the king"."""
    i, j = phrase
    against = next((k for k in range(i, j) if _is_set_against(view, k, first)), None)
    if against is not None:
        return against - 1
    if _is_apposition(view, phrase, first) and not _led_up_to(view, i - 1, first):
        return i - 1 - (view.form(i - 1) == "also")
    return None


def _is_set_against(view: View, i: int, first: int) -> bool:
    """Whether from token i on a subject only tells who did not speak: "the army | and | not the police said"."""
    return view.forms[i] == "not" and view.form(i - 1) in {"and", "but"} and i - 1 > first


def _aside_comma(view: View, comma: int, first: int) -> int:
    """The comma that opens an aside in which a post stands before its name: "X, met by | the envoy, Ana Ruiz, said"."""
    k = comma - 1
    while k > first and (view.word(k) or view.forms[k] in {"'s", "-"}) and view.form(k - 1) != ",":
        k -= 1
    if k - 1 <= first or view.form(k - 1) != "," or not _opens_aside(view, k) or _led_up_to(view, k - 1, first):
        return comma
    return k - 1 if phrase_before(view, k - 1, first, set()) is not None else comma


def _opens_aside(view: View, k: int) -> bool:
    """Whether a preposition, a relative or a participle with its agent stands at token k."""
    form = view.forms[k]
    passive = form.endswith("ed") and view.form(k + 1) == "by"
    return passive or form in view.words.prepositions - {"with"} or form in view.words.relatives - {"that"}


def _issued(view: View, phrase: Phrase, first: int, taken: set[int]) -> Phrase:
    """The document that a place or occasion only describes: "The text | adopted at the summit"."""
    k = phrase[0] - 1
    if view.form(k) not in view.words.prepositions - {"by"} or view.form(k - 1) not in view.words.authoring:
        return phrase
    document = phrase_before(view, k - 1, first, taken)
    held = document is not None and view.forms[document[1] - 1] in view.words.documents
    return document if document is not None and held else phrase


def _from_post(view: View, name: Phrase, first: int, taken: set[int]) -> Phrase:
    """A name together with the post before its comma: "Kenya's envoy, Ana Ruiz, who was there, said"."""
    i, j = name
    if view.form(i - 1) != "," or not _is_own_name(view, i, j):
        return name
    post = phrase_before(view, i - 1, first, taken)
    last = view.forms[post[1] - 1] if post is not None else ""
    held = last in view.words.spokes | view.words.officers and post is not None and not view.capital(post[1] - 1)
    opens = post is not None and (post[0] == first or view.form(post[0] - 1) == "," or view.closes(post[0] - 1))
    return (post[0], j) if post is not None and held and opens else name


def _before_who(view: View, phrase: Phrase, first: int, taken: set[int]) -> Phrase:
    """The people whom a relative clause before the verb describes: "Residents who fled the town told"."""
    who = phrase[0] - 1
    while who > first and who in taken:
        who -= 1  # a clerk who requested | anonymity said
    if view.form(who) != "who" or view.capital(phrase[0]):
        return phrase
    return phrase_before(view, who, first, taken) or phrase


def _subject_end(view: View, i: int, first: int) -> int:
    """Where the subject of a verb group at token i can end: before a relative, a time, an adverb, a quoted cue."""
    end = i
    if view.form(end - 1) in view.words.relatives and end - 1 > first:
        end = end - 2 if view.form(end - 2) == "," else end - 1
    end = _before_time(view, end, first)
    end = _before_writing(view, end, first)
    end -= view.form(end - 1) in view.words.stands and end - 1 > first  # the EU remains committed to
    adverb = view.form(end - 1).endswith("ly") and view.form(end - 1) not in view.words.nouns_in_ly
    if view.word(end - 1) and adverb and not view.word(end - 2):
        end -= 1
    return end if view.opens(end - 1) is None else end - 1


def _before_time(view: View, end: int, first: int) -> int:
    """Before a time that stands between a subject and its verb: "North Korea on Monday denounced"."""
    start = view.time_start(end)
    if start is None or start - first < 1:
        return end
    while start - 1 > first and view.form(start - 1) in view.words.before_time:
        start -= 1
    if view.form(start - 1) == "," and start - 1 > first:
        return start  # its spokesman, So-and-so, last week dismissed
    bracket = view.form(start - 1) == ")"  # The Red Cross (ICRC) on Monday said
    if not bracket and (view.form(start - 1) in BREAKS or not view.word(start - 1)):
        return end
    w = view.words
    issued = view.form(start - 1) in w.authoring and _is_of_document(view, start - 2, first)
    return start - issued  # a report published on Thursday accuses


def _before_writing(view: View, end: int, first: int) -> int:
    """Before words that tell in what somebody said it: "The London-based group | in a report Tuesday said"."""
    if view.form(end - 1) not in view.words.documents:
        return end
    near = range(end - 2, max(first + 1, end - 2 - _WRITTEN), -1)
    led = next((k for k in near if view.forms[k] in _ONE or view.forms[k] in view.words.possessives), None)
    written = led is not None and view.form(led - 1) == "in" and view.word(led - 2)
    return led - 1 if led is not None and written and led - 1 > first else end


def _is_of_document(view: View, k: int, first: int) -> bool:
    """Whether a document, or who wrote it, stands at token k: "a statement | from the government"."""
    w = view.words
    if view.form(k) in w.documents:
        return True
    near = range(k, max(first, k - _AUTHOR), -1)
    by = next((n for n in near if view.forms[n] in _WRITTEN_BY), None)
    return by is not None and view.form(by - 1) in w.documents


def _place_comma(view: View, end: int, first: int) -> int | None:
    """The comma before a place or age that only describes the speaker: "Wilson, 59, of Springfield, said"."""
    for k in range(end - 1, max(first, end - 6), -1):
        if view.forms[k] == ",":
            aged = k + 2 == end and view.tokens.is_number(k + 1)
            return k if aged or view.form(k + 1) in {"of", "from", "in", "at"} else None
    return None


def _before_description(view: View, phrase: Phrase, first: int) -> Phrase | None:
    """The name that a phrase between commas describes before "who": "Ana Ruiz, | a nurse, who said"."""
    i, j = phrase
    if view.forms[i] not in {"a", "an", "the"} or view.form(i - 1) != "," or view.form(j) != ",":
        return None
    k = i - 1
    while k > first and view.capital(k - 1) and view.word(k - 1):
        k -= 1
    return (k, i - 1) if _is_own_name(view, k, i - 1) else None


def _before_insertion(view: View, close: int, first: int) -> int | None:
    """The token after the noun phrase to which the insertion that ends at ``close`` belongs."""
    form = view.forms[close]
    opening = {",": ",", ")": "(", "]": "[", "-": "-"}[form]
    for_others = _behalf(view, close, first) if form == "," else None
    if for_others is not None:
        return for_others
    k = close - 1
    while k > max(first, close - _INSERTION):
        if view.forms[k] == opening and (form != "-" or view.dash(k)):
            return k
        quote = view.closes(k)
        k = quote.i - 2 if quote is not None and quote.i <= k else k - 1
    return None


def _behalf(view: View, close: int, first: int) -> int | None:
    """The comma before ", also speaking for Finland, Iceland and Norway," which ends at token ``close``."""
    far = max(first, close - _INSERTION)
    at = next((k for k in range(close - 1, far, -1) if view.forms[k] in view.words.speaking), None)
    if at is None or view.forms[at - 1] not in {",", "also"} or view.form(at + 1) not in {"for", "on"}:
        return None
    told = (view.capital(k) or view.forms[k] in _IN_LIST for k in range(at + 1, close))
    return at - 1 - (view.forms[at - 1] == "also") if all(told) else None


def _is_own_name(view: View, i: int, j: int) -> bool:
    """Whether nothing but a person's or body's name stands at tokens i to j."""
    known = view.named(i)
    if known is not None:
        return known.j == j and known.kind in {"person", "body"}
    return 0 < j - i <= _NAME and all(view.word(k) and view.capital(k) for k in range(i, j))


def _is_post(view: View, phrase: Phrase) -> bool:
    """Whether a phrase in small letters is somebody who can speak: "the ministry's spokesman", "its relief office",
    "the minister of Chad".
    """
    i, j = phrase
    w = view.words
    head = next((k for k in range(i + 1, j) if view.forms[k] in _OF_POSTS), j)
    if head < j and view.forms[head - 1] in w.spokes | w.officers:
        return view.forms[i] in w.determiners | w.possessives
    speaks = view.forms[j - 1] in w.spokes | w.collective | w.private | w.bodies
    return speaks and not view.capital(j - 1) and view.forms[i] in w.determiners | w.possessives


def _led_up_to(view: View, comma: int, first: int) -> bool:
    """Whether only an adverbial stands before a comma: "In the same vein, the envoys, in a joint text, said".

    "Introducing the draft, the delegate of Norway, also for Estonia, said" leads up in the same way.
    """
    form, w = view.form(first), view.words
    if form.endswith("ing") and view.named(first) is None and comma - first > 1:
        return view.form(first + 1) in w.determiners | w.prepositions | {"to", "that"}
    if form not in w.prepositions or first >= comma:
        return False
    written = not w.documents.isdisjoint(view.forms[first : first + _WRITTEN])
    if form == "in" and written and "," not in view.forms[first:comma]:
        return True  # In a letter to the chairman of the council, the envoy, Ana Ruiz, said
    bare = not any(view.capital(k) or view.form(k) in w.determiners for k in range(first + 1, comma))
    return bare or phrase_before(view, comma, first, set()) is None


def _lies_nowhere(view: View, k: int) -> bool:
    """Whether a state stands at token k, behind which no larger place follows: "a visit to Italy, Ana Ruiz, said"."""
    named = view.named(k)
    return named is not None and named.kind == "state"


def _is_apposition(view: View, phrase: Phrase, first: int) -> bool:
    """Whether a phrase behind a comma continues the phrase before it: "Power, a diplomat, now in Geneva, said"."""
    i, j = phrase
    i -= view.form(i - 1) == "also"  # also speaking for Ghana
    if view.form(i - 1) != "," or i - 1 <= first or view.form(j) != ",":
        return False
    dated = view.time_start(i - 1)
    if dated is not None and dated <= first + 1:
        return False  # Last month, the envoy, Ana Ruiz, said
    opener = view.forms[phrase[0]]
    if j - i <= _PLACE and view.form(i - 3) in {"of", "from", "in"} and not _lies_nowhere(view, i - 2):
        return True  # "of Ashton, Md., said"
    return opener in view.words.continues or opener.endswith("ing")
