"""Verbs of saying with a pronoun for their object: which Moscow denied, the deal that he rejects, called it unfair."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_clauses import Verb
from mahdar.reading.statements.arabic_content import trim
from mahdar.reading.statements.arabic_cues import CueHit, Cues, intents, speaker_nouns, words
from mahdar.reading.statements.arabic_doubts import clause_start, unreported
from mahdar.reading.statements.arabic_frames import content_of
from mahdar.reading.statements.arabic_tellings import cue_tail, spoken_of
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import feminine, is_complementizer, voice_of
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_POSITIONS = frozenset({"deny", "oppose", "support", "accuse"})
_MARKS = frozenset(".!?؟…؛;:\"'“”«»()")
_LONGEST_NOUN = 7
_NO_PRONOUN = "ة"  # توصية is a noun, توصيه a verb with its object; folded they are alike


def referring(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The statement of a finite verb that carries a pronoun of its object."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "object" or unreported(scene, hit, sentence.i):
        return None
    if scene.text(hit.j - 1, hit.j).endswith(_NO_PRONOUN) or _backs(scene, hit):
        return None
    if scene.forms[i - 1] == "ما" and i - 2 >= sentence.i and according_at(scene, i - 2) is not None:
        return None  # according to what the agency reported
    if scene.forms[i] in words("carriers") and scene.forms[i - 1] != "ما":
        return None  # remarks that the agency carried
    tail = cue_tail(scene, hit.j, sentence.j)
    in_that = _in_that(scene, tail)
    named = _subject(scene, hit, tail + 2 * in_that, sentence.j)
    backer = named[0] if in_that and named is not None else None
    taken_up = _of_last(scene, hit, found, backer) if named is None or in_that else None
    if taken_up is not None:
        return taken_up
    content = content_of(scene, Verb(hit.value, tail, sentence.j, cues), named[1] if named else tail)
    if content is not None and content.frame == "that" and _only_describes(scene, hit):
        content = None
    called = content is not None and fold_word(hit.value.lemma) in words("predicating")
    called = called or (content is not None and scene.forms[content.i] in intents())
    if content is not None and (content.frame != "np" or called):
        voice = named[0] if named else _unnamed(scene, hit, sentence, spoken=bool(found))
        return spoken_of(scene, hit.value, (i, tail), voice, content) if voice is not None else None
    meant = _meant(scene, hit, sentence, found) if named is not None else None
    if named is None or meant is None or hit.value.needs:
        return None
    return Spoken(meant.i, meant.j, hit.value.act, named[0].ids, named[0].text or None, (), (i, tail))


def _backs(scene: Scene, hit: CueHit) -> bool:
    """Whether a relative clause tells who backs somebody, with arms and money too: الجماعة التي تدعمها إيران."""
    helping = words("backing") | words("bankrolling")
    return scene.forms[hit.i - 1] in words("relatives") and fold_word(hit.value.lemma) in helping


def _unnamed(scene: Scene, hit: CueHit, sentence: Span, *, spoken: bool) -> Voice | None:
    """Who speaks where nobody is named behind the verb: whom its clause describes, its subject, or who spoke before."""
    described = _described(scene, hit, sentence.i)
    if described is not None:
        return described
    relative = scene.forms[hit.i - 1] == "ما" or scene.forms[hit.i - 1] in words("relatives")
    before = None if relative else subject_before(scene, hit.i, clause_start(scene, hit.i, sentence.i))
    return before or absent_speaker(scene, hit.i, sentence.i, hit.value.feminine, spoken=spoken)


def _described(scene: Scene, hit: CueHit, start: int) -> Voice | None:
    """Whom a relative clause describes, whose verb agrees with it: the committee that accused it (التي اتهمتها)."""
    if hit.i <= start or scene.forms[hit.i - 1] not in words("relatives"):
        return None
    named = scene.named_to.get(hit.i - 1)
    if named is not None and named.head and feminine(scene, named.i) == hit.value.feminine:
        return voice_of(scene, [named], named.i, named.j)
    noun = _noun_before(scene, hit.i - 1, start) if named is None else None
    if noun is None or feminine(scene, noun.i) != hit.value.feminine:
        return None
    i = noun.i - (scene.forms[noun.i - 1] in words("institutions"))
    return Voice((unknown(scene, i, noun.j),), scene.text(i, noun.j), hit.value.feminine)


def _only_describes(scene: Scene, hit: CueHit) -> bool:
    """Whether the verb only takes up the noun before it: the cabinet that he announced, no speech of his behind it."""
    return scene.forms[hit.i - 1] in words("relatives") and not hit.value.needs


def _in_that(scene: Scene, k: int) -> bool:
    """Whether في ذلك stands at token k: what somebody else said is backed, not the one who said it."""
    return scene.forms[k : k + 2] == ["في", "ذلك"]


def _of_last(scene: Scene, hit: CueHit, found: list[Spoken], behind: Voice | None) -> Spoken | None:
    """The position of another on what the last one took a position on: Paris backs the draft, Moscow rejects it; with
    who stands ``behind`` في ذلك the same position.
    """
    last = found[-1] if found else None
    if last is None or last.act not in _POSITIONS | {"demand"} or hit.value.act not in _POSITIONS or hit.value.needs:
        return None
    if "np" not in hit.value.frames:
        return None
    start = next((k + 1 for k in range(hit.i - 1, last.cue[1], -1) if scene.forms[k] in COMMAS), last.cue[1])
    close = scene.named_to.get(hit.i)
    start = close.i if close is not None and close.head else start
    voice = behind or subject_before(scene, hit.i, start)
    if voice is None or voice.ids == last.speakers or not voice.ids:
        return None
    j = trim(scene, last.i, min(last.j, start))
    act = last.act if behind is not None else hit.value.act  # backed it in that
    return Spoken(last.i, j, act, voice.ids, voice.text or None, (), (hit.i, hit.j)) if j > last.i else None


def _subject(scene: Scene, hit: CueHit, i: int, end: int) -> tuple[Voice, int] | None:
    """A known name or a noun for somebody who speaks, behind the verb; a movement where the pronoun is addressed."""
    if i >= end:
        return None
    takes = hit.value.addressee or bool(hit.value.needs) or fold_word(hit.value.lemma) in words("predicating")
    movement = takes and scene.forms[i].removeprefix("ال") in words("movements") | words("institutions")
    if not (scene.heads_from(i) or scene.forms[i] in speaker_nouns() or scene.named_from.get(i + 1) or movement):
        return None
    return subject_after(scene, i, end)


def _meant(scene: Scene, hit: CueHit, sentence: Span, found: list[Spoken]) -> Span | None:
    """What the pronoun stands for: all that was said before it, or the noun that the clause describes."""
    before = scene.forms[hit.i - 1] if hit.i > sentence.i else ""
    whole = before == "ما" or scene.forms[max(0, hit.i - 2) : hit.i] == ["الامر", "الذي"]
    if whole:
        return _said_before(scene, hit.i, sentence, found)
    if hit.value.act not in _POSITIONS or hit.proclitics or before in words("clause_heads"):
        return None
    if "np" not in hit.value.frames:
        return None  # the missile that Riyadh intercepted: another sense of the verb
    end = hit.i - 1 if before in words("relatives") else hit.i
    return _noun_before(scene, trim(scene, sentence.i, end), sentence.i)


def _said_before(scene: Scene, i: int, sentence: Span, found: list[Spoken]) -> Span | None:
    """The last content of the sentence, or the clause of the reporter up to the comma."""
    if scene.forms[max(sentence.i, i - 2)] not in words("resuming_pronouns"):
        return None
    if found and found[-1].i >= sentence.i and found[-1].j <= i:
        return Span(found[-1].i, found[-1].j)
    end = trim(scene, sentence.i, i - 2)
    return Span(sentence.i, end) if end > sentence.i + 1 else None


def _noun_before(scene: Scene, end: int, start: int) -> Span | None:
    """The noun phrase that ends at a token: back to what governs it."""
    k = end
    while k > max(start, end - _LONGEST_NOUN) and not _governs(scene, k - 1):
        k -= 1
        if scene.forms[k].startswith(("بال", "لل", "كال")):
            break
    return Span(k, end) if k < end and scene.passage.tokens.is_word(k) else None


def _governs(scene: Scene, k: int) -> bool:
    """Whether a noun phrase cannot reach over this token."""
    form = scene.forms[k]
    if scene.named_to.get(k + 1) is not None and scene.named_to[k + 1].head and scene.forms[k + 1].startswith("ال"):
        return True
    if form.removeprefix("ال") in words("institutions") and scene.forms[k + 1].startswith("ال"):
        return True
    if form in COMMAS or form in _MARKS or form == NEWLINE or is_complementizer(scene, k):
        return True
    return form in words("prepositions") or form in words("common_verbs") or form in words("resuming_pronouns")
