"""Arabic names of posts and organs with what binds them to a state: وزير الخارجية الروسي، مندوب روسيا لدى المنظمة."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.hits import Found
from mahdar.reading.names.scene import CONJUNCTIONS, Office, Scene
from mahdar.reading.names.words import office_words
from mahdar.tables import read_toml

_ORGANS = frozenset({"organ", "institution"})
_NESTED = _ORGANS | {"post", "opposition"}
_PLACES = frozenset({"state", "capital", "body"})
_ARTICLES = ("ال", "لل", "بال")
_MARKS = frozenset("\"'“«(")
_CLOSING = frozenset("\"'”“»)")
_LONE = frozenset("لب")  # لـ«...»
_NEAR = 4  # tokens
_UN = "body:un"
_LED_BY_NAME = frozenset({"government", "regime"})
_BELONG = frozenset(
    {
        "leader",
        "member",
        "official",
        "head",
        "director",
        "deputy",
        "commander",
        "expert",
        "activist",
        "lawyer",
        "analyst",
        "judge",
        "lawmaker",
        "diplomatic-officer",
    }
)
_AT_DESKS = _BELONG | {"president"}
_LONGEST = 24  # tokens behind the title


@dataclass(slots=True)
class _Reach:
    """How far a post has been read: ``j`` is the next token, ``gap`` the loose words since the last sure one."""

    j: int
    definite: bool
    gap: int = 0
    link: str = ""
    private: bool = False
    spelled: bool = False


def arabic_office(scene: Scene, title: Found) -> Office:
    """The post that begins with this title, read as far as it surely goes."""
    office = Office(title.i, title.j, title, None, title.proclitics)
    if office.takes("fixed"):
        office.principal = title.value.principal
    reach = _Reach(title.j, _is_definite(scene, title))
    while _step(scene, office, reach):
        pass
    return office


def _is_definite(scene: Scene, title: Found) -> bool:
    owned = "own" in title.value.flags  # his office: definite by its pronoun
    article = "ال" in title.proclitics or title.proclitics.endswith("لل")
    return owned or article or scene.form(title.j - 1).startswith("ال")


def _step(scene: Scene, office: Office, reach: _Reach) -> bool:
    """Take in one more word or name; False where the post ends."""
    if reach.j - office.title.j > _LONGEST:
        return False
    marked = _marked_body(scene, office, reach)
    if marked is not None and _leads_to_marks(scene, reach.j):
        reach.link = scene.form(reach.j)[0]
    if _skips_acronym(scene, office, reach):
        return True
    hit = marked or scene.at.get(reach.j)
    if office.slug == "journalist" and _leads_to_outlet(scene, reach):
        reach.j += 1
        return True
    if hit is not None and _take(scene, office, reach, hit):
        reach.j = office.j = hit.j + (marked is not None)
        return True
    if hit is not None and not _is_other_organ(scene, hit):
        return False
    form = scene.form(reach.j)
    if _is_modified(office, reach, form):
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


def _is_modified(office: Office, reach: _Reach, form: str) -> bool:
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


def _marked_body(scene: Scene, office: Office, reach: _Reach) -> Found | None:
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


def _skips_acronym(scene: Scene, office: Office, reach: _Reach) -> bool:
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


def _leads_to_outlet(scene: Scene, reach: _Reach) -> bool:
    """A word or mark between a journalist and his outlet: صحفي في وكالة "بلومبيرغ"."""
    outlets = (scene.at.get(k) for k in range(reach.j + 1, reach.j + _NEAR))
    if not any(hit is not None and hit.value.kind == "outlet" for hit in outlets):
        return False
    here = scene.at.get(reach.j)
    wrapper = here is not None and here.value.role == "wrapper"
    return wrapper or scene.form(reach.j) in _MARKS or scene.form(reach.j) in ("في", "لدي", "من")


def _may_link(office: Office, reach: _Reach, form: str) -> bool:
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


def _joins_a_body(scene: Scene, office: Office, reach: _Reach) -> bool:
    """القيادي في حماس, الباحثة في المنظمة: those who lead or belong to a body are joined to it by في."""
    hit = scene.at.get(reach.j + 1)
    part = office.within and not office.takes("private")  # رئيس لجنة كذا في مجلس الشيوخ
    if reach.link or office.principal or hit is None or not (part or office.slug in _BELONG):
        return False
    if _is_other_organ(scene, hit) or _is_organ_of_state(office, hit):
        return True
    if part and office.slug not in _BELONG:
        return hit.value.kind == "body" and hit.value.principal.startswith("state:")
    return hit.value.kind in ("body", "anaphor") and bool(scene.principal_of(hit)) and hit.value.role != "place"


def _is_organ_of_state(office: Office, hit: Found) -> bool:
    """المستشار في وزارة, المسؤول بسفارة: an organ of some state, to which those of a state belong."""
    return hit.value.kind == "title" and hit.value.role == "organ" and not office.takes("private")


def _is_loose(office: Office, reach: _Reach, form: str) -> bool:
    """A word that may stand between a post and its state: رئيس دائرة التعاون الإنساني ... لدى الخارجية الروسية."""
    limits = read_toml(ROOM, "offices_words.toml")
    if office.principal is not None or office.slug not in limits["spacious"] or reach.gap >= limits["longest_gap"]:
        return False
    if reach.definite and not reach.link:
        return office.j > office.title.i + 1 and _is_adjective(form) and reach.gap < 2
    bare = form[1:] if form.startswith("و") else form
    inside = any(bare in office_words(words) for words in ("units_ar", "private_ar", "portfolio_ar"))
    return bare.startswith(_ARTICLES) or inside


def _is_adjective(form: str) -> bool:
    """الموحدة, الانتقالي: an adjective of the organ that has its state behind it; never a day."""
    ending = form.endswith(("ه", "ي", "يه", "يين", "يون")) and form.startswith("ال") and len(form) > 5
    return ending and form not in office_words("days_ar")


def _take(scene: Scene, office: Office, reach: _Reach, hit: Found) -> bool:
    """Take in a name; False where it cannot belong to the post."""
    if hit.proclitics.startswith(CONJUNCTIONS) and not reach.gap:
        return False
    if not _binds(scene, office, reach, hit):
        return False
    reach.j = office.j = hit.j
    reach.gap, reach.link = 0, ""
    office.heads_part = office.heads_part or reach.spelled
    return True


def _binds(scene: Scene, office: Office, reach: _Reach, hit: Found) -> bool:
    kind = hit.value.kind
    called = scene.organ_called(hit) if kind == "anaphor" and office.principal is None else None
    if called is not None:
        return _binds_organ_called(office, reach, hit, called)
    if kind == "outlet":
        office.principal = hit.value.entity if office.slug == "journalist" else office.principal
        return office.principal == hit.value.entity
    if kind == "demonym":
        return _binds_adjective(scene, office, reach, hit)
    if kind in _PLACES or (kind == "anaphor" and scene.principal_of(hit)):
        return _binds_place(scene, office, reach, hit)
    if kind == "person" and office.principal is None and (scene.form(hit.i - 1) == "باسم" or _ends_bare(scene, hit)):
        office.principal = hit.value.principal or None
        return True
    return kind == "title" and _binds_title(scene, office, reach, hit)


def _ends_bare(scene: Scene, hit: Found) -> bool:
    """Whether a government without the article stands right before a person, who leads it: حكومة فلان, إدارة فلان."""
    before = scene.at.get(hit.i - 1)
    alone = before is not None and before.j == hit.i and before.proclitics in ("", "ل", "و")
    return alone and before is not None and before.value.entity in _LED_BY_NAME and not hit.proclitics


def _binds_organ_called(office: Office, reach: _Reach, hit: Found, organ: Found) -> bool:
    """The short form for an organ named before: رئيسة المجلس, الأمين العام للمجلس."""
    if (reach.definite and not reach.link and not _has_preposition(hit.proclitics)) or office.takes("private"):
        return False
    office.within = organ.value.entity
    reach.definite = True
    return True


def _binds_adjective(scene: Scene, office: Office, reach: _Reach, hit: Found) -> bool:
    defined = "ال" in hit.proclitics
    if office.principal is not None or hit.proclitics not in ("", "ال") or reach.private:
        return False
    if reach.definite and not defined:
        return False
    if office.takes("private"):
        return True
    office.principal = hit.value.entity
    reach.definite = True
    return True


def _binds_place(scene: Scene, office: Office, reach: _Reach, hit: Found) -> bool:
    linked = bool(reach.link) or _has_preposition(hit.proclitics)
    if office.kind == "opposition" and hit.value.kind != "body" and not reach.definite:
        return False  # opposition by the United States, not that of its people
    if office.principal is not None:
        return linked and (office.takes("mission") or office.takes("fixed"))
    if office.takes("own") and reach.link == "لدي":
        return True  # whose envoy it is was said before: its envoy to the UN
    if reach.definite and not linked:
        return False
    if hit.value.kind != "body" and reach.private:
        return False
    if _is_of_desk(scene, office, hit):
        return True
    counsel = office.slug in office_words("counsel") and not reach.definite and reach.j == office.title.j
    if office.takes("private") and not counsel and hit.value.kind in ("state", "capital"):
        return linked
    seated = office.takes("mission") or office.kind == "organ"
    if hit.proclitics.startswith("ب") and not seated and hit.value.kind == "state":
        return False
    if office.takes("mission") and reach.link == "لدي" and hit.value.kind in ("body", "anaphor"):
        return True  # where it is sent, not whose it is: مندوبة الدولة لدى الأمم المتحدة
    office.principal = scene.principal_of(hit)
    reach.definite = True
    return True


def _is_of_desk(scene: Scene, office: Office, hit: Found) -> bool:
    """Whether a state only names the desk of a post in an organisation: مديرة قسم الصين في «...»."""
    desk = scene.form(hit.i - 1) in office_words("desks_ar") and hit.i > office.title.i + 1
    return desk and hit.value.kind in ("state", "capital") and office.slug in _AT_DESKS


def _has_preposition(proclitics: str) -> bool:
    bare = proclitics[:-2] if proclitics.endswith("ال") else proclitics
    return bare.endswith(("ل", "ب"))


def _binds_title(scene: Scene, office: Office, reach: _Reach, hit: Found) -> bool:
    """An organ or post inside: المتحدث باسم وزارة الخارجية; behind a whole one only a second post of one person."""
    entry = hit.value
    if entry.role not in _NESTED or ("short" in entry.flags and hit.proclitics not in ("", "ل")):
        return False
    if entry.role == "opposition" and office.kind in ("post", "people") and office.principal is None:
        office.opposing = not office.takes("private")
    if scene.form(hit.i) in office_words("plural_titles") and scene.form(office.title.i) not in office_words(
        "plural_titles"
    ):
        return False
    if office.principal is not None:
        return _is_post(scene, hit) and not hit.proclitics and not reach.link and office.kind == "post"
    inside = hit.proclitics.startswith("ب") and office.slug in _BELONG and _is_organ_of_state(office, hit)
    linked = bool(reach.link) or inside or hit.proclitics.startswith("ل")
    if reach.definite and not linked and scene.form(hit.i - 1) != "باسم":
        reach.definite = _is_definite(scene, hit)
        return _is_post(scene, hit) and not hit.proclitics
    if "fixed" in entry.flags:
        office.principal = entry.principal
    organ = entry.role in _ORGANS and "state" in entry.flags
    office.within = entry.entity if organ or entry.entity == "secretary-general" else ""
    reach.definite = _is_definite(scene, hit)
    return True


def _is_post(scene: Scene, hit: Found) -> bool:
    """Whether a title is one person's: a post, or the head or a member of an organ (رئيس وفد)."""
    return hit.value.role == "post" or scene.form(hit.i) in office_words("leads_organ_ar")
