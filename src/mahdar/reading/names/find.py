"""All names of a report, step by step: posts and people first, then what stands alone, then short forms for them."""

from __future__ import annotations

from mahdar.language.tokens import Tokens
from mahdar.reading.names.anaphora import link_short_forms
from mahdar.reading.names.branches import put_national_society
from mahdar.reading.names.campaigns import put_campaign
from mahdar.reading.names.cast import Cast
from mahdar.reading.names.hits import Found, find_hits
from mahdar.reading.names.initials import name_initials
from mahdar.reading.names.offices import put_genitive, put_named, read_leader, read_office
from mahdar.reading.names.outlets import quoted_body, read_outlet_behind, read_wrapper, told_in_marks
from mahdar.reading.names.people import Name, bare_name, genitive_name, namesake_of_known
from mahdar.reading.names.scene import Office, Scene
from mahdar.reading.names.surnames import is_surname_of_origin, link_surnames, short_forms
from mahdar.reading.names.words_of_names import chain_end, given_names
from mahdar.reading.passage import Passage

_WHOLE = frozenset({"state", "body", "outlet", "capital"})  # no name of a person begins inside one


def find_names(passage: Passage) -> None:
    """Fill ``passage.named`` (sorted by offset) and ``passage.entities``. Linear in the length of the text.

    Names do not overlap, save that a word for two states (both countries) is named once for each.
    """
    scene = Scene(passage.tokens, find_hits(passage.tokens), Cast(passage.tokens))
    loose = _people_and_posts(scene)
    short = short_forms(scene)
    for hit in scene.hits:
        if not scene.cast.is_taken(hit.i, hit.j) and not is_surname_of_origin(scene, hit, short):
            _plain(scene, hit)
    name_initials(scene)
    link_surnames(scene, short)
    link_short_forms(scene, loose, passage.sentences)
    passage.named = sorted(scene.cast.named, key=lambda n: (n.i, n.j))
    scene.cast.add_principals()
    passage.entities = scene.cast.entities


def _people_and_posts(scene: Scene) -> list[Office]:
    """Read titles and people in the order of the text; posts that nothing binds to a state or name are handed back."""
    loose: list[Office] = []
    given, forms, cast = given_names(), scene.tokens.forms, scene.cast
    behind = 0  # the last loose post with an organ inside, which then stands for itself no more
    inside = {k for hit in scene.hits if hit.value.kind in _WHOLE for k in range(hit.i + 1, hit.j)}
    alone = {i for i, form in enumerate(forms) if form in given or form == "who"} - inside
    for i in sorted({*scene.at, *alone}):
        hit = scene.at.get(i)
        if scene.form(i) == "who" and not cast.taken[i]:
            read_leader(scene, i)
        elif cast.is_taken(i, hit.j if hit else i + 1):
            continue
        if hit is None:
            _bare_name(scene, i)
        elif hit.value.kind == "person":
            put_named(scene, namesake_of_known(scene, hit) or Name(hit.i, chain_end(scene, hit.j), hit))
        elif (name := genitive_name(scene, hit)) is not None:
            put_genitive(scene, hit, name)
        elif hit.value.kind == "title":
            office = _title(scene, hit) if i >= behind else None
            loose += [office] if office else []
            behind = office.j if office is not None and office.within else behind
    return loose


def _title(scene: Scene, hit: Found) -> Office | None:
    if hit.value.role == "wrapper":
        read_wrapper(scene, hit)
        return None
    if hit.value.role == "media" and read_outlet_behind(scene, hit):
        return None
    return read_office(scene, hit)


def _bare_name(scene: Scene, i: int) -> None:
    name = bare_name(scene, i)
    if name is not None and not scene.cast.is_taken(name.i, name.j):
        put_named(scene, name)


def _plain(scene: Scene, hit: Found) -> None:
    """A state, body, group or outlet that stands alone."""
    entry = hit.value
    if entry.kind in ("title", "person", "anaphor") or ("wrapped" in entry.flags and not told_in_marks(scene, hit)):
        return
    if entry.kind == "group":
        _group(scene, hit)
        return
    if put_campaign(scene, hit) or put_national_society(scene, hit):
        return
    head = _is_people(scene.tokens, hit) if entry.kind == "demonym" else not _is_compound(scene, hit)
    whole = quoted_body(scene, hit) if entry.kind == "body" else None
    i, j, proclitics = whole or (hit.i, hit.j, hit.proclitics)
    scene.cast.name(i, j, proclitics, entry.entity, entry.kind, head)


def _is_compound(scene: Scene, hit: Found) -> bool:
    """The first part of an English compound (Geneva-based, US-led) does not speak."""
    if not (scene.is_latin(hit.i) and scene.form(hit.j) == "-" and hit.j + 1 < len(scene.tokens)):
        return False
    return scene.tokens.touches(hit.j) and scene.tokens.touches(hit.j + 1)


def _group(scene: Scene, hit: Found) -> None:
    """A group is its states where the report is about what they do together, and a body of its own elsewhere."""
    entry = hit.value
    together = entry.flags and (not entry.role or any(h.value.entity == entry.role for h in scene.hits))
    for key in sorted(entry.flags) if together else [entry.entity]:
        scene.cast.name(hit.i, hit.j, hit.proclitics, key, "state" if together else "body")


def _is_people(tokens: Tokens, hit: Found) -> bool:
    """Whether an adjective stands for the people: الروس, Russians; not المسؤولون الروس."""
    if hit.value.role != "people":
        return False
    form = tokens.forms[hit.i]
    if form[0].isascii():
        return True
    before = tokens.forms[hit.i - 1] if hit.i else ""
    return "ال" in hit.proclitics and not before.startswith(("ال", "وال", "بال", "لل"))
