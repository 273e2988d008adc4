"""What every row of the table says about itself; a new row gets these tests for free."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from typing import get_args

import pytest

from engine.notices import REASONS
from engine.op import Pattern
from engine.ops import OPS, ROWS, SIGNS, TYPED
from engine.spelling import Library, spell
from engine.words.fitting import FITTING
from tests.engine.samples import cases_of, every_row

# what the language promises, as its description states it; the table may hold more
FUNCTIONS = {
    "elementary": "exp expm1 log ln log1p log2 log10 sqrt cbrt abs sign floor ceil sin cos tan "
    "asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf hypot",
    "two or more values": "maximum minimum where clip",
    "activations": "sigmoid σ log_sigmoid relu leaky_relu elu gelu silu softplus step",
    "reductions": "sum mean prod max min var std norm logsumexp cumsum",
    "softmax": "softmax log_softmax",
    "losses": "mse bce bce_logits cross_entropy huber hinge",
    "linear algebra": "dot outer matmul transpose trace det logdet inv solve diag",
    "shape": "reshape concatenate stack zeros ones eye",
    "networks": "conv2d maxpool2d avgpool2d layernorm",
}
OPERATORS = "add sub mul div mod pow neg index lt le gt ge eq ne"
PROMISED = [(family, name) for family, names in FUNCTIONS.items() for name in names.split()]
SIGNATURES = {
    "leaky_relu": "x, slope=0.01",
    "where": "condition, a, b",
    "reshape": "x, shape",
    "sum": "x, *, axis=None, keepdims=False",
    "softmax": "x, *, axis=-1",
    "cross_entropy": "logits, y, *, axis=-1",
    "bce_logits": "z, y",
    "concatenate": "parts, *, axis=0",
    "maxpool2d": "X, size",
    "layernorm": "x, gain, bias",
    "eye": "n",
}


@pytest.mark.parametrize(("family", "name"), PROMISED)
def test_the_table_holds_every_function_of_the_language(family: str, name: str) -> None:
    assert TYPED[name].family == family


@every_row
def test_a_row_stands_in_a_family_and_has_a_glyph(name: str) -> None:
    row = OPS[name]
    assert row.family in {*FUNCTIONS, "operators"}
    assert row.glyph
    assert row.glyph.isprintable()


def test_operators_are_typed_by_their_signs() -> None:
    signed = [name for name, row in OPS.items() if row.signs]
    assert {*OPERATORS.split(), "matmul", "transpose"} <= {*signed}
    assert not any(OPS[name].callable for name in OPERATORS.split())
    assert all(OPS[name].signs for name, row in OPS.items() if not row.callable)
    assert SIGNS["@", 2].name == "matmul"
    assert SIGNS[".T", 1].name == "transpose"


@pytest.mark.parametrize(("name", "signature"), SIGNATURES.items())
def test_signatures_are_those_of_the_language(name: str, signature: str) -> None:
    assert OPS[name].signature == signature


def test_no_name_alias_or_sign_stands_for_two_rows() -> None:
    spoken = Counter(typed for row in ROWS for typed in (row.name, *row.aliases))
    signs = Counter((sign, len(row.parameters)) for row in ROWS for sign in row.signs)
    assert not [typed for typed, uses in (spoken + signs).items() if uses > 1]


@every_row
def test_a_row_has_one_sort_of_rule(name: str) -> None:
    row = OPS[name]
    assert (row.rule is None) != (row.whole is None)
    assert row.pattern in get_args(Pattern)


@every_row
def test_a_tensor_row_is_tried_on_tensors(name: str) -> None:
    row = OPS[name]
    if row.whole is not None:
        assert any(any(case.shapes) for case in row.cases) or not any(c.shapes for c in row.cases)


@every_row
def test_a_case_fills_the_signature(name: str) -> None:
    row = OPS[name]
    typed = [parameter.takes for parameter in row.parameters if not parameter.keyword]
    operands = sum(takes in ("value", "condition") for takes in typed)
    for case in row.cases:
        assert "list" in typed or len(case.shapes) == operands


@every_row
def test_a_row_explains_itself_in_both_languages(name: str) -> None:
    row = OPS[name]
    said = [row.words, *([row.domain.needs] if row.domain else [])]
    assert row.domain is None or row.domain.code in REASONS
    for words in said:
        assert words.en.isprintable()
        assert any("\u4e00" <= character <= "\u9fff" for character in words.zh)
        assert "invalid" not in words.en
        assert "非法" not in words.zh


@every_row
def test_sentences_end_in_both_languages(name: str) -> None:
    words = OPS[name].words
    assert words.en.endswith(".")
    assert words.zh.endswith("。")


@every_row
def test_a_signature_reads_back_as_it_is_written(name: str) -> None:
    row = OPS[name]
    parts = ["*"] if any(each.keyword for each in row.parameters) else []
    typed = [
        [each.name + (f"={each.default}" if each.default else "") for each in row.parameters
         if each.keyword == keyword]
        for keyword in (False, True)
    ]  # fmt: skip
    assert ", ".join(typed[0] + parts + typed[1]) == row.signature


@every_row
def test_what_is_named_may_be_left_out_and_the_rule_knows_it(name: str) -> None:
    row = OPS[name]
    named = [parameter for parameter in row.parameters if parameter.keyword]
    assert all(parameter.default is not None for parameter in named)
    if row.whole is not None:
        known = inspect.signature(row.whole.forward).parameters
        assert {parameter.name for parameter in named} <= known.keys()


@every_row
def test_what_a_row_folds_into_exists_and_takes_two(name: str) -> None:
    row = OPS[name]
    if row.folds is not None:
        assert len(OPS[row.folds].parameters) == 2


@every_row
def test_a_tensor_row_has_a_formula_for_the_way_back(name: str) -> None:
    row = OPS[name]
    ports = max(len(case.shapes) for case in cases_of(row))
    if row.whole is None or not ports:
        assert row.pulled(0) is None
        return
    shown = [row.pulled(port, ["W"] * ports, "Q", r"\bar{Q}") for port in range(ports)]
    assert all(rule and r"\bar{Q}" in rule for rule in shown)
    assert all(rule and rule.count("{") == rule.count("}") for rule in shown)


def test_the_way_back_can_be_shown_with_the_users_own_names() -> None:
    assert OPS["matmul"].pulled(0) == r"\bar{Z}\,B^\top"
    assert OPS["matmul"].pulled(1, ["W", "x"], "z", r"\bar{z}") == r"W^\top \bar{z}"
    assert OPS["stack"].pulled(5) == OPS["stack"].pulled(0)


@every_row
def test_a_formula_fills_in_its_operands(name: str) -> None:
    row = OPS[name]
    if row.latex is not None:
        shown = row.latex.format(*["x_{1}"] * len(row.parameters))
        assert shown.count("{") == shown.count("}")
        assert "x_{1}" in shown


@every_row
@pytest.mark.parametrize("library", get_args(Library))
def test_other_libraries_lines_are_python(name: str, library: Library) -> None:
    row = OPS[name]
    for case in cases_of(row):
        inputs = [f"x{port}" for port in range(len(case.shapes))]
        ast.parse(spell(row, library, inputs, case.settings), mode="eval")


@pytest.mark.parametrize(
    ("name", "library", "settings", "line"),
    [
        ("sum", "numpy", {}, "np.sum(x)"),
        ("sum", "torch", {"axis": 0, "keepdims": True}, "torch.sum(x, dim=0, keepdim=True)"),
        ("sum", "torch", {"keepdims": True}, "torch.sum(x, dim=None, keepdim=True)"),
        ("leaky_relu", "numpy", {}, "np.where(x > 0, x, 0.01 * x)"),
        ("reshape", "torch", {"shape": 6}, "torch.reshape(x, (6,))"),
        ("index", "numpy", {"index": (0, (1, None, 2))}, "x[0, 1::2]"),
        ("index", "jax", {"index": ((None, -1, None),)}, "x[:-1]"),
        ("gelu", "jax", {}, "jax.nn.gelu(x, approximate=False)"),
        ("logsumexp", "torch", {}, "torch.logsumexp(x, dim=tuple(range(x.dim())))"),
    ],
)
def test_a_line_is_as_short_as_people_write_it(
    name: str, library: Library, settings: dict[str, object], line: str
) -> None:
    assert spell(OPS[name], library, ["x"], settings) == line


@pytest.mark.parametrize("key", FITTING)
def test_refusals_say_the_same_in_both_languages(key: str) -> None:
    english, chinese = (_fields(text) for text in FITTING[key])
    assert english == chinese
    assert "invalid" not in FITTING[key].en


def _fields(text: str) -> set[str]:
    return {piece.partition("}")[0] for piece in text.split("{")[1:]}
