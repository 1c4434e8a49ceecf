"""Statements in Arabic news: one sentence at a time, cues from left to right.

Whoever spoke last is remembered for the verbs that name nobody and for quotations that follow alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.marks import Mark
from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.passage import Passage
from mahdar.reading.statements.arabic_carriers import carries
from mahdar.reading.statements.arabic_conceded import conceded, opens_concession
from mahdar.reading.statements.arabic_cues import CueHit, Cues, attitudes, lexicon, masdars, phrases, spelled, words
from mahdar.reading.statements.arabic_cut import before_own_name, cut_quotation
from mahdar.reading.statements.arabic_documents import introduce_document
from mahdar.reading.statements.arabic_found import found_in, learned_from, opens_source
from mahdar.reading.statements.arabic_headlines import continued, headline
from mahdar.reading.statements.arabic_lede import lede, opens_lede
from mahdar.reading.statements.arabic_light import light_verb
from mahdar.reading.statements.arabic_masdars import masdar, opens_rumour, position_noun, position_nouns, rumour
from mahdar.reading.statements.arabic_memory import in_passing, remember
from mahdar.reading.statements.arabic_nominal import definite, participle, pretext
from mahdar.reading.statements.arabic_referring import referring
from mahdar.reading.statements.arabic_relayed import relayed, relayed_by, relayed_on
from mahdar.reading.statements.arabic_silence import no_comment
from mahdar.reading.statements.arabic_sources import according_to
from mahdar.reading.statements.arabic_transcripts import transcript
from mahdar.reading.statements.arabic_turns import reports_on
from mahdar.reading.statements.arabic_verbs import verb
from mahdar.reading.statements.arabic_via import share_source, with_outlets
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene
from mahdar.reading.statements.values import Spoken

# How far a rule sees around its cue and how many earlier statements of the sentence it weighs, so that a text that
# never ends its sentence costs no more than its length; the longest sentences of newspapers stay well inside.
_LOOK_BACK = 150
_LOOK_AHEAD = 400
_RECENT = 12
_PARLIAMENTS = ("body:parliament-of-", "body:us-congress")
Rule = Callable[[Scene, Span, int, Cues, list[Spoken]], Spoken | None]
# What may begin at a word that stands in a table of the grammar, before and after what its verb or participle says.
_FIRST: tuple[Rule, ...] = (lede, no_comment, relayed_on, masdar, relayed, learned_from, found_in, according_to)
_LAST: tuple[Rule, ...] = (light_verb, pretext, position_noun, rumour, conceded)
_OF_CUES: dict[str, tuple[Rule, ...]] = {
    "perfect": (verb,),
    "imperfect": (verb,),
    "object": (referring,),
    "participle": (participle,),
    "definite": (definite,),
    "masdar": (),
}


_DISAPPOINTED = "خيبه"
_NAME_NEAR = 3


def find(passage: Passage) -> list[Spoken]:
    """The statements of an Arabic passage in the order of their cues."""
    scene = Scene.of(passage)
    tokens = passage.tokens
    hits = {hit.i: hit for hit in lexicon().find(tokens) if _may_carry(scene, hit) and not scene.in_name[hit.i]}
    listed = set(_reports().at(tokens))
    places = sorted({*hits, *listed})
    rules = {k: _rules(hits.get(k), listed=k in listed) for k in places}
    _cut_unclosed(scene, hits)
    spoken = transcript(scene)
    written = {k for turn in spoken for k in range(turn.cue[0], turn.j)}
    for sentence in passage.sentences:
        if not written or written.isdisjoint(range(sentence.i, sentence.j)):
            spoken += _read_sentence(scene, sentence, hits, places, rules)
    kept = (one for k, one in enumerate(spoken) if not _repeats_itself(scene, one, spoken[max(0, k - _RECENT) : k]))
    told: list[Spoken] = []
    for one in kept:
        told.append(with_outlets(scene, one, told))
        share_source(scene, told)
    return told


def _cut_unclosed(scene: Scene, hits: Cues) -> None:
    """End a quotation that nothing closes where the reporter goes on: a comma, a participle, أن."""
    for mark, quote in list(scene.quote_at.items()):
        if quote.balanced:
            continue
        reach = range(quote.i + 1, min(quote.j, quote.i + _LOOK_AHEAD))
        goes_on = (k for k in reach if k in hits and _tells_on(scene, hits[k]))
        cut = next(goes_on, None)
        if cut is not None:
            scene.quote_at[mark] = replace(quote, j=cut - 1)
            if quote.depth == 0:
                scene.inside[cut - 1 : quote.j] = [None] * (quote.j - cut + 1)


def _tells_on(scene: Scene, hit: CueHit) -> bool:
    """Whether the reporter goes on behind a comma: a participle and أن, or a verb of going on (، وأضاف فلان)."""
    if hit.value.form == "participle":
        return reports_on(scene, hit)
    on = hit.value.form == "perfect" and hit.proclitics == "و" and fold_word(hit.value.lemma) in words("going_on")
    return on and scene.forms[hit.i - 1] in COMMAS


def _repeats_itself(scene: Scene, inner: Spoken, before: list[Spoken]) -> bool:
    """Speech inside somebody's indirect speech is a statement of its own only if its speaker is another, and never
    where that speech is quoted.
    """
    mine = {scene.passage.principal(speaker) for speaker in inner.speakers}
    if any(_is_within(inner, s) and s.speakers == inner.speakers for s in before):
        return True
    own_side = fold_word((inner.speaker_text or "").rpartition(" ")[2]) in words("own_side")
    around = [s for s in before if s.i <= inner.cue[0] < s.j and s.cue[0] < inner.cue[0]]
    quote = scene.inside[inner.cue[0]] if around else None
    if quote is not None and quote.balanced and any(s.i <= quote.i and quote.j <= s.j + 1 for s in around):
        return True
    if around and own_side:
        return True  # the government of his country
    around = [outer for outer in around if _is_parliament(inner) == _is_parliament(outer)]
    return any(
        mine == {scene.passage.principal(speaker) for speaker in outer.speakers}
        for outer in around
        if not _is_colleague(inner, outer)
    )


def _is_within(inner: Spoken, outer: Spoken) -> bool:
    """Whether a verb that stands between another's cue and its content brings a part of that content."""
    part = outer.i <= inner.i and inner.j <= outer.j and (inner.i, inner.j) != (outer.i, outer.j)
    return part and outer.cue[1] <= inner.cue[0] < outer.i


def _is_colleague(inner: Spoken, outer: Spoken) -> bool:
    """Whether two people speak who are known apart, though for the same: a spokesman tells what the envoy thinks."""
    people = (*inner.speakers, *outer.speakers)
    return (
        bool(people)
        and all(one.startswith("person:") for one in people)
        and set(inner.speakers).isdisjoint(outer.speakers)
    )


def _is_parliament(spoken: Spoken) -> bool:
    """Whether the parliament of a state speaks, which often is of another mind than its government."""
    return bool(spoken.speakers) and all(one.startswith(_PARLIAMENTS) for one in spoken.speakers)


def _may_carry(scene: Scene, hit: CueHit) -> bool:
    """Verbs and participles take only و and ف before them; some participles are spelled like common nouns."""
    if hit.j < len(scene.forms) and phrases("anonymity").at(scene.passage.tokens, hit.j) is not None:
        return False  # asking not to be named
    if hit.i and scene.forms[hit.i - 1] == _DISAPPOINTED:
        return False  # خيبة أمله is no hope
    letters = spelled().get(fold_word(hit.value.lemma))
    if letters is not None and not any(one in scene.passage.tokens.original(hit.i, hit.j) for one in letters):
        return False  # security, here
    if scene.forms[hit.i] in words("arrived") and hit.i and scene.passage.tokens.is_word(hit.i - 1):
        return False  # a statement that reached the agency
    if hit.proclitics and ((hit.i and _wants_verb(scene.forms[hit.i - 1])) or _is_dual(scene, hit)):
        return False  # ما ورد, الذي وعد: the و is the verb's own; فردا, a noun
    alone = hit.j == hit.i + 1
    if hit.value.form == "participle" and _is_governed(scene, hit.i):
        return False
    if hit.value.form == "participle" and alone and scene.forms[hit.i] in words("common_nouns"):
        return _accuses(scene, hit)
    if scene.forms[hit.i].removeprefix(hit.proclitics) in words("hopes"):
        return _brings_at_once(scene, hit.j)
    if hit.value.form == "participle" and fold_word(hit.value.lemma) in words("needs_attitude"):
        return _declares(scene, hit.j)  # not "again"
    return hit.value.form == "masdar" or hit.proclitics in ("", "و", "ف")


def _is_governed(scene: Scene, i: int) -> bool:
    """Whether a number or a preposition makes a noun of the word at token i: 17 معارضا, صوت على مطالبة."""
    if not i:
        return False
    noun = scene.forms[i] in words("participles_too") and scene.forms[i - 1] in words("prepositions")
    return noun or scene.passage.tokens.is_number(i - 1)


def _is_dual(scene: Scene, hit: CueHit) -> bool:
    """Whether a perfect with ف has the ending of two, who would have to stand before it."""
    if hit.proclitics != "ف" or hit.value.form != "perfect":
        return False
    return scene.forms[hit.i].endswith("ا") and fold_word(hit.value.lemma)[-1] not in "اي" and hit.j == hit.i + 1


def _wants_verb(form: str) -> bool:
    """Whether the word behind a relative begins with its verb, before which no و stands."""
    return form == "ما" or form in words("relatives")


def _brings_at_once(scene: Scene, k: int) -> bool:
    """Whether أن, في or a word with ب follows at token k: hoping that, no noun (a weak hope)."""
    if k >= len(scene.forms):
        return False
    return is_complementizer(scene, k) or scene.forms[k] == "في" or scene.forms[k].startswith("بال")


def _declares(scene: Scene, k: int) -> bool:
    """Whether a noun of attitude or a quotation stands at token k."""
    return k < len(scene.forms) and (k in scene.quote_at or attitudes().at(scene.passage.tokens, k) is not None)


def _accuses(scene: Scene, hit: CueHit) -> bool:
    """A participle that is also a noun reports behind a comma with a definite noun or a name following."""
    if hit.i == 0 or hit.j >= len(scene.forms) or hit.proclitics:
        return False
    if scene.forms[hit.i - 1] not in COMMAS and _names_the_accused(scene, hit.j):
        return True
    if scene.forms[hit.i - 1] not in COMMAS:
        named = scene.named_to.get(hit.i)
        named_behind = any(scene.heads_from(k) for k in range(hit.j, min(hit.j + _NAME_NEAR, len(scene.forms))))
        return named is not None and named.head and named.kind in ("person", "office") and named_behind
    pronoun = scene.forms[hit.j] in words("object_pronouns")
    return pronoun or bool(scene.heads_from(hit.j)) or scene.forms[hit.j].startswith(("ال", "بال", "بان", "ان"))


def _names_the_accused(scene: Scene, j: int) -> bool:
    """Whether a state, body or its people stand at token j and what they are accused of behind them."""
    heads = scene.heads_from(j)
    if not heads or heads[0].kind not in ("state", "capital", "body", "group"):
        return False
    end = heads[0].j
    return any(scene.forms[k].startswith("ب") for k in range(end, min(end + 2, len(scene.forms))))


def _rules(hit: CueHit | None, *, listed: bool) -> tuple[Rule, ...]:
    """The rules that may begin at a word, in their order."""
    of_cue = _OF_CUES[hit.value.form] if hit is not None else ()
    return (*_FIRST, *of_cue, *_LAST) if listed else of_cue


def _read_sentence(
    scene: Scene, sentence: Span, cues: Cues, places: list[int], rules: dict[int, tuple[Rule, ...]]
) -> list[Spoken]:
    """The statements of a sentence by its cues; where it has none, what goes on with the last speaker."""
    sentence = _behind_running_quote(scene, sentence)
    if sentence.i < sentence.j and scene.forms[sentence.i] in words("counterfactuals"):
        return []  # had the text won support, the Council would have asked
    before = scene.last
    introduce_document(scene, sentence.i, sentence.j)
    heading = headline(scene, sentence)
    found = [heading] if heading is not None else []
    if heading is not None:
        remember(scene, heading, {})
    i = heading.i if heading is not None else sentence.i
    for k in places[bisect_left(places, i) : bisect_left(places, sentence.j)]:
        if k < i or scene.shut(k) is not None:
            continue
        window, recent = Span(max(sentence.i, k - _LOOK_BACK), min(sentence.j, k + _LOOK_AHEAD)), found[-_RECENT:]
        spoken = next((one for rule in rules[k] if (one := rule(scene, window, k, cues, recent)) is not None), None)
        if spoken is None:
            continue
        spoken = before_own_name(scene, relayed_by(scene, spoken) if k in cues else spoken)
        i = max(k + 1, spoken.cue[1])
        if not in_passing(scene, spoken, recent):
            remember(scene, spoken, cues)
        found += [spoken, *cut_quotation(scene, spoken, found)]
    return found or continued(scene, sentence, before)


def _behind_running_quote(scene: Scene, sentence: Span) -> Span:
    """The part of a sentence behind a quotation that an earlier sentence opened."""
    quote = scene.inside[sentence.i]
    return Span(min(quote.j, sentence.j), sentence.j) if quote is not None and quote.i < sentence.i else sentence


@cache
def _reports() -> Mark:
    return Mark(_may_report)


def _may_report(form: str) -> bool:
    """Whether a rule other than those for verbs can begin with this word; most words are passed over by it."""
    opens_phrase = any(phrases(name).may_begin(form) for name in ("found_in", "pretexts"))
    nominal = position_nouns().may_begin(form) or masdars().may_begin(form)
    if opens_phrase or nominal or opens_source(form):
        return True
    return carries(form) or opens_rumour(form) or opens_concession(form) or opens_lede(form)
