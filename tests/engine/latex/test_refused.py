"""LaTeX that is refused: where it stands, why, and what would mend it."""

from __future__ import annotations

import pytest

from engine import EngineError, compile, from_latex
from engine.latex import LONGEST, translated
from engine.latex.tokens import DEEPEST
from engine.words.language import LANGUAGES

REFUSED = {
    "x^.5": ("latex_unexpected", 2, 3),
    r"\frac{a}{\begin{matrix}1\end{matrix}}": ("latex_unclear", 0, 37),
    r"\begin{matrix}0\end{matrix}/\max(\begin{matrix}0\end{matrix}, b)": ("latex_unclear", 0, 64),
    r"\input{/etc/passwd}": ("latex_command", 0, 6),
    r"\def\x{\x}\x": ("latex_command", 0, 4),
    r"\int x": ("latex_command", 0, 4),
    r"\begin{tikzpicture} x": ("latex_command", 0, 19),
    r"\frac{a}{b": ("unclosed_paren", 8, 9),
    "a}": ("extra_paren", 1, 2),
    r"(a\right]": ("mismatched_paren", 8, 9),
    r"x+": ("latex_unfinished", 1, 2),
    r"\frac{a}": ("latex_unfinished", 7, 8),
    r"a + * b": ("latex_unexpected", 4, 5),
    r"x^2^3": ("latex_unexpected", 3, 4),
    r"f(x, y)": ("latex_unexpected", 3, 4),
    r"loss = a": ("latex_equals", 5, 6),
    r"x^23": ("latex_two_numbers", 2, 4),
    r"x_{i+1}": ("latex_subscript", 0, 7),
    r"f'(x)": ("latex_prime", 0, 2),
    r"2 \frac{d}{dx} x^2": ("latex_derivative", 2, 14),
    r"\frac{\mathrm{d}y}{\mathrm{d}x}": ("latex_derivative", 0, 31),
    r"1 + \operatorname{foo}(x)": ("unknown_function_plain", 4, 22),
    r"\sum_i x_i": ("latex_open_bounds", 0, 4),
    r"1 + \sum_{i=1}^{n} x_i": ("open_bounds", 4, 8),
    r"\sum_{i=1}^{999}\sum_{j=1}^{999} ij": ("too_many_parts", 0, 4),
    r"n!": ("latex_factorial", 0, 2),
    r"\begin{cases} x & x > 0 \\ 1 & x < -1 \end{cases}": ("open_choice", 0, 13),
    r"\|x\|_3": ("latex_norm", 0, 2),
    r"x \# y": ("latex_command", 2, 4),
    r"x # y": ("unexpected_char", 2, 3),
    r"\hat": ("latex_unfinished", 0, 4),
    # what is likely meant otherwise than it would be read
    r"w_10 x": ("latex_low_digits", 0, 4),
    r"w1 x": ("latex_digits_after", 1, 2),
    r"1e-3 x": ("latex_exponent", 0, 4),
    r"x + 2\frac{1}{2}": ("latex_mixed", 4, 5),
    r"2 \sin x + cos y": ("latex_bare_function", 11, 14),
    r"2\mathbf{1}": ("latex_number_as_name", 1, 11),
    r"\operatorname{sinc} x": ("unknown_function_plain", 0, 19),
    r"\operatorname{erf}^{-1}(x)": ("latex_inverse", 0, 18),
    r"\sin \omega (t + 1)": ("latex_open_argument", 12, 13),
    r"\log_{2} x^{2} y\left(t + 1\right)": ("latex_open_argument", 21, 22),
    r"\vec{a} \times \vec{b}": ("latex_cross", 8, 14),
    r"\mathbf{A}^2": ("latex_matrix_power", 10, 11),
    r"\sum x_i": ("latex_open_bounds", 0, 4),
    "f(x) = x\\nf(\\text{2})".replace("\\n", "\n"): ("latex_unexpected", 2, 10),
    r"\sin(\text{2})": ("latex_unexpected", 5, 13),
    "9" * 400: ("number_too_large", 0, 400),
}


@pytest.mark.parametrize(("latex", "told"), REFUSED.items())
def test_what_is_not_read_is_told_where_it_stands(latex: str, told: tuple[str, int, int]) -> None:
    with pytest.raises(EngineError) as caught:
        from_latex(latex)
    error = caught.value
    assert error.span is not None
    assert (error.reason, error.span.start, error.span.end) == told
    assert all(error.message(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("latex", "mended"),
    [
        (r"w_10 x + b_{1}", r"w_{10} x + b_{1}"),
        (r"w1 x", r"w_{1} x"),
        (r"1.5E+3x", r"1.5 \cdot 10^{3}x"),
        (r"1e-3", r"1 \cdot 10^{-3}"),
        (r"2\frac12 x", r"2\cdot \frac12 x"),
        (r"\frac{sin x}{2} + cos^2 x", r"\frac{\sin x}{2} + \cos^2 x"),
        (r"ln x + relu x", r"\ln x + \operatorname{relu} x"),
    ],
)
def test_the_likely_meaning_is_offered_and_can_be_read(latex: str, mended: str) -> None:
    with pytest.raises(EngineError) as caught:
        from_latex(latex)
    assert caught.value.suggestion is not None
    assert caught.value.suggestion.source == mended
    assert from_latex(mended).nodes


@pytest.mark.parametrize(
    ("latex", "values", "shown"),
    [
        (r"1 + \sin(x, y) z", {}, r"\sin(x, y)"),
        (r"b = \frac{a}{c} + \exp\left(x,y\right)", {}, r"\exp\left(x,y\right)"),
        (r"z = 2 + \operatorname{det}(x)", {"x": [1.0, 2.0]}, r"\operatorname{det}(x)"),
        (r"y = 1 + u + v", {"u": [1.0, 2.0], "v": [1.0, 2.0, 3.0]}, "1 + u + v"),
        # the words are not found again one by one, so the whole line is shown
        (r"y = \sum_{i=1}^{2} u v", {"u": [1.0, 2.0], "v": [1.0, 2.0, 3.0]}, None),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(
    latex: str, values: dict[str, list[float]], shown: str | None
) -> None:
    with pytest.raises(EngineError) as caught:
        compile(from_latex(latex))(values)
    span = caught.value.span
    assert span is not None
    assert latex[span.start : span.end] == (shown or latex)


def test_errors_of_the_program_lie_in_the_latex_and_offer_no_repair_of_something_else() -> None:
    with pytest.raises(EngineError) as caught:
        from_latex("x\n\\sin(a, b)")
    assert caught.value.code == "wrong-arity"
    assert caught.value.span == (2, 0, 10, 2)
    assert caught.value.suggestion is None


@pytest.mark.parametrize("text", ["", " \n", "$$", r"\text{if}", "% nothing"])
def test_nothing_to_read_is_said(text: str) -> None:
    with pytest.raises(EngineError) as caught:
        from_latex(text)
    assert (caught.value.reason, caught.value.span) == ("empty", (1, 0, 0, 1))


def test_length_and_depth_are_bounded() -> None:
    for text, code in (("x" * (LONGEST + 1), "too-long"), ("{" * DEEPEST + "{x", "too-deep")):
        with pytest.raises(EngineError) as caught:
            from_latex(text)
        assert caught.value.code == code
    assert translated("x+" * (LONGEST // 2 - 1) + "x").text.count("+") == LONGEST // 2 - 1
    sum_ = "+".join(["x"] * 3_000)
    assert translated(f"({sum_}) y").text.count("+") == 2_999
    assert translated("{" * DEEPEST + "x" + "}" * DEEPEST).text == "x"
