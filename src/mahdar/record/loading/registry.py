"""Every loader that lies in `mahdar.record.loaders`, and which of them a file is for."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from mahdar.record import loaders
from mahdar.record.loading.publication import Head, Loader, LoadError


@cache
def all_loaders() -> dict[str, Loader]:
    """Kind -> loader, in the order of their modules' names."""
    modules = (import_module(f"{loaders.__name__}.{found.name}") for found in pkgutil.iter_modules(loaders.__path__))
    found = [loader for module in modules for loader in _offered(module)]
    return {loader.kind: loader for loader in found}


def _offered(module: object) -> tuple[Loader, ...]:
    """A module offers `LOADER`, or `LOADERS` where one format serves several publications."""
    one = getattr(module, "LOADER", None)
    return (one,) if one is not None else tuple(getattr(module, "LOADERS", ()))


def loader_for(head: Head) -> Loader | None:
    """The loader of the publication that the file is, `None` where it is none that we know.

    Raises LoadError where its head alone shows that no publication looks so.
    """
    return next((loader for loader in all_loaders().values() if loader.recognises(head)), None)


def loader_of(kind: str) -> Loader:
    """Raises LoadError on a kind that does not exist; the message lists those that do."""
    found = all_loaders().get(kind)
    if found is None:
        raise LoadError(f"there is no kind {kind!r}; kinds are: {', '.join(sorted(all_loaders()))}")
    return found
