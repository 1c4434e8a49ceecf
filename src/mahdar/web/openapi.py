"""OpenAPI 3.1 of everything that programs may ask: the `.json` twins of the pages, CSV, and what they may give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from mahdar.web.catalogue import all_pages
from mahdar.web.pages import Page
from mahdar.web.plain import plain

if TYPE_CHECKING:
    from fastapi import FastAPI

_LANGUAGE = {
    "name": "language",
    "in": "path",
    "required": True,
    "description": "The language of titles, explanations and the links.",
    "schema": {"type": "string", "enum": ["ar", "en"]},
    "example": "en",
}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457: the one form of errors.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
    },
    "examples": [
        {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is nothing at this address.",
         "instance": "/states/XXX"},
    ],
}  # fmt: skip
_ERRORS = {
    "401": "Nobody has said who he is.",
    "403": "The role does not suffice.",
    "404": "There is no such thing.",
    "422": "A parameter is not what it has to be.",
    "429": "More requests than one client may make.",
}


def description(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    made = get_openapi(
        title="Mahdar",
        version=_version(),
        openapi_version="3.1.0",
        summary="Reports on human rights at the United Nations, read and held against the official record",
        description="Every page has a `.json` twin; lists go on at `next`. Answers carry an ETag. Errors are problems"
        " (RFC 9457). With accounts, send `Authorization: Bearer` and a token of your account.",
        routes=app.routes,
    )
    components = made.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = _PROBLEM
    for schema in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(schema, None)
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    made["security"] = [{"token": []}, {}]
    for page in all_pages():
        made["paths"].update(_paths(page))
    return made


def _version() -> str:
    from importlib.metadata import version

    return version("mahdar")


def _paths(page: Page) -> dict[str, Any]:
    path = "/{language}" + re.sub(r":\w+}", "}", page.twin)
    found = {f"{path}.json": {"get": _operation(page, "json", _json_answer(page))}}
    if page.columns:
        answer = {"description": "The rows, with a header.", "content": {"text/csv": {"schema": {"type": "string"}}}}
        found[f"{path}.csv"] = {"get": _operation(page, "csv", answer)}
    return found


def _operation(page: Page, form: str, answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": f"{page.name.replace('.', '_').replace('-', '_')}_{form}",
        "summary": page.title,
        "description": page.about or page.title,
        "tags": [page.section or "more"],
        "parameters": [_LANGUAGE, *_path_parameters(page), *map(_query_parameter, page.params)],
        "responses": {"200": answer, "304": {"description": "As before: the ETag is that sent."}, **_refusals()},
    }  # fmt: skip


def _path_parameters(page: Page) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)(?::\w+)?}", page.path)
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1},
         "example": page.paths.get(name, "")}
        for name in names
    ]  # fmt: skip


def _query_parameter(param: Any) -> dict[str, Any]:
    made = {"name": param.name, "in": "query", "required": False, "description": param.about, "schema": param.schema()}
    if param.default is not None:
        made["schema"] = {**made["schema"], "default": plain(param.default)}
    if param.example is not None:
        made["example"] = [param.example] if param.many else param.example
    return made


def _json_answer(page: Page) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["schema", "title", "language", "self", "next", "data"],
        "properties": {
            "schema": {"type": "string", "const": f"mahdar/page/{page.name}/1"},
            "title": {"type": "string"},
            "language": {"type": "string", "enum": ["ar", "en"]},
            "self": {"type": "string"},
            "next": {"type": ["string", "null"]},
            "data": {"type": "object"},
        },
    }
    example = {
        "schema": f"mahdar/page/{page.name}/1", "title": page.title, "language": "en",
        "self": f"/en{page.twin}.json", "next": None, "data": plain(dict(page.example)),
    }  # fmt: skip
    headers = {"ETag": {"description": "Send it back as If-None-Match.", "schema": {"type": "string"}}}
    return {
        "description": page.about or page.title,
        "headers": headers,
        "content": {"application/json": {"schema": schema, "example": example}},
    }


def _refusals() -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": words, "content": content} for status, words in _ERRORS.items()}
