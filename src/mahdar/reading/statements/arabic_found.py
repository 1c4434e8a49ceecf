"""What was found in a document or learned from sources, and which words a source can begin with."""

from __future__ import annotations

from mahdar.language.tokens import Span
from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.arabic_clauses import opens_clause, that_clause
from mahdar.reading.statements.arabic_cues import Cues, phrases, words
from mahdar.reading.statements.arabic_issued import issued_at, issuer_before
from mahdar.reading.statements.arabic_relayed import carries_attitude, relayed_content
from mahdar.reading.statements.arabic_sources import source_voice
from mahdar.reading.statements.arabic_words import document_at
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_ADJECTIVES = 4
_REACH = 8


def found_in(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """جاء في التقرير أن, وورد في المذكرة: — a document says."""
    hit = phrases("found_in").at(scene.passage.tokens, i)
    if hit is None:
        return issued(scene, sentence, i, cues)
    if hit.proclitics not in ("", "و", "ف"):
        return None
    if scene.forms[hit.j - 1] in words("taken_up_within"):
        issuer = issuer_before(scene, sentence.i, i)
        content = relayed_content(scene, hit.j, sentence.j, cues) if issuer is not None else None
        return _said(issuer, content, (i, hit.j)) if issuer is not None and content is not None else None
    document = document_at(scene.forms[hit.j]) if hit.j < sentence.j else None
    named = (Voice((), ""), hit.j) if document is None else source_voice(scene, hit.j, sentence.j)
    content = relayed_content(scene, named[1] if named else hit.j, sentence.j, cues)
    if content is None or named is None or document is None:
        return None
    voice = named[0] if named[0].ids or scene.last is None else Voice(scene.last.ids, named[0].text)
    return _said(voice, content, (i, hit.j))


def _said(voice: Voice, content: tuple[int, int, tuple[int, int]], cue: tuple[int, int]) -> Spoken:
    return Spoken(content[0], content[1], "say", voice.ids, voice.text, (), cue)


def issued(scene: Scene, sentence: Span, i: int, cues: Cues) -> Spoken | None:
    """صدر عن الوزارة البيان الآتي: — what stands behind the colon."""
    issuer = issued_at(scene, i, sentence.j)
    if issuer is None:
        return None
    reach = range(issuer[1], min(sentence.j, issuer[1] + _REACH))
    k = next((k for k in reach if scene.forms[k - 1] in words("following") and scene.forms[k] == ":"), None)
    content = relayed_content(scene, k, sentence.j, cues) if k is not None else None
    return _said(issuer[0], content, (i, i + 1)) if content is not None else None


def learned_from(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """علمت رويترز من مصادر أن: what sources let an outlet know."""
    if scene.forms[i].removeprefix("و") not in words("learned"):
        return None
    reach = range(i + 1, min(sentence.j, i + _REACH))
    k = next((k for k in reach if scene.forms[k] == "من"), None)
    named = source_voice(scene, k + 1, sentence.j) if k is not None else None
    if k is None or named is None or not named[0].ids:
        return None
    if not all(one == UNNAMED or one.startswith("person:source") for one in named[0].ids):
        return None
    behind = range(named[1], min(sentence.j, named[1] + _ADJECTIVES))
    k, content = next((m for m in behind if opens_clause(scene, m, m)), None), None
    if k is not None and all(scene.passage.tokens.is_word(m) for m in range(named[1], k)):
        content = that_clause(scene, k + 1, sentence.j, k, cues)
    return Spoken(content.i, content.j, "say", named[0].ids, named[0].text, (), (i, i + 1)) if content else None


def opens_source(form: str) -> bool:
    """Whether one of the rules for sources can begin with this folded word."""
    stem = form[1:] if form[:1] in ("و", "ف") else form
    classes = ("according_heads", "relay_verbs", "no_comment_refusals")
    goes_on = form[:1] == "و" and form[-1] in "هام" and (stem in words("sayings") or carries_attitude(stem))
    if goes_on or stem in words("learned"):
        return True
    if form in words("issued_verbs") or stem in words("issued_verbs"):
        return True
    return stem in ("لم", "لا") or any(word in words(name) for name in classes for word in (form, stem))
