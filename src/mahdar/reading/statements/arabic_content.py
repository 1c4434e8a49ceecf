"""Where the content of an Arabic statement begins and ends."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_carriers import carries, joined_carrier
from mahdar.reading.statements.arabic_cues import Cues, phrases, words
from mahdar.reading.statements.arabic_joined import (
    joined_deeds,
    joined_imperfect,
    joined_verb,
    verb_like,
    with_resumption,
)
from mahdar.reading.statements.arabic_mediums import is_medium, mediums
from mahdar.reading.statements.arabic_turns import relays, starts_cue, taken_up, turns, while_silent
from mahdar.reading.statements.arabic_words import bare, is_complementizer
from mahdar.reading.statements.scene import Scene

_TRAILING = frozenset("،,.:؛;-")
_SHORT = 4
_TOPIC = 6
_SUBJECT = 6
_ASIDE = 12
_OF_HIM, _OF_HER, _HERS = "الذي", "التي", "ت"
_EVEN_IF = "وان"
_BEFORE_CLAUSE = frozenset(("بعد", "قبل", "منذ", "الي"))


def clause_end(scene: Scene, i: int, end: int, cues: Cues, *, phrase: bool = False) -> int:
    """The token after the clause (or with ``phrase`` the noun phrase) that begins at i, before the sentence's ``end``.

    Quotations are passed over whole, also where they run beyond the sentence.
    """
    k, relative = (i if phrase else past_subject_aside(scene, i, end, cues)), False
    forms, quote_at, relatives, tallies = scene.forms, scene.quote_at, words("relatives"), words("tallies")
    while k < end:
        relative = relative or forms[k] in relatives
        quote = quote_at.get(k)
        if quote is not None and quote.j > k:
            k = quote.j + 1 if quote.balanced else quote.j
        elif k > i and phrase and not relative and forms[k] in tallies and not _adopts(scene, i, k):
            k = _before_time(scene, i, k)
            break
        elif k > i and phrase and _breaks_phrase(scene, i, k, cues, relative=relative):
            break
        elif k > i and (k in cues or _may_end(forms[k])) and _ends_here(scene, k, cues, phrase=phrase and not relative):
            if not phrase and _is_predicate(scene, i, k, cues):
                k += 1
                continue
            k = _before_topic(scene, i, k, cues)
            break
        else:
            k += 1
    return trim(scene, i, k)


def past_subject_aside(scene: Scene, i: int, end: int, cues: Cues) -> int:
    """Behind an aside of place or time between the subject that opens a clause and its predicate, where that is a word
    of saying: السفير، خلال الجلسة، أكد; else token i.
    """
    comma = next((k for k in range(i + 1, min(end, i + _SUBJECT + 1)) if scene.forms[k] in COMMAS), end)
    if comma + 2 >= end or not _is_subject(scene, i, comma, cues):
        return i
    opening = scene.forms[comma + 1]
    if opening not in words("circumstances") and opening.removeprefix("و") not in words("circumstances"):
        return i
    close = next((k for k in range(comma + 2, min(end, comma + _ASIDE)) if scene.forms[k] in COMMAS), end)
    said = cues.get(close + 1)
    if said is None or said.proclitics or any(k in cues or k in scene.quote_at for k in range(comma, close)):
        return i
    return close + 2 if said.value.form in ("perfect", "imperfect") or said.value.form == "participle" else i


def _is_subject(scene: Scene, i: int, j: int, cues: Cues) -> bool:
    """Whether tokens i to j are a name or definite noun alone, without a verb."""
    if any(k in cues or not scene.passage.tokens.is_word(k) for k in range(i, j)):
        return False
    named = scene.named_to.get(j)
    if named is not None and named.head and named.i == i:
        return True
    return all(form.startswith("ال") and form not in words("relatives") for form in scene.forms[i:j])


def _is_predicate(scene: Scene, i: int, k: int, cues: Cues) -> bool:
    """Whether a participle right behind the name that opens a clause is what is said of it: الكويت ملتزمة بالقرار."""
    hit = cues.get(k)
    opened = hit is not None and hit.value.form == "participle" and not hit.proclitics
    return opened and any(named.j == k for named in scene.heads_from(i))


def _breaks_phrase(scene: Scene, i: int, k: int, cues: Cues, *, relative: bool) -> bool:
    """Whether a noun phrase cannot go on at token k: another clause begins, or a verb of another gender goes on."""
    if not relative:
        return _opens_another(scene, k, cues)
    return scene.forms[k] in COMMAS and _other_gender_goes_on(scene, i, k)


def _other_gender_goes_on(scene: Scene, i: int, k: int) -> bool:
    """Whether the verb behind a relative clause and its comma agrees with another: الهجوم الذي وقع، وتقدمت ب."""
    deed, behind = (scene.forms[n] if n < len(scene.forms) else "" for n in (k + 1, k + 2))
    alone = behind in words("prepositions") or (behind.startswith("ب") and k + 2 not in scene.named_from)
    if not alone or deed not in joined_deeds():
        return False
    clause = next((form for form in reversed(scene.forms[i:k]) if form in words("relatives")), "")
    return clause == (_OF_HIM if deed.endswith(_HERS) else _OF_HER)


def _opens_another(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether a clause to which the noun phrase before token k does not reach begins or goes on there."""
    if k in scene.named_from:
        return _opens_clause_of_another(scene, k, cues)
    return scene.forms[k] in words("was") and _ends_at_verb(scene, k)


def _ends_at_verb(scene: Scene, k: int) -> bool:
    """Whether كان at token k is the verb of the clause in which the noun phrase before it is only a part."""
    named = scene.named_to.get(k)
    return scene.forms[k - 1].startswith("ال") or (named is not None and named.head)


def _opens_clause_of_another(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether a name behind و or while has a verb of saying right behind it: the raid, and Tehran denies it."""
    if not (scene.forms[k].startswith("و") or scene.forms[k - 1] in words("whiles")):
        return False
    reached = (named.j for named in scene.heads_from(k))
    return any(j in cues and cues[j].value.form in ("object", "imperfect", "perfect") for j in reached)


def _adopts(scene: Scene, i: int, k: int) -> bool:
    """Whether by how many stands with a noun of adopting inside the phrase: the adoption of X by 93 votes."""
    return any(stem in words("adoptions") for m in range(i, k) for _, stem in proclitic_splits(scene.forms[m]))


def _before_time(scene: Scene, i: int, k: int) -> int:
    """Back over a time that ends before token k, and its preposition."""
    start = scene.time_to.get(k)
    if start is None or start <= i + 1:
        return k
    return start - (scene.forms[start - 1] == "في" and start - 1 > i)


def _before_topic(scene: Scene, i: int, k: int, cues: Cues) -> int:
    """Where a participle ended the clause, back to the comma behind which its own subject stands."""
    hit = cues.get(k)
    if hit is None or hit.value.form != "participle" or scene.forms[k - 1] in COMMAS:
        return k
    comma = next((m for m in range(k - 1, max(i, k - _TOPIC), -1) if scene.forms[m] in COMMAS), None)
    named = scene.named_to.get(k)
    own = comma is not None and named is not None and named.head and named.i > comma
    return comma if own and comma is not None else k


def trim(scene: Scene, i: int, j: int) -> int:
    """Back over marks at the end that are no part of the content."""
    whiles = words("whiles")
    while j > i and (scene.forms[j - 1] in _TRAILING or scene.forms[j - 1] == NEWLINE or scene.forms[j - 1] in whiles):
        j -= 1
    return j


@lru_cache(maxsize=32_768)
def _may_end(form: str) -> bool:
    """Whether a clause can end before this word though it is no cue; most words are passed over by it."""
    stem = form[1:] if form[:1] in "وف" and form[1:] in words("according_heads") else form
    listed = form in words("consequences") or form in words("turns") or stem in words("according_heads")
    listed = listed or phrases("concessions").may_begin(form) or mediums().may_begin(form)
    listed = listed or (form.startswith("وت") and len(form) > _SHORT) or form in joined_deeds()
    listed = listed or form in words("so_it") or (form.startswith("و") and carries(form))
    return listed or form in COMMAS or form in "؛;-" or joined_imperfect(form)


def _ends_here(scene: Scene, k: int, cues: Cues, *, phrase: bool) -> bool:
    form = scene.forms[k]
    if form in COMMAS:
        return _comma_ends(scene, k, cues, phrase=phrase)
    if form == "-":
        return k + 1 < len(scene.forms) and phrases("reporter_turns").at(scene.passage.tokens, k + 1) is not None
    if form in "؛;":
        return phrase or k + 1 in cues
    if phrase and k in scene.quote_to and k in cues and cues[k].value.form == "object":
        return True  # "attacks", which it called
    if phrase and (joined_imperfect(form) or joined_verb(k, cues) or form in words("consequences")):
        return True
    if phrase and (with_resumption(scene, k) or phrases("concessions").at(scene.passage.tokens, k) is not None):
        return True
    if phrase and (is_medium(scene, k) or form in joined_deeds() or form in words("so_it")):
        return True
    if turns(scene, k, cues) or joined_carrier(scene, k):
        return True
    return starts_cue(scene, k, cues) or according_at(scene, k) is not None


def _comma_ends(scene: Scene, k: int, cues: Cues, *, phrase: bool) -> bool:
    if k + 1 >= len(scene.forms):
        return True
    nexts = scene.forms[k + 1]
    if nexts in words("resuming_pronouns") and taken_up(scene, k + 2, cues):
        return True
    if nexts in words("relatives") and k + 2 in cues and cues[k + 2].value.form == "object":
        return True  # the ruling, which it called unjust
    if turns(scene, k + 1, cues) or starts_cue(scene, k + 1, cues) or according_at(scene, k + 1) is not None:
        return True
    if phrases("reporter_turns").at(scene.passage.tokens, k + 1) is not None or while_silent(scene, k + 1):
        return True
    if _before_adding(scene, k + 1, cues) or relays(scene, k + 1) or _even_if(scene, k + 1, cues):
        return True
    if phrase:
        if nexts in _BEFORE_CLAUSE and k + 2 < len(scene.forms) and is_complementizer(scene, k + 2):
            return True  # after the town had fallen
        goes_on = nexts in words("prepositions") or nexts.startswith("لل") or bare(nexts) in words("relatives")
        goes_on = goes_on or _describes_person(scene, k, cues) or _brings_about(scene, k + 1)
        return not (goes_on or _continues(scene, k + 1) or _says_by_what(scene, k + 2))
    return nexts in words("strong_boundaries") and not _says_by_what(scene, k + 2)


def _before_adding(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether قبل أن with a verb of going on stands at token k: X, before he added that."""
    hit = cues.get(k + 2) if scene.forms[k] in words("before_speaking") else None
    return hit is not None and is_complementizer(scene, k + 1) and fold_word(hit.value.lemma) in words("going_on")


def _even_if(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether وإن with a verb of saying stands at token k, by its hamza no وأن that goes on with what is said."""
    if scene.forms[k] != _EVEN_IF or "أ" in scene.passage.tokens.original(k, k + 1):
        return False
    return k + 1 in cues and cues[k + 1].value.form == "perfect"


def _describes_person(scene: Scene, k: int, cues: Cues) -> bool:
    """Whether a definite word behind the comma at token k says who or what stands before it: Ann, the former head."""
    nexts = scene.forms[k + 1]
    if not nexts.startswith("ال") or nexts in words("no_appositions") or k in scene.time_to or k + 1 in scene.time_from:
        return False
    if scene.named_from.get(k + 1) or k + 2 in cues:
        return False
    definite = scene.forms[k - 1].startswith("ال") and scene.forms[k - 2] not in words("name_links")
    return scene.passage.tokens.is_word(k - 1) and not definite


def _brings_about(scene: Scene, k: int) -> bool:
    """Whether ما and an imperfect stand at token k: what the thing that the phrase names leads to (ما يرفع الحصيلة)."""
    behind = scene.forms[k + 1] if scene.forms[k] == "ما" and k + 1 < len(scene.forms) else ""
    return behind in words("brought_about") or (behind.startswith(("ي", "ت")) and len(behind) > _SHORT - 1)


def _says_by_what(scene: Scene, k: int) -> bool:
    """Whether وذلك goes on with by what or to what end (ب, ل): part of what is said, not when and where it was."""
    form = scene.forms[k] if k < len(scene.forms) and scene.forms[k - 1] in words("and_that") else ""
    return form.startswith(("ب", "ل")) and form not in words("prepositions") and form not in words("according_heads")


def _continues(scene: Scene, k: int) -> bool:
    """After a comma, what still belongs to a noun phrase: one more noun with و, examples, exceptions."""
    form = scene.forms[k]
    if phrases("phrase_continuations").at(scene.passage.tokens, k) is not None:
        return True
    if is_complementizer(scene, k) and "إ" in scene.passage.tokens.original(k, k + 1):
        return False  # and that: what is said goes on, not the noun phrase inside it
    return form.startswith("و") and len(form) > 2 and form not in words("boundaries") and not verb_like(form)
