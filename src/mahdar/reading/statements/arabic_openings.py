"""Subjects that no table names, before their verb in Arabic: كان فلان قد, أما حزب كذا ف, witnesses who, the head of."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, proclitic_splits
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.names.generic import generic_group
from mahdar.reading.statements.arabic_cues import Cue, lexicon, speaker_nouns, words
from mahdar.reading.statements.arabic_joint import counted_at
from mahdar.reading.statements.arabic_unknown import stranger, unknown
from mahdar.reading.statements.arabic_words import (
    MARKS,
    document_at,
    feminine,
    is_complementizer,
    owned_stem,
    voice_of,
)
from mahdar.reading.statements.scene import Scene, Voice

_LONGEST_SUBJECT = 14
_SHORT_NOUN = 3
_SHORT_TITLE = 5
_NEAR = 6
_LONGEST_ORGAN = 7
_SHORTEST_NAME, _LONGEST_NAME = 2, 4
_FEMININE = ("ه", "ات")


def framed_subject(scene: Scene, i: int, start: int) -> Voice | None:
    """Whoever stands between كان and قد with its verb at token i, or between أما and a verb with ف."""
    if i - start > _LONGEST_SUBJECT:
        return was_described(scene, i, start)
    if scene.forms[i - 1] == "قد":
        return _between(scene, _opener(scene, i - 2, start, "was"), i - 1) or was_described(scene, i, start)
    if scene.forms[i].startswith("ف"):
        return _between(scene, _opener(scene, i - 2, start, "as_for"), i)
    described = was_described(scene, i, start)
    if described is not None:
        return described
    plural = scene.forms[i].endswith("وا") and generic_group([scene.forms[i - 1]]) is not None
    was = i - 2 if plural and i - 2 >= max(0, start - 1) and scene.forms[i - 2] in words("was") else None
    return _between(scene, was, i)


def was_described(scene: Scene, i: int, start: int) -> Voice | None:
    """Whoever stands between كان and a perfect at token i: so many organisations, a head with his name in commas."""
    first = max(0, start - 1)
    first += scene.forms[first] == NEWLINE
    hit = lexicon().at(scene.passage.tokens, i) if i - first <= 2 * _LONGEST_SUBJECT else None
    if hit is None or hit.value.form != "perfect" or hit.proclitics or scene.forms[first] not in words("was"):
        return None
    first += 1
    commas = [k for k in range(first, i) if scene.forms[k] in COMMAS]
    behind = i - 1 - (scene.forms[i - 1] in words("auxiliaries"))
    if len(commas) not in (0, 2) or (commas and commas[1] != behind):
        return None
    end = commas[0] if commas else i
    person = scene.named_to.get(commas[1]) if commas else None
    if person is not None and person.kind == "person" and not any(_parts_title(scene, k) for k in range(first, end)):
        return Voice((person.entity,), scene.text(first, person.j), feminine(scene, first), True)
    post = scene.heads_from(commas[0] + 1)[:1] if commas else []
    if commas and _is_name(scene, first, end):
        office = post[0].entity if post and post[0].kind == "office" else ""
        return Voice((office or stranger(scene, first, end),), scene.text(first, end), None, True)
    if scene.passage.tokens.is_number(first):
        several = counted_at(scene, first, end)
        return several[0] if several is not None and several[1] == end else None
    speaks = bool(scene.heads_from(first)) or scene.forms[first] in words("post_nouns")
    group = generic_group([scene.forms[first]]) is not None or scene.forms[first] in words("organisations")
    return _between(scene, first - 1, end) if speaks or group else None


def _is_name(scene: Scene, i: int, j: int) -> bool:
    """Whether tokens i to j can only be the name of a person of no table: two to four words without an article."""
    if not _SHORTEST_NAME <= j - i <= _LONGEST_NAME or scene.heads_from(i):
        return False
    plain = all(scene.passage.tokens.is_word(k) and not scene.in_name[k] for k in range(i, j))
    if not plain or scene.forms[i].startswith(("ال", "و", "ب", "ل")) or scene.forms[i] in words("prepositions"):
        return False
    return lexicon().at(scene.passage.tokens, i) is None and not _means(scene.forms[i])


def _means(form: str) -> bool:
    """Whether a word is a common noun: of an institution, a deed, a thing."""
    return any(form in words(name) for name in ("organisations", "institutions", "deed_nouns", "unspeaking")) or (
        form in speaker_nouns() or generic_group([form]) is not None or document_at(form) is not None
    )


def _opener(scene: Scene, last: int, start: int, name: str) -> int | None:
    """The last of these words before the subject, which may stand right before the clause."""
    floor = max(0, start - 1)
    return next((k for k in range(last, floor - 1, -1) if scene.forms[k] in words(name)), None)


def _between(scene: Scene, opener: int | None, end: int) -> Voice | None:
    """The noun phrase behind an opening word, up to a token."""
    if opener is None or opener + 1 >= end or any(_parts_title(scene, k) for k in range(opener + 1, end)):
        return None
    first, text = opener + 1, scene.text(opener + 1, end)
    heads = scene.heads_from(first)
    last = scene.named_to.get(end)
    person = last if last is not None and last.kind == "person" and last.i > opener else None
    if person is not None:
        return Voice((person.entity,), text, feminine(scene, first), True)
    if heads:
        return voice_of(scene, heads[:1], first, heads[0].j)
    if not scene.passage.tokens.is_word(first) or scene.forms[first] in words("prepositions"):
        return None
    return Voice((unknown(scene, first, end),), text, feminine(scene, first))


def opening_noun(scene: Scene, i: int, k: int, start: int) -> Voice | None:
    """People or a post without a known name, with which the clause of the verb at token i opens; asides begin at k."""
    people = _plain(scene, k, start) or _fleeing(scene, i, start)
    return people or _title(scene, k, start) or _somebody(scene, i, start) or _organ(scene, i, start)


def _plain(scene: Scene, i: int, start: int) -> Voice | None:
    """People right before the verb: witnesses said, two officials said."""
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


def _fleeing(scene: Scene, i: int, start: int) -> Voice | None:
    """People behind أن, with what they did before they spoke: refugees who came to X told its envoys."""
    if not start or not is_complementizer(scene, start - 1) or not scene.forms[i].endswith("وا"):
        return None
    if not 0 < i - start <= _LONGEST_SUBJECT or generic_group([scene.forms[start]]) is None:
        return None
    if any(parts_clauses(scene, k) for k in range(start, i)):
        return None
    end = next((k for k in range(start + 1, i) if scene.forms[k].endswith("وا")), start + 1)
    end = _before_preposition(scene, start + 1, end)
    return Voice((unknown(scene, start, end),), scene.text(start, end), False)


def _title(scene: Scene, i: int, start: int) -> Voice | None:
    """A post, its holder's name right before the verb or none: but the leader of the party."""
    if not 0 < i - start <= _LONGEST_SUBJECT or scene.heads_from(start):
        return None
    if not any(stem in words("post_nouns") for _, stem in proclitic_splits(scene.forms[start])):
        return None
    if scene.forms[start][1:] in words("prepositions") and "إ" in scene.passage.tokens.original(start, start + 1):
        return None  # وإلى ذلك
    named = scene.named_to.get(i)
    person = named if named is not None and named.kind == "person" and named.head and named.i > start else None
    if any(_parts_title(scene, k) for k in range(start, person.i if person else i)):
        return None
    if person is not None:
        return Voice((person.entity,), scene.text(start, i), feminine(scene, start), True)
    short = i - start <= _SHORT_TITLE
    return Voice((unknown(scene, start, i),), scene.text(start, i), feminine(scene, start), True) if short else None


def _somebody(scene: Scene, i: int, start: int) -> Voice | None:
    """One without a name, described up to the verb or a comma before it: a refugee in X, who ..., told."""
    form = scene.forms[start] if 0 < i - start <= 2 * _LONGEST_SUBJECT else "ال"
    posts = [named for named in scene.heads_from(start) if named.kind == "office"]
    if form.startswith("ال") or not (posts or generic_group([form]) is not None):
        return None
    hit = lexicon().at(scene.passage.tokens, i)
    comma = next((k for k in range(start, i) if scene.forms[k] in COMMAS), i)
    if hit is None or hit.value.feminine != form.endswith(_FEMININE) or not _described_to(scene, start, comma, i):
        return None
    end = _before_preposition(scene, start + 1, comma)
    if posts:
        return voice_of(scene, posts[:1], start, max(end, posts[0].j))
    return Voice((unknown(scene, start, end),), scene.text(start, end), hit.value.feminine)


def _organ(scene: Scene, i: int, start: int) -> Voice | None:
    """An institution or people of no table right before the verb: the bar association demands, doctors warn."""
    if not 0 < i - start <= _LONGEST_ORGAN or scene.heads_from(start) or document_at(scene.forms[start]) is not None:
        return None
    form = scene.forms[start]
    form = form[1:] if form.startswith("وال") else form
    stem = form.removeprefix("ال")
    known = any(stem in words(name) for name in ("movements", "organisations", "institutions"))
    known = known or (start + 1 == i and _is_of_his(scene, start))
    if not (known or form in speaker_nouns() or form in words("clipped_names")):
        return None
    if any(_parts_title(scene, k) or scene.forms[k] in words("prepositions") for k in range(start, i)):
        return None
    hit = lexicon().at(scene.passage.tokens, i)
    if hit is None or hit.proclitics or not _agrees(scene, hit, start):
        return None
    text = scene.text(start, i)
    text = text[1:] if text.startswith("وال") else text
    return Voice((unknown(scene, start, i),), text, hit.value.feminine)


def _is_of_his(scene: Scene, k: int) -> bool:
    """Whether a word is a noun for one who speaks, with the pronoun of whom it is: his office, her lawyer."""
    stem = owned_stem(scene, k)
    return stem is not None and (stem in speaker_nouns() or stem in words("institutions"))


def _agrees(scene: Scene, hit: Hit[Cue], start: int) -> bool:
    """Whether a verb, which no noun is spelled like, agrees with the noun phrase that begins at a token."""
    form = scene.forms[hit.i]
    if hit.value.form == "perfect" and fold_word(hit.value.lemma) in words("homographs") and not hit.value.feminine:
        return False
    if form.endswith(("ون", "وا")) and hit.value.form != "object":
        return not scene.forms[start].endswith("ه")
    stem = owned_stem(scene, start) if start + 1 == hit.i else None
    of_woman = feminine(scene, start) if stem is None else stem.endswith("ه")
    return hit.value.form in ("perfect", "imperfect") and hit.value.feminine == of_woman


def _described_to(scene: Scene, start: int, comma: int, i: int) -> bool:
    """Whether the description runs to a comma right before the verb, or by a preposition to the verb itself."""
    if comma < i:
        return scene.forms[i - 1] in COMMAS and comma < i - 1
    near = i - start <= _NEAR and _before_preposition(scene, start + 1, i) < i
    return near and not any(_parts_title(scene, k) for k in range(start + 1, i))


def _before_preposition(scene: Scene, i: int, end: int) -> int:
    return next((k for k in range(i, end) if scene.forms[k] in words("prepositions")), end)


def _parts_title(scene: Scene, k: int) -> bool:
    """Whether what stands at token k cannot be inside a title: a mark, a verb, أن, a relative."""
    form = scene.forms[k]
    if parts_clauses(scene, k) or form in words("relatives"):
        return True
    hit = lexicon().at(scene.passage.tokens, k) if not scene.in_name[k] else None
    return form in words("common_verbs") or (hit is not None and hit.value.form in ("perfect", "imperfect"))


def parts_clauses(scene: Scene, k: int) -> bool:
    """Whether a mark, a comma or أن stands at token k."""
    return scene.forms[k] in MARKS or scene.forms[k] in COMMAS or is_complementizer(scene, k)
