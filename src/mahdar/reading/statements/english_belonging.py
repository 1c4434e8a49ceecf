"""For whom somebody of no table speaks by what is said behind his name: "Ana Lopez, its director", "who heads it"."""

from __future__ import annotations

from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker

_DESCRIBED = 9  # tokens behind the comma
_OWN = frozenset({"its", "their"})


def body_served(view: View, bodies: Bodies, phrase: Phrase, last: Speaker) -> str | None:
    """The body or state for which the person of a phrase holds a post: that of who spoke ``last``, or "the group's"."""
    for i, j in (phrase, _behind(view, phrase[1])):
        held = view.forms[i:j]
        led = held[:1] == ["who"] and held[1:2] != [] and held[1] in view.words.heading
        owner = i + 2 * led
        if view.form(owner) not in _OWN | {"the"} or not (led or view.words.officers & set(held)) or "former" in held:
            continue
        if view.form(owner) in _OWN:
            return _spoke_for(view, last)
        mark = next((k for k in range(owner + 1, j) if view.forms[k] == "'s"), None)
        return bodies.meant((owner, mark)) if mark is not None else None
    return None


def _behind(view: View, end: int) -> Phrase:
    """What stands between the comma behind a name and the next mark."""
    if view.form(end) != ",":
        return end, end
    last = min(end + 1 + _DESCRIBED, view.sentence(end)[1])
    return end + 1, next(
        (k for k in range(end + 1, last) if not view.word(k) and view.forms[k] not in {"'s", "-"}), last
    )


def _spoke_for(view: View, last: Speaker) -> str | None:
    """The one body or state for which somebody spoke last."""
    principals = {view.passage.principal(i) for i in last.ids}
    one = principals.pop() if len(principals) == 1 else ""
    return one if one.startswith(("body:", "state:")) else None
