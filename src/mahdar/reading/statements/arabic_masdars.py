"""Verbal nouns and nouns of position that report: Moscow's refusal to, the American objection to, calls by X for."""

from __future__ import annotations

from functools import cache
from typing import Any

from mahdar.language.arabic_forms import imperfect_forms, perfect_forms
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.names.entries import known_entities
from mahdar.reading.names.generic import generic_group
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_asides import past_apposition
from mahdar.reading.statements.arabic_clauses import Content, Verb
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cue, CueHit, Cues, masdars, speaker_nouns, words
from mahdar.reading.statements.arabic_frames import content_of
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_tellings import spoken_of
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import is_complementizer, voice_of, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken
from mahdar.tables import read_toml

_POSITIONS = frozenset({"deny", "oppose", "support", "announce"})
_GLUED = 1
_FAR_BACK = 14
_OWN_REACH = 3  # tokens of what is asked in which a pronoun makes it the asked one's own
_UN = "body:un"


def masdar(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A verbal noun with its speaker in the genitive: Moscow's refusal to, the President's request that."""
    hit = masdars().at(scene.passage.tokens, i)
    if hit is None or "ال" in hit.proclitics or not _governs(scene, hit, sentence.i):
        return None
    if found and found[-1].i == i and scene.forms[found[-1].cue[0]] != ":":
        return None  # the attitude that somebody has just declared, unless in a headline it is another's
    if i > sentence.i and _is_gained(scene.forms[i - 1]):
        return None  # the text won the support of ten members
    heads = scene.heads_from(hit.j)
    if not heads:
        return _of_somebody(scene, sentence, hit, cues)
    if heads[0].start != scene.passage.tokens.start(hit.j):
        return None
    voice, j = coordinated(scene, hit.j, sentence.j)
    j = _past_closing_comma(scene, hit.j, past_apposition(scene, j, sentence.j), sentence.j)
    content = content_of(scene, Verb(hit.value, j, sentence.j, cues), j)
    if content is None or not _close(scene, hit.value, content, j):
        return None
    if content.addressed <= j and (fold_word(hit.value.lemma) in words("urging") or _asked(scene, hit, voice, content)):
        return None  # who stands behind it is urged
    return spoken_of(scene, hit.value, (hit.i, hit.j), voice, content)


def _asked(scene: Scene, hit: Hit[Cue], voice: Voice, content: Content) -> bool:
    """Whether a state behind مطالبة may be the one of which something is asked, no other being named: مطالبة إسرائيل
    بالانسحاب; not مطالبة أوكرانيا بعقوبات على موسكو.
    """
    if fold_word(hit.value.lemma) not in words("asking") or not scene.forms[hit.i].endswith("ه"):
        return False
    own = any(form.endswith("ها") for form in scene.forms[content.i + 1 : min(content.j, content.i + _OWN_REACH)])
    if own:
        return any(one.startswith("state:") for one in voice.ids)  # مطالبة روسيا بسحب قواتها
    inside = (k for k in range(content.i + 1, content.j) if scene.forms[k - 1] not in words("within"))
    others = {scene.passage.principal(n.entity) for k in inside for n in scene.named_from.get(k, ())}
    alone = others <= {*voice.ids}
    return alone and any(one.startswith("state:") for one in voice.ids)


def _of_somebody(scene: Scene, sentence: Span, hit: Hit[Cue], cues: Cues) -> Spoken | None:
    """A verbal noun with a post or an institution of no table in the genitive, and أن: تأكيد الوزير أن."""
    stem = scene.forms[hit.j].removeprefix("ال") if hit.j < sentence.j else ""
    if stem not in words("posts_alone") and stem not in words("institutions") and stem not in words("post_nouns"):
        return None
    named = subject_after(scene, hit.j, sentence.j)
    if named is None or named[1] >= sentence.j or not is_complementizer(scene, named[1]):
        return None
    content = content_of(scene, Verb(hit.value, named[1], sentence.j, cues), named[1])
    if content is None or content.frame != "that" or content.addressed != named[1]:
        return None
    return spoken_of(scene, hit.value, (hit.i, hit.j), named[0], content)


def _past_closing_comma(scene: Scene, i: int, j: int, end: int) -> int:
    """Past the comma that closes a title set off by another one behind the speaker's name."""
    apposed = any(scene.forms[k] in COMMAS for k in range(i, j))
    return j + 1 if j < end and apposed and scene.forms[j] in COMMAS else j


def _governs(scene: Scene, hit: CueHit, start: int) -> bool:
    """Whether the word stands where a noun stands: not where a verb or a participle of the same spelling does."""
    joined = hit.proclitics if hit.proclitics in ("و", "ف") else ""
    form = scene.forms[hit.i].removeprefix(joined)
    if form not in words("participles_too") and form not in words("homographs"):
        return True
    opens = hit.i == start or scene.forms[hit.i - 1] == NEWLINE
    if opens or scene.forms[hit.i - 1] in COMMAS or is_complementizer(scene, hit.i - 1):
        return False
    return scene.forms[hit.i - 1] not in words("verb_openers") | words("boundaries")


@cache
def _gaining() -> frozenset[str]:
    """Forms of the verbs with which a text or a person wins what the noun behind them names."""
    verbs: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["gaining"]
    makers = (perfect_forms, imperfect_forms)
    return frozenset(fold_word(form) for verb in verbs for make in makers for form in make(verb).values())


def _is_gained(form: str) -> bool:
    return form in _gaining() or (form[:1] in ("و", "ف") and form[1:] in _gaining())


def _close(scene: Scene, cue: Cue, content: Content, j: int) -> bool:
    """Whether the content follows the speaker at once, or behind a name that is called upon."""
    if content.frame == "quote" or (content.frame == "np" and not _takes_noun(scene, cue, j)):
        return False
    if content.addressed <= j:
        return True
    called = scene.heads_from(j)
    return cue.addressee and bool(called) and content.addressed <= called[0].j


def _takes_noun(scene: Scene, cue: Cue, j: int) -> bool:
    """Whether a noun right behind the speaker is what the position is held of."""
    form = scene.forms[j]
    if cue.act == "demand":
        return form in words("deed_nouns") or form in words("asked_deeds")
    if cue.act == "deny" and (form in words("any") or form in words("deed_nouns")):
        return True
    if cue.act not in _POSITIONS or j in scene.time_from or form in words("common_verbs"):
        return False
    return (
        form.startswith("ال")
        or bool(scene.named_from.get(j))
        or form.endswith(("ها", "هم", "ه", "ات"))
        or _genitive(scene, j)
    )


def _genitive(scene: Scene, j: int) -> bool:
    """A noun with a definite noun behind it: the reception of the mission."""
    following = scene.forms[j + 1] if j + 1 < len(scene.forms) else ""
    return following.startswith("ال") or bool(scene.named_from.get(j + 1))


def position_noun(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A noun of position with an adjective of nationality (the American objection to) or with من and a name."""
    hit = position_nouns().at(scene.passage.tokens, i)
    held = _held_by(scene, hit, sentence.j) if hit is not None else None
    if hit is None or held is None:
        return None
    voice, j = held
    if i > sentence.i and i - 1 in cues and cues[i - 1].value.needs:
        return None  # called the American accusations unjust
    if j >= sentence.j or not _has_preposition(scene, j, hit.value["prep"]):
        return None
    from_token = j + 1 if scene.forms[j] in words("prepositions") else j
    content = clause_end(scene, from_token, sentence.j, cues, phrase=True)
    if content <= from_token:
        return None
    return Spoken(from_token, content, hit.value["act"], voice.ids, voice.text, (), (i, hit.j))


def _held_by(scene: Scene, hit: Hit[dict[str, Any]], end: int) -> tuple[Voice, int] | None:
    """Whose position it is and where that ends: by adjective or من, or of several demands by a genitive."""
    plain = bool(hit.value.get("plain")) or _heads_line(scene, hit.i)
    if hit.j < end and scene.forms[hit.j] in words("un_adjectives") and (plain or _is_definite(scene, hit.i)):
        scene.passage.entities.setdefault(_UN, known_entities()[_UN])
        return Voice((_UN,), scene.text(hit.j, hit.j + 1)), hit.j + 1
    group = _holders(scene, hit.j)
    if group:
        definite = _is_definite(scene, hit.i) or plain
        return (voice_of(scene, group, group[0].i, group[-1].j), group[-1].j) if definite else None
    if not hit.value.get("plain") or hit.j >= end or _is_definite(scene, hit.i):
        return None
    heads = [n for n in scene.heads_from(hit.j) if not with_proclitic(scene, n)]
    if heads:
        return coordinated(scene, hit.j, end)
    return _people(scene, hit.j, end)


def _heads_line(scene: Scene, i: int) -> bool:
    """Whether a noun opens a line, as in headlines: an American condemnation of."""
    return i == 0 or scene.forms[i - 1] in (NEWLINE, ":", "|")


def _people(scene: Scene, k: int, end: int) -> tuple[Voice, int] | None:
    """People without a name at token k, or the members of the body named last (أعضائه)."""
    form = scene.forms[k]
    if form in words("own_members"):
        near = range(k - 1, max(0, k - _FAR_BACK), -1)
        body = next((n for m in near for n in scene.named_from.get(m, ()) if n.kind == "body"), None)
        return (Voice((body.entity,), scene.text(k, k + 1)), k + 1) if body is not None else None
    speaks = form in speaker_nouns() or generic_group([form]) is not None
    return subject_after(scene, k, end) if speaks and not form.startswith("ال") else None


def rumour(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """وسط تقارير عن سقوط قتلى: what sources tell that nobody names, where the reporter only mentions them."""
    behind = scene.forms[i + 1 : i + 3]
    if not opens_rumour(scene.forms[i]) or len(behind) < 2 or behind[0] != "عن" or behind[1] not in words("deed_nouns"):
        return None
    joined = scene.forms[i].startswith("و") and scene.forms[i] not in words("rumours")
    back = range(i - 1, max(sentence.i - 1, i - (_FAR_BACK if joined else 2)), -1)
    if not any(scene.forms[m] in words("amid") or scene.forms[m][1:] in words("amid") for m in back):
        return None
    j = clause_end(scene, i + 2, sentence.j, cues, phrase=True)
    if i + 2 >= j:
        return None
    return Spoken(i + 2, j, "say", (unknown(scene, i, i + 1),), scene.text(i, i + 1).lstrip("و"), (), (i, i + 1))


def opens_rumour(form: str) -> bool:
    """Whether a folded word names reports or news by nobody known."""
    return form in words("rumours") or (form[:1] == "و" and form[1:] in words("rumours"))


def _is_definite(scene: Scene, i: int) -> bool:
    return scene.forms[i].lstrip("وفبلك").startswith("ال") or scene.forms[i].startswith(("ال", "لل", "وال", "بال"))


def _holders(scene: Scene, j: int) -> list[Named]:
    """Whose position it is: adjectives of nationality behind the noun, or a name behind من."""
    group = scene.named_from.get(j, [])
    if group and not group[0].head:
        return list(group)
    if j + 1 < len(scene.forms) and scene.forms[j] in words("no_comment_from"):
        return scene.heads_from(j + 1)[:_GLUED]
    return []


def _has_preposition(scene: Scene, i: int, wanted: list[str]) -> bool:
    form = scene.forms[i]
    return any(form == fold_word(w) or (len(w) == 1 and form.startswith(w)) for w in wanted)


@cache
def position_nouns() -> Lexicon[dict[str, Any]]:
    """Nouns of position, with their act and the prepositions that bring what it is held of."""
    table: dict[str, dict[str, Any]] = read_toml("mahdar.reading", "statements_ar.toml")["position_nouns"]
    return Lexicon(table.items())
