"""The API describes itself: every call, with an example whose answer is the real one."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from server.app import CALLS, create_app
from server.schemas.evaluate import EvaluateAnswer
from server.schemas.fields import Problem
from server.schemas.graph import GraphAnswer
from server.schemas.trace import TraceAnswer
from server.settings import Settings
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
JSON = "application/json"


async def document(client: httpx.AsyncClient) -> dict[str, Any]:
    return (await client.get(f"{API}/openapi.json")).json()


def operations(found: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, methods in found["paths"].items()
        for method, operation in methods.items()
        if path.startswith(API)
    ]


async def test_every_call_has_a_worked_example(client: httpx.AsyncClient) -> None:
    found = await document(client)
    assert found["openapi"].startswith("3.1")
    for method, _, operation in operations(found):
        assert all("example" in each for each in _answered(operation).values())
        if method == "post":
            assert "example" in operation["requestBody"]["content"][JSON]
        told = operation["description"].replace("\n", " ").replace("`", "")
        assert told.startswith(operation["summary"] + ".")
        assert ". " not in operation["summary"]
        assert operation["description"]


async def test_the_examples_are_what_the_server_answers(client: httpx.AsyncClient) -> None:
    for method, path, operation in operations(await document(client)):
        if method == "post" and "200" in operation["responses"]:  # 201 makes something new
            asked = operation["requestBody"]["content"][JSON]["example"]
            answer = await client.post(_filled(path, operation), json=asked)
            for media, shown in _answered(operation).items():
                found = answer.json() if media == JSON else answer.text
                assert found == shown["example"]


def _answered(operation: dict[str, Any]) -> dict[str, Any]:
    """What a call answers when all is well, by media type."""
    well = next(each for status, each in operation["responses"].items() if status < "300")
    return well.get("content", {})


def _filled(path: str, operation: dict[str, Any]) -> str:
    """An address with the examples of its own parts."""
    parts = (each for each in operation.get("parameters", []) if each["in"] == "path")
    return path.format(**{each["name"]: next(iter(each["examples"])) for each in parts})


async def test_every_call_is_in_the_description(client: httpx.AsyncClient) -> None:
    app = create_app(Settings())
    described = {path for call in CALLS for path, *_ in call.worked(app.state.compute)}
    found = {path.removeprefix(API) for _, path, _ in operations(await document(client))}
    assert found == described


TENSORS = {"source": "sum(W @ x)", "values": {"W": [[1, 2], [3, 4]], "x": [5, 6]}}
GROUPED = {"source": "f(x) = x*x\nrepeat 2 as t:\n    y = f(a) + t"}
ANSWERS: list[tuple[str, dict[str, Any], type[BaseModel]]] = [
    ("evaluate", TENSORS, EvaluateAnswer),
    ("evaluate", {**TENSORS, "output": ["out"], "jacobian": True}, EvaluateAnswer),
    ("evaluate", {"source": "1/a", "values": {"a": 0, "b": 1}}, EvaluateAnswer),
    ("graph", {**TENSORS, "tolerant": True}, GraphAnswer),
    ("graph", GROUPED, GraphAnswer),
    ("graph", {"source": "a +\nb = c", "tolerant": True}, GraphAnswer),
    ("graph", {"source": "(", "tolerant": True}, GraphAnswer),
    ("trace", TENSORS, TraceAnswer),
    ("trace", {**TENSORS, "form": "columns"}, TraceAnswer),
    ("trace", {**GROUPED, "modes": ["forward", "tangent"]}, TraceAnswer),
    ("evaluate", {"source": "log(a"}, Problem),
    ("evaluate", {"source": "a", "b": 1}, Problem),
]


@pytest.mark.parametrize(("call", "body", "model"), ANSWERS)
async def test_an_answer_has_the_fields_that_the_description_says(
    ask: Ask, call: str, body: dict[str, Any], model: type[BaseModel]
) -> None:
    found = (await ask(call, **body)).json()
    read = model.model_validate(found)
    assert read.model_dump(exclude_unset=True) == found


async def test_every_reference_in_the_description_leads_somewhere(
    client: httpx.AsyncClient,
) -> None:
    found = await document(client)
    text = json.dumps(found)
    wanted = set(re.findall(r'"\$ref": "#/components/schemas/(\w+)"', text))
    assert wanted <= set(found["components"]["schemas"])
    assert text.count('"$ref"') == text.count('"$ref": "#/components/schemas/')
    assert "ValidationError" not in text
