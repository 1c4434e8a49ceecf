"""Pages of reports: reading, a report, search, stories, accounts side by side, the queue, watching, the method."""

from __future__ import annotations

from mahdar.web.pages import Form, Page
from mahdar.web.report_pages import compare, method, read, report, review, search, stories, watch

_MODULES = (read, report, search, stories, compare, review, watch, method)
PAGES: list[Page] = [page for module in _MODULES for page in module.PAGES]
FORMS: list[Form] = [form for module in _MODULES for form in getattr(module, "FORMS", ())]
