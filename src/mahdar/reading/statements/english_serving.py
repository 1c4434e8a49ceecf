"""For whom somebody speaks: a group named before ("a spokesman for the group"), a body ("on behalf of the OIC")."""

from __future__ import annotations

from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_named import names_in
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_unknown import Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker

_BEHALF = (("on", "behalf", "of"), ("for",))


def of_group(view: View, bodies: Bodies, unknown: Unknown, phrase: Phrase) -> Speaker | None:
    """Who speaks for a group by a preposition: "a spokesman for the group", "an official with the agency"."""
    i, j = phrase
    forms, w = view.forms, view.words
    at = next((k for k in range(i + 1, j - 2) if forms[k] in w.serving and forms[k + 1] in {"the", "this"}), None)
    if at is None or forms[at - 1] not in w.spokes | w.officers | w.servants | w.unnamed:
        return None
    body = bodies.meant((at + 1, j)) or unknown.again((at + 1, j))
    if body is None and forms[j - 1] in w.followings | w.members:
        return Speaker(unknown.of((at + 1, j)), view.tokens.original(*phrase))
    return Speaker((body,), view.tokens.original(*phrase)) if body is not None else None


def of_owner(view: View, bodies: Bodies, phrase: Phrase) -> Speaker | None:
    """Who speaks for a group that was named before: "the group's director", "the charity's head in Yemen"."""
    i, j = phrase
    w, forms = view.words, view.forms
    mark = next(k for k in range(i, j) if forms[k] == "'s")
    end = next((k for k in range(mark + 2, j) if forms[k] in w.places | {"for"}), j)
    if forms[end - 1] not in w.spokes | w.members | w.officers:
        return None
    owner = bodies.meant((i, mark))
    plain = not any(view.capital(k) for k in range(i + 1, j))
    if owner is None and not plain:
        return None
    return Speaker((owner,) if owner is not None else (), view.tokens.original(*phrase))


def on_behalf(view: View, end: int) -> Speaker | None:
    """ "Pakistan, on behalf of the OIC, said": the body for which a delegate speaks."""
    behind = view.forms[end + 1 : end + 5] if view.form(end) == "," else []
    behind = behind[behind[:1] == ["speaking"] :]
    length = next((len(lead) for lead in _BEHALF if behind[: len(lead)] == list(lead)), 0)
    if not length:
        return None
    start = end + 1 + (view.form(end + 1) == "speaking") + length
    cited = phrase_after(view, start)
    names = names_in(view, cited) if cited is not None else []
    if cited is None or len(names) != 1 or names[0].kind != "body":
        return None
    return Speaker((names[0].entity,), view.tokens.original(*cited))
