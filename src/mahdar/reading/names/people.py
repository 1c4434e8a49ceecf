"""People's own names behind a title or alone, and the ids by which they are known."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.model import Entity
from mahdar.reading.names.families import is_of_family
from mahdar.reading.names.full_names import named_in_full
from mahdar.reading.names.hits import Found
from mahdar.reading.names.homonyms import is_first_name, is_given
from mahdar.reading.names.namesakes import consonants, holder_by_surname, namesake
from mahdar.reading.names.persons import known_persons, person_id
from mahdar.reading.names.scene import CONJUNCTIONS, SEPARATORS, Scene
from mahdar.reading.names.titles import title_names
from mahdar.reading.names.words import english_verbs, name_words, office_words, speech_verbs
from mahdar.reading.names.words_of_names import chain_end, given_name, name_end, surname_end

_LONGEST_NAME = 5
_IN_MARKS = 2  # words of a name that stands in marks, at least
MARKS = frozenset('"“«')
_ENDS = frozenset({"", ".", "!", "?", "؟", "…", "\n"})  # behind which words in marks are speech sooner than a name
CLOSING_MARKS = frozenset('"”»')
_SERVANT = "عبد"
_PARENTS = frozenset({"ابو", "ام"})
_LIKE_ON = "علي"  # some papers write على like this name
_OWNERS = frozenset({"state", "body", "outlet"})
_LONGEST_PORTFOLIO = 14  # tokens
_PARTS = frozenset({"state", "capital", "body", "demonym"})
_BEHIND_NAMES = frozenset({"ان", "،", ",", "-", ":"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's own name at tokens ``i`` to ``j``; ``known`` is the hit where a table has it."""

    i: int
    j: int
    known: Found | None = None


def name_after(scene: Scene, j: int, sure: bool) -> Name | None:
    """The name behind a title that ends before token j; without ``sure`` only a known or given name counts."""
    if scene.form(j) in office_words("called_ar"):
        j, sure = j + 1, True
    comma = scene.form(j) in COMMAS
    k = _past_honorifics(scene, j + 1 if comma else j)
    if scene.is_latin(k) and comma:
        k = _past_rank(scene, k)
    if scene.form(k) in MARKS and not scene.is_latin(k + 1):
        return _name_in_marks(scene, k + 1)
    hit = scene.at.get(k)
    if hit is not None and hit.value.kind == "person":
        return _latin_stranger(scene, hit) or _longer_name(scene, hit) or Name(k, chain_end(scene, hit.j), hit)
    end = name_end(scene, k)
    if end == k or not _is_convincing(scene, k, end, comma, sure):
        return None
    return Name(k, end)


def _name_in_marks(scene: Scene, k: int) -> Name | None:
    """The name that fills the marks behind a title: ممثل المنظمة، "فلان الفلاني"."""
    hit = scene.at.get(k)
    if hit is not None and hit.value.kind == "person":
        return Name(k, hit.j, hit) if scene.form(hit.j) in CLOSING_MARKS else None
    end = name_end(scene, k)
    fills = end - k >= _IN_MARKS and scene.form(end) in CLOSING_MARKS
    return Name(k, end) if fills and (given_name(scene.form(k)) or scene.form(end + 1) not in _ENDS) else None


def name_beyond(scene: Scene, j: int) -> Name | None:
    """The name behind a portfolio that is spelled out in Arabic: المدير في شؤون الشرق الأوسط فلان."""
    if scene.is_latin(j):
        return _beyond_seat(scene, j)
    if not _in_portfolio(scene, j):
        return None
    k = j
    while k < j + _LONGEST_PORTFOLIO and _in_portfolio(scene, k):
        k = scene.at[k].j if k in scene.at else k + 1
        name = name_after(scene, k, sure=False)
        behind_comma = name is not None and name.i == k + 1 and scene.form(k) in COMMAS
        near = name is not None and name.i in (k, _past_honorifics(scene, k))
        if name is not None and (near or behind_comma) and (name.known or name.j - name.i >= 2):
            return name
    end = name_end(scene, k)
    sure = k in scene.until and end - k >= 2 and scene.form(end) in _BEHIND_NAMES
    return Name(k, end) if sure else None


def _beyond_seat(scene: Scene, j: int) -> Name | None:
    """The name behind the place where an officer sits: Fiji's first secretary in Geneva, Sanjay Narayan."""
    if scene.form(j) != "in" or j + 1 >= len(scene.tokens) or not scene.tokens.is_capital(j + 1):
        return None
    k = scene.at[j + 1].j if j + 1 in scene.at else name_end(scene, j + 1)
    if scene.form(k) not in COMMAS:
        return None
    name = name_after(scene, k, sure=False)
    return name if name is not None and scene.form(name.j) in (*COMMAS, *english_verbs()) else None


def _in_portfolio(scene: Scene, k: int) -> bool:
    hit, form = scene.at.get(k), scene.form(k)
    if hit is not None:
        return hit.value.kind in _PARTS and not hit.proclitics.startswith(CONJUNCTIONS)
    if given_name(form) and name_end(scene, k) - k >= 2:
        return False
    bare = form[1:] if form.startswith(("و", "ب", "ل")) and len(form) > 3 else form
    if bare.startswith("ال") or form.startswith(("لل", "وال", "بال")):
        return form not in office_words("days_ar")
    return any(f in office_words(key) for f in (form, bare) for key in ("units_ar", "links_ar", "portfolio_ar"))


def _is_convincing(scene: Scene, i: int, j: int, comma: bool, sure: bool) -> bool:
    if scene.is_latin(i):
        return sure or j - i >= 2
    if scene.form(i) in office_words("portfolio_ar"):
        return False  # the head of the mission of inquiry
    if given_name(scene.form(i)) or scene.form(i) in name_words("surname_first"):
        return j - i >= 2 or (sure and not comma)
    if comma:
        return j - i >= 2 and scene.form(j) in COMMAS and sure
    return sure and j - i <= 4 and (j - i > 1 or not scene.form(i).endswith("ا"))


def _past_rank(scene: Scene, k: int) -> int:
    """Past a rank in capitals before the name: Senior General, Prime Minister, Lt Gen."""
    start = k
    while scene.tokens.is_capital(min(k, len(scene.tokens) - 1)) and scene.form(k) in office_words("modifiers_en"):
        k += 1
    hit = scene.at.get(k)
    if hit is None or hit.value.kind != "title" or hit.value.role != "post" or not scene.tokens.is_capital(hit.i):
        return start
    return _past_honorifics(scene, hit.j)


def _past_honorifics(scene: Scene, k: int) -> int:
    words = office_words("honorifics_en") if scene.is_latin(k) else office_words("honorifics_ar")
    while (
        (k not in scene.at and scene.form(k) in words)
        or (scene.form(k) in (".", "/") and scene.form(k - 1) in words)
        or _is_rank(scene, k)
    ):
        k += 1
    return k


def _is_rank(scene: Scene, k: int) -> bool:
    """A post of one word that stands like a rank between a title and the name: رئيس الوفد السفير فلان."""
    hit = scene.at.get(k)
    return hit is not None and hit.j == k + 1 and not scene.is_latin(k) and scene.form(k) in office_words("ranks_ar")


def identify(scene: Scene, name: Name, principal: str | None, title_slug: str) -> str:
    """The id of a named person, who is introduced to the cast with role and principal."""
    role = title_names().get(title_slug) or None
    if name.known is not None:
        key = name.known.value.entity
        scene.cast.introduce(key, known_persons()[key])
        return key
    words = scene.tokens.original(name.i, name.j)
    forms = [scene.form(k) for k in range(name.i, name.j)]
    full = named_in_full(scene, name.i, name.j, principal)
    if full is not None:
        return full
    key = _namesake(forms, principal) or holder_by_surname(forms, title_slug, principal) or person_id(words)
    arabic = not scene.is_latin(name.i)
    if key in known_persons():
        scene.cast.introduce(key, known_persons()[key])
    scene.cast.introduce(key, Entity(words, words if arabic else None, role, principal))
    return key


def _namesake(forms: list[str], principal: str | None) -> str | None:
    """The known person whom these words spell, unless the title before them is of a state that is not his."""
    key = namesake(forms)
    own = known_persons()[key].principal if key is not None else None
    states = [whose for whose in (own, principal) if whose is not None and whose.startswith("state:")]
    return None if len(set(states)) > 1 else key


def bare_name(scene: Scene, i: int) -> Name | None:
    """A name without any title: a given name of the table and at least one word more (Arabic only)."""
    form = scene.form(i)
    parent = scene.form(i - 1) in _PARENTS  # أبو محمد العدناني
    called = parent and is_said(scene, i - 1)  # قالت أم محمد
    if scene.is_latin(i) or not given_name(form) or i in scene.at:
        return None
    if form in name_words("ambiguous_given") and not (called or _is_addressed(scene, i) or _is_told(scene, i)):
        return None
    behind = scene.at.get(i + 1)
    if form in office_words("honorifics_ar") and behind is not None and behind.value.kind == "person":
        return None  # الشيخ before a name of the table
    if form == _LIKE_ON and not given_name(scene.form(i + 1)):
        return None
    end = name_end(scene, i)
    servant = form == _SERVANT and end == i + 2  # عبد الله, one given name
    return Name(i - parent, end) if (end - i >= 2 and not servant) or called else None


def _is_addressed(scene: Scene, i: int) -> bool:
    """Whether a form of address that is nothing else stands right before token i: الدكتور, المحامية."""
    return scene.form(i - 1) in office_words("addresses_ar")


def _is_told(scene: Scene, i: int) -> bool:
    """Whether a doubtful given name is a speaker's: a verb of speech before it, the end of a name behind it."""
    if not is_said(scene, i):
        return False
    end = name_end(scene, i)
    behind = scene.at.get(end)
    titled = behind is not None and behind.value.kind == "title" and not behind.proclitics.startswith(CONJUNCTIONS)
    return titled or scene.form(end) in _BEHIND_NAMES | MARKS


def namesake_of_known(scene: Scene, hit: Found) -> Name | None:
    """Somebody with a known surname, whose own first name stands behind a title: defence counsel X Griffiths."""
    longer = _longer_name(scene, hit)
    if longer is not None:
        return longer
    first = hit.i - 1
    if scene.is_latin(hit.i):
        if hit.j - hit.i == 1 and is_of_family(scene, hit.i, hit.value.entity):
            return Name(first, hit.j)
        return _latin_stranger(scene, hit) if is_given(scene.form(hit.i)) else None
    if hit.j - hit.i > 1 or hit.proclitics or hit.i in scene.until or first in scene.at:
        return None
    before = (scene.until.get(k) for k in (first, first - 1))
    titled = any(hit is not None and hit.value.kind == "title" for hit in before) or _is_addressed(scene, first)
    if not titled or scene.cast.taken[first] or name_end(scene, first) != hit.j:
        return None
    known = known_persons().get(hit.value.entity)
    own = fold_word(known.name_ar or "").split()[0] if known is not None and known.name_ar else ""
    return None if not own or consonants(own) == consonants(scene.form(first)) else Name(first, hit.j)


def _longer_name(scene: Scene, hit: Found) -> Name | None:
    """A name that only begins like a known person's surname: نصر الله صفير."""
    if scene.is_latin(hit.i) or hit.proclitics or not given_name(scene.form(hit.i)):
        return None
    known = known_persons().get(hit.value.entity)
    own = fold_word(known.name_ar or "").split() if known is not None else []
    end = surname_end(scene, hit.j)
    surname = hit.j - hit.i < len(own) and scene.form(hit.i) != own[0]
    return Name(hit.i, end) if surname and end > hit.j and scene.form(end) in _BEHIND_NAMES else None


def _latin_stranger(scene: Scene, hit: Found) -> Name | None:
    """Somebody whose first name is a known person's surname: the president's aide Amos Chanda."""
    if not scene.is_latin(hit.i) or hit.j - hit.i > 1 or hit.j in scene.at:
        return None
    known = known_persons().get(hit.value.entity)
    if known is None or fold_word(known.name).split()[-1] != scene.form(hit.i):
        return None
    end = name_end(scene, hit.j)
    return Name(hit.i, end) if end == hit.j + 1 and is_first_name(scene.tokens, hit.j) else None


def genitive_name(scene: Scene, hit: Found) -> Name | None:
    """The person behind a possessive and before a verb of speech or comma: Sri Lanka's Ranil Perera said."""
    if hit.value.kind not in _OWNERS or scene.form(hit.j) != "'s":
        return None
    i = hit.j + 1
    end = name_end(scene, i)
    words = [scene.form(k) for k in range(i, end)]
    if not 2 <= end - i <= _LONGEST_NAME or any(w in name_words("organ_nouns_en") for w in words) or i in scene.at:
        return None
    if any(scene.tokens.original(k, k + 1).isupper() and len(scene.form(k)) > 1 for k in range(i, end)):
        return None
    return Name(i, end) if scene.form(end) in english_verbs() else None


def arabic_name_until(scene: Scene, j: int) -> Name | None:
    """The name that ends before token j, a comma or dash between: one behind a verb of speech, or a given name."""
    j -= scene.form(j - 1) in SEPARATORS
    for i in range(max(0, j - _LONGEST_NAME), j - 1):
        if scene.cast.is_taken(i, j) or scene.is_latin(i) or not (given_name(scene.form(i)) or is_said(scene, i)):
            continue
        if name_end(scene, i) == j:
            return Name(i, j)
    return None


def is_said(scene: Scene, i: int) -> bool:
    """Whether a verb of speech stands right before token i."""
    before = scene.form(i - 1)
    return before in speech_verbs() or (before[:1] in CONJUNCTIONS and before[1:] in speech_verbs())


def latin_name_until(scene: Scene, j: int) -> Name | None:
    """The name in capitalised Latin words that ends before token j: a known one, or one of two to five words."""
    known = scene.until.get(j)
    if known is not None and known.value.kind == "person":
        return Name(known.i, j, known)
    for i in range(max(0, j - _LONGEST_NAME), j - 1):
        if not scene.cast.is_taken(i, j) and scene.tokens.is_word(i) and name_end(scene, i) == j:
            return Name(i, j)
    return None
