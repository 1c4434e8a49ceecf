"""Statements in Arabic news: one sentence at a time, cues from left to right.

Whoever spoke last is remembered for the verbs that name nobody and for quotations that follow alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from mahdar.language.tokens import Span
from mahdar.reading.passage import Passage
from mahdar.reading.statements.arabic_content import trim
from mahdar.reading.statements.arabic_cues import CueHit, lexicon, phrases, words
from mahdar.reading.statements.arabic_frames import Content
from mahdar.reading.statements.arabic_nominal import (
    definite,
    masdar,
    participle,
    position_noun,
    position_nouns,
    pretext,
)
from mahdar.reading.statements.arabic_sources import according_to, found_in, no_comment, opens_source, relayed
from mahdar.reading.statements.arabic_verbs import obliges, verb
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import feminine
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_LONGEST_HEADING = 8
_SHORTEST_QUOTE = 4
# How far a rule sees around its cue and how many earlier statements of the sentence it weighs, so that a text that
# never ends its sentence costs no more than its length; the longest sentences of newspapers stay well inside.
_LOOK_BACK = 150
_LOOK_AHEAD = 400
_RECENT = 12
Rule = Callable[[Scene, Span, int, dict[int, CueHit], list[Spoken]], Spoken | None]
_RULES: tuple[Rule, ...] = (
    no_comment,
    relayed,
    found_in,
    according_to,
    verb,
    participle,
    definite,
    pretext,
    masdar,
    position_noun,
)


def find(passage: Passage) -> list[Spoken]:
    """The statements of an Arabic passage in the order of their cues."""
    scene = Scene.of(passage)
    tokens = passage.tokens
    hits = {
        hit.i: hit
        for hit in lexicon().find(tokens)
        if _may_carry(hit, tokens.forms[hit.i]) and not scene.in_name[hit.i]
    }
    spoken: list[Spoken] = []
    for sentence in passage.sentences:
        spoken += _read_sentence(scene, sentence, hits)
    return [one for k, one in enumerate(spoken) if not _repeats_itself(scene, one, spoken[max(0, k - _RECENT) : k])]


def _repeats_itself(scene: Scene, inner: Spoken, before: list[Spoken]) -> bool:
    """Speech inside somebody's indirect speech is a statement of its own only if its speaker is another."""
    mine = {scene.passage.principal(speaker) for speaker in inner.speakers}
    around = (s for s in before if s.i <= inner.cue[0] < s.j and s.cue[0] < inner.cue[0])
    return any(mine == {scene.passage.principal(speaker) for speaker in outer.speakers} for outer in around)


def _may_carry(hit: CueHit, form: str) -> bool:
    """Verbs and participles take only و and ف before them; some participles are spelled like common nouns."""
    if hit.value.form == "participle" and form in words("common_nouns"):
        return False
    return hit.value.form == "masdar" or hit.proclitics in ("", "و", "ف")


def _read_sentence(scene: Scene, sentence: Span, cues: dict[int, CueHit]) -> list[Spoken]:
    sentence = _behind_running_quote(scene, sentence)
    before = scene.last
    headline = _headline(scene, sentence)
    found = [headline] if headline is not None else []
    i = headline.i if headline is not None else sentence.i
    for k in range(i, sentence.j):
        if k >= i and (k in cues or _may_report(scene.forms[k])) and scene.shut(k) is None:
            window = Span(max(sentence.i, k - _LOOK_BACK), min(sentence.j, k + _LOOK_AHEAD))
            spoken = _read_at(scene, window, k, cues, found[-_RECENT:])
            if spoken is not None:
                i = max(k + 1, spoken.cue[1])
                found.append(spoken)
                _remember(scene, spoken)
    return found or _continued(scene, sentence, before)


def _behind_running_quote(scene: Scene, sentence: Span) -> Span:
    """The part of a sentence behind a quotation that an earlier sentence opened."""
    quote = scene.inside[sentence.i]
    return Span(min(quote.j, sentence.j), sentence.j) if quote is not None and quote.i < sentence.i else sentence


@lru_cache(maxsize=65_536)
def _may_report(form: str) -> bool:
    """Whether a rule other than those for verbs can begin with this word; most words are passed over by it."""
    opens_phrase = any(phrases(name).may_begin(form) for name in ("found_in", "pretexts"))
    return opens_phrase or opens_source(form) or position_nouns().may_begin(form)


def _read_at(scene: Scene, sentence: Span, i: int, cues: dict[int, CueHit], found: list[Spoken]) -> Spoken | None:
    """The statement whose cue stands at token i, if any."""
    return next((one for rule in _RULES if (one := rule(scene, sentence, i, cues, found)) is not None), None)


def _headline(scene: Scene, sentence: Span) -> Spoken | None:
    """A name, a colon, and what it says to the end of the line."""
    limit = min(sentence.j, sentence.i + _LONGEST_HEADING)
    colon = next((k for k in range(sentence.i, limit) if scene.forms[k] == ":"), None)
    if colon is None or colon + 2 >= sentence.j or not scene.heads_from(sentence.i):
        return None
    named = subject_after(scene, sentence.i, colon)
    if named is None or trim(scene, named[1], colon) > named[1]:
        return None
    i, end = colon + 1, sentence.j
    quote = scene.quote_at.get(i)
    i, end = (quote.i, quote.j) if quote is not None else (i, trim(scene, i, end))
    spoken = _said(scene, i, end, named[0], (colon, colon + 1))
    _remember(scene, spoken)
    return spoken


def _continued(scene: Scene, sentence: Span, voice: Voice | None) -> list[Spoken]:
    """A sentence that is one quotation and names nobody goes on with the last speaker."""
    quote = scene.quote_at.get(sentence.i)
    if quote is None or voice is None or quote.j + 2 < sentence.j or quote.j - quote.i < _SHORTEST_QUOTE:
        return []
    return [_said(scene, quote.i, quote.j, voice, (quote.i, quote.i))]


def _said(scene: Scene, i: int, j: int, voice: Voice, cue: tuple[int, int]) -> Spoken:
    """Speech without a verb of its own: said, or demanded where it tells what must be done."""
    spoken = Spoken(i, j, "say", voice.ids, voice.text or None, (), cue)
    return replace(spoken, act="demand") if obliges(scene, Content(i, j, "quote", i)) else spoken


def _remember(scene: Scene, spoken: Spoken) -> None:
    """Keep the speaker for what follows; an outlet named as the source of a sentence does not displace anybody."""
    if not spoken.speakers or all(speaker.startswith("outlet:") for speaker in spoken.speakers):
        return
    person = any(speaker.startswith("person:") for speaker in spoken.speakers)
    place = scene.first_named.get(spoken.speakers[0])
    gender = feminine(scene, place) if place is not None else None
    scene.last = Voice(spoken.speakers, spoken.speaker_text or "", gender, person)
