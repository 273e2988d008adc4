"""A figure of ours that a page for readers tells is the one in the code, in both languages."""

from __future__ import annotations

import json
import math
import re
import sys

import pytest

from engine.brought.onnx.walk import ROWS
from engine.export.rendered import MOST_FRAMES
from engine.export.scene import MOST_NODES
from engine.health.histogram import BARS
from engine.health.setups import Setup
from engine.train.windows import MOST_KERNELS
from server.settings import Settings
from tests import corpora
from tests.markdown import ROOT

DAYS = Settings().link_days
DEFAULT = Setup()
LAYERS = math.ceil(math.log(sys.float_info.max) / math.log(1.1))
OURS = [
    json.loads(line)
    for name in ("more", "strangers")
    for line in (ROOT / f"tests/corpus/{name}.jsonl").read_text(encoding="utf-8").splitlines()
]
STRANGERS = [row for row in OURS if "expect" in row]

TOLD = [
    ("README.md", r"\[([\d,]+) programs\]", len(corpora.programs())),
    ("README.zh.md", r"\[([\d,]+) 个程序\]", len(corpora.programs())),
    ("tests/corpus/README.md", r"([\d,]+) programs of the same", len(OURS) - len(STRANGERS)),
    ("tests/corpus/README.md", r"([\d,]+) more hostile", len(STRANGERS)),
    ("tests/corpus/README.md", r"(\d+) categories", len({row["category"] for row in STRANGERS})),
    ("docs/exports.md", r"more than (\d+) nodes", MOST_NODES),
    ("docs/exports.zh.md", r"超过 (\d+) 个节点", MOST_NODES),
    ("docs/exports.md", r"more than (\d+) frames", MOST_FRAMES),
    ("docs/exports.zh.md", r"超过 (\d+) 帧", MOST_FRAMES),
    ("docs/exports.md", r"for (\d+) days", DAYS),
    ("docs/exports.zh.md", r"保存 (\d+) 天", DAYS),
    ("docs/exports.md", r"\| how long: (\d+) \|", DAYS),
    ("docs/exports.zh.md", r"保存天数：(\d+) \|", DAYS),
    ("docs/training.md", r"([\d,]+) is the most", MOST_KERNELS),
    ("docs/training.zh.md", r"最多 ([\d,]+) 个", MOST_KERNELS),
    ("docs/health.md", r"histogram of (\d+) bars", BARS),
    ("docs/health.zh.md", r"(\d+) 条的直方图", BARS),
    ("docs/health.md", r"takes ([\d,]+) layers", LAYERS),
    ("docs/health.zh.md", r"要到 ([\d,]+) 层", LAYERS),
    ("docs/health.md", r"\| `depth` \|.*\| (\d+) \|", DEFAULT.depth),
    ("docs/health.zh.md", r"\| `depth` \|.*\| (\d+) \|", DEFAULT.depth),
    ("docs/health.md", r"\| `width` \|.*\| (\d+) \|", DEFAULT.width),
    ("docs/health.zh.md", r"\| `width` \|.*\| (\d+) \|", DEFAULT.width),
]


@pytest.mark.parametrize(("page", "said", "counted"), TOLD)
def test_a_page_tells_what_is_counted(page: str, said: str, counted: int) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    told = re.findall(said.replace(" ", r"\s+"), text)
    assert [int(number.replace(",", "")) for number in told] == [counted]


@pytest.mark.parametrize(
    ("page", "said"), [("docs/exports.md", "About ninety"), ("docs/exports.zh.md", "约九十种")]
)
def test_about_ninety_kinds_of_onnx_nodes_have_a_counterpart(page: str, said: str) -> None:
    assert said in (ROOT / page).read_text(encoding="utf-8")
    assert round(len(ROWS), -1) == 90


@pytest.mark.parametrize("page", ["docs/health.md", "docs/health.zh.md"])
def test_the_fields_of_a_sweep_are_those_that_the_page_lists(page: str) -> None:
    table = (ROOT / page).read_text(encoding="utf-8").partition("| `depth` |")
    rows = "".join(table[1:]).partition("\n\n")[0]
    listed = re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE)
    assert listed == [*Setup._fields[:-1], "seeds"]
