"""Pages of people: signing in, invitations, accounts, tokens, the log."""

from __future__ import annotations

from mahdar.web.pages import Form, Page
from mahdar.web.people_pages import account, people, sign_in

_MODULES = (sign_in, account, people)
PAGES: list[Page] = [page for module in _MODULES for page in module.PAGES]
FORMS: list[Form] = [form for module in _MODULES for form in module.FORMS]
