"""Where a person's name begins and ends, in words that no table of people holds."""

from __future__ import annotations

import unicodedata
from functools import cache

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.hits import Found
from mahdar.reading.names.homonyms import is_given
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import finite_verbs, joined_verbs, name_words, office_words, speech_nouns
from mahdar.tables import read_toml

_ARTICLES = ("ال", "وال", "بال", "لل", "فال", "كال")
_PROCLITICS = "وفبلك"
_LONGEST_LATIN = 5
_LONGEST_SURNAME = 2
_LONG = 7  # letters
_PLURAL = 6  # letters, of a feminine plural (صلاحيات), which hardly begins a name
_SHORTEST_NOUN = 2  # letters
_HAMZAS = "أإآ"
_VAN, _ALI = "فان", "علي"  # folded like the preposition
_FATHER, _SERVANT = "ابو", "عبد"
GOD = "الله"
_LONGEST_CHAIN = 12  # words of a name with fathers and house
_INSIDE = frozenset({"بن", "ابن", "ابو", "ال"})


def name_end(scene: Scene, i: int) -> int:
    """The token behind the name that begins at i; i itself where none does."""
    return _latin_end(scene, i) if scene.is_latin(i) else _arabic_end(scene, i)


def surname_end(scene: Scene, j: int) -> int:
    """The token behind the words at j that go on with an Arabic name."""
    end = j
    while end < j + _LONGEST_SURNAME and _may_continue(scene, end, False):
        end += 1
    return end


def given_name(form: str) -> bool:
    """Whether a folded Arabic word is a given name of the table, Arabic or foreign."""
    return form in given_names()


@cache
def given_names() -> frozenset[str]:
    """All given names of the tables, folded."""
    return name_words("arabic_given") | name_words("foreign_given")


def _arabic_end(scene: Scene, i: int) -> int:
    first = scene.form(i)
    if not _may_begin(scene, i):
        return i
    foreign = first in name_words("foreign_given") and first not in name_words("arabic_given")
    limit = i + read_toml(ROOM, "persons_words.toml")["longest_name"]
    j = i + 1
    while j < limit:
        if scene.form(j) == "-" and scene.tokens.touches(j) and _may_continue(scene, j + 1, foreign):
            j += 1
            limit += 1
        if not _may_continue(scene, j, foreign) and not _is_of_house(scene, j):
            break
        limit += 2 * (scene.form(j) in name_words("patronymics") and limit < i + _LONGEST_CHAIN)
        j += 1
    return _without_loose_end(scene, i, j)


def _is_of_house(scene: Scene, j: int) -> bool:
    """A word behind آل, whatever else it means: آل ثاني."""
    return scene.form(j - 1) == "ال" and _is_arabic(scene.form(j) or " ")


def chain_end(scene: Scene, j: int) -> int:
    """Behind a known name that ends before token j, the fathers and the house of its long form: بن جاسم آل ثاني."""
    end = j
    while end < j + _LONGEST_CHAIN and scene.form(end) in name_words("patronymics"):
        if not (given_name(scene.form(end + 1)) or _is_of_house(scene, end + 1)):
            break
        end += 3 if scene.form(end + 1) == _SERVANT else 2
    return end


def _without_loose_end(scene: Scene, i: int, j: int) -> int:
    """A particle cannot end a name (بن, أبو)."""
    while j > i + 1 and (scene.form(j - 1) == "-" or scene.form(j - 1) in name_words("leading")):
        j -= 1
    return j


def _may_begin(scene: Scene, i: int) -> bool:
    form = scene.form(i)
    if len(form) < 2 or not _is_arabic(form) or _blocked(scene.at.get(i)):
        return False
    if form in _INSIDE:
        return form == _FATHER and _may_continue(scene, i + 1, False)  # أبو عبيدة
    if form in name_words("of_god") and scene.form(i + 1) == GOD:
        return True  # فضل الله
    if given_name(form) or form in name_words("surname_first"):
        return not _is_common(scene, i)
    plural = form.endswith("ات") and len(form) >= _PLURAL
    joined = form[0] == "ل" or _has_article(scene, i)
    return not joined and not plural and _unusual(form) and len(form) > 2


def _may_continue(scene: Scene, j: int, foreign: bool) -> bool:
    form = scene.form(j)
    if _is_surname_of_origin(scene, j, foreign):
        return True
    if len(form) < 2 or not _is_arabic(form) or _blocked(scene.at.get(j), surname=True):
        return False
    if scene.form(j - 1) == _SERVANT and form.startswith("ال"):
        return True  # عبد الواحد
    if form in name_words("of_god") and scene.form(j + 1) == GOD:
        return True  # حسن فضل الله
    if form in name_words("months_too") and scene.form(j - 1) in name_words("arabic_given"):
        return True  # عمرو رمضان
    if _is_common(scene, j) or form in office_words("links_ar"):
        return False
    behind_particle = scene.form(j - 1) in name_words("nobiliary") and not form.startswith("ال")
    if form in name_words("particles") or given_name(form) or behind_particle:
        return True
    if _is_owned_speech(form):
        return False
    if form.startswith("ال") and _has_article(scene, j):
        return not foreign and (form[2:] == _ALI or form[2:] not in name_words("common"))
    return _unusual(form)


def _is_surname_of_origin(scene: Scene, j: int, foreign: bool) -> bool:
    """خالد المصري: an adjective of a state with the article, right behind an Arabic given name."""
    hit, before = scene.at.get(j), scene.form(j - 1)
    if foreign or before not in name_words("arabic_given"):
        return False
    return hit is not None and hit.value.kind == "demonym" and hit.proclitics == "ال" and scene.form(j).endswith("ي")


def _blocked(hit: Found | None, surname: bool = False) -> bool:
    """Another name stands here; an adjective with the article is more often a state's than a surname."""
    return hit is not None and not (surname and hit.value.kind == "person")


def _is_common(scene: Scene, i: int) -> bool:
    """A frequent word; folding levels علي and على, فان and فإن, so the writer's own letters part them."""
    form = scene.form(i)
    if form == _VAN:
        return any(hamza in scene.tokens.original(i, i + 1) for hamza in "أإ")
    if form == _ALI:
        return unicodedata.normalize("NFKC", scene.tokens.original(i, i + 1)).endswith("ى")
    return form in name_words("common")


def _has_article(scene: Scene, i: int) -> bool:
    """الوزير, كالعادة; not أليسا, whose hamza folding levels, nor كالا, where too little is left for a noun."""
    form = scene.form(i)
    if form.startswith("ال"):
        return scene.tokens.original(i, i + 1)[0] not in _HAMZAS
    article = next((a for a in _ARTICLES if form.startswith(a)), None)
    return article is not None and len(form) - len(article) >= _SHORTEST_NOUN


def _is_arabic(form: str) -> bool:
    return "ء" <= form[0] <= "ي"


def _unusual(form: str) -> bool:
    """A word that is neither frequent nor has the look of a verb or of a proclitic before a frequent word."""
    common = name_words("common")
    if form in common or form in office_words("modifiers_ar") or form in office_words("units_ar"):
        return False
    if form.endswith("ا") and form[:-1] in common:
        return False
    if _is_owned_speech(form):
        return False
    if {form, form.removesuffix("ا"), form[1:] if form[0] in _PROCLITICS else form} & speech_nouns():
        return False
    if form[0] in _PROCLITICS and (form[1:] in common or (_is_joined_noun(form) and not _foreign(form))):
        return False
    return not (_looks_like_verb(form) or _is_joined(form))


def _is_owned_speech(form: str) -> bool:
    """A noun of saying with its speaker's pronoun is no name: ترحيبه, دعوتها."""
    if not form.endswith(("ه", "ها", "هم")):
        return False
    noun = form[: -1 if form.endswith("ه") else -2]
    return noun in speech_nouns() or (noun.endswith("ت") and noun[:-1] + "ه" in speech_nouns())


def _is_joined(form: str) -> bool:
    """A word behind و that is no name: وبكلمة, واستقراره."""
    return form.startswith(("وب", "واست")) or (
        form[0] == "و" and form.endswith(("ه", "ها", "هم")) and len(form) >= _LONG
    )


def _is_joined_noun(form: str) -> bool:
    """A proclitic and the article before two letters and more: والعدل, not كالا."""
    return form.startswith(_ARTICLES) and len(form) > len("كال") + 1


def _foreign(form: str) -> bool:
    """كالزاديلا, كالفاني: the letters of ك and the article, before letters that few Arabic words have together."""
    return form.startswith("كال") and len(form) >= _LONG and form.endswith(("ا", "و", "ي"))


def _looks_like_verb(form: str) -> bool:
    if form.startswith(("سي", "ست", "لي", "وي", "وت", "في")) and len(form) >= 5 and form[1:] in name_words("common"):
        return True
    if form in finite_verbs() or (form[0] in "سوف" and form[1:] in finite_verbs()):
        return True
    if form[0] in "وف" and form[1:] in joined_verbs():
        return True
    if form[0] == "ي" and len(form) >= 4:
        return True
    if form[0] == "ت" and (form[1:] in name_words("common") or "ي" + form[1:] in name_words("common")):
        return True
    return form.endswith(("ه", "ها", "هم", "هما")) and form.rstrip("اهم") in name_words("common")


def _latin_end(scene: Scene, i: int) -> int:
    """Capitalised words in a row, with small particles between them."""
    tokens = scene.tokens
    if not _is_latin_name(scene, i):
        return i
    j = i + 1
    while j - i < 2 * _LONGEST_LATIN:
        k = j + 1 if scene.form(j) in _joiners(scene, j) and tokens.touches(j) else j
        if k > j and scene.form(j) == "-" and scene.form(k) in name_words("syllables_en") and tokens.touches(k - 1):
            j = k + 1
            continue  # Cho Tae-yong
        while scene.form(k) in name_words("small_en") or (scene.form(k) == "-" and tokens.touches(k)):
            k += 1
        if not (_is_latin_name(scene, k) or _is_name_inside(scene, k) or _is_title_as_surname(scene, k)):
            break
        j = k + 1
    return j


def _is_name_inside(scene: Scene, k: int) -> bool:
    """She, So or May in capitals between two words of a name: Leonard She Okitundu."""
    inside = scene.form(k) in name_words("inside_en") and scene.tokens.is_capital(k)
    return inside and _is_latin_name(scene, k + 1)


def _is_title_as_surname(scene: Scene, k: int) -> bool:
    """Whether a title in capitals ends a name right behind a first name: Marwan Sultan, Angus King."""
    hit = scene.at.get(k)
    alone = hit is not None and hit.value.kind == "title" and hit.j == k + 1 and scene.tokens.is_capital(k)
    if not alone or not is_given(scene.form(k - 1)) or not scene.tokens.is_capital(k - 1):
        return False
    after = k + 1
    return not (after < len(scene.tokens) and scene.tokens.is_word(after) and scene.tokens.is_capital(after))


def _joiners(scene: Scene, j: int) -> tuple[str, ...]:
    """A hyphen, and the stop behind an initial."""
    return ("-", ".") if len(scene.form(j - 1)) == 1 else ("-",)


def _is_latin_name(scene: Scene, i: int) -> bool:
    form = scene.form(i)
    if not form or not form[0].isascii() or not form[0].isalpha() or not scene.tokens.is_capital(i):
        return form in name_words("small_en") and scene.form(i + 1) == "-" and scene.form(i + 2)[:1].isalpha()
    hit = scene.at.get(i)
    return form not in name_words("never_en") and (hit is None or hit.value.kind == "person")
