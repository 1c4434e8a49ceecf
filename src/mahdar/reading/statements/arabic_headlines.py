"""Speech without a verb in Arabic news: a headline with its speaker and a colon, a quotation that goes on alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_clauses import Content, past_pause
from mahdar.reading.statements.arabic_content import trim
from mahdar.reading.statements.arabic_cues import lexicon, speaker_nouns, words
from mahdar.reading.statements.arabic_sources import source_voice
from mahdar.reading.statements.arabic_tellings import obliges
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import document_at, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken
from mahdar.reading.united_nations import is_of_un

_LONGEST_HEADING = 8
_SHORT_HEADING = 3
_LONGEST_RUBRIC = 6
_SHORTEST_QUOTE = 4
_CLOCK = 3  # tokens of an hour: 10:35
_BARS = frozenset("-–—|/")
_LONE = "ل"
_UN = "body:un"


def headline(scene: Scene, sentence: Span) -> Spoken | None:
    """A name, a colon, and what it says to the end of the line."""
    sentence = Span(_behind_clock(scene, sentence), sentence.j)
    if ":" not in scene.forms[sentence.i : min(sentence.j, sentence.i + _LONGEST_RUBRIC + _LONGEST_HEADING)]:
        return None
    begin = _behind_rubric(scene, sentence)
    colon = _colon(scene, begin, sentence.j)
    if colon is None or colon + 2 >= sentence.j or not _may_head(scene, begin, colon):
        return None
    named = subject_after(scene, begin, colon)
    if named is None or not _only_circumstance(scene, named[1], trim(scene, named[1], colon)):
        return None
    i, end = colon + 1, _past_pauses(scene, sentence.j)
    if _only_sources(scene, i, end) or _is_topic(scene, begin, colon) or _is_dateline(scene, named[0], i):
        return None
    quote = scene.quote_at.get(i)
    i, end = (quote.i, quote.j) if quote is not None else (i, trim(scene, i, end))
    source = _quoted(scene, named[0], named[1], colon)
    said = _said(scene, i, end, source or named[0], (colon, colon + 1))
    return replace(said, via=named[0].ids) if source is not None else said


def _colon(scene: Scene, begin: int, stop: int) -> int | None:
    """The colon that ends a heading: near its beginning, or right behind the long name with which it begins."""
    limit = min(stop, begin + _LONGEST_HEADING)
    ends = (named.j for named in scene.heads_from(begin))
    behind = next((k for k in ends if k < stop and scene.forms[k] == ":"), None)
    return next((k for k in range(begin, limit) if scene.forms[k] == ":"), behind)


def _quoted(scene: Scene, outlet: Voice, k: int, colon: int) -> Voice | None:
    """Whom an outlet quotes at the head of a line: رويترز عن مصدر أمني: ..."""
    k += scene.forms[k] == "نقلا"
    if k + 1 >= colon or scene.forms[k] != "عن" or not all(one.startswith("outlet:") for one in outlet.ids):
        return None
    found = source_voice(scene, k + 1, colon)
    return found[0] if found is not None and found[1] == colon else None


def _behind_clock(scene: Scene, sentence: Span) -> int:
    """Behind the hour and its dash or bar with which a line of a live report opens: 10:35 | فلان: ..."""
    if sentence.j - sentence.i <= _CLOCK:
        return sentence.i
    i = sentence.i + (scene.forms[sentence.i] == NEWLINE)
    if i + _CLOCK >= sentence.j or scene.forms[i + 1] != ":":
        return sentence.i
    if not (scene.passage.tokens.is_number(i) and scene.passage.tokens.is_number(i + 2)):
        return sentence.i
    return i + _CLOCK + (scene.forms[i + _CLOCK] in _BARS)


def _is_dateline(scene: Scene, voice: Voice, i: int) -> bool:
    """Whether an outlet stands before a sentence with a verb of saying of its own, which it only carries."""
    outlets = bool(voice.ids) and all(one.startswith("outlet:") for one in voice.ids)
    hit = lexicon().at(scene.passage.tokens, i) if outlets else None
    tells = hit is not None and hit.value.form == "perfect" and not hit.proclitics
    relayed = outlets and scene.forms[i] in words("relay_verbs")
    return relayed or (tells and subject_after(scene, hit.j if hit else i, scene.sentence(i).j) is not None)


def _past_pauses(scene: Scene, end: int) -> int:
    """The end of a line of speech that pauses at dots, unless another heading follows them."""
    behind = past_pause(scene, end)
    return end if ":" in scene.forms[end:behind] else behind


def _is_topic(scene: Scene, begin: int, colon: int) -> bool:
    """Whether a state stands before the colon as what the line is about: السودان: مجلس حقوق الإنسان يمدد."""
    label = next((n for n in scene.heads_from(begin) if n.j == colon), None)
    if label is not None and label.entity.startswith("place:"):
        return True
    if label is None or not (label.kind == "state" or label.entity == _UN):
        return False
    numbers = scene.passage.numbers
    n = bisect_left(numbers, colon + 1, key=lambda number: number.i)
    if label.kind == "state" and n < len(numbers) and numbers[n].i == colon + 1:
        return True  # السودان: ستة ملايين نازح
    organs = (n for n in scene.heads_from(colon + 1) if n.entity != label.entity)
    return any(is_of_un(scene.passage.principal(n.entity)) for n in organs)


def _behind_rubric(scene: Scene, sentence: Span) -> int:
    """Behind a rubric that stands before the heading with a colon or a bar of its own: urgent, video, link."""
    reach = range(sentence.i, min(sentence.j, sentence.i + _LONGEST_RUBRIC))
    bar = next((k for k in reach if scene.forms[k] in (":", "|", "/")), None)
    if bar is None or any(scene.heads_from(k) for k in range(sentence.i, bar) if scene.forms[bar] == ":"):
        return sentence.i
    again = any(scene.forms[k] == ":" for k in range(bar + 1, min(sentence.j, bar + _LONGEST_HEADING)))
    return bar + 1 if again else sentence.i


def _only_sources(scene: Scene, i: int, end: int) -> bool:
    """Source: Agencies + Reuters; London: «the paper»: behind the colon stand outlets and nothing else."""
    quote = scene.quote_at.get(i)
    if quote is not None and quote.j - quote.i < _SHORT_HEADING and quote.j + 1 >= trim(scene, i, end):
        return True
    while i < end:
        outlet = next((n for n in scene.named_from.get(i, ()) if n.kind == "outlet"), None)
        if outlet is None and scene.passage.tokens.is_word(i) and scene.forms[i] not in words("source_marks"):
            return False
        i = outlet.j if outlet is not None else i + 1
    return True


def _may_head(scene: Scene, i: int, colon: int) -> bool:
    """Whether a line may open with its speaker: a name, perhaps in marks, or a short bare noun for one who speaks."""
    if scene.heads_from(i) or i in scene.quote_at:
        return True
    form = scene.forms[i]
    heads = form in speaker_nouns() or form in words("headed") or document_at(form) is not None
    return colon - i <= _SHORT_HEADING and heads


def _only_circumstance(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing stands between the speaker and the colon but where it was said and to whom."""
    if i >= j:
        return True
    addressee = any(with_proclitic(scene, named) for named in scene.named_from.get(i, ()))
    in_marks = scene.forms[i] == _LONE and i + 1 in scene.quote_at
    quotes = scene.forms[i : i + 2] == ["نقلا", "عن"]
    return addressee or in_marks or quotes or scene.forms[i] in words("circumstances")


def continued(scene: Scene, sentence: Span, voice: Voice | None) -> list[Spoken]:
    """A sentence that is one quotation and names nobody goes on with the last speaker."""
    quote = scene.quote_at.get(sentence.i)
    if quote is None or voice is None or quote.j + 2 < sentence.j or quote.j - quote.i < _SHORTEST_QUOTE:
        return []
    if quote.balanced and _is_told_behind(scene, quote.j + 1):
        return []
    return [_said(scene, quote.i, quote.j, voice, (quote.i, quote.i))]


def _is_told_behind(scene: Scene, k: int) -> bool:
    """Whether a verb of saying or "according to" behind the comma at token k tells whose a quotation is that ends
    there: "…"، قال المندوب.
    """
    if k + 1 >= len(scene.forms) or scene.forms[k] not in COMMAS:
        return False
    k += 1 + (scene.forms[k + 1] in words("so_said"))
    hit = lexicon().at(scene.passage.tokens, k)
    told = hit is not None and not hit.proclitics and hit.value.form in ("perfect", "imperfect")
    return told or according_at(scene, k) is not None


def _said(scene: Scene, i: int, j: int, voice: Voice, cue: tuple[int, int]) -> Spoken:
    """Speech without a verb of its own: said, or demanded where it tells what must be done."""
    spoken = Spoken(i, j, "say", voice.ids, voice.text or None, (), cue)
    return replace(spoken, act="demand") if obliges(scene, Content(i, j, "quote", i)) else spoken
