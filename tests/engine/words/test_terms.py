"""A term of the subject has one Chinese word, wherever it is said: as the glossary has it."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

from engine import words
from engine.lessons import GLOSSARY
from engine.ops import OPS
from engine.words import CATALOGUE, TITLES, Words
from tests.markdown import ROOT

PUT_IN = re.compile(r"\{[^}]*\}")
QUOTED = re.compile(r"`[^`]*`")  # as it is typed


def page() -> dict[str, Words]:
    """The words of the page."""
    both = [
        json.loads((ROOT / f"static/words/{language}.json").read_text(encoding="utf-8"))
        for language in ("en", "zh")
    ]
    return {key: Words(both[0][key], both[1][key]) for key in both[0].keys() & both[1].keys()}


def beside() -> dict[str, Words]:
    """What is put into sentences of the engine, and does not stand among them by a key."""
    modules = [
        import_module(found.name) for found in walk_packages(words.__path__, "engine.words.")
    ]
    return {
        f"{module.__name__}.{name}": value
        for module in [*modules, import_module("engine.ops.needs")]
        for name, value in vars(module).items()
        if isinstance(value, Words)
    }


SAID = {
    **CATALOGUE,
    **{f"title of {code}": title for code, title in TITLES.items()},
    **{f"words of {name}": op.words for name, op in OPS.items()},
    **page(),
    **beside(),
}
NAMES = {term.name.en: term.name.zh for term in GLOSSARY.values()}
UNTRANSLATED = {"sigmoid": "sigmoid", "softmax": "softmax"}  # within a sentence
MORE = {
    "axis": "轴",
    "backward": "反向|往回|向后",
    "bracket": "括号",
    "column": "列",
    "constant": "常",
    "exploding": "爆炸",
    "first argument": "第一个参数",
    "function": "函数",
    "infinite": "无穷",
    "largest": "最大|大的在前|更大",
    "layer": "层",
    "limit": "限",
    "multiplication": "乘法",
    "negative": "负",
    "number": "数|字|编号|多少|几",
    "positive": "正",
    "row": "行",
    "seed": "种子",
    "shape": "形状",
    "slope": "斜率",
    "smallest": "最小",
    "step": "步",
    "tensor": "张量",
    "vanish": "消失",
    "vector": "向量",
}
FREELY = {  # said in other words, and well
    "counter.written",
    "engine.ops.needs.SQUARE",
    "fold.series",
    "health_dead-relu_remedy",
    "health_vanishing_remedy",
    "jacobian.dense",
    "no_history",
    "onnx_elsewhere",
    "quiz_next_hint_1",
    "quiz_probe_missing_local",
    "train.mazur",
    "quiz_gradient_hint_1",
    "words of diag",
    "words of maximum",
    "words of minimum",
    "words of mod",
    "words of sigmoid",
    "words of tanh",
}
TERMS = {**NAMES, **UNTRANSLATED, **MORE}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_said_in_its_own_chinese_word_and_as_often(term: str) -> None:
    said = re.compile(rf"\b{term}(?:s|es)?\b", re.IGNORECASE)
    often = {key: len(said.findall(spoken(both.en))) for key, both in SAID.items()}
    missed = {key for key in often if len(re.findall(TERMS[term], SAID[key].zh)) < often[key]}
    assert missed - FREELY == set()


def spoken(sentence: str) -> str:
    """Without what is put in, and what is quoted."""
    return PUT_IN.sub(" ", QUOTED.sub(" ", sentence))


NO = re.compile(
    r"\b(?:no|not|never|nothing|none|nobody|cannot|without|neither)\b(?!\.)|n't", re.IGNORECASE
)
SAYS_SO_DIFFERENTLY = {"key.break", "key.clear", "quiz_next_hint_1"}


def test_what_is_denied_in_english_is_denied_in_chinese() -> None:
    denied = {key for key, both in SAID.items() if NO.search(spoken(both.en))}
    wrong = {key for key in denied if not re.search("[不没无未非别勿]", SAID[key].zh)}
    assert wrong - SAYS_SO_DIFFERENTLY == set()


OPPOSITE = [  # Chinese, and what must then stand in the English sentence
    ("前向模式", "forward|push|tangent"),
    ("反向模式", "reverse|back"),
    ("消失", "vanish|disappear|gone|go away|lost|zero"),
    ("爆炸", "explo"),
    ("右边", "right"),
    ("最大", "large|most|max|greatest|at most|big"),
    ("最小", "small|least|min"),
    ("分子", "top|numerator"),
    ("分母", "bottom|denominator|divisor"),
]


@pytest.mark.parametrize(("chinese", "english"), OPPOSITE)
def test_what_has_an_opposite_is_not_said_the_wrong_way_round(chinese: str, english: str) -> None:
    there = {key: both for key, both in SAID.items() if chinese in both.zh}
    assert there
    wrong = [key for key, both in there.items() if not re.search(english, both.en, re.IGNORECASE)]
    assert wrong == []


FIGURE = re.compile(r"\d+(?:\.\d+)?(?:e\d+)?")
SPELT = {  # a figure in one language, a word in the other
    "health.band.under",
    "quiz_probe_times_divisor",
    "words of eye",
    "words of ones",
    "words of zeros",
}


def test_both_languages_tell_the_same_figures() -> None:
    wrong = {key for key, both in SAID.items() if figures(both.en) != figures(both.zh)}
    assert wrong - SPELT == set()


def figures(sentence: str) -> set[str]:
    return set(FIGURE.findall(PUT_IN.sub(" ", sentence.replace(",", ""))))


def test_both_languages_quote_the_same() -> None:
    quoted = {key: [set(QUOTED.findall(text)) for text in both] for key, both in SAID.items()}
    wrong = {key for key, (english, chinese) in quoted.items() if english != chinese}
    assert wrong == {"repeat_body"}  # its Chinese needs no name for the block
