"""Every refusal says its reason, its place in the text, and the repair where there is one."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from engine.errors import EngineError
from engine.parse import parse
from engine.words import CATALOGUE
from engine.words.language import Words
from engine.words.sentences import READING


class Refused(NamedTuple):
    """What is refused, and how."""

    source: str
    code: str
    reason: str
    place: str  # the text that is underlined
    repaired: str | None = None


REFUSALS = [
    # nothing
    Refused("", "syntax", "empty", "", "(a+b)*(b+1)"),
    Refused("\n # only words\n", "syntax", "empty", "", "(a+b)*(b+1)"),
    Refused("repeat 0 as t:\n  x = 1", "syntax", "empty", "", "(a+b)*(b+1)"),
    Refused("a*b\nf(x) = x", "syntax", "nothing_to_compute", "f"),
    # brackets
    Refused("log(a", "syntax", "unclosed_paren", "(", "log(a)"),
    Refused("f([(a", "syntax", "unclosed_paren", "(", "f([(a)])"),
    Refused("x[0", "syntax", "unclosed_paren", "[", "x[0]"),
    Refused("x[1:", "syntax", "unclosed_paren", "[", "x[1:]"),
    Refused("sum(A, axis=0", "syntax", "unclosed_paren", "(", "sum(A, axis=0)"),
    Refused("sum(A, axis=", "syntax", "unclosed_paren", "(", "sum(A, axis=)"),
    Refused("c = (a + b\nd = c", "syntax", "unclosed_paren", "(", "c = (a + b)\nd = c"),
    Refused("c = (a\nd = b)\nc", "syntax", "unclosed_paren", "(", "c = (a)\nd = b)\nc"),
    Refused("(a; b", "syntax", "unclosed_paren", "(", "(a); b"),
    Refused("(a+b))*c", "syntax", "extra_paren", ")", "(a+b)*c"),
    Refused(")", "syntax", "extra_paren", ")"),
    Refused("log(a]", "syntax", "mismatched_paren", "]", "log(a)"),
    Refused("()", "syntax", "empty_brackets", "()"),
    Refused("[]", "syntax", "empty_brackets", "[]"),
    # signs
    Refused("x **", "syntax", "missing_operand", "**"),
    Refused("c =", "syntax", "missing_operand", "="),
    Refused("a*(b+)", "syntax", "missing_operand", "+"),
    Refused("* a", "syntax", "missing_operand", "*"),
    Refused("a */ b", "syntax", "missing_operand", "/"),
    Refused("²", "syntax", "missing_operand", "²"),
    Refused("(,)", "syntax", "missing_operand", ","),
    Refused("f(a,,b)", "syntax", "missing_operand", ","),
    Refused("max(a,", "syntax", "missing_operand", ","),
    Refused("a b", "syntax", "missing_sign", "a b", "a*b"),
    Refused("x 2", "syntax", "missing_sign", "x 2", "x*2"),
    Refused("2 3", "syntax", "missing_sign", "2 3", "2*3"),
    Refused("(a)2", "syntax", "missing_sign", ")2", "(a)*2"),
    Refused("x.5", "syntax", "missing_sign", "x.5", "x*.5"),
    Refused("sin x", "syntax", "bare_argument", "sin x", "sin(x)"),
    Refused("√x", "syntax", "bare_argument", "√x", "√(x)"),
    Refused("A.T(x)", "syntax", "not_callable", "T(", "A.T*(x)"),
    Refused("x²³", "syntax", "two_superscripts", "²³"),
    # commas
    Refused("(a, b)", "syntax", "stray_comma", ","),
    Refused("a, b", "syntax", "stray_comma", ","),
    Refused("y = 3,14", "syntax", "decimal_comma", ",", "y = 3.14"),
    Refused("y = 3.1,4", "syntax", "stray_comma", ","),
    Refused("f(a,)", "syntax", "trailing_comma", ",", "f(a)"),
    Refused("[1, 2,]", "syntax", "trailing_comma", ",", "[1, 2]"),
    # comparisons
    Refused("a < b", "syntax", "comparison_place", "<"),
    Refused("y = a == b", "syntax", "comparison_place", "=="),
    Refused("where(a, b > 1, c)", "syntax", "comparison_place", ">"),
    Refused("where((a < b) + 1, 1, 2)", "syntax", "comparison_place", ")"),
    Refused("where((a < b) < c, 1, 2)", "syntax", "comparison_place", ")"),
    Refused("where(2(a < b), 1, 2)", "syntax", "comparison_place", "<"),
    Refused("where((a < b < c), 1, 2)", "syntax", "comparison_chain", "<"),
    Refused("relu(a < b)", "syntax", "comparison_place", "<"),
    Refused("where(a < b < c, 1, 2)", "syntax", "comparison_chain", "<"),
    # bindings
    Refused("2x = 4", "syntax", "assignment_place", "="),
    Refused("a = b = c", "syntax", "assignment_place", "="),
    Refused("= a", "syntax", "assignment_place", "="),
    Refused("f(2) = 3", "syntax", "assignment_place", "="),
    Refused("(y = 5)", "syntax", "assignment_inside", "="),
    Refused("(y := 5)", "syntax", "unexpected_char", ":", "(y = 5)"),
    # dots
    Refused("x.real", "syntax", "attribute", "."),
    Refused("f(x).shape", "syntax", "attribute", "."),
    Refused("A.T2", "syntax", "attribute", "."),
    Refused("x.", "syntax", "attribute", "."),
    Refused("exp.(x)", "syntax", "attribute", "."),
    Refused(". 5 .", "syntax", "unexpected_char", ".", " 5 ."),
    Refused(
        "np.exp(x) + np.log(np.pi)", "syntax", "library_prefix", "np.exp", "exp(x) + log(pi)"
    ),
    Refused("torch.nn.functional.relu(x)", "syntax", "library_prefix",
            "torch.nn.functional.relu", "relu(x)"),
    Refused("y = 2*math.pi", "syntax", "library_prefix", "math.pi", "y = 2*pi"),
    # characters
    Refused("a ? b", "syntax", "unexpected_char", "?", "a  b"),
    Refused("😀", "syntax", "unexpected_char", "😀"),
    Refused("a – b", "syntax", "lookalike", "–", "a - b"),
    Refused("max(a、b、c)", "syntax", "lookalike", "、", "max(a,b,c)"),
    Refused("x\u200b + \u200by", "syntax", "hidden_char", "\u200b", "x + y"),
    Refused("x\x00", "syntax", "hidden_char", "\x00", "x"),
    Refused("a # \u202e", "syntax", "hidden_char", "\u202e", "a # "),
    Refused("# \u202e\na", "syntax", "hidden_char", "\u202e", "# \na"),
    Refused("a + \n\ud800", "syntax", "hidden_char", "\ud800", "a + \n"),
    Refused("wеight", "syntax", "name_letters", "е", "weight"),
    Refused("x + жук", "syntax", "name_letters", "ж", "x + ук"),
    Refused("x\u0302", "syntax", "name_letters", "\u0302", "x"),
    Refused("2 * ₁x", "syntax", "name_letters", "₁", "2 * x"),
    Refused("½x", "syntax", "name_letters", "½", "x"),
    Refused("x + 'a'", "syntax", "text_in_quotes", "'", "x + a"),
    Refused("{a + b}*c", "syntax", "curly_brackets", "{", "(a + b)*c"),
    Refused("n!", "syntax", "factorial", "!"),
    Refused("|x| + 1", "syntax", "bars", "|", "abs(x) + 1"),
    Refused("x | y", "syntax", "bars", "|", "x  y"),
    Refused(r"\frac{a}{b}", "syntax", "backslash", "\\"),
    # numbers
    Refused("1_000", "syntax", "grouped_digits", "1_000", "1000"),
    Refused("0x10", "syntax", "other_base", "0x10", "0*x10"),
    Refused("0b1 + 1", "syntax", "other_base", "0b1", "0*b1 + 1"),
    Refused("1.2.3", "syntax", "two_points", "1.2.3"),
    Refused("1..2", "syntax", "two_points", "1..2"),
    Refused("1e+", "syntax", "unfinished_exponent", "1e", "1*e+"),
    Refused("2e", "syntax", "unfinished_exponent", "2e", "2*e"),
    Refused("2.5E", "syntax", "unfinished_exponent", "2.5E", "2.5*E"),
    Refused("2j", "syntax", "number_with_letter", "2j", "2*j"),
    Refused("2exp(x)", "syntax", "number_with_letter", "2exp", "2*exp(x)"),
    Refused("2_x", "syntax", "number_with_letter", "2_x", "2*_x"),
    Refused("1e999", "syntax", "number_too_large", "1e999"),
    # words
    Refused("lambda*x", "syntax", "reserved_word", "lambda", "lam*x"),
    Refused("import os", "syntax", "reserved_word", "import"),
    Refused("a and b", "syntax", "reserved_logic", "and"),
    Refused("__name__ + 1", "syntax", "reserved_name", "__name__"),
    Refused("__", "syntax", "reserved_name", "__"),
    Refused("x = 1; repeat 2 as t:\n  x = x*t", "syntax", "repeat_place", "repeat"),
    # functions
    Refused("x(y+1)", "unknown-function", "unknown_function_product", "x", "x*(y+1)"),
    Refused("rate = 2\nrate (y)", "unknown-function", "unknown_function_product", "rate",
            "rate = 2\nrate*(y)"),
    Refused("sinn(x)", "unknown-function", "unknown_function", "sinn", "sin(x)"),
    Refused("Sin(x)", "unknown-function", "unknown_function", "Sin", "sin(x)"),
    Refused("loss(p) = p*p\nlos(a)", "unknown-function", "unknown_function", "los",
            "loss(p) = p*p\nloss(a)"),
    Refused("fork()", "unknown-function", "unknown_function_plain", "fork"),
    Refused("zzz(a, b)", "unknown-function", "unknown_function_plain", "zzz"),
    Refused("pow(x, 2)", "unknown-function", "typed_by_sign", "pow"),
    Refused("sin + 1", "syntax", "function_as_value", "sin"),
    Refused("f(x) = x\nf + 1", "syntax", "function_as_value", "f"),
    Refused("sin²(x) + 1", "syntax", "function_power", "sin", "sin(x)² + 1"),
    Refused("sin^2 (x)", "syntax", "function_power", "sin", "sin(x)^2"),
    Refused("cos()", "wrong-arity", "wrong_arity", "cos()"),
    Refused("y = 1 + sin(a, b)", "wrong-arity", "wrong_arity", "sin(a, b)"),
    Refused("max()", "wrong-arity", "wrong_arity", "max()"),
    Refused("sum(A, 0)", "wrong-arity", "wrong_arity", "sum(A, 0)", "sum(A, axis=0)"),
    Refused("y = 2\ny*sum(A, -1, keepdims=True)", "wrong-arity", "wrong_arity",
            "sum(A, -1, keepdims=True)", "y = 2\ny*sum(A, axis=-1, keepdims=True)"),
    Refused("softmax(z，1)", "wrong-arity", "wrong_arity", "softmax(z，1)", "softmax(z，axis=1)"),
    Refused("concatenate([a, b], 1)", "wrong-arity", "wrong_arity",
            "concatenate([a, b], 1)", "concatenate([a, b], axis=1)"),
    Refused("cross_entropy(z, y, 0)", "wrong-arity", "wrong_arity",
            "cross_entropy(z, y, 0)", "cross_entropy(z, y, axis=0)"),
    Refused("sum(A, 0, 1)", "wrong-arity", "wrong_arity", "sum(A, 0, 1)"),
    Refused("sum(A, 0, axis=1)", "wrong-arity", "wrong_arity", "sum(A, 0, axis=1)"),
    Refused("sum(A, (0))", "wrong-arity", "wrong_arity", "sum(A, (0))"),
    Refused("sum(A, 0.5)", "wrong-arity", "wrong_arity", "sum(A, 0.5)"),
    Refused("f(A, n) = sum(A, n)\nf(X, 0)", "wrong-arity", "wrong_arity", "sum(A, n)"),
    Refused("sigmoid(x, 0)", "wrong-arity", "wrong_arity", "sigmoid(x, 0)"),
    Refused("f(x) = x\nf(a, b)", "wrong-arity", "wrong_arity", "f(a, b)"),
    Refused("f(x) = f(x) + 1\nf(2)", "recursion", "recursion", "f"),
    Refused("f(x) = g(x)\ng(x) = f(x)\nf(2)", "recursion", "recursion", "f"),
    Refused("f(x, x) = x\nf(1, 2)", "syntax", "parameter_twice", "x"),
    Refused("f(x y) = x\nf(1, 2)", "syntax", "parameter_list", "y"),
    Refused("f(x,) = x\nf(1)", "syntax", "parameter_list", ","),
    # arguments that are known beforehand
    Refused("leaky_relu(x, slope=0.1)", "bad-argument", "keyword_none", "slope=",
            "leaky_relu(x, 0.1)"),
    Refused("f(x) = x\nf(x=1)", "bad-argument", "keyword_none", "x=", "f(x) = x\nf(1)"),
    Refused("f(A) = sum(A, axis=0)\nsum(x) = x\nf(B)", "bad-argument", "keyword_none",
            "sum(A, axis=0)"),
    Refused("sum(A, foo=1)", "bad-argument", "keyword_unknown", "foo"),
    Refused("sum(A, axis=0, axis=1)", "bad-argument", "keyword_twice", "axis"),
    Refused("max(a, b, axis=0)", "bad-argument", "keyword_of_fold", "max(a, b, axis=0)"),
    Refused("sum(A, keepdims=1)", "bad-argument", "truth_needed", "1"),
    Refused("sum(A, axis=0.5)", "bad-argument", "whole_needed", "0.5"),
    Refused("sum(A, axis=x)", "bad-argument", "whole_needed", "x"),
    Refused("sum(A, axis=0 + 1)", "bad-argument", "after_setting", "+"),
    Refused("maxpool2d(X, -2)", "bad-argument", "whole_needed", "-"),
    Refused("maxpool2d(X, 2.5)", "bad-argument", "whole_needed", "2.5"),
    Refused("eye(9999999999999999)", "bad-argument", "whole_needed", "9999999999999999"),
    Refused("reshape(x, (2, -1, -1))", "bad-argument", "shape_form", "(2, -1, -1)"),
    Refused("reshape(x, -2)", "bad-argument", "shape_form", "-2"),
    Refused("reshape(x, (2, 3,))", "bad-argument", "whole_needed", ","),
    Refused("reshape(x, [2, 3])", "bad-argument", "whole_needed", "["),
    Refused("stack(a)", "bad-argument", "list_needed", "a"),
    Refused("stack([a, b] + c)", "bad-argument", "after_setting", "+"),
    # tensors
    Refused("[[1, 2], [3]]", "shape-mismatch", "ragged", "[3]"),
    Refused("[1, [2]]", "shape-mismatch", "ragged", "[2]"),
    Refused("[[[1], [2]], [[3, 4], [5, 6]]]", "shape-mismatch", "ragged", "[[3, 4], [5, 6]]"),
    Refused("2[0]", "syntax", "index_after_number", "["),
    Refused("x[]", "syntax", "index_form", "]"),
    Refused("x[0,]", "syntax", "index_form", "]"),
    Refused("x[a]", "bad-index", "index_name", "a"),
    Refused("x[pi]", "bad-index", "index_name", "pi"),
    Refused("repeat 1 as t:\n  t = a\n  y = x[-t]", "bad-index", "index_name", "-t"),
    Refused("x[1.5]", "bad-index", "index_form", "1.5"),
    Refused("x[0 + 1]", "bad-index", "index_form", "+"),
    Refused("x[1:2:3:4]", "bad-index", "index_form", ":"),
    Refused("x[::0]", "bad-index", "step_zero", "x[::0]"),
    # repetitions
    Refused("repeat x as t:\n  y = t", "syntax", "repeat_rounds", "x"),
    Refused("repeat -1 as t:\n  y = t", "syntax", "repeat_rounds", "-"),
    Refused("repeat 2 t:\n  y = t", "syntax", "repeat_form", "repeat 2 t"),
    Refused("repeat 2 as 3:\n  y = t", "syntax", "repeat_form", "repeat 2 as 3"),
    Refused("repeat 2 as t\n  y = t", "syntax", "repeat_form", "repeat 2 as t\n"),
    Refused("repeat 2 as t: y = t", "syntax", "repeat_inline", "y"),
    Refused("repeat 2 as t:\ny = t", "syntax", "repeat_body", "repeat"),
    Refused("repeat 2 as t:", "syntax", "repeat_body", "repeat"),
    Refused("repeat 2 as t:\n  y = t\n    z = y", "syntax", "uneven_indent", "z"),
    Refused("repeat 2 as t:\n    y = t\n  z = y", "syntax", "uneven_indent", "z"),
    Refused("repeat 2 as t:\n  y = t\n\tz = y", "syntax", "uneven_indent", "z"),
    Refused("repeat 2 as t:\n \ty = t", "syntax", "mixed_indent", "y"),
]  # fmt: skip


def refusal_of(source: str) -> EngineError:
    with pytest.raises(EngineError) as caught:
        parse(source)
    return caught.value


def underlined(source: str, error: EngineError) -> str:
    lines = source.splitlines(keepends=True) or [""]
    assert error.span is not None
    line, start, end, end_line = error.span
    if line == end_line:
        return lines[line - 1][start:end]
    return "".join(
        [lines[line - 1][start:], *lines[line : end_line - 1], lines[end_line - 1][:end]]
    )


@pytest.mark.parametrize("refused", REFUSALS, ids=lambda refused: ascii(refused.source))
def test_a_refusal_says_why_and_where(refused: Refused) -> None:
    error = refusal_of(refused.source)
    assert (error.code, error.reason) == (refused.code, refused.reason)
    assert underlined(refused.source, error) == refused.place
    suggestion = error.suggestion
    assert (suggestion.source if suggestion else None) == refused.repaired


@pytest.mark.parametrize("refused", REFUSALS, ids=lambda refused: ascii(refused.source))
def test_a_refusal_speaks_both_languages(refused: Refused) -> None:
    error = refusal_of(refused.source)
    for said in (error.message("en"), error.message("zh")):
        assert said
    if error.suggestion:
        assert error.suggestion.label("en")
        assert error.suggestion.label("zh")


def test_the_worked_example_of_the_reference() -> None:
    error = refusal_of("log(a")
    assert str(error) == "This ( at column 4 has no matching )."
    assert error.message("zh") == "第 4 列的 ( 没有对应的 )。"
    assert error.suggestion is not None
    assert error.suggestion.label() == "Add )"


def test_columns_are_counted_as_people_do() -> None:
    assert str(refusal_of("a\n净 = (b")).startswith("This ( at column 5 ")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("leaky_relu()", "`leaky_relu` takes 1 or 2 argument(s); you gave 0."),
        ("max()", "`max` takes at least 1 argument(s); you gave 0."),
        ("hypot(a)", "`hypot` takes 2 argument(s); you gave 1."),
        ("f(x) = g(x)\ng(x) = f(x)\nf(2)", "`f` calls itself: `f → g → f`. A call is written out "
         "in full, so it would never end."),
        ("[[1, 2], [3]]", "Entry 2 is a row of 1, the first is a row of 2. All must be alike."),
        ("[1, [[2]]]", "Entry 2 is 1 × 1 numbers, the first is a single number. "
         "All must be alike."),
    ],
)  # fmt: skip
def test_counts_and_paths_are_named(source: str, said: str) -> None:
    assert str(refusal_of(source)) == said


def test_no_text_is_echoed_at_length() -> None:
    for source in ("a" * 500 + "(b, c)", "9" * 5000, "x = " + "f." * 300 + "y", "1.2." * 200):
        error = refusal_of(source)
        assert all(len(str(field)) < 300 for field in error.fields.values())
        assert len(str(error)) < 400


def test_every_sentence_of_the_reader_is_in_the_catalogue_once() -> None:
    assert {key: CATALOGUE[key] for key in READING} == READING


def test_every_sentence_of_the_reader_is_said_by_some_text() -> None:
    elsewhere = {"fullwidth", "converted", "too_long", "too_deep", "nested_too_deep"}
    said = {refused.reason for refused in REFUSALS} | elsewhere | {"too_many_nodes"}
    labels = {
        error.suggestion.reason
        for error in (refusal_of(refused.source) for refused in REFUSALS)
        if error.suggestion
    }
    assert READING.keys() - said - labels == set()
    assert all(isinstance(words, Words) for words in READING.values())
