"""Which names and titles an Arabic post takes in as its own: وزير الخارجية | الروسي، سفير | فرنسا | لدى لبنان."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.names.hits import ORGANS, Found
from mahdar.reading.names.scene import CONJUNCTIONS, Office, Scene
from mahdar.reading.names.words import office_words

_NESTED = ORGANS | {"post", "opposition"}
_PLACES = frozenset({"state", "capital", "body"})
_TOWARDS = "الي"
_FEMININE = "ه"
_NEAR = 3  # tokens
_UN = "body:un"
_DESCRIBED = 2  # tokens of a desk that has an adjective of its own: للشؤون السياسية
_LED_BY_NAME = frozenset({"government", "regime"})


@dataclass(slots=True)
class Reach:
    """How far a post has been read: ``j`` is the next token, ``gap`` the loose words since the last sure one; ``desk``:
    the token that opens what it is in charge of, 0 where nothing does.
    """

    j: int
    definite: bool
    gap: int = 0
    link: str = ""
    private: bool = False
    spelled: bool = False
    desk: int = 0


def is_definite(scene: Scene, title: Found) -> bool:
    owned = "own" in title.value.flags  # his office: definite by its pronoun
    article = "ال" in title.proclitics or title.proclitics.endswith("لل")
    return owned or article or scene.form(title.j - 1).startswith("ال")


def take(scene: Scene, office: Office, reach: Reach, hit: Found) -> bool:
    """Take in a name; False where it cannot belong to the post."""
    if hit.proclitics.startswith(CONJUNCTIONS) and not reach.gap:
        return False
    if not _binds(scene, office, reach, hit):
        return False
    reach.j = office.j = hit.j
    reach.gap, reach.link = 0, ""
    reach.desk = 0 if hit.value.kind == "title" else reach.desk
    office.heads_part = office.heads_part or reach.spelled
    return True


def _binds(scene: Scene, office: Office, reach: Reach, hit: Found) -> bool:
    kind = hit.value.kind
    called = scene.organ_called(hit) if kind == "anaphor" and office.principal is None else None
    if called is not None:
        return _binds_organ_called(office, reach, hit, called)
    if kind == "outlet":
        office.principal = hit.value.entity if office.slug == "journalist" else office.principal
        return office.principal == hit.value.entity
    if kind == "demonym":
        if reach.desk and _is_of_desk_itself(scene, office, reach, hit):
            return True
        return _binds_adjective(office, reach, hit)
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


def _binds_organ_called(office: Office, reach: Reach, hit: Found, organ: Found) -> bool:
    """The short form for an organ named before: رئيسة المجلس, الأمين العام للمجلس."""
    if (reach.definite and not reach.link and not _has_preposition(hit.proclitics)) or office.takes("private"):
        return False
    office.within = organ.value.entity
    reach.definite = True
    return True


def _binds_adjective(office: Office, reach: Reach, hit: Found) -> bool:
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


def _is_of_desk_itself(scene: Scene, office: Office, reach: Reach, hit: Found) -> bool:
    """Whether a nationality is of what the holder is in charge of, not the holder's: مساعد الوزير للشؤون الأمريكية."""
    holder, nation = (scene.form(k).endswith(_FEMININE) for k in (office.title.i, hit.i))
    return nation and (not holder or hit.i - reach.desk < _DESCRIBED)


def _binds_place(scene: Scene, office: Office, reach: Reach, hit: Found) -> bool:
    linked = bool(reach.link) or _has_preposition(hit.proclitics)
    if office.kind == "opposition" and hit.value.kind != "body" and not reach.definite:
        return False  # opposition by the United States, not that of its people
    if office.principal is not None:
        return linked and (office.takes("mission") or office.takes("fixed"))
    if reach.desk and hit.value.kind != "body" and not linked:
        return True
    if office.takes("own") and reach.link == "لدي":
        return True  # whose envoy it is was said before: its envoy to the UN
    if reach.definite and not linked:
        return False
    if hit.value.kind != "body" and reach.private:
        return False
    if _is_sent_there(office, reach, hit) or _is_of_desk(scene, office, hit):
        return True
    counsel = office.slug in office_words("counsel") and not reach.definite and reach.j == office.title.j
    if office.takes("private") and not counsel and hit.value.kind in ("state", "capital"):
        return linked
    seated = office.takes("mission") or office.kind == "organ"
    if hit.proclitics.startswith("ب") and not seated and hit.value.kind == "state":
        return False
    office.principal = scene.principal_of(hit)
    reach.definite = True
    return True


def _is_sent_there(office: Office, reach: Reach, hit: Found) -> bool:
    """Where an envoy is sent, not whose it is: المبعوث الخاص إلى اليمن, مندوبة الدولة لدى الأمم المتحدة."""
    places = {_TOWARDS: ("state", "capital"), "لدي": ("body", "anaphor")}.get(reach.link, ())
    return hit.value.kind in places and office.takes("mission")


def _is_of_desk(scene: Scene, office: Office, hit: Found) -> bool:
    """Whether a state, or a body before another, only names the desk of a post there: مديرة قسم الصين في «...»."""
    desk = scene.form(hit.i - 1) in office_words("desks_ar") and hit.i > office.title.i + 1
    of_place = hit.value.kind in ("state", "capital") or _before_body(scene, hit)
    return desk and of_place and (office.slug == "president" or office.slug in office_words("belonging"))


def _before_body(scene: Scene, hit: Found) -> bool:
    """Whether في and another body stand behind one: شؤون الأمم المتحدة في "هيومن رايتس ووتش"."""
    if hit.value.kind != "body" or scene.form(hit.j) != "في":
        return False
    other = scene.at.get(hit.j + 1) or scene.at.get(hit.j + 2)
    return other is not None and other.value.kind == "body"


def is_organ_of_state(office: Office, hit: Found) -> bool:
    """المستشار في وزارة, المسؤول بسفارة: an organ of some state, to which those of a state belong."""
    return hit.value.kind == "title" and hit.value.role == "organ" and not office.takes("private")


def _has_preposition(proclitics: str) -> bool:
    bare = proclitics[:-2] if proclitics.endswith("ال") else proclitics
    return bare.endswith(("ل", "ب"))


def _binds_title(scene: Scene, office: Office, reach: Reach, hit: Found) -> bool:
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
        return _is_second_post(scene, office, hit) and not reach.link and office.kind == "post"
    inside = (
        hit.proclitics.startswith("ب") and office.slug in office_words("belonging") and is_organ_of_state(office, hit)
    )
    linked = bool(reach.link) or inside or hit.proclitics.startswith("ل")
    if reach.definite and not linked and scene.form(hit.i - 1) != "باسم":
        reach.definite = is_definite(scene, hit)
        return _is_second_post(scene, office, hit)
    if "fixed" in entry.flags:
        office.principal = entry.principal
    organ = entry.role in ORGANS and "state" in entry.flags
    office.within = entry.entity if organ or entry.entity == "secretary-general" else ""
    reach.definite = is_definite(scene, hit)
    return True


def _is_second_post(scene: Scene, office: Office, hit: Found) -> bool:
    """Whether one more post of the same person stands here, not another's: the president his counterpart."""
    another = "own" in hit.value.flags or hit.value.entity == "counterpart"
    return _is_post(scene, hit) and not hit.proclitics and not another and not _is_of_another(scene, office, hit)


def _is_of_another(scene: Scene, office: Office, hit: Found) -> bool:
    """Whether a post is of another gender or speaks for another than the one before it: met the minister the head."""
    if scene.form(hit.i).endswith(_FEMININE) != scene.form(office.title.i).endswith(_FEMININE):
        return True
    whose = hit.value.principal if "fixed" in hit.value.flags else _own_principal(scene, hit.j)
    return whose is not None and office.principal is not None and whose != office.principal


def _own_principal(scene: Scene, j: int) -> str | None:
    """Whom the words right behind a title say that it speaks for; None where they do not say so."""
    for k in range(j, j + _NEAR):
        named = scene.at.get(k)
        if scene.form(k) in office_words("un_adjectives_ar"):
            return _UN
        if named is not None:
            own = named.value.kind in _PLACES or named.value.kind == "demonym"
            return scene.principal_of(named) if own and named.proclitics in ("", "ال") else None
        if scene.form(k) not in office_words("modifiers_ar"):
            return None
    return None


def _is_post(scene: Scene, hit: Found) -> bool:
    """Whether a title is one person's: a post, or the head or a member of an organ (رئيس وفد)."""
    return hit.value.role == "post" or scene.form(hit.i) in office_words("leads_organ_ar")
