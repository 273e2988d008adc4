"""Writes docs/api.md from the server's own description of its calls.

`python docs/make_api.py` writes it; with `--check` it only says whether the page is up to date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.app import API, create_app, document
from server.errors import STATUS, TITLES, UNPROCESSABLE
from server.limits import LOOPBACK, PUBLIC, published, reasons
from server.settings import Settings

PAGE = Path(__file__).parent / "api.md"
JSON = "application/json"
KEY = "of this page"  # signs the questions shown here, so that they stay the same
HEAD = f"""# The REST API

Made from the server's own description by `docs/make_api.py`; every answer below was computed.
All calls stand under `{API}`. Bodies are JSON in UTF-8. Tensors are nested lists; numbers that JSON
lacks are the strings `"Infinity"`, `"-Infinity"` and `"NaN"`, in answers and in requests.
A running server shows the same at `/docs`, and as OpenAPI 3.1 at `{API}/openapi.json`.
"""


def page() -> str:
    """The whole page."""
    app = create_app(Settings(secret=KEY))
    found = document(app)
    calls = [call for path in found["paths"].items() for call in _calls(found, *path)]
    return "\n".join([HEAD, *calls, *_refusals(), *_limits()])


def _calls(found: dict[str, Any], path: str, methods: dict[str, Any]) -> Iterator[str]:
    for method, operation in methods.items():
        if not path.startswith(API):
            continue
        yield f"## {method.upper()} {path.removeprefix(API)}\n\n{operation['description']}\n"
        body = operation.get("requestBody", {}).get("content", {}).get(JSON)
        if body is not None:
            yield "| field | is | |\n|---|---|---|"
            yield from _fields(found, body["schema"]["$ref"])
            yield f"\n```json\n{_shown(body['example'])}\n```\n"
        yield from _answer(operation["responses"])


def _answer(responses: dict[str, Any]) -> Iterator[str]:
    """What a call answers when all is well; JSON, or a text of another kind."""
    well = next(each for status, each in responses.items() if status < "300")
    media, shown = next(iter(well.get("content", {}).items()), (None, {}))
    if media == JSON:
        yield f"answers\n\n```json\n{_shown(shown['example'])}\n```\n"
    elif media is not None:
        yield f"answers, as {media},\n\n```\n{shown['example']}```\n"
    else:
        yield "answers with nothing but its status\n"


def _fields(found: dict[str, Any], reference: str) -> Iterator[str]:
    model = found["components"]["schemas"][reference.rpartition("/")[2]]
    for name, field in model["properties"].items():
        if field.get("type") == "null":
            continue  # it is not for this call
        sort = _sort(field) + (", needed" if name in model.get("required", []) else "")
        yield f"| `{name}` | {sort} | {field['description']}{_default(field)} |"


def _default(field: dict[str, Any]) -> str:
    usual = field.get("default")
    return "" if usual is None else f" (`{json.dumps(usual)}` if absent)"


def _sort(field: dict[str, Any]) -> str:
    """What may stand in a field, in a few words."""
    if "anyOf" in field:
        return " or ".join(_sort(each) for each in field["anyOf"] if each.get("type") != "null")
    if "enum" in field:
        return " or ".join(f"`{each}`" for each in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list of {_sort(field['items'])}"
    return "object" if "$ref" in field else str(field.get("type", "anything"))


def _shown(value: Any) -> str:
    """JSON with one line for each entry of the outermost object, and of the lists in it."""
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "{\n" + ",\n".join(f"  {_entry(*pair)}" for pair in value.items()) + "\n}"


def _entry(name: str, value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        lines = ",\n    ".join(json.dumps(each, ensure_ascii=False) for each in value)
        return f"{json.dumps(name)}: [\n    {lines}\n  ]"
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"


def _refusals() -> Iterator[str]:
    yield "## What can be refused\n"
    yield "A refusal is `application/problem+json` (RFC 9457) with `type`, `title`, `status`,"
    yield "`detail`, `code` and `reason`; `span`, `suggestion` and `field` where there is one."
    yield "`?lang=zh` or `Accept-Language` chooses the language of `title` and `detail`."
    yield "Outside of `/api/`, a browser that asks for a page (`Accept: text/html`) is shown one.\n"
    yield "| status | code | |\n|---|---|---|"
    rows = [(STATUS.get(code, UNPROCESSABLE), code, title.en) for code, title in TITLES.items()]
    for status, code, title in sorted(rows):
        yield f"| {status} | `{code}` | {title} |"


def _limits() -> Iterator[str]:
    yield "\n## Limits\n"
    yield "A server that only this machine can reach is generous, a public one strict; each limit"
    yield "can be set, e.g. `CHAINLIGHT_NODES=5000`.\n"
    yield "| limit | own machine | public | because |\n|---|---|---|---|"
    strict, why = published(PUBLIC), reasons()
    for name, generous in published(LOOPBACK).items():
        yield f"| `{name}` | {generous:,} | {strict[name]:,} | {why[name]} |"
    yield ""


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
