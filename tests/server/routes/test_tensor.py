"""The calls that fill a tensor, and that read one from a file."""

from __future__ import annotations

import base64
import gzip
import io
from dataclasses import replace
from typing import get_args

import httpx
import numpy as np
import pytest

from engine.train.fills import FILLS
from server.limits import PUBLIC
from server.schemas.tensor import FillRequest, FillsAnswer, TensorAnswer
from server.settings import Settings
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings() -> Settings:
    return Settings(limits=replace(PUBLIC, elements=100))


def npy(array: np.ndarray) -> dict[str, str]:
    kept = io.BytesIO()
    np.save(kept, array)
    return file("w.npy", kept.getvalue())


def file(name: str, content: bytes) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


async def test_the_ways_are_the_rows_of_the_table(client: httpx.AsyncClient) -> None:
    found = (await client.get(f"{API}/tensor")).json()
    assert FillsAnswer.model_validate(found).model_dump() == found
    assert [way["name"] for way in found["fills"]] == [*FILLS]
    assert set(get_args(FillRequest.model_fields["fill"].annotation)) == FILLS.keys()


async def test_a_tensor_is_filled(ask: Ask) -> None:
    made = (await ask("tensor/fill", shape=[2, 2], fill="identity")).json()
    assert TensorAnswer.model_validate(made).model_dump() == made
    assert made == {"shape": [2, 2], "value": [[1.0, 0.0], [0.0, 1.0]]}


async def test_the_same_seed_draws_the_same_numbers(ask: Ask) -> None:
    drawn = [
        (await ask("tensor/fill", shape=[3], fill="normal", seed=seed)).json()["value"]
        for seed in (1, 1, 2)
    ]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"shape": [10, 11], "fill": "zeros"}, "too-many-elements"),
        ({"shape": [2], "fill": "identity"}, "bad-value"),
        ({"shape": [], "fill": "zeros"}, "bad-field"),
        ({"shape": [0], "fill": "zeros"}, "bad-field"),
        ({"shape": [2], "fill": "sevens"}, "bad-field"),
        ({"shape": [2], "fill": "zeros", "seed": -1}, "bad-field"),
    ],
)
async def test_what_cannot_be_filled_is_refused(
    ask: Ask, asked: dict[str, object], code: str
) -> None:
    refused = await ask("tensor/fill", **asked)
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_file_is_read(ask: Ask) -> None:
    given = np.array([[1.5, -2], [np.inf, 0.1]])
    read = (await ask("tensor/read", file=npy(given))).json()
    assert TensorAnswer.model_validate(read).model_dump() == read
    assert read == {"shape": [2, 2], "value": [[1.5, -2.0], ["Infinity", 0.1]]}


async def test_a_row_of_a_table_may_be_meant_as_a_vector(ask: Ask) -> None:
    table = file("x.csv", b"1, 2, 3\n")
    assert (await ask("tensor/read", file=table)).json()["shape"] == [1, 3]
    assert (await ask("tensor/read", file=table, axes=1)).json()["value"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (file("w.npy", b"\x93NUMPY nothing"), "bad-value"),
        (file("w.csv", b"1, two\n3, 4, 5"), "bad-value"),
        (npy(np.array(["a"])), "bad-value"),
        (npy(np.zeros((10**9, 0))), "bad-value"),  # a hundred bytes
        (file("w.idx", b"\0\0\x08\x02\xee\x6b\x28\0\0\0\0\0"), "bad-value"),
        (file("w.csv.gz", gzip.compress(b"1, 2\n" * 10**6)), "bad-value"),
        ({"name": "w.npy", "content": "%"}, "bad-field"),
    ],
)
async def test_what_is_no_tensor_is_refused(ask: Ask, given: dict[str, str], code: str) -> None:
    refused = await ask("tensor/read", file=given)
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_file_beyond_the_limit_is_refused_by_its_count(ask: Ask) -> None:
    assert (await ask("tensor/read", file=npy(np.zeros((10, 10))))).status_code == 200
    refused = await ask("tensor/read", file=npy(np.zeros((10, 11))))
    assert refused.json()["code"] == "too-many-elements"
