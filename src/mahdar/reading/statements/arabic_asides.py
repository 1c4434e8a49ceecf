"""What stands in Arabic between a verb of saying with its speaker and what is said: asides, appositions, addressees."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_cues import Cue, words
from mahdar.reading.statements.arabic_extent import is_told
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene

_SHORT_PHRASE = 5
_LONG_ASIDE = 16


def past_told(scene: Scene, cue: Cue, k: int, end: int) -> int:
    """Past a name with ل that is spoken to: assured the president of."""
    if cue.addressee or "ل" in cue.frames or k >= end:
        return k
    if is_told(scene, k):
        return skip_fillers(scene, k + 1, end)
    marked = scene.quote_at.get(k + 1) if scene.forms[k] == "ل" else None
    if marked is not None and marked.balanced and any(n.kind == "outlet" for n in scene.heads_from(marked.i)):
        return skip_fillers(scene, marked.j + 1, end)  # لـ«الشرق الأوسط»
    told = [n for n in scene.heads_from(k) if scene.passage.text[scene.passage.tokens.start(k) : n.start] == "ل"]
    return skip_fillers(scene, told[0].j if told else _past_officers(scene, k, end), end)


def _past_officers(scene: Scene, k: int, end: int) -> int:
    """Past a post with لل and its adjectives, behind a name: أكد فلان للمبعوثين الأممي والأمريكي."""
    stem = scene.forms[k].removeprefix("لل")
    officer = stem != scene.forms[k] and (stem in words("post_nouns") or stem.removesuffix("ين") in words("post_nouns"))
    before = scene.named_to.get(k)
    if not officer or before is None or before.kind not in ("person", "office"):
        return k
    m = k + 1
    while m < end and scene.forms[m].startswith(("ال", "وال")) and scene.forms[m] not in words("asked_deeds"):
        m += 1
    return m if m < end else k


def past_called(scene: Scene, cue: Cue, k: int, end: int) -> int:
    """Past those who are called upon with ب, if what they are to do follows: أهاب بالمواطنين التزام الهدوء."""
    if k >= end or not scene.forms[k].startswith("ب") or fold_word(cue.lemma) not in words("calling_with_b"):
        return k
    for m in range(k + 1, min(end, k + _LONG_ASIDE)):
        form = scene.forms[m]
        if form in COMMAS or form in ".:":
            return k
        deed = form.removeprefix("ب") in words("asked_deeds") or form in words("deed_nouns")
        if deed or form == "الي" or is_complementizer(scene, m):
            return m
    return k


def past_seat(scene: Scene, cue: Cue, k: int, end: int) -> int:
    """Past the office at which a source sits, named with ب behind a verb that takes none: مصدر بمكتب كذا."""
    form = scene.forms[k] if k < end else ""
    if "ب" in cue.frames or not form.startswith("ب") or scene.named_from.get(k):
        return k
    office = form[1:].removeprefix("ال") in words("institutions")
    m = k + 1
    while m < end and (scene.in_name[m] or (scene.forms[m].startswith("ال") and m not in scene.quote_at)):
        m += 1
    return skip_fillers(scene, m, end) if office else k


def past_tally(scene: Scene, k: int, end: int) -> int:
    """Past by how many an organ spoke, between the organ and what it says: بأغلبية 29 صوتا مقابل خمسة."""
    if k >= end or scene.forms[k] not in words("tallies"):
        return k
    m = k + 1
    while m < min(end, k + _LONG_ASIDE) and (scene.passage.tokens.is_number(m) or scene.forms[m] in words("tallied")):
        m += 1
    return skip_fillers(scene, m, end) if m > k + 1 else k


def past_charge(scene: Scene, k: int, end: int) -> int:
    """Past what an officer is charged with, behind the title: المعنية بحالة حقوق الإنسان في X."""
    if k + 1 >= end or scene.forms[k] not in words("charged") or not scene.forms[k + 1].startswith("ب"):
        return k
    m = k + 1
    while m < min(end, k + _LONG_ASIDE) and not _is_definite(scene, m):
        m += 1
    while m < end and (_is_definite(scene, m) or scene.forms[m] in words("within_charges")):
        m += 1
    return skip_fillers(scene, m, end)


def _is_definite(scene: Scene, k: int) -> bool:
    return scene.in_name[k] or scene.forms[k].startswith(("ال", "وال", "بال"))


def past_apposition(scene: Scene, i: int, end: int) -> int:
    """Past what stands between two commas right behind the speaker."""
    if i + 1 >= end or scene.forms[i] not in COMMAS:
        return i
    if not scene.named_from.get(i + 1) and scene.forms[i + 1] not in words("appositives"):
        return i
    comma = next((c for c in range(i + 1, min(end, i + _LONG_ASIDE)) if scene.forms[c] in COMMAS), None)
    return i if comma is None else skip_fillers(scene, comma, end)


def past_aside(scene: Scene, k: int, end: int) -> int:
    """Past a prepositional phrase between commas that parts the speaker from what is said."""
    while 0 < k < end and scene.forms[k - 1] in COMMAS and _parts_from(scene, k):
        comma = next((c for c in range(k, min(end, k + _LONG_ASIDE)) if scene.forms[c] in COMMAS), None)
        if comma is None:
            break
        k = skip_fillers(scene, comma, end)
    return k


def _parts_from(scene: Scene, k: int) -> bool:
    """Whether a preposition or a source (according to) stands at token k."""
    return scene.forms[k] in words("prepositions") or according_at(scene, k) is not None


def past_addressee(scene: Scene, k: int) -> int:
    """Past the one who is asked or charged to do what follows."""
    heads = scene.heads_from(k)
    if heads:
        return heads[0].j
    reach = range(k + 1, min(len(scene.forms), k + _SHORT_PHRASE))
    return next((m for m in reach if scene.forms[m] in words("asked_deeds")), k)
