"""Noun phrases as what an Arabic verb of saying brings: its object, an attitude, a deed, what is blamed."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_clauses import Content, Verb, closes_clause, opens_clause
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import attitudes, phrases, words
from mahdar.reading.statements.arabic_joined import joined_verb
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene

_ASIDE = 10
_FAR = 40
_COUNTED = 14
_AT_LEAST = ["ما", "لا", "يقل", "عن"]
_THEREBY = "بذلك"


def noun_phrase(scene: Scene, verb: Verb, i: int, frame: str, opened: int) -> Content | None:
    """The noun phrase at token i as content, or the quotation that is all of it."""
    quote = scene.quote_at.get(i)
    closed = quote.j + (1 if quote.balanced else 0) if quote is not None else i
    if quote is not None and quote.j > i and closes_clause(scene, closed, verb.end, verb.cues):
        return Content(quote.i, quote.j, frame, opened)
    j = clause_end(scene, i, verb.end, verb.cues, phrase=True)
    return Content(i, j, frame, opened) if j > i else None


def direct_object(scene: Scene, verb: Verb, k: int) -> Content | None:
    """A direct object: refuses the accusations."""
    k += k + 1 < verb.end and scene.forms[k] == _THEREBY
    if "np" not in verb.cue.frames or k >= verb.end:
        return None
    if scene.forms[k] in words("prepositions") or scene.forms[k] in COMMAS:
        return None
    if not (scene.passage.tokens.is_word(k) or k in scene.quote_at) or joined_verb(k, verb.cues):
        return None
    found = noun_phrase(scene, verb, k, "np", k)
    return _with_predicate(scene, verb, found) if found is not None else None


def _with_predicate(scene: Scene, verb: Verb, found: Content) -> Content:
    """The object with what it is held to be, where a comma parts them: considered the plan of X, "a precedent"."""
    k = found.j + 1
    if fold_word(verb.cue.lemma) not in words("copular") or k >= verb.end or scene.forms[found.j] not in COMMAS:
        return found
    predicate = k in scene.quote_at or (scene.forms[k].endswith("ا") and k not in verb.cues and not scene.in_name[k])
    return replace(found, j=clause_end(scene, k, verb.end, verb.cues, phrase=True)) if predicate else found


def declared_attitude(scene: Scene, verb: Verb, k: int) -> Content | None:
    """An object that is a noun of attitude: no quotation further on displaces it."""
    noun = attitudes().at(scene.passage.tokens, k) if k < verb.end and verb.cue.act == "say" else None
    if noun is None or (noun.j < verb.end and is_complementizer(scene, noun.j)):
        return None  # repeated the assurance that
    return direct_object(scene, verb, k)


def deed(scene: Scene, verb: Verb, k: int, stop: int) -> Content | None:
    """An object that opens with a noun of what is or happens, at once or behind where it was said."""
    if "np" not in verb.cue.frames or k >= verb.end:
        return None
    if verb.cue.act == "demand":
        asked = scene.forms[k] in words("asked_deeds") or scene.forms[k] in words("deed_nouns")
        return direct_object(scene, verb, k) if asked else None
    if verb.cue.act not in ("say", "announce", "deny"):
        return None
    if scene.forms[k] in words("deed_nouns"):
        return direct_object(scene, verb, k)
    if scene.forms[k] not in words("prepositions"):
        return None
    for m in range(k + 2, min(stop, k + _FAR)):
        if opens_clause(scene, m, k) or m in scene.quote_at or scene.forms[m] == ":":
            return None
        ended = m in scene.named_to or m in scene.time_to or scene.forms[m - 1].startswith("ال")
        ended = ended and scene.forms[m - 1] not in words("prepositions")
        if ended and (scene.forms[m] in words("deed_nouns") or _is_deed_behind_time(scene, m)):
            return direct_object(scene, verb, m)
    return None


def _is_deed_behind_time(scene: Scene, k: int) -> bool:
    """Whether a definite noun of a deed stands behind when it was announced: on 6 December the recognition of."""
    form = scene.forms[k]
    if k not in scene.time_to and not (k - 1 in scene.time_to and scene.forms[k - 1] in words("of_this_time")):
        return False
    return form.startswith("ال") and form in words("definite_deeds") and not scene.in_name[k]


def counted(scene: Scene, verb: Verb, k: int) -> Content | None:
    """The figure that a verb of counting brings behind the paper that holds it: counted in its report 40 cases."""
    if fold_word(verb.cue.lemma) not in words("counting") or k >= verb.end:
        return None
    if scene.passage.tokens.is_number(k):
        return noun_phrase(scene, verb, k, "np", k)
    if scene.forms[k] not in words("prepositions"):
        return None
    for m in range(k + 2, min(verb.end, k + _COUNTED)):
        form = scene.forms[m]
        if form in COMMAS or m in verb.cues or m in scene.quote_at:
            return None
        if scene.forms[m : m + 4] == _AT_LEAST and scene.forms[m - 1] not in words("prepositions"):
            return noun_phrase(scene, verb, m, "np", m)
        plain = form.endswith("ا") and not form.startswith("ال") and not scene.in_name[m]
        if (plain or form in words("deed_nouns")) and scene.forms[m - 1] not in words("prepositions"):
            return direct_object(scene, verb, m)
    return None


def later_position(scene: Scene, verb: Verb, k: int, stop: int) -> Content | None:
    """Behind where and when it was said, the noun of an attitude or of what must be done."""
    if "np" not in verb.cue.frames or k >= verb.end or scene.forms[k] not in words("prepositions"):
        return None
    if verb.cue.act not in ("say", "announce"):
        return None
    for m in range(k + 2, min(stop, k + _FAR)):
        if scene.forms[m - 1] in words("prepositions") or scene.shut(m) is not None:
            continue
        nouns = attitudes().at(scene.passage.tokens, m) or phrases("obligations").at(scene.passage.tokens, m)
        if nouns is not None and nouns.proclitics == "":
            return noun_phrase(scene, verb, m, "np", m)
    return None


def blamed(scene: Scene, verb: Verb, k: int) -> Content | None:
    """What is blamed, behind where or when it was: condemned in a statement the attacks."""
    if verb.cue.act != "accuse" or "np" not in verb.cue.frames or scene.forms[k] not in words("prepositions"):
        return None
    for m in range(k + 2, min(verb.end, k + _ASIDE)):
        if m in verb.cues or m in scene.quote_at or scene.forms[m] in ":.":
            return None
        if scene.forms[m] in words("blamed_nouns") and scene.forms[m - 1] not in words("prepositions"):
            return direct_object(scene, verb, m)
    return None
