"""A loader for each official publication, a module each: it exports `LOADER` and is found by being here."""
