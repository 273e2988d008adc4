r"""LaTeX as a second notation: what each construct is read as, and what is refused where."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import EngineError, compile, from_latex
from engine.latex import LONGEST, translated
from engine.latex.tokens import DEEPEST
from engine.words.language import LANGUAGES

SEED = r"\frac{1}{1+e^{-(w_0 x_0+w_1 x_1+w_2)}}"
READ = {
    SEED: "1/(1 + exp(-(w_0*x_0 + w_1*x_1 + w_2)))",
    # numbers, names
    r"2 x y": "2*x*y",
    r".5x + 1.5": "0.5*x + 1.5",
    r"w_{10} \theta_{\text{out}} \beta'": "w_10*theta_out*beta_prime",
    r"\mathrm{\_q} \mathrm{out\_} \mathrm{x\_\_1}": "_q*out_*x__1",
    r"W^{(1)}_{ij} + \hat{y} - \bar x": "W_1_ij + y_hat - x_bar",
    r"\text{loss} = \mathrm{pred} - \mathbf{y}": "loss = pred - y",
    r"\lambda \varepsilon \Gamma": "λ*epsilon*Gamma",
    r"\sigma^2 + \sigma(x)": "sigma^2 + sigmoid(x)",
    r"e^{-x} + e_1 + 2\mathrm{e}": "exp(-x) + e_1 + 2*exp(1)",
    r"\pi r^2 + \infty": "pi*r^2 + inf",
    "净 + α": "净 + α",
    # signs
    r"a - (b - c) - d": "a - (b - c) - d",
    r"-a^2 \cdot -b": "a^2*b",
    r"a \times b \div c / d": "a*b/(c*d)",
    r"a×b−c": "a*b - c",
    r"(a+b)(b+1)": "(a + b)*(b + 1)",
    r"\frac12 + \frac ab + \dfrac{a+b}{c}": "1/2 + a/b + (a + b)/c",
    r"\sqrt{x} + \sqrt[3]{x} + \sqrt[n]{x}": "sqrt(x) + cbrt(x) + x^(1/n)",
    r"x^{2^3} + x^\alpha + {x}^{-1}": "x^2^3 + x^alpha + 1/x",
    r"\left( a + b \right) \left[ c \right]": "(a + b)*c",
    # functions
    r"\sin 2x + \cos^2 x": "sin(2*x) + cos(x)^2",
    r"\sin x \cos y": "sin(x)*cos(y)",
    r"\sin(x)^2 y": "sin(x)^2*y",
    r"\sin^{-1} x + \arctan x": "asin(x) + atan(x)",
    r"\ln x^2 - \log_2 y + \log_{10}(z) + \lg z": "log(x^2) - log2(y) + log10(z) + log10(z)",
    r"\log_b x": "log(x)/log(b)",
    r"\exp\left(-\frac{x}{2}\right)": "exp(-x/2)",
    r"\max(0, x) + \min\{a, b\}": "max(0, x) + min(a, b)",
    r"\operatorname{ReLU}(x) + \text{sigmoid}(y)": "relu(x) + sigmoid(y)",
    r"exp(x) + tanh(y)": "exp(x) + tanh(y)",
    r"\sec x + \coth x": "1/cos(x) + 1/tanh(x)",
    r"|x||y| + |a - |b||": "abs(x)*abs(y) + abs(a - abs(b))",
    r"\left| x \right| + \lvert y \rvert": "abs(x) + abs(y)",
    r"\lfloor x \rfloor + \lceil y \rceil": "floor(x) + ceil(y)",
    r"\|v\|_2^2 + \lVert w \rVert_1": "norm(v)^2 + sum(abs(w))",
    r"\log \sigma(x)": "log(sigmoid(x))",
    # sums and products
    r"\sum_{i=1}^{3} w_i x_i + b": "w_1*x_1 + w_2*x_2 + w_3*x_3 + b",
    r"\sum_{i=1}^{2}\sum_{j=1}^{2} w_{ij} i j": "w_11 + w_12*2 + (w_21*2 + w_22*2*2)",
    r"\prod_{k=1}^{3} (x - k)": "(x - 1)*(x - 2)*(x - 3)",
    r"\sum^{2}_{n=0} \frac{x^n}{n!}": "x^0/1 + x/1 + x^2/2",
    r"\sum_{i=3}^{2} x": "0",
    r"\sum_{i=-1}^{1} i x": "-x + 0*x + x",
    # matrices
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": "[[a, b], [c, d]]",
    r"\begin{bmatrix}1&2\\3&4\end{bmatrix}\begin{bmatrix}x\\y\end{bmatrix}": (
        "[[1, 2], [3, 4]] @ [[x], [y]]"
    ),
    r"\begin{bmatrix}a&b\end{bmatrix}^T": "[[a, b]].T",
    r"\begin{bmatrix}a&b\\c&d\end{bmatrix}^{-1}": "inv([[a, b], [c, d]])",
    r"\det\begin{pmatrix}a&b\\c&d\end{pmatrix}": "det([[a, b], [c, d]])",
    r"\begin{vmatrix}a&b\\c&d\end{vmatrix}": "det([[a, b], [c, d]])",
    r"\operatorname{tr}(A^\top)": "trace(transpose(A))",
    # what stands transposed meets a product of matrices; T names something elsewhere
    r"\mathbf{w}^\top \mathbf{x} + b": "transpose(w) @ x + b",
    r"w^{T} x + b": "transpose(w) @ x + b",
    r"b + x^T A x / 2": "b + transpose(x) @ A @ x/2",
    r"A^{T} + \frac{x^T}{T}": "A^T + x^T/T",
    r"2^T + e^T": "2^T + exp(T)",
    # cases
    r"\begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}": (
        "where(x > 0, x, alpha*x)"
    ),
    r"\begin{cases} x, & x \ge 0 \\ -x, & x < 0 \end{cases}": "where(x >= 0, x, -x)",
    # several lines
    "z = w x + b\na = \\sigma(z)": "z = w*x + b\na = sigmoid(z)",
    r"z = w x \\ z^2": "z = w*x\nz^2",
    r"\[ 2\ x \, + \; y \]": "2*x + y",
    r"\begin{aligned} z &= w x \\ y &= z^2 \end{aligned}": "z = w*x\ny = z^2",
    "f(x, y) = x y\nf(a, 2) + 1": "f(x, y) = x*y\nf(a, 2) + 1",
    "a\n+ b": "a + b",
    # e is a name where the text binds it, and \\sigma a function where the text defines it
    r"c=a+b \\ d=b+1 \\ e=cd": "c = a + b\nd = b + 1\ne = c*d",
    "e = 2\ne^x": "e = 2\ne^x",
    "\\sigma(z) = \\tanh z\n\\sigma(2)": "sigma(z) = tanh(z)\nsigma(2)",
    r"y = \boxed{x^2} \tag{1} \label{eq:one}": "y = x^2",
    r"\dot{x} + \ddot{x}": "x_dot + x_ddot",
    "a +\nb % and so on": "a + b",
    r"$$x^2.$$": "x^2",
    # towers stay written
    r"9^{9^{9}}": "9^9^9",
}
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
    "9" * 400: ("number_too_large", 0, 400),
}


@pytest.mark.parametrize(("latex", "program"), READ.items())
def test_a_formula_is_read_as_a_program(latex: str, program: str) -> None:
    assert translated(latex).text == program


@pytest.mark.parametrize(("latex", "told"), REFUSED.items())
def test_what_is_not_read_is_told_where_it_stands(latex: str, told: tuple[str, int, int]) -> None:
    with pytest.raises(EngineError) as caught:
        from_latex(latex)
    error = caught.value
    assert error.span is not None
    assert (error.reason, error.span.start, error.span.end) == told
    assert all(error.message(language) for language in LANGUAGES)


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


def test_the_seeds_sigmoid_has_its_published_value_and_gradients() -> None:
    values = {"w_0": 2.0, "x_0": -1.0, "w_1": -3.0, "x_1": -2.0, "w_2": -3.0}
    value, gradients = compile(from_latex(SEED))(values)
    assert value == pytest.approx(1 / (1 + math.exp(-1)), rel=1e-15)
    slope = value * (1 - value)
    assert gradients["w_0"] == pytest.approx(-slope, rel=1e-14)
    assert gradients["x_1"] == pytest.approx(-3 * slope, rel=1e-14)


def test_a_difference_and_a_quotient_are_one_node_each() -> None:
    graph = from_latex(r"\frac{a - b}{c}")
    assert [node.op for node in graph.nodes if node.op] == ["sub", "div"]


def test_the_graph_says_what_was_read() -> None:
    (notice,) = from_latex(r"y = \frac{a}{b}").notices
    assert (notice.code, notice.reason) == ("converted-symbol", "latex_read")
    assert "`y = a/b`" in notice.message("en")
    assert "`y = a/b`" in notice.message("zh")
    assert notice.span == (1, 0, 15, 1)


def test_every_node_lies_in_the_line_that_was_sent() -> None:
    graph = from_latex("z = \\frac{w}{x}\n\n  y = z^2 + 1")
    spans = {name: graph.span(node) for node, name in enumerate(graph.names)}
    assert spans["w"] == spans["z"] == (1, 0, 15, 1)
    assert spans["y"] == spans["z ^ 2"] == (3, 2, 13, 3)


def test_errors_of_the_program_lie_in_the_latex_and_offer_no_repair_of_something_else() -> None:
    with pytest.raises(EngineError) as caught:
        from_latex("x\n\\sin(a, b)")
    assert caught.value.code == "wrong-arity"
    assert caught.value.span == (2, 0, 10, 2)
    assert caught.value.suggestion is None


def test_matrices_are_multiplied_as_matrices() -> None:
    text = r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}x\\1\end{pmatrix}"
    found = compile(from_latex(text)).forward({"x": 5.0})
    np.testing.assert_array_equal(found, [[7.0], [19.0]])


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
    assert translated("{" * DEEPEST + "x" + "}" * DEEPEST).text == "x"
