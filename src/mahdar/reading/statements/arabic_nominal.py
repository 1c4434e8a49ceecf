"""Reporting words that are no finite verbs: participles, participles with the article, verbal nouns."""

from __future__ import annotations

from functools import cache
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.language.tokens import Span
from mahdar.reading.statements.arabic_content import COMMAS, clause_end
from mahdar.reading.statements.arabic_cues import CueHit, phrases, words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_frames import Content, content_of
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_verbs import Cues, cue_tail, spoken_of
from mahdar.reading.statements.arabic_voices import coordinated
from mahdar.reading.statements.arabic_words import document_at, voice_of
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken
from mahdar.tables import read_toml

_REACH = 8


def participle(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A participle such as مضيفا: the speaker is that of the verb before it in the sentence."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "participle":
        return None
    tail = cue_tail(scene, hit.j, sentence.j)
    content = content_of(scene, hit.value, tail, tail, sentence.j, cues)
    if content is None or (i == sentence.i and content.frame not in ("that", "quote")):
        return None
    if not _reports(scene, hit, content):
        return None
    voice = _voice(scene, sentence, i, found)
    if voice is None or (content.frame not in ("that", "quote") and _disagrees(scene, hit, voice)):
        return None
    return spoken_of(scene, hit.value, (hit.i, tail), voice, content)


def _disagrees(scene: Scene, hit: CueHit, voice: Voice) -> bool:
    """A participle of the other gender than the speaker is said of somebody else."""
    known = scene.last if scene.last is not None and scene.last.ids == voice.ids else voice
    return known.feminine is not None and known.feminine != hit.value.feminine


def pretext(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """بحجة أن: the reason that the speaker or the actor of the sentence gives."""
    hit = phrases("pretexts").at(scene.passage.tokens, i)
    voice = _voice(scene, sentence, i, found) if hit is not None else None
    if hit is None or voice is None:
        return None
    j = clause_end(scene, hit.j, sentence.j, cues)
    return Spoken(hit.j, j, "say", voice.ids, voice.text or None, (), (hit.i, hit.j - 1)) if j > hit.j else None


def _reports(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Without أن or a quotation, a participle reports only behind a comma: many are plain adjectives."""
    if content.frame in ("that", "quote"):
        return True
    return scene.forms[hit.i - 1] in COMMAS or (content.i - hit.j <= 1 and hit.proclitics == "")


def _voice(scene: Scene, sentence: Span, i: int, found: list[Spoken]) -> Voice | None:
    """The name just before it, else the speaker of the sentence's own verb, else whom the sentence opens with."""
    close = scene.named_to.get(i)
    if close is not None and close.head and close.i > sentence.i:
        topic = subject_before(scene, i, sentence.i)
        if topic is not None and close.entity in topic.ids:
            return topic
    outer = [s for s in found if not any(o.i <= s.cue[0] < o.j for o in found)]
    if outer:
        return Voice(outer[-1].speakers, outer[-1].speaker_text or "")
    before = subject_before(scene, i, sentence.i)
    heads = [n for k in range(sentence.i, min(i, sentence.i + _REACH)) for n in scene.heads_from(k)]
    return before or (voice_of(scene, heads[:1], heads[0].i, heads[0].j) if heads else scene.last)


def definite(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A participle with the article behind a document: the resolution calling for."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "definite" or hit.value.act not in ("demand", "accuse", "support", "oppose"):
        return None
    voice = _document_before(scene, i, sentence.i)
    content = content_of(scene, hit.value, hit.j, hit.j, sentence.j, cues) if voice is not None else None
    if voice is None or content is None:
        return None
    return spoken_of(scene, hit.value, (hit.i, hit.j), voice, content)


def _document_before(scene: Scene, i: int, start: int) -> Voice | None:
    for k in range(i - 1, max(start, i - _REACH) - 1, -1):
        if scene.forms[k] in COMMAS:
            return None
        document = document_at(scene.forms[k])
        if document is not None:
            return document_voice(scene, document, k, i)
    return None


def masdar(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A verbal noun with its speaker in the genitive: Moscow's refusal to, the President's request that."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "masdar" or "ال" in hit.proclitics:
        return None
    heads = scene.heads_from(hit.j)
    if not heads or heads[0].start != scene.passage.tokens.start(hit.j):
        return None
    voice, j = coordinated(scene, hit.j, sentence.j)
    content = content_of(scene, hit.value, j, j, sentence.j, cues)
    if content is None or content.addressed > j or content.frame in ("np", "quote"):
        return None
    return spoken_of(scene, hit.value, (hit.i, hit.j), voice, content)


def position_noun(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A noun of position with an adjective of nationality: the American objection to."""
    hit = position_nouns().at(scene.passage.tokens, i)
    if hit is None or "ال" not in hit.proclitics:
        return None
    group = scene.named_from.get(hit.j, [])
    if not group or group[0].head:
        return None
    j = group[-1].j
    if j >= sentence.j or not _has_preposition(scene, j, hit.value["prep"]):
        return None
    glued = scene.forms[j] not in words("prepositions")
    from_token = j if glued else j + 1
    content = clause_end(scene, from_token, sentence.j, cues, phrase=True)
    voice = voice_of(scene, group, hit.j, j)
    return Spoken(from_token, content, hit.value["act"], voice.ids, voice.text, (), (hit.i, hit.j))


def _has_preposition(scene: Scene, i: int, wanted: list[str]) -> bool:
    form = scene.forms[i]
    return any(form == fold_word(w) or (len(w) == 1 and form.startswith(w)) for w in wanted)


@cache
def position_nouns() -> Lexicon[dict[str, Any]]:
    """Nouns of position, with their act and the prepositions that bring what it is held of."""
    table: dict[str, dict[str, Any]] = read_toml("mahdar.reading", "statements_ar.toml")["position_nouns"]
    return Lexicon(table.items())
