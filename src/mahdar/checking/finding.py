"""Finding all claims of a passage."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.each_time import each
from mahdar.checking.gapping import gapped
from mahdar.checking.lasting import lasting
from mahdar.checking.lent import lent
from mahdar.checking.manner import told
from mahdar.checking.protocol import Found
from mahdar.checking.registry import mechanisms
from mahdar.checking.retold import of_the_past
from mahdar.checking.scene import Scene
from mahdar.checking.yearless import told_year, yearless
from mahdar.reading.passage import Passage

_DENIAL_REACH = 5  # tokens before a denied claim in which its particle stands


def find_all(passage: Passage) -> list[Found]:
    """All claims of a passage in order of their place, with the times they hang on still unresolved."""
    if not passage.sentences:
        return []
    scene = Scene(passage)
    made = [told(scene, f) for mechanism in mechanisms() for finder in mechanism.finders for f in finder(scene)]
    found = [_placed(scene, one) for f in made if f is not None for own in each(scene, f) for one in gapped(scene, own)]
    return sorted(found, key=lambda f: (f.i, f.j, f.kind))


def _placed(scene: Scene, found: Found) -> Found:
    """The claim; one without a day or symbol whose clause points to another time is not of the day of publication."""
    denied = found.negated or found.args.get("status") == "not-party"
    found = _from_its_denial(scene, found) if denied else found
    kept = lasting(scene, found.time)
    found = replace(found, lasting=kept) if kept else found
    found = replace(found, retold=True) if of_the_past(scene, found) else found
    found = replace(found, lent=True) if lent(scene, found) else found
    if found.time is not None and found.tense != "future" and yearless(scene, found.time):
        found = replace(found, yearless=True, year=told_year(scene, found.time))
    if found.time is not None or "symbol" in found.args or not scene.all("that_time"):
        return found
    clause = scene.clause(found.i)
    pointed = scene.within("that_time", clause.i, max(clause.j, found.j))
    return replace(found, now=False, assumed=False, elsewhere=True) if pointed else found


def _from_its_denial(scene: Scene, found: Found) -> Found:
    """A denied claim from the particle that denies it: the quotation alone would say the opposite."""
    if scene.within("not", found.i, found.j):
        return found
    low = max(scene.clause(found.i).i, found.i - _DENIAL_REACH)
    before = scene.within("not", low, found.i)
    if not before:
        return found
    i = before[-1].i
    return replace(found, i=i, start=scene.offsets(i, found.j)[0])
