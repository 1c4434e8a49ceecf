"""How the content follows an Arabic verb of saying: أن and its clause, marks, a colon, a preposition, an object."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_asides import (
    past_addressee,
    past_apposition,
    past_aside,
    past_called,
    past_charge,
    past_seat,
    past_tally,
    past_told,
)
from mahdar.reading.statements.arabic_clauses import Content, Verb, after_colon, goes_on_bare, opens_clause, that_clause
from mahdar.reading.statements.arabic_content import clause_end, trim
from mahdar.reading.statements.arabic_cues import Cue, attitudes, intents, words
from mahdar.reading.statements.arabic_mediums import past_medium
from mahdar.reading.statements.arabic_objects import (
    blamed,
    counted,
    declared_attitude,
    deed,
    direct_object,
    later_position,
    noun_phrase,
)
from mahdar.reading.statements.arabic_prepositions import is_own_preposition, prepositional, within_name
from mahdar.reading.statements.arabic_speech import is_speech, with_next
from mahdar.reading.statements.arabic_turns import reports_on, starts_cue
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import document_at, is_complementizer
from mahdar.reading.statements.scene import PLACES, Scene

_FAR = 40
_LONGEST_TITLE = 6
_ASIDE = 10
_LONG_REACH = 20
_NEEDED = 12


def content_of(scene: Scene, verb: Verb, i: int) -> Content | None:
    """The content behind a verb whose subject ends at token i; None where there is none."""
    cue, end = verb.cue, verb.end
    k = past_seat(scene, cue, past_called(scene, cue, skip_fillers(scene, i, end), end), end)
    k = past_tally(scene, past_charge(scene, past_told(scene, cue, k, end), end), end)
    k = past_aside(scene, k, end) if cue.addressee and not is_own_preposition(scene, verb, k) else k
    found = _content_at(scene, verb, k)
    if found is not None and (found.frame == "np" or cue.addressee) and i < k and scene.forms[i] in COMMAS:
        behind = max(past_apposition(scene, i, end), past_aside(scene, k, end))
        behind = _past_description(scene, verb, i) if behind <= k else behind
        found = (_content_at(scene, verb, behind) if behind > k else None) or found
    found = _past_titles(scene, verb, found) if found is not None else None
    found = found or counted(scene, verb, k)
    found = found or _behind_medium(scene, verb, k)
    behind = past_aside(scene, k, end) if found is None else k
    behind = past_apposition(scene, i, end) if found is None and behind == k else behind
    return found or (_content_at(scene, verb, behind) if behind > k else None)


def _past_titles(scene: Scene, verb: Verb, found: Content) -> Content:
    """What stands behind titles between commas, which describe whoever is named before them and are no content."""
    while found.frame == "np" and scene.forms[found.i - 1] in COMMAS and scene.forms[found.j : found.j + 1]:
        title = _is_title(scene, found.i)
        behind = _content_at(scene, verb, found.j + 1) if title and scene.forms[found.j] in COMMAS else None
        if behind is None:
            return found
        found = behind
    return found


def _is_title(scene: Scene, k: int) -> bool:
    """Whether a post begins at token k, or the name of one who holds it."""
    held = any(named.kind in ("office", "person") for named in scene.named_from.get(k, ()))
    return held or scene.forms[k].removeprefix("ال") in words("post_nouns")


def _behind_medium(scene: Scene, verb: Verb, k: int) -> Content | None:
    """What the verb brings behind the document in which it was said: نفى في بيان له صحة ما نشر."""
    behind = past_medium(scene, k, verb.end)
    opens = k < behind < verb.end and _opens_object(scene, behind)
    return _content_at(scene, verb, behind) if opens else None


def _opens_object(scene: Scene, k: int) -> bool:
    """Whether a quotation or a noun that is no verb stands at token k: definite, this, of a deed, of an attitude."""
    form = scene.forms[k]
    noun = form.startswith("ال") and form not in words("relatives")
    listed = any(form in words(name) for name in ("pointing", "deed_nouns", "any", "things_of_position"))
    return noun or listed or k in scene.quote_at or attitudes().at(scene.passage.tokens, k) is not None


def _past_description(scene: Scene, verb: Verb, i: int) -> int:
    """Past a noun between two commas behind the speaker, if the verb's own preposition follows it; else 0."""
    comma = next((c for c in range(i + 1, min(verb.end, i + _ASIDE)) if scene.forms[c] in COMMAS), verb.end)
    own = comma + 1 < verb.end and prepositional(scene, verb, comma + 1) is not None
    return comma + 1 if own else 0


def _content_at(scene: Scene, verb: Verb, k: int) -> Content | None:
    """The content that opens at token k, or further on behind an addressee or an apposition."""
    how = _told_how(scene, verb, k) or _told_intent(scene, verb, k) or _reason(scene, verb, k)
    if how is not None:
        return how
    near = prepositional(scene, verb, k)
    if near is not None and not _is_place(scene, verb.cue, near):
        return _behind_post(scene, verb, near) or near
    if verb.cue.addressee and "np" in verb.cue.frames:
        k = past_addressee(scene, k)
        if k < verb.end and scene.forms[k] in words("asked_deeds"):
            return direct_object(scene, verb, k)
    if verb.cue.needs and not _has_needed(scene, verb, k):
        return None
    stop = _stop(scene, verb, k)
    return _near_object(scene, verb, k) or _announced(scene, verb, k, stop) or _bare_clause(scene, verb, k)


def _behind_post(scene: Scene, verb: Verb, near: Content) -> Content | None:
    """The clause behind بأن, before which a noun with ب only tells where somebody works: مدير بوزارة كذا بأن."""
    if near.frame != "ب" or "that" not in verb.cue.frames:
        return None
    k = next(
        (k for k in range(near.i + 1, near.j) if scene.forms[k].startswith("بان") and is_complementizer(scene, k)), 0
    )
    return that_clause(scene, k + 1, verb.end, k, verb.cues) if k else None


def _told_how(scene: Scene, verb: Verb, k: int) -> Content | None:
    """A clause behind how, right behind the speaker or where the speaker is from: a woman from X told how."""
    if fold_word(verb.cue.lemma) not in words("telling_how"):
        return None
    told = scene.quote_at.get(k + 1) if k < verb.end and scene.forms[k] == "ل" else None
    k = told.j + 1 if told is not None else k
    for m in range(k, min(verb.end, k + _LONGEST_TITLE)):
        if scene.forms[m] == "كيف":
            return Content(m, clause_end(scene, m, verb.end, verb.cues), "that", m)
        if scene.forms[m] in COMMAS or m in scene.quote_at or is_complementizer(scene, m):
            return None
    return None


def _reason(scene: Scene, verb: Verb, k: int) -> Content | None:
    """The clause behind بأن: the reason by which something is justified, or what it is called behind an aside."""
    lemma = fold_word(verb.cue.lemma)
    if lemma not in words("justifying") and lemma not in words("calling"):
        return None
    aside = lemma in words("justifying") or (k < verb.end and scene.forms[k] in words("object_pronouns"))
    for m in range(k, min(verb.end, k + _LONG_REACH)):
        if is_complementizer(scene, m):
            reason = aside and scene.forms[m].startswith("بان")
            return that_clause(scene, m + 1, verb.end, m, verb.cues) if reason else None
        if scene.forms[m] in COMMAS and lemma in words("calling"):
            aside = aside or m > k
        elif scene.forms[m] in COMMAS or scene.forms[m] in ".:" or m in scene.quote_at:
            return None
    return None


def _told_intent(scene: Scene, verb: Verb, k: int) -> Content | None:
    """What somebody has in mind, behind the one who is told of it: informed the Council of his wish to resign."""
    if verb.cue.act != "say" or not verb.cue.addressee:
        return None
    for m in range(k, min(verb.end, k + _ASIDE)):
        form = scene.forms[m]
        if form in COMMAS or form in ".:" or m in scene.quote_at or is_complementizer(scene, m):
            return None
        whose = form in words("intents") and bool(scene.heads_from(m + 1))
        if (form in intents() or whose) and form not in words("prepositions"):
            return noun_phrase(scene, verb, m, "np", m)
    return None


def _is_place(scene: Scene, cue: Cue, near: Content) -> bool:
    """Whether one word with ب says where it was said: in Geneva, that."""
    if near.frame != "ب" or near.j - near.i > 1:
        return False
    named = scene.named_from.get(near.i, ())
    behind = near.j + 1 if near.j < len(scene.forms) and scene.forms[near.j] in COMMAS else near.j
    if cue.act not in ("say", "announce"):
        again = near.j < behind < len(scene.forms) and scene.forms[behind].startswith("ب")
        return again and any(n.kind in PLACES for n in named)
    told = behind < len(scene.forms) and is_complementizer(scene, behind)
    return told or any(n.kind in PLACES for n in named)


def _announced(scene: Scene, verb: Verb, k: int, stop: int) -> Content | None:
    """A clause or quotation, else an object at token k, else a preposition; behind an addressee the nearest of them."""
    clause = _clause_or_quote(scene, verb, k, stop)
    if verb.cue.addressee:
        phrase = _later_preposition(scene, verb, k, stop)
        if phrase is not None and verb.cue.act == "accuse" and scene.passage.tokens.is_word(k):
            parted = scene.forms[phrase.i - 1] in COMMAS  # by an aside on who that is
            # who is accused belongs to the content, which then ends behind its closing mark
            closed = phrase.j + (phrase.i > k and phrase.j + 1 in scene.quote_to)
            phrase = phrase if parted else replace(phrase, i=k, j=closed)
        found = [content for content in (clause, phrase) if content is not None]
        return min(found, key=lambda content: content.addressed) if found else direct_object(scene, verb, k)
    clause = _with_its_noun(scene, verb, k, clause) if clause is not None else None
    near = declared_attitude(scene, verb, k) or deed(scene, verb, k, stop) or clause
    near = near or direct_object(scene, verb, k) or later_position(scene, verb, k, stop)
    if near is not None or (k == verb.tail and verb.cue.act != "warn" and _is_plain_noun(scene, k)):
        return near
    return _later_preposition(scene, verb, k, stop)


def _with_its_noun(scene: Scene, verb: Verb, k: int, quoted: Content) -> Content:
    """A quotation together with the noun that the verb's own preposition brings right before it: بالرد "قريبا"."""
    if quoted.frame != "quote" or verb.cue.act == "say":
        return quoted
    noun = quoted.i - 2
    phrase = prepositional(scene, verb, noun) if noun > k and scene.passage.tokens.is_word(noun) else None
    return phrase if phrase is not None and phrase.i <= noun < quoted.i <= phrase.j else quoted


def _is_plain_noun(scene: Scene, k: int) -> bool:
    """A noun right behind a verb that takes none: the verb means something else here (tightens the sanctions on)."""
    is_word = k < len(scene.forms) and scene.passage.tokens.is_word(k)
    return is_word and scene.forms[k] not in words("prepositions") and not scene.in_name[k]


def _has_needed(scene: Scene, verb: Verb, i: int) -> bool:
    """Whether the word that gives the verb its meaning follows: holds (somebody responsible)."""
    return any(scene.forms[k].startswith(verb.cue.needs) for k in range(i, min(verb.end, i + _NEEDED)))


def _near_object(scene: Scene, verb: Verb, k: int) -> Content | None:
    """Verbs of position take the noun behind them before any أن further on."""
    if verb.cue.act in ("say", "announce", "demand") or k >= verb.end or is_complementizer(scene, k):
        return None
    return direct_object(scene, verb, k) or blamed(scene, verb, k)


def _stop(scene: Scene, verb: Verb, i: int) -> int:
    """Where the search for content ends: at the next verb or participle of saying."""
    end, cues = verb.end, verb.cues
    first = i if i in cues and cues[i].value.form == "participle" and reports_on(scene, cues[i]) else i + 1
    return next((k for k in range(first, end) if k in cues and starts_cue(scene, k, cues)), end)


def _clause_or_quote(scene: Scene, verb: Verb, i: int, stop: int) -> Content | None:
    k = i
    while k < stop:
        quote = scene.quote_at.get(k)
        if quote is not None:
            if "quote" in verb.cue.frames and is_speech(scene, k, i, quote, stop, verb.end):
                return Content(quote.i, with_next(scene, quote).j, "quote", k)
            k = max(quote.j, k + 1)
        elif scene.forms[k] == ":" and "quote" in verb.cue.frames:
            return after_colon(scene, k + 1, verb.end, verb.cues)
        elif "that" in verb.cue.frames and opens_clause(scene, k, i):
            return that_clause(scene, k + 1, verb.end, k, verb.cues)
        else:
            k += 1
    return None


def _later_preposition(scene: Scene, verb: Verb, i: int, stop: int) -> Content | None:
    """Behind an addressee or an aside, the preposition of the frame comes later in the clause."""
    near = stop if verb.cue.addressee else i + (_LONG_REACH if _in_document(scene, i) else _ASIDE)
    for k in range(i + 1, min(stop, i + _FAR)):
        if k >= near and scene.forms[k - 1] not in COMMAS and k not in scene.quote_to:
            continue
        if scene.inside[k] is None and not within_name(scene, k):
            found = prepositional(scene, verb, k)
            own = found is not None and (found.frame != "ل" or "ل" in verb.cue.frames)
            if found is not None and own and not _is_place(scene, verb.cue, found):
                return found
    return None


def _in_document(scene: Scene, i: int) -> bool:
    """Whether the document in which something was said is named at token i: في بيان صادر عن المتحدث باسمه."""
    return scene.forms[i : i + 1] == ["في"] and i + 1 < len(scene.forms) and document_at(scene.forms[i + 1]) is not None


def _bare_clause(scene: Scene, verb: Verb, k: int) -> Content | None:
    """Headlines leave أن out after قال: X says it will not happen."""
    if goes_on_bare(scene, verb, k):
        return Content(k, trim(scene, k, clause_end(scene, k, verb.end, verb.cues)), "bare", k)
    if "bare" not in verb.cue.frames or k != verb.tail or k >= verb.end or not scene.passage.tokens.is_word(k):
        return None
    j = trim(scene, k, clause_end(scene, k, verb.end, verb.cues))
    return Content(k, j, "bare", k) if j > k + 2 else None
