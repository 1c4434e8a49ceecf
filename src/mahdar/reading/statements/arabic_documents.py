"""Documents that speak in Arabic news: whose they are, and the verbs that say of them what they say."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import COMMAS
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import lexicon, phrases, words
from mahdar.reading.statements.arabic_words import document_at, voice_of
from mahdar.reading.statements.scene import Scene, Voice

_LONGEST_SUBJECT = 14
_REACH = 4
_ORGANS_BACK = 8  # organs before a resolution among which its own may stand
_INTRODUCED = 8
_FAR_BACK = 8
_TOLD_APART = 2  # tokens from a document to the verb behind the one word that tells which it is
_FEMININE = "ه"
_DEFINITE = ("ال", "بال", "لل", "كال", "وال", "فال")
_NATIONS = frozenset({"demonym", "state"})
_STOPS = frozenset(".!?؟…\n")


def document_voice(scene: Scene, document: str, i: int, j: int) -> Voice:
    """The authors of a document: named in its own words, or the ones known from earlier in the report."""
    named = [n for k in range(i, j) for n in scene.named_from.get(k, ()) if not _before_whom(scene, document, n)]
    text = scene.text(i, j)
    if named and document not in words("text_nouns"):
        group = _same_kind(scene, named)
        voice = Voice(tuple(dict.fromkeys(scene.passage.principal(n.entity) for n in group)), text)
        scene.authors.setdefault(document, voice)
        return voice
    known = _sponsors(scene, document, j) or _known_authors(scene, document) or tabled_elsewhere(scene, document)
    known = known or _adopting_body(scene, document, i)
    rivals = document in words("drafts") and _rivals(scene)
    if known is None and not rivals and document not in words("authorless_documents") and _is_definite(scene, i, j):
        known = scene.last_known or scene.last
    return Voice(known.ids if known else (), text)


def _rivals(scene: Scene) -> bool:
    """Whether the report speaks of drafts of several states, so that nobody knows whose a draft is."""
    return scene.tabled is not None and bool(scene.tabled.text) and not scene.tabled.ids


def _before_whom(scene: Scene, document: str, named: Named) -> bool:
    """A draft is not that of the organ before which it lies: a draft in the Council."""
    return document in words("drafts") and named.i > 0 and scene.forms[named.i - 1] in words("before_organs")


def introduce_document(scene: Scene, i: int, end: int) -> None:
    """X issued a report: the document that a sentence opening at token i tells of is that of X from here on."""
    i = _past_opening(scene, i, end)
    form = scene.forms[i] if i + 1 < end else ""
    if not (form in words("issuing_verbs") or form[1:] in words("issuing_verbs")):
        return
    issuer = _issuer(scene, i + 1, end)
    reach = range(issuer[1], min(end, issuer[1] + _INTRODUCED)) if issuer is not None else range(0)
    document = next((d for k in reach if (d := document_at(scene.forms[k])) and "ال" not in scene.forms[k][:3]), None)
    tabled = document in words("drafts")
    if issuer is not None and document is not None and (tabled or document not in words("authorless_documents")):
        scene.authors[document] = issuer[0]


def _issuer(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """Whoever stands behind a verb of putting out: a name, or a name behind its office (the office of X)."""
    heads = scene.heads_from(i)
    if heads:
        return voice_of(scene, heads[:1], heads[0].i, heads[0].j), heads[0].j
    office = i + 1 < end and scene.forms[i] in words("issued_by")
    inner = scene.heads_from(i + 1)[:1] if office else []
    return (voice_of(scene, inner, i, inner[0].j), inner[0].j) if inner else None


def _past_opening(scene: Scene, i: int, end: int) -> int:
    """Past من جانبها and the like, with their comma, before the verb that opens a sentence."""
    hit = phrases("fillers").at(scene.passage.tokens, i) if i < end else None
    if hit is None or hit.proclitics not in ("", "و"):
        return i
    return hit.j + 1 if hit.j < end and scene.forms[hit.j] in COMMAS else hit.j


def _is_definite(scene: Scene, i: int, j: int) -> bool:
    """Whether a document is one that was spoken of: the article, a definite genitive, or a possessor glued on."""
    form = scene.forms[i]
    if j > i + 1 and scene.forms[i + 1].startswith("ال"):
        return True
    lead = next((p for p, stem in proclitic_splits(form) if p.endswith(("ال", "لل")) and len(stem) > 1), "")
    return bool(lead) or form.endswith(("ها", "هم", "ته"))


def _sponsors(scene: Scene, document: str, j: int) -> Voice | None:
    """Who is said behind a draft to have tabled it: a draft that condemns ..., tabled by France and Albania."""
    if document not in words("drafts"):
        return None
    for k in range(j, min(j + _LONGEST_SUBJECT, len(scene.forms) - 1)):
        if scene.forms[k] in _STOPS:
            return None
        if scene.forms[k] in words("sponsoring"):
            at = k + 2 if scene.forms[k + 1] in words("taken_up_with_b") else k + 1
            heads = [n for m in range(at, min(at + _REACH, len(scene.forms))) for n in scene.heads_from(m)]
            group = _same_kind(scene, heads) if heads and heads[0].i == at else []
            return Voice(tuple(dict.fromkeys(n.entity for n in group)), scene.text(at, group[-1].j)) if group else None
    return None


def _known_authors(scene: Scene, document: str) -> Voice | None:
    """Who is known to have written a document of this kind; the text is that of the resolution, or of the draft."""
    kinds = [document]
    if document in words("text_nouns"):
        kinds = [*sorted(words("adopted_documents")), *sorted(words("drafts"))]
    return next((scene.authors[kind] for kind in kinds if kind in scene.authors), None)


def _adopting_body(scene: Scene, document: str, i: int) -> Voice | None:
    """A resolution speaks for the organ named last before it, if that organ adopts resolutions."""
    if document not in words("adopted_documents"):
        return None
    place = bisect_left(scene.organs, i, key=lambda named: named.i)
    before = (scene.organs[k] for k in range(place - 1, max(-1, place - 1 - _ORGANS_BACK), -1))
    organ = next((named for named in before if not _is_of_member(scene, named)), None)
    if organ is None and scene.forms[i + 1 : i + 2] and scene.forms[i + 1] in words("of_nations"):
        organ = scene.organs[0] if len({named.entity for named in scene.organs}) == 1 else None
    return Voice((organ.entity,), scene.text(organ.i, organ.j)) if organ is not None else None


def _is_of_member(scene: Scene, organ: Named) -> bool:
    """Whether an organ is named only to say that somebody sits on it: a member of the Council, not its members."""
    if organ.i > 1 and scene.forms[organ.i - 1] in words("all_members"):
        return scene.forms[organ.i - 2] in words("one_among")
    return not words("seats").isdisjoint(scene.forms[max(0, organ.i - _REACH) : organ.i])


def tabled_elsewhere(scene: Scene, document: str) -> Voice | None:
    """Who is said anywhere in the report to have tabled the draft of which it speaks: قدمت المشروع غانا والكونغو."""
    if document not in words("drafts") | words("text_nouns"):
        return None
    if scene.tabled is None:
        found = (_tabled_at(scene, k) for k, form in enumerate(scene.forms) if form.removeprefix("و") in _tabling())
        scene.tabled = next((voice for voice in found if voice is not None), _of_one_state(scene))
    return scene.tabled if scene.tabled.ids else None


def _of_one_state(scene: Scene) -> Voice:
    """The state whose draft the report calls it (مشروع قرار مصري); nobody, with their words, where there are rivals."""
    own = [one for one in scene.passage.named if one.kind in _NATIONS and one.i > 1 and _is_of_draft(scene, one.i)]
    states = {one.entity for one in own}
    if not own:
        return Voice((), "")
    return Voice((own[0].entity,) if len(states) == 1 else (), scene.text(own[0].i, own[-1].j))


def _is_of_draft(scene: Scene, i: int) -> bool:
    """Whether a draft ends right before token i: مسودة, مشروع قرار."""
    nearest = document_at(scene.forms[i - 1])
    return nearest in words("drafts") or (nearest is not None and document_at(scene.forms[i - 2]) in words("drafts"))


def _tabling() -> frozenset[str]:
    return words("tabling_verbs")


def _tabled_at(scene: Scene, k: int) -> Voice | None:
    """Whom the names behind a verb of tabling and its definite draft are."""
    before = _names_from(scene, k + 1)
    behind = before[-1].j if before else len(scene.forms)
    object_ = scene.forms[behind] if behind < len(scene.forms) else ""
    if object_.startswith("ال") and document_at(object_) is not None:
        return voice_of(scene, before, k + 1, behind)
    i = k + 1
    while i < len(scene.forms) and i <= k + 2 and document_at(scene.forms[i]) is not None:
        i += 1
    if i == k + 1 or not any(form.startswith("ال") for form in scene.forms[k + 1 : i]):
        return None
    group = _names_from(scene, i)
    return voice_of(scene, group, i, group[-1].j) if group else None


def _names_from(scene: Scene, i: int) -> list[Named]:
    """The names joined by و that begin at token i."""
    group = list(scene.heads_from(i))
    while group and (nexts := scene.heads_from(group[-1].j)) and scene.forms[nexts[0].i].startswith("و"):
        group += nexts
    return group


def _same_kind(scene: Scene, named: list[Named]) -> list[Named]:
    """A run of demonyms counts whole (Franco-American draft); otherwise the first name speaks."""
    if named[0].head:
        return [named[0], *takewhile(lambda n: n.head and scene.forms[n.i].startswith("و"), named[1:])]
    return [n for n in named if not n.head]


def described(scene: Scene, i: int, start: int) -> Voice | None:
    """An indefinite document with the verb as its relative clause: a draft resolution that calls for."""
    for k in range(i - 1, _reach_back(scene, i, start) - 1, -1):
        if scene.forms[k] in COMMAS or k in scene.quote_at or scene.forms[k] in words("relatives"):
            return None
        document = document_at(scene.forms[k])
        governed = document_at(scene.forms[k][1:]) == document and scene.forms[i] in words("homographs")
        governed = governed or (document is not None and _is_owned(scene, k, document))
        if document is not None and not governed and not scene.forms[k].startswith(_DEFINITE):
            if _goes_on(scene, k, i):
                return None
            if i + 1 < len(scene.forms) and scene.forms[i + 1] in words("taken_up_within"):
                return scene.authors.get(document)  # a letter in which he affirmed
            first = k - 1 if k > start and document_at(scene.forms[k - 1]) in words("drafts") else k
            kind = document_at(scene.forms[first]) or document
            voice = document_voice(scene, kind, first, _first_verb(scene, k, i))
            adopter = _adopter(scene, k) if not voice.ids and kind in words("adopted_documents") else None
            return replace(voice, ids=adopter.ids) if adopter is not None else voice
    return None


def _is_owned(scene: Scene, k: int, document: str) -> bool:
    """Whether a document behind a preposition has a pronoun for its owner: in her speech she affirmed."""
    form = scene.forms[k]
    owned = form.endswith(("ها", "هم", _FEMININE)) and not form.endswith(document)
    return owned and k > 0 and scene.forms[k - 1].removeprefix("و") in words("circumstances")


def _goes_on(scene: Scene, k: int, i: int) -> bool:
    """Whether a verb with و stands right behind a document or the word that tells it apart, so that it carries on what
    came before and opens no clause on the document: backs the accord of Geneva, and calls.
    """
    hit = lexicon().at(scene.passage.tokens, i) if i - k <= _TOLD_APART else None
    return hit is not None and hit.proclitics == "و"


def _adopter(scene: Scene, k: int) -> Voice | None:
    """The body that the sentence of a resolution at token k says to have adopted it: تبنى البرلمان الأوروبي قرارا."""
    sentence = scene.sentence(k)
    i = _past_opening(scene, sentence.i + (scene.forms[sentence.i] == "\n"), k)
    form = scene.forms[i]
    if form not in words("adopting_verbs") and form[1:] not in words("adopting_verbs"):
        return None
    bodies = [n for n in scene.heads_from(i + 1) if n.kind == "body"]
    return voice_of(scene, bodies[:1], bodies[0].i, bodies[0].j) if bodies else None


def _first_verb(scene: Scene, k: int, i: int) -> int:
    """The first verb behind a document at token k that it is said to say; token i, where none comes before that."""
    hits = ((m, lexicon().at(scene.passage.tokens, m)) for m in range(k + 1, i))
    return next((m for m, hit in hits if hit is not None and hit.value.form == "imperfect"), i)


def issued_before(scene: Scene, i: int, start: int) -> Voice | None:
    """An indefinite document, whose issuer a clause tells, and behind its comma a verb at token i: a report which X
    issued on Monday, found that.
    """
    if i <= start or scene.forms[i - 1] not in COMMAS:
        return None
    for k in range(i - 2, max(start, i - _LONGEST_SUBJECT), -1):
        if scene.forms[k] in COMMAS or k in scene.quote_at:
            return None
        told = scene.forms[k] in words("sponsoring") or scene.forms[k] in words("issued_with_it")
        document = document_at(scene.forms[k - 1]) if told else None
        if document is not None and not scene.forms[k - 1].startswith(_DEFINITE):
            return document_voice(scene, document, k - 1, i - 1)
    return None


def document_taken_up(scene: Scene, pronoun: int) -> Voice | None:
    """The document that وهو or وهي at this token takes up: issued the resolution on Monday, and it demands."""
    start = scene.sentence(pronoun).i
    for k in range(pronoun - 1, max(start, pronoun - _LONGEST_SUBJECT) - 1, -1):
        if any(n.head and n.kind in ("person", "office") for n in scene.named_from.get(k, ())):
            return None
        document = document_at(scene.forms[k])
        if document is not None and document.endswith(_FEMININE) == (scene.forms[pronoun] == "وهي"):
            return document_voice(scene, document, k, k + 1)
    return None


def _reach_back(scene: Scene, i: int, start: int) -> int:
    """How far back a document may stand from its verb: farther where all between is one phrase of place (in a body)."""
    named = scene.named_to.get(i)
    floor = i - _REACH if named is None or scene.forms[named.i - 1] != "في" else i - _FAR_BACK
    return max(start, floor)
