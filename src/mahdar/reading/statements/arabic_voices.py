"""Who speaks in Arabic news, behind the verb: a name, names joined by و, a noun that names nobody known."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import COMMAS
from mahdar.reading.names.words import office_words
from mahdar.reading.names.words_of_names import given_name
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_again import (
    latter,
    officer_again,
    organisation_again,
    person_again,
    same_source,
    stranger_again,
    the_very_one,
    those_again,
)
from mahdar.reading.statements.arabic_cues import attitudes, lexicon, phrases, speaker_nouns, words
from mahdar.reading.statements.arabic_described import described
from mahdar.reading.statements.arabic_joint import (
    coordinated,
    counted_at,
    counts_speakers,
    past_composition,
    past_others,
)
from mahdar.reading.statements.arabic_marked import name_in_marks
from mahdar.reading.statements.arabic_strangers import person_of_no_table
from mahdar.reading.statements.arabic_unknown import stranger
from mahdar.reading.statements.arabic_words import (
    MARKS,
    document_at,
    feminine,
    is_complementizer,
    with_proclitic,
)
from mahdar.reading.statements.scene import PLACES, Scene, Voice

_LONGEST_SUBJECT = 14
_SILENT = ("subjectless", "needs_nouns", "said_nouns", "who_are")
_REACH = 4
_NAME, _LONGEST_NAME = 3, 4  # words
_LONE, _IMAM = "ل", "امام"
_SPOKEN_FOR = PLACES | {"body"}
_SHORT_ASIDE = 4
_LONGEST_ASIDE = 14  # tokens of an aside on why a source has no name


def skip_fillers(scene: Scene, i: int, end: int) -> int:
    """Past commas, adverbs, times and short asides such as من جهته that part a verb from its subject."""
    first = i
    while i < end:
        time = scene.time_from.get(i)
        hit = phrases("fillers").at(scene.passage.tokens, i) if scene.named_from.get(i) is None else None
        if time is not None:
            i = time
        elif hit is not None and hit.proclitics in ("", "ال"):
            i = max(hit.j, *(scene.time_from.get(k, 0) for k in range(hit.i, hit.j)))  # في وقت سابق الأحد
        elif scene.forms[i] in COMMAS:
            i += 1
        else:
            break
    return min(i, max(end, first))


def subject_after(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """The subject that begins behind a verb at token i, and the token after it; None where there is none."""
    k = _past_outlet(scene, skip_fillers(scene, i, end), end)
    k += k + 1 < end and scene.forms[k] in words("two_bodies") and k not in scene.named_from
    marked = name_in_marks(scene, k, end)
    if marked is not None:
        return marked
    if k >= end or scene.forms[k] in MARKS:
        return None
    if scene.passage.tokens.is_number(k) or counts_speakers(scene, k, end):
        return counted_at(scene, k, end)
    named = _is_named(scene, k)
    titled = k > i and scene.forms[k - 1] in office_words("honorifics_ar") and not named
    if titled and (person := person_of_no_table(scene, k, end)) is not None:
        return person
    if _opens_no_subject(scene, k, named=named) or (not named and (_is_attitude(scene, i, k) or _is_silent(scene, k))):
        return None
    again = stranger_again(scene, k) or those_again(scene, k) or person_again(scene, k)
    again = (
        again
        or organisation_again(scene, k)
        or same_source(scene, k)
        or the_very_one(scene, k)
        or officer_again(scene, k)
    )
    if again is not None:
        return again
    if named:
        voice, j = coordinated(scene, k, end)
        voice, j = _on_behalf(scene, voice, j, end)
        j = past_composition(scene, past_others(scene, j, end), end)
        return voice, _past_anonymity(scene, past_apposition(scene, j, end), end)
    found = _share_of(scene, k, end) or latter(scene, k) or _titled_name(scene, k, end) or described(scene, k, end)
    if found is None:
        return None
    voice, j = _on_behalf(scene, *_with_post(scene, *found, end), end)
    return voice, _past_anonymity(scene, j, end)


def _with_post(scene: Scene, voice: Voice, j: int, end: int) -> tuple[Voice, int]:
    """A name of no table with its post between commas, or a post of no table with its holder: شو، محامي إسرائيل،."""
    k = j + 1 + (j + 2 < end and scene.forms[j + 1] in office_words("honorifics_ar") and not scene.in_name[j + 1])
    heads = scene.heads_from(k) if k < end and scene.forms[j] in COMMAS else []
    holder = heads[0] if heads and heads[0].kind == "person" and not with_proclitic(scene, heads[0]) else None
    held = fold_word(voice.text.split(" ")[0]).removeprefix("ال") in words("post_nouns")
    if holder is not None and held and holder.j < end and scene.forms[holder.j] in COMMAS and not voice.person:
        return Voice((holder.entity,), f"{voice.text}، {scene.text(j + 1, holder.j)}", voice.feminine, True), holder.j
    close = next((c for c in range(j + 3, min(end, j + 2 + _LONGEST_NAME)) if scene.forms[c] in COMMAS), 0)
    if (
        held
        and not voice.person
        and not heads
        and close
        and scene.forms[j] in COMMAS
        and given_name(scene.forms[j + 1])
    ):
        named = Voice((stranger(scene, j + 1, close),), scene.text(j + 1, close), voice.feminine, True)
        return replace(named, text=f"{voice.text}، {named.text}"), close
    alone = len(voice.text.split()) <= _NAME and not voice.text.startswith("ال")
    post = heads[0] if heads and heads[0].kind == "office" and alone and not with_proclitic(scene, heads[0]) else None
    if post is None or post.j >= end or scene.forms[post.j] not in COMMAS or not voice.ids[:1] or voice.person:
        return voice, j
    if not voice.ids[0].startswith("body:") or voice.ids[0] in scene.first_named:
        return voice, j
    return replace(voice, ids=(post.entity,), person=True), post.j


def _is_named(scene: Scene, k: int) -> bool:
    """Whether a name begins at token k, a conjunction before it aside."""
    heads = scene.heads_from(k)
    return bool(heads) and scene.passage.text[scene.passage.tokens.start(k) : heads[0].start].strip("وف") == ""


def _opens_no_subject(scene: Scene, k: int, *, named: bool) -> bool:
    """Whether a word for that, in, on it or how stands at token k; a preposition may be a name: علي فلان."""
    form = scene.forms[k]
    imam = form == _IMAM and scene.passage.tokens.original(k, k + 1).startswith("إ")  # folded like أمام
    if is_complementizer(scene, k) or (form in words("prepositions") and not named and not imam):
        return True
    return form in words("resumptions") or form in words("manners")


def _is_silent(scene: Scene, k: int) -> bool:
    """Whether the noun at token k speaks for nobody."""
    silent = any(scene.forms[k] in words(name) for name in _SILENT)
    return silent or _is_deed(scene.forms[k]) or _no_subject(scene, k, scene.heads_from(k))


def _is_deed(form: str) -> bool:
    """Whether a noun is for what is done or suffered, never for who speaks: condemned the storming of."""
    deed = form in words("deed_nouns") or form in words("blamed_nouns")
    return deed and document_at(form) is None and form not in speaker_nouns()


def _is_attitude(scene: Scene, i: int, k: int) -> bool:
    """Whether an attitude stands behind what takes up a letter or a meeting: أكد فيها تضامن بلاده."""
    taken_up = k > i and scene.forms[k - 1] in words("resumptions")
    return taken_up and attitudes().at(scene.passage.tokens, k) is not None


def _past_outlet(scene: Scene, k: int, end: int) -> int:
    """Past the outlet or the press that is told, where the subject stands behind it: قال لرويترز مصدر مطلع."""
    told = next((n for n in scene.heads_from(k) if n.kind == "outlet"), None)
    quote = scene.quote_at.get(k + 1) if k < end and scene.forms[k] == _LONE else None
    if told is not None and scene.passage.text[scene.passage.tokens.start(k) : told.start] == "ل":
        j = past_apposition(scene, told.j, end)
    elif quote is not None and quote.balanced and quote.j - quote.i < _SHORT_ASIDE:
        j = quote.j + 1
    elif k < end and scene.forms[k] in words("told_press"):
        j = k + 1
    else:
        return k
    j = skip_fillers(scene, j, end)
    named = scene.heads_from(j) if j < end else []
    speaks = not with_proclitic(scene, named[0]) if named else j < end and scene.forms[j] in speaker_nouns()
    return j if speaks else k


def _share_of(scene: Scene, k: int, end: int) -> tuple[Voice, int] | None:
    """So many of those who are named behind من: عدد من المنظمات, العديد من الأطباء."""
    if k + 2 >= end or scene.forms[k] not in words("shares") or scene.forms[k + 1] != "من":
        return None
    of_whom = subject_after(scene, k + 2, end)
    return (replace(of_whom[0], text=scene.text(k, of_whom[1]), feminine=None), of_whom[1]) if of_whom else None


def _on_behalf(scene: Scene, voice: Voice, j: int, end: int) -> tuple[Voice, int]:
    """The state or body for which a delegate speaks, named behind: متحدثا باسم المجموعة العربية; else the delegate."""
    k = j + 1 if j < end and scene.forms[j] in COMMAS else j
    post = scene.heads_from(k)[:1] if k < end and scene.forms[k] in words("speaking_for") else []
    whose = scene.passage.principal(post[0].entity) if post else ""
    if whose.startswith(("body:", "state:")) and post[0].kind == "office":
        behind = post[0].j + (post[0].j < end and scene.forms[post[0].j] in COMMAS)
        return Voice((whose,), scene.text(post[0].i, post[0].j), voice.feminine), behind
    k = k + 1 if k < end and scene.forms[k] in words("speaking_for") else k
    k += k + 1 < end and scene.forms[k : k + 2] == ["نيابه", "عن"]
    k = j - 1 if scene.forms[j - 1] == "باسم" else k
    heads = scene.heads_from(k + 1) if k + 1 < end and scene.forms[k] in ("باسم", "نيابه", "عن") else []
    if (
        len(heads) != 1
        or heads[0].kind not in _SPOKEN_FOR
        or (scene.forms[k] == "عن" and scene.forms[k - 1] != "نيابه")
    ):
        return voice, j
    behind = heads[0].j + (heads[0].j < end and scene.forms[heads[0].j] in COMMAS)
    return Voice((heads[0].entity,), scene.text(heads[0].i, heads[0].j), voice.feminine), behind


def _past_anonymity(scene: Scene, j: int, end: int) -> int:
    """Past an aside that only says why somebody is not named: ، طلب عدم كشف هويته،."""
    if j + 1 >= end or scene.forms[j] not in COMMAS:
        return j
    comma = next((k for k in range(j + 1, min(end, j + _LONGEST_ASIDE)) if scene.forms[k] in COMMAS), None)
    opening = range(j + 1, min(comma or j, j + _REACH))
    unnamed = any(phrases("anonymity").at(scene.passage.tokens, k) is not None for k in opening)
    return comma + 1 if comma is not None and unnamed else j


def _no_subject(scene: Scene, k: int, heads: list[Named]) -> bool:
    """A name with a preposition glued to it (told Reuters), or the verb of the next clause."""
    if heads:
        return scene.passage.text[scene.passage.tokens.start(k) : heads[0].start].strip("وف") != ""
    hit = lexicon().at(scene.passage.tokens, k)
    return hit is not None and hit.proclitics in ("و", "ف") and hit.value.form in ("perfect", "imperfect")


def past_apposition(scene: Scene, j: int, end: int) -> int:
    """Past a name in marks or brackets that repeats the one before: the mission "X", the agency (X)."""
    quote = scene.quote_at.get(j)
    if quote is not None and quote.j - j <= _SHORT_ASIDE and quote.j + 1 < end and _repeats_name(scene, j):
        return quote.j + 1
    if j < end and scene.forms[j] == "(":
        closing = next((k for k in range(j, min(end, j + _LONGEST_SUBJECT)) if scene.forms[k] == ")"), None)
        return closing + 1 if closing is not None else j
    return j


def _repeats_name(scene: Scene, j: int) -> bool:
    """Whether words in marks at token j may name whoever is named before: a body, not a state, and no attitude."""
    named = scene.named_to.get(j)
    plain = named is None or named.kind not in ("state", "capital", "person")
    speech = scene.forms[j + 1] in words("negations") or scene.forms[j + 1] in words("pointing")
    return plain and not speech and attitudes().at(scene.passage.tokens, j + 1) is None


def _titled_name(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """A post of no table and the name behind it: the head of the Gulf desk at the organisation, So-and-so."""
    if not any(stem in words("post_nouns") for _, stem in proclitic_splits(scene.forms[i])):
        return None
    for k in range(i + 1, min(end, i + _LONGEST_SUBJECT)):
        person = next((n for n in scene.heads_from(k) if n.kind == "person" and not with_proclitic(scene, n)), None)
        if person is not None and k == i + 1 and scene.forms[i].removesuffix("ه") in words("kin"):
            return None  # محامي الرئيس
        if person is not None:
            return Voice((person.entity,), scene.text(i, person.j), feminine(scene, i), True), person.j
        if is_complementizer(scene, k) or scene.forms[k] in MARKS or scene.forms[k] in COMMAS:
            return None
        if lexicon().at(scene.passage.tokens, k) is not None and k not in scene.named_from:
            return None
    return None
