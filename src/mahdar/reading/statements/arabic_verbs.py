"""Finite verbs of saying in Arabic: VSO, SVO, and verbs whose speaker stands in an earlier sentence."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.statements.arabic_absent import absent_speaker, people_described, two_together
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_acts import is_act
from mahdar.reading.statements.arabic_addressees import (
    carries_on,
    in_which,
    is_addressee,
    is_blamed,
    is_reminded,
    is_warned,
    near_place,
    stands_alone,
    with_blamed,
)
from mahdar.reading.statements.arabic_clauses import Content, Verb
from mahdar.reading.statements.arabic_cues import CueHit, Cues, phrases, words
from mahdar.reading.statements.arabic_doubts import (
    clause_start,
    means_otherwise,
    placed_as_verb,
    unreported,
)
from mahdar.reading.statements.arabic_inverted import is_object_by_gender, object_first
from mahdar.reading.statements.arabic_memory import spoke
from mahdar.reading.statements.arabic_oblique import is_oblique
from mahdar.reading.statements.arabic_openings import was_described
from mahdar.reading.statements.arabic_parts import Subject, parts
from mahdar.reading.statements.arabic_passed_on import only_passes_on
from mahdar.reading.statements.arabic_relative import before_main_clause
from mahdar.reading.statements.arabic_tellings import cue_tail, spoken_of
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import document_at, feminine, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_DUAL_OR_PLURAL = ("ا", "ن")
# what يقول or قائلا brings behind a verb that it carries on
_SAYING = frozenset({"that", "quote"})


def verb(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The statement of a finite verb at token i."""
    hit = cues.get(i)
    if hit is None or hit.value.form not in ("perfect", "imperfect") or unreported(scene, hit, sentence.i):
        return None
    start = _behind_said(clause_start(scene, hit.i, sentence.i), i, found)
    before = subject_before(scene, hit.i, start)
    if not placed_as_verb(scene, hit, before, sentence.i):
        return None
    if _belongs_elsewhere(scene, hit, before, found):
        return None
    tail = cue_tail(scene, hit.j, sentence.j)
    if tail > hit.j:  # carried on by يقول or قائلا
        hit = replace(hit, value=replace(hit.value, frames=hit.value.frames | _SAYING))
    tail = _past_own_mark(scene, i, tail)
    if before is None and only_passes_on(scene, hit, Span(tail, sentence.j), cues):
        return None
    aside = before is not None and scene.forms[hit.i - 1] in COMMAS
    if aside and was_described(scene, hit.i, start) is None and _nearer(scene, hit, tail):
        before = None
    turned = object_first(scene, hit, tail, sentence.j) if before is None else None
    content, after = turned or parts(scene, hit, Verb(hit.value, tail, sentence.j, cues), before)
    if content is None or means_otherwise(scene, hit, before, after, content, tail):
        return None
    voice = turned[1][0] if turned is not None else _named(scene, hit, before, after, content)
    voice = voice or _unnamed(scene, hit, sentence.i, content, spoken=spoke(scene, found))
    if voice is None or is_act(scene, hit, voice, content) or _asks_for_that(scene, hit, content):
        return None
    content = (
        with_blamed(scene, hit, after, content) if before is None else before_main_clause(scene, hit, content, start)
    )
    voice = _same_again(scene, hit, voice)
    _introduce_documents(scene, after[1] if after else tail, content.addressed, voice)
    return spoken_of(scene, hit.value, (hit.i, tail), voice, content)


def _asks_for_that(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether a pronoun is all that is asked for or said, which says nothing new: requested that, صرح بذلك."""
    if hit.value.act in ("say", "announce") and scene.forms[content.i] in words("pointing_with_b"):
        alone = content.j == content.i + 1
        return alone or scene.forms[content.i + 1] in words("remarks")  # made these remarks
    alone = content.j == content.i + 1 and scene.forms[content.i] in words("pointing")
    return alone and hit.value.act == "demand"


def _belongs_elsewhere(scene: Scene, hit: CueHit, before: Voice | None, found: list[Spoken]) -> bool:
    """Whether the verb belongs to what somebody says, describes a source or a noun, or is that noun."""
    if (before is None and _of_pronoun(scene, hit.i, found)) or _describes_source(scene, hit.i, found):
        return True
    if _is_its_noun(scene, hit, found) or _is_anothers_noun(scene, hit):
        return True
    return scene.forms[hit.i - 1] in words("relatives") and _takes_up(scene, hit.j)


def _unnamed(scene: Scene, hit: CueHit, start: int, content: Content, *, spoken: bool) -> Voice | None:
    """Who speaks where the verb names nobody; several agree, and the singular of agreeing is a passive."""
    if fold_word(hit.value.lemma) in words("mutual"):
        return scene.last if scene.forms[hit.i].endswith(_DUAL_OR_PLURAL) else None
    described = people_described(scene, hit, start) or two_together(scene, hit, start, spoken=spoken)
    return described or absent_speaker(scene, hit.i, start, hit.value.feminine, spoken=spoken) or _nobody(content)


def _nearer(scene: Scene, hit: CueHit, tail: int) -> bool:
    """Whether a name behind the verb is its subject rather than one before a comma: not whom it accuses or asks."""
    heads = scene.heads_from(tail)
    if hit.proclitics and (hit.value.addressee or "np" in hit.value.frames):
        return False
    asked = hit.value.addressee and heads and heads[0].kind != "person"
    return bool(heads) and not (asked and feminine(scene, tail) != hit.value.feminine)


def _past_own_mark(scene: Scene, i: int, tail: int) -> int:
    """Past the mark that closes behind a verb which stands in marks by itself: the Council "endorses" the deal."""
    quote = scene.quote_at.get(i - 1)
    return tail + 1 if quote is not None and quote.balanced and quote.j == tail else tail


def _of_pronoun(scene: Scene, i: int, found: list[Spoken]) -> bool:
    """Whether the verb opens what somebody says with a pronoun for its subject: saying that it supports."""
    said = found[-1] if found else None
    pronoun = scene.forms[i - 1] in words("pronoun_complementizers") and is_complementizer(scene, i - 1)
    return said is not None and pronoun and said.i == i


def _same_again(scene: Scene, hit: CueHit, voice: Voice) -> Voice:
    """Whoever spoke last, where a verb of going on has an organ without its state for its subject: the palace added."""
    last = scene.last
    if fold_word(hit.value.lemma) not in words("going_on") or last is None or len(voice.ids) != 1:
        return voice
    before = tuple(one for one in last.ids if scene.passage.principal(one).startswith("state:"))
    mine = scene.passage.principal(voice.ids[0])
    other = mine.startswith("state:") and mine not in {scene.passage.principal(one) for one in before}
    near = scene.last_place >= near_place(scene, hit.i)
    place = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    alone = phrases("organs_alone").at(scene.passage.tokens, place) if place < len(scene.forms) else None
    whole = alone is not None and all(named.j == alone.j for named in scene.heads_from(place))
    return replace(voice, ids=before) if before and other and near and whole else voice


def _takes_up(scene: Scene, k: int) -> bool:
    """Whether the noun that a relative clause describes is taken up at token k: the sanctions to which X objected."""
    return k < len(scene.forms) and scene.forms[k] in words("resumptions")


def _is_its_noun(scene: Scene, hit: CueHit, found: list[Spoken]) -> bool:
    """Whether the word opens what somebody affirms or declares, so that it is a noun: his country's adherence to."""
    affirmed = bool(found) and found[-1].i == hit.i and hit.value.form == "perfect" and not hit.value.feminine
    return affirmed and hit.i - 1 not in scene.quote_at and not is_complementizer(scene, hit.i - 1)


def _is_anothers_noun(scene: Scene, hit: CueHit) -> bool:
    """Whether a masculine verb that takes no object stands before a feminine institution: it is its fear, no verb."""
    if hit.j >= len(scene.forms) or "np" in hit.value.frames or hit.value.addressee:
        return False
    return hit.value.form == "perfect" and is_object_by_gender(hit.value, scene.forms[hit.j])


def _describes_source(scene: Scene, i: int, found: list[Spoken]) -> bool:
    """Whether the verb only describes a source before what it says: according to a diplomat who spoke to."""
    said = found[-1] if found else None
    if said is None or according_at(scene, said.cue[0]) is None:
        return False
    return said.cue[1] <= i < said.i or said.cue[0] == i - 1  # كما أفادت


def _behind_said(start: int, i: int, found: list[Spoken]) -> int:
    """The opening of a clause, behind what somebody said just before it."""
    inside = found and found[-1].i <= start < found[-1].j <= i
    return found[-1].j if inside else start


def _named(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> Voice | None:
    """Who speaks by place and agreement: the one before the verb, or the one behind it if nobody is addressed there."""
    if before is not None or after is None:
        return before
    if in_which(scene, hit, after, content):
        return None
    if is_blamed(scene, hit, after, content) or is_warned(scene, hit) or is_reminded(scene, hit, content):
        return None
    called = "ب" in hit.value.needs and scene.forms[content.i].startswith("ب")
    if called and carries_on(scene, hit) and stands_alone(scene, hit, after, content):
        return None  # called X a liar
    if is_oblique(scene, skip_fillers(scene, hit.j, content.addressed), content.addressed):
        return None
    return None if hit.value.addressee and is_addressee(scene, hit, after, content) else after[0]


def _nobody(content: Content) -> Voice | None:
    """The speaker of plain speech that the text gives to nobody it names."""
    return Voice((), "") if content.frame in ("that", "quote") else None


def _introduce_documents(scene: Scene, i: int, j: int, voice: Voice) -> None:
    """A memo in which somebody says something is that speaker's memo from here on."""
    for k in range(i, min(j, i + 8)):
        document = document_at(scene.forms[k])
        if document is not None and document not in words("authorless_documents"):
            scene.authors[document] = voice
