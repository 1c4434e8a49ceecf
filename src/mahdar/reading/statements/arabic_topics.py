"""Who speaks in Arabic news, before the verb: the topic of a clause, with what may stand between."""

from __future__ import annotations

from mahdar.language.lexicon import proclitic_splits
from mahdar.reading.names.generic import generic_group
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import lexicon, speaker_nouns, words
from mahdar.reading.statements.arabic_documents import antecedent, described
from mahdar.reading.statements.arabic_voices import coordinated, unknown
from mahdar.reading.statements.arabic_words import feminine, is_complementizer, voice_of
from mahdar.reading.statements.scene import Scene, Voice

_COMMAS = frozenset("،,")
_ASIDES = frozenset('،,»”"')
_MARKS = frozenset(".!?؟…\"'“”«»„:؛;()-[]")
_LONGEST_SUBJECT = 14
_SHORT_NOUN = 3
_SHORT_TITLE = 5


def subject_before(scene: Scene, i: int, start: int) -> Voice | None:
    """The subject that stands before a verb at token i in its clause: a name, or a title with its name."""
    k = _back_over_asides(scene, i, start)
    if k > start and scene.forms[k - 1] in words("relatives"):
        return antecedent(scene, k - 1, start)
    named = scene.named_to.get(k)
    if named is not None and named.head and named.i >= start and _opens_clause(scene, named, start, i):
        return _leading_group(scene, named, start)
    noun = _opening_noun(scene, k, start) or _opening_people(scene, i, start)
    return described(scene, i, start) or _opening_name(scene, i, start) or noun or _opening_title(scene, k, start)


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
    if before < start or glued:
        return True
    form = scene.forms[before]
    if form in _COMMAS or form in _MARKS or is_complementizer(scene, before) or form in words("boundaries"):
        return True
    adjacent = verb - named.j <= 1 and scene.forms[verb - 1] not in _COMMAS
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


def _opening_noun(scene: Scene, i: int, start: int) -> Voice | None:
    """A clause that opens with people without a name, right before the verb: witnesses said, two officials said."""
    if not 0 < i - start <= _SHORT_NOUN:
        return None
    form = scene.forms[start]
    group = generic_group([form]) is not None
    plural = form.endswith("ين") and scene.forms[i].endswith("وا")
    if not (plural or (not form.startswith("ال") and (group or form.endswith(("ون", "ان"))))):
        return None
    if any(scene.in_name[k] or scene.forms[k] in words("prepositions") for k in range(start, i)):
        return None
    speaks = plural or group or form in speaker_nouns()
    if not speaks or not all(scene.passage.tokens.is_word(k) for k in range(start, i)):
        return None
    return Voice((unknown(scene, start, i),), scene.text(start, i), False)


def _opening_people(scene: Scene, i: int, start: int) -> Voice | None:
    """People without a name behind أن, with what they did before they spoke: refugees who came to X told its envoys."""
    if not start or not is_complementizer(scene, start - 1) or not scene.forms[i].endswith("وا"):
        return None
    if not 0 < i - start <= _LONGEST_SUBJECT or generic_group([scene.forms[start]]) is None:
        return None
    if any(_parts_clauses(scene, k) for k in range(start, i)):
        return None
    end = next((k for k in range(start + 1, i) if scene.forms[k].endswith("وا")), start + 1)
    end = next((k for k in range(start + 1, end) if scene.forms[k] in words("prepositions")), end)
    return Voice((unknown(scene, start, end),), scene.text(start, end), False)


def _opening_title(scene: Scene, i: int, start: int) -> Voice | None:
    """A clause that opens with a post, its holder's name right before the verb or none: but the leader of the party."""
    if not 0 < i - start <= _LONGEST_SUBJECT or scene.heads_from(start):
        return None
    if not any(stem in words("post_nouns") for _, stem in proclitic_splits(scene.forms[start])):
        return None
    named = scene.named_to.get(i)
    person = named is not None and named.kind == "person" and named.head and named.i > start
    end = named.i if named is not None and person else i
    if any(_parts_title(scene, k) for k in range(start, end)):
        return None
    text = scene.text(start, i)
    if named is not None and person:
        return Voice((named.entity,), text, feminine(scene, start), True)
    return Voice((unknown(scene, start, i),), text, feminine(scene, start), True) if i - start <= _SHORT_TITLE else None


def _parts_title(scene: Scene, k: int) -> bool:
    """Whether what stands at token k cannot be inside a title: a mark, a verb, أن, a relative."""
    form = scene.forms[k]
    if _parts_clauses(scene, k) or form in words("relatives"):
        return True
    hit = lexicon().at(scene.passage.tokens, k) if not scene.in_name[k] else None
    return form in words("common_verbs") or (hit is not None and hit.value.form in ("perfect", "imperfect"))


def _opening_name(scene: Scene, i: int, start: int) -> Voice | None:
    """A sentence that opens with a name, its title in apposition, then the verb behind a comma."""
    heads = scene.heads_from(start)
    if heads and _is_described(scene, heads[0].j, i):
        return voice_of(scene, heads[:1], start, heads[0].j)
    if not heads or i <= heads[0].j or i - heads[0].j > 2 * _LONGEST_SUBJECT or scene.forms[i - 1] not in _COMMAS:
        return None
    return voice_of(scene, heads, start, heads[0].j)


def _is_described(scene: Scene, j: int, i: int) -> bool:
    """Whether all between a name and the verb at token i says what the name consists of: the Assembly of 193 states."""
    if not j < i - 1 <= j + _LONGEST_SUBJECT or scene.forms[j] not in words("composed"):
        return False
    return not any(_parts_clauses(scene, k) for k in range(j + 1, i))


def _parts_clauses(scene: Scene, k: int) -> bool:
    """Whether a mark, a comma or أن stands at token k."""
    return scene.forms[k] in _MARKS or scene.forms[k] in _COMMAS or is_complementizer(scene, k)
