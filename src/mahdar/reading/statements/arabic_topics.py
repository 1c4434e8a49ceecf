"""Who speaks in Arabic news, before the verb: the topic of a clause, with what may stand between."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import lexicon, words
from mahdar.reading.statements.arabic_dateline import behind_dateline
from mahdar.reading.statements.arabic_documents import described, document_taken_up, issued_before
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_openings import framed_subject, opening_noun, parts_clauses
from mahdar.reading.statements.arabic_relative import antecedent, carried_on
from mahdar.reading.statements.arabic_words import MARKS, is_complementizer, voice_of
from mahdar.reading.statements.scene import Scene, Voice

_ASIDES = frozenset('،,»”"')
_LONGEST_SUBJECT = 14


def subject_before(scene: Scene, i: int, start: int) -> Voice | None:
    """The subject that stands before a verb at token i in its clause: a name, or a title with its name."""
    start = behind_dateline(scene, start, i)
    k = _back_over_asides(scene, i, start)
    if k > start and scene.forms[k - 1] in words("relatives"):
        return antecedent(scene, k - 1, start)
    carried = carried_on(scene, i, start)
    if carried is not None:
        return carried
    named = scene.named_to.get(k)
    able = named is not None and named.head and named.i >= start and not _goes_on_behind(scene, k, i)
    if named is not None and able and _opens_clause(scene, named, start, i):
        return _leading_group(scene, named, start)
    before = _who_did_before(scene, i, start)
    if before is not None:
        return before
    if scene.forms[i - 1] in words("who_are") and i - 1 >= max(start - 1, 1) and scene.forms[i - 2] in COMMAS:
        return document_taken_up(scene, i - 1)
    framed = framed_subject(scene, i, start)
    if framed is not None:
        return framed
    return (
        described(scene, i, start)
        or issued_before(scene, i, start)
        or _opening_name(scene, i, start)
        or opening_noun(scene, i, k, start)
    )


def _goes_on_behind(scene: Scene, k: int, i: int) -> bool:
    """Whether a verb with و goes on at token i, so that what stands before it, or before its comma, is no subject."""
    if k < i - 1 or (k == i - 1 and scene.forms[k] not in COMMAS):
        return False
    hit = lexicon().at(scene.passage.tokens, i)
    return hit is not None and hit.proclitics == "و"


def _who_did_before(scene: Scene, i: int, start: int) -> Voice | None:
    """سبق لواشنطن أن اتهمت: the name with ل between these words is the subject."""
    named = scene.named_to.get(i - 1) if i - 1 > 0 and is_complementizer(scene, i - 1) else None
    floor = max(0, start - _LONGEST_SUBJECT)
    if named is None or not named.head or named.i - 1 < floor:
        return None
    glued = scene.passage.text[scene.passage.tokens.start(named.i) : named.start]
    earlier = scene.forms[named.i - 1] in words("done_before")
    return voice_of(scene, [named], named.i, named.j) if earlier and glued == "ل" else None


def _back_over_asides(scene: Scene, i: int, start: int) -> int:
    """Back over قد, a comma and a time that stand between subject and verb."""
    k = i
    while k > start:
        time = scene.time_to.get(k)
        if time is not None and time > start:
            k = time
        elif scene.forms[k - 1] in words("auxiliaries") or (scene.forms[k - 1] in _ASIDES and k == i):
            k -= 1
        else:
            break
    return k


def _opens_clause(scene: Scene, named: Named, start: int, verb: int) -> bool:
    """Whether the name is the topic of its clause and no part of a longer noun phrase."""
    before = named.i - 1
    glued = scene.passage.text[scene.passage.tokens.start(named.i) : named.start]
    if glued.strip("وف"):
        return False
    if before < start:
        return True
    if glued:
        return scene.forms[verb - 1] not in COMMAS  # praised X and Y, and urged
    form = scene.forms[before]
    if form in COMMAS or form in MARKS or is_complementizer(scene, before) or form in words("boundaries"):
        return True
    adjacent = verb - named.j <= 1 and scene.forms[verb - 1] not in COMMAS
    return adjacent and (form in words("before_subjects") or scene.forms[before - 1 : before + 1] == ["كل", "من"])


def _leading_group(scene: Scene, named: Named, start: int) -> Voice:
    """The name before a verb with the ones that it is joined to: X and Y reject."""
    first = named
    while True:
        earlier = scene.named_to.get(first.i)
        if (
            earlier is None
            or not earlier.head
            or earlier.i < start
            or first.start == scene.passage.tokens.start(first.i)
        ):
            break
        first = earlier
    return coordinated(scene, first.i, named.j)[0]


def _opening_name(scene: Scene, i: int, start: int) -> Voice | None:
    """A sentence that opens with a name, its title in apposition, then the verb behind a comma."""
    heads = scene.heads_from(start)
    if heads and _is_described(scene, heads[0].j, i):
        return voice_of(scene, heads[:1], start, heads[0].j)
    if not heads or i <= heads[0].j or i - heads[0].j > 2 * _LONGEST_SUBJECT or scene.forms[i - 1] not in COMMAS:
        return None
    if _goes_on_behind(scene, i - 1, i):
        return None
    return voice_of(scene, heads, start, heads[0].j)


def _is_described(scene: Scene, j: int, i: int) -> bool:
    """Whether all between a name and the verb at token i says what the name consists of: the Assembly of 193 states."""
    if not j < i - 1 <= j + _LONGEST_SUBJECT or scene.forms[j] not in words("composed"):
        return False
    return not any(parts_clauses(scene, k) for k in range(j + 1, i))
