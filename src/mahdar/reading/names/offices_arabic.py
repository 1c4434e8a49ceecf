"""Arabic names of posts and organs with what binds them to a state: وزير الخارجية الروسي، مندوب روسيا لدى المنظمة."""

from __future__ import annotations

from mahdar.kept import kept
from mahdar.language.lexicon import Lexicon
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.hits import Found
from mahdar.reading.names.offices_arabic_binding import Reach, is_definite, is_organ_of_state, take
from mahdar.reading.names.scene import Office, Scene
from mahdar.reading.names.words import office_words
from mahdar.tables import read_rows, read_toml, values

_ARTICLES = ("ال", "لل", "بال")
_MARKS = frozenset("\"'“«(")
_CLOSING = frozenset("\"'”“»)")
_LONE = frozenset("لب")  # لـ«...»
_NEAR = 4  # tokens
_UN = "body:un"
_LONGEST = 24  # tokens behind the title


def arabic_office(scene: Scene, title: Found) -> Office:
    """The post that begins with this title, read as far as it surely goes."""
    office = Office(title.i, title.j, title, None, title.proclitics)
    if office.takes("fixed"):
        office.principal = title.value.principal
    reach = Reach(title.j, is_definite(scene, title))
    while _step(scene, office, reach):
        pass
    return office


def _step(scene: Scene, office: Office, reach: Reach) -> bool:
    """Take in one more word or name; False where the post ends."""
    if reach.j - office.title.j > _LONGEST:
        return False
    marked = _marked_body(scene, office, reach)
    if marked is not None and _leads_to_marks(scene, reach.j):
        reach.link = scene.form(reach.j)[0]
    if _skips_acronym(scene, office, reach):
        return True
    if office.slug == "journalist" and _leads_to_outlet(scene, reach):
        reach.j += 1
        return True
    if _takes_region(scene, office, reach):
        return True
    hit = marked or scene.at.get(reach.j)
    if hit is not None and take(scene, office, reach, hit):
        reach.j = office.j = hit.j + (marked is not None)
        return True
    of_desk = reach.desk > 0 and reach.j == reach.desk + 1  # للشؤون القنصلية
    is_word = hit is None or of_desk or _is_other_organ(scene, hit) or _is_outlet_word(office, hit)
    return is_word and _takes_word(scene, office, reach)


def _takes_word(scene: Scene, office: Office, reach: Reach) -> bool:
    """Take in an adjective, a preposition or a word of what the post is in charge of; False for any other word."""
    form = scene.form(reach.j)
    if _is_modified(office, reach, form):
        return True
    if form in office_words("desk_openers_ar") and office.principal is None and not reach.link:
        reach.desk, reach.gap, reach.j = reach.j, reach.gap + 1, reach.j + 1
        return True
    if reach.link in office_words("concerned_ar") and form in office_words("concerns_ar"):
        reach.link, reach.j = form, reach.j + 1
        return True
    if form in office_words("links_ar") and (_may_link(office, reach, form) or _joins_a_body(scene, office, reach)):
        reach.link, reach.j = form, reach.j + 1
        return True
    if _is_loose(office, reach, form):
        reach.private = reach.private or form in office_words("private_ar")
        reach.gap, reach.j = reach.gap + 1, reach.j + 1
        reach.spelled = True
        return True
    return False


def _is_modified(office: Office, reach: Reach, form: str) -> bool:
    """Take in an adjective: one of the United Nations says whose the post is, others do not."""
    if form in office_words("un_adjectives_ar") and not office.takes("private"):
        office.principal = office.principal or _UN
        reach.gap, reach.link = 0, ""
    elif form not in office_words("modifiers_ar"):
        return False
    reach.j += 1
    if not reach.gap and not reach.link:
        office.j = reach.j
    return True


def _marked_body(scene: Scene, office: Office, reach: Reach) -> Found | None:
    """The body that stands alone between marks behind its post, a lone preposition before them or not.

    أمين عام «حزب الله», المتحدث باسم "طالبان", القائد الميداني لـ«الجبهة», المفوض العام لوكالة "الأونروا".
    """
    opening = reach.j + _leads_to_marks(scene, reach.j)
    if scene.form(opening) not in _MARKS or office.principal is not None or office.takes("private"):
        return None
    hit = scene.at.get(opening + 1)
    if hit is None or hit.proclitics or scene.form(hit.j) not in _CLOSING:
        return None
    short = hit.value.kind == "anaphor" and bool(scene.principal_of(hit))
    return hit if hit.value.kind == "body" or short else None


def _leads_to_marks(scene: Scene, k: int) -> bool:
    """Whether a lone preposition stands at token k, or the word for what a body is with ل or ب: لوكالة."""
    form = scene.form(k)
    return form in _LONE or (form[:1] in _LONE and form[1:] in office_words("body_nouns"))


def _skips_acronym(scene: Scene, office: Office, reach: Reach) -> bool:
    """Pass over the letters of the post's own body in brackets: المتحدث باسم بعثة الأمم المتحدة (مينوسكا) فلان."""
    if scene.form(reach.j) != "(" or office.principal is None:
        return False
    hit = scene.at.get(reach.j + 1)
    if hit is None or scene.form(hit.j) != ")" or scene.principal_of(hit) != office.principal:
        return False
    reach.j = office.j = hit.j + 1
    return True


def _is_other_organ(scene: Scene, hit: Found) -> bool:
    """A short form with an adjective of its own is another organ, inside that of the post: المجلس المركزي لـ."""
    return hit.value.role == "class" and hit.j not in scene.at and scene.has_adjective(hit)


def _takes_region(scene: Scene, office: Office, reach: Reach) -> bool:
    """Take in the region or town whose governor somebody is, and with it the state: محافظ حلب, حاكم إقليم دارفور."""
    if office.principal is not None or office.slug not in office_words("of_regions"):
        return False
    j = reach.j + (scene.form(reach.j) in office_words("kinds_of_region_ar"))
    hit = regions().at(scene.tokens, j) if j < len(scene.tokens) else None
    if hit is None or hit.proclitics:
        return False
    office.principal = hit.value
    reach.j = office.j = hit.j
    return True


@kept
def regions() -> Lexicon[str]:
    """The state of each region of the table."""
    rows = read_rows(ROOM, "regions.csv")
    return Lexicon((name, f"state:{row['code']}") for row in rows for name in values(row["ar"]))


def _is_outlet_word(office: Office, hit: Found) -> bool:
    """Whether words that name an outlet only behind its noun stand here for the desk of a post: قسم الشرق الأوسط."""
    return hit.value.kind == "outlet" and "wrapped" in hit.value.flags and office.slug != "journalist"


def _leads_to_outlet(scene: Scene, reach: Reach) -> bool:
    """A word or mark between a journalist and his outlet: صحفي في وكالة "بلومبيرغ"."""
    outlets = (scene.at.get(k) for k in range(reach.j + 1, reach.j + _NEAR))
    if not any(hit is not None and hit.value.kind == "outlet" for hit in outlets):
        return False
    here = scene.at.get(reach.j)
    wrapper = here is not None and here.value.role == "wrapper"
    return wrapper or scene.form(reach.j) in _MARKS or scene.form(reach.j) in ("في", "لدي", "من")


def _may_link(office: Office, reach: Reach, form: str) -> bool:
    """Whether a preposition may lead on to the state or the seat of this post."""
    if reach.link:
        return reach.link == "من" and form == "داخل"
    if form not in office_words("binding_ar") or form == "لدي":
        return True
    if office.kind == "organ" and form == "في" and office.principal is None:
        return True
    if office.takes("mission") or office.takes("fixed"):
        return form not in ("من", "عن")
    bare = reach.definite and office.title.j - office.title.i == 1
    return office.principal is None and form in ("في", "من") and not bare


def _joins_a_body(scene: Scene, office: Office, reach: Reach) -> bool:
    """القيادي في حماس, الباحثة في المنظمة: those who lead or belong to a body are joined to it by في."""
    hit = scene.at.get(reach.j + 1)
    part = office.within and not office.takes("private")  # رئيس لجنة كذا في مجلس الشيوخ
    if reach.link or office.principal or hit is None or not (part or office.slug in office_words("belonging")):
        return False
    if part and hit.value.kind == "state" and scene.form(reach.j) == "في":
        return True  # قائد المجلس العسكري في النيجر
    if _is_other_organ(scene, hit) or is_organ_of_state(office, hit):
        return True
    if part and office.slug not in office_words("belonging"):
        return hit.value.kind == "body" and hit.value.principal.startswith("state:")
    return hit.value.kind in ("body", "anaphor") and bool(scene.principal_of(hit)) and hit.value.role != "place"


def _is_loose(office: Office, reach: Reach, form: str) -> bool:
    """A word that may stand between a post and its state: رئيس دائرة التعاون الإنساني ... لدى الخارجية الروسية."""
    limits = read_toml(ROOM, "offices_words.toml")
    spacious = reach.desk > 0 or office.slug in limits["spacious"]
    if office.principal is not None or not spacious or reach.gap >= limits["longest_gap"]:
        return False
    if reach.definite and not reach.link and not reach.desk:
        if form.startswith("لل") and office.slug in office_words("belonging"):
            reach.desk = reach.j
            return True  # المدير الإقليمي للشرق الأوسط
        return office.j > office.title.i + 1 and _is_adjective(form) and reach.gap < 2
    bare = form[1:] if form.startswith("و") else form
    inside = any(bare in office_words(words) for words in ("units_ar", "private_ar", "portfolio_ar"))
    return bare.startswith(_ARTICLES) or inside


def _is_adjective(form: str) -> bool:
    """الموحدة, الانتقالي: an adjective of the organ that has its state behind it; never a day."""
    ending = form.endswith(("ه", "ي", "يه", "يين", "يون")) and form.startswith("ال") and len(form) > 5
    return ending and form not in office_words("days_ar")
