"""The names in a noun phrase that speak: all of a coordination, else the person, else the first."""

from __future__ import annotations

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_shared import is_posted
from mahdar.reading.statements.english_view import View

_JOINS = frozenset({"and", ",", "the", "&", "his", "her"})


def names_in(view: View, phrase: Phrase) -> list[Named]:
    """The names in a phrase that speak: all of a coordination, else the person, else the first."""
    i, j = phrase
    found: list[Named] = []
    for k in range(i, j):
        named = view.named(k)
        if named is not None and (not found or found[-1] is not named) and not view.is_backer(named.j):
            found.append(named)
    persons = [n for n in found if n.kind == "person" and view.form(n.j) != "'s"]
    if persons and _is_kin_of(view, i, persons[0].i):
        return []
    if not persons and _is_private(view, i, j):
        return []
    spoken = persons or [n for n in found if _speaks(view, n, j) and not _is_place(view, n, i)]
    if len(spoken) > 1 and view.form(spoken[0].j) == "'s":
        governed = view.form(spoken[1].i - 1) in view.words.inside  # "the UN's investigator for Myanmar"
        # "UNESCO's Doha office"
        governed = governed or (spoken[1].kind == "capital" and spoken[1].j < j and not view.capital(spoken[1].j))
        # "South Korea's Yonhap": the owner of a name is no speaker beside it
        spoken = spoken[:1] if governed else spoken[1:]
    chosen = _coordinated(view, spoken)
    return view.meant(chosen[0]) if len(chosen) == 1 else chosen


def _is_place(view: View, named: Named, start: int) -> bool:
    """Whether a name only says where the ones before it are: "groups in Seoul"."""
    k = named.i - 1
    while k > start and view.word(k) and not view.capital(k) and view.forms[k] not in view.words.prepositions:
        k -= 1  # "in eastern Ukraine"
    return named.i > start and (view.form(k) in view.words.places or _is_part_of_name(view, named, start))


def _is_part_of_name(view: View, named: Named, start: int) -> bool:
    """Whether a state only ends the name of a body in no table: "the National Front of Chad"."""
    k = named.i - 2 - (view.form(named.i - 1) == "the")
    if named.kind not in {"state", "capital"} or view.form(k + 1) not in {"of", "for", "in"} or k < start:
        return False
    return view.form(k) in view.words.movements and view.capital(k) and view.named(k) is None


def _is_private(view: View, i: int, j: int) -> bool:
    """Whether the head of the phrase speaks only for itself ("residents of Aleppo")."""
    w = view.words
    stop = next((k for k in range(i + 1, j) if view.forms[k] in w.prepositions), j)
    return any(view.forms[k] in w.private and view.named(k) is None and not _serves(view, i, k) for k in range(i, stop))


def _is_kin_of(view: View, i: int, name: int) -> bool:
    """Whether a relative heads the phrase before the name at token ``name``: "the wife of the activist Ali Reza"."""
    head = next((k for k in range(i + 1, name) if view.forms[k] in view.words.prepositions), name)
    return head < name and view.forms[head] == "of" and view.forms[head - 1] in view.words.kin


def _serves(view: View, i: int, k: int) -> bool:
    """Whether people at token k serve the body named before them: "African Union observers", "Oxfam's lawyers"."""
    if view.forms[k] not in view.words.servants:
        return False
    named = next((n for m in range(k - 1, i - 1, -1) if (n := view.named(m)) is not None), None)
    between = view.forms[named.j : k] if named is not None else ["-"]
    return named is not None and named.kind == "body" and view.words.inside.isdisjoint(between) and "," not in between


def _speaks(view: View, named: Named, end: int) -> bool:
    if named.head:
        return True
    return any(f in view.words.spokes or f in view.words.documents for f in view.forms[named.j : end])


def _coordinated(view: View, names: list[Named]) -> list[Named]:
    """The first name and those joined to it by commas and "and"."""
    kept, joins = names[:1], set[str]()
    for name in names[1:]:
        between = view.forms[kept[-1].j : name.i]
        if not between:
            branch = kept[-1].kind == "body" and name.kind == "state"  # "Amnesty International UK"
            kept[-1] = kept[-1] if branch else name  # "state news agency SANA"
            continue
        if not all(f in _JOINS for f in between) or _is_one_posting(view, kept[-1], name):
            break
        joins.update(between)
        kept.append(name)
    return kept if joins & {"and", "&"} else _one_of(view, kept)


def _is_one_posting(view: View, post: Named, place: Named) -> bool:
    """Whether somebody is sent to two places, the second of which says nothing: "the envoy to Syria and Yemen"."""
    return is_posted(view, post) and place.kind in {"state", "capital"} and view.form(place.j) != "'s"


def _one_of(view: View, names: list[Named]) -> list[Named]:
    """Of a name and its appositions the first that speaks for somebody."""
    entities = view.passage.entities
    known = (n for n in names if n.entity in entities and entities[n.entity].principal)
    return [next(known, names[0])] if names else []


def apposed(view: View, phrase: Phrase) -> list[Named]:
    """The person named between commas behind a post of nobody known: "A spokesman for the movement, X, said"."""
    i, j = phrase
    k = j + 1 + (view.form(j + 1) == "the")
    named = view.named(k) if view.form(j) == "," else None
    if named is not None and named.kind == "body" and named.i == k and view.form(named.j) == ",":
        return (
            [named] if view.forms[j - 1] in view.words.collective and not view.capital(j - 1) else []
        )  # the bloc, ECOWAS,
    if named is None or named.kind != "person" or named.i != j + 1 or view.form(named.j) not in {",", "."}:
        return []
    return [named] if (view.words.spokes | view.words.peers | view.words.kin) & set(view.forms[i:j]) else []


def state_of_peer(view: View, phrase: Phrase) -> Named | None:
    """The state of a colleague or side that is named by it alone: "his Chilean colleague", "the Iranian side"."""
    i, j = phrase
    state, last = view.named(j - 2) if j - i > 1 else None, view.forms[j - 1]
    if state is None or state.kind != "demonym" or not (last in view.words.peers or last == "side"):
        return None
    return state
