r"""LaTeX as a second notation: what each construct is read as, and what is refused where."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import compile, from_latex
from engine.latex import translated

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
    # a power or a base of a function is no factor; its inverse is meant where there is one
    r"\sin^2 2x + \log_2 3x": "sin(2*x)^2 + log2(3*x)",
    r"\cot^{-1} x + \operatorname{sech} x": "atan(1/x) + 1/cosh(x)",
    r"\mathrm{ReLU} x + \operatorname{LeakyReLU}(x)": "relu(x) + leaky_relu(x)",
    r"\mathrm{norm} = \sqrt{x} \\ 2\,\mathrm{norm}": "norm_ = sqrt(x)\n2*norm_",
    r"\left\{ x + 1 \right\}^2": "(x + 1)^2",
    # e^{(x)} is no layer of a name e, unless there is one
    r"e^{(x)} + a^{(x)}": "exp(x) + a_x",
    r"e^{(2)} = a - y \\ \frac12 e^{(2)}": "e_2 = a - y\ne_2/2",
    # an index of a sum is not looked for within words
    r"\sum_{t=1}^{2} (\hat{y}_t - y_t)": "y_hat_1 - y_1 + (y_hat_2 - y_2)",
    r"\sum_{i=1}^{2} w_{ij} x_{\text{in}}": "w_1j*x_in + w_2j*x_in",
    r"\sum x^2 + \prod x": "sum(x^2) + prod(x)",
    # a line goes on where a sign of its own begins it, or ended the one before
    "y &= a \\\\ &\\quad + \\sum_{i=1}^{2} x_i": "y = a + (x_1 + x_2)",
    "y = a + \\\\ b": "y = a + b",
    "y &= a,\\\\ z &= y^2.": "y = a\nz = y^2",
    # cases as they are printed
    r"\begin{cases} \frac{\sin x}{x} & x \ne 0 \\ 1 & x = 0 \end{cases}": (
        "where(x != 0, sin(x)/x, 1)"
    ),
    r"\begin{cases} x, & \mbox{if } x > 0, \\ 0, & \text{otherwise.} \end{cases}": (
        "where(x > 0, x, 0)"
    ),
    # bold letters are vectors and matrices; a circle multiplies entry by entry
    r"\mathbf{W}\mathbf{x} + \mathbf{b}": "W @ x + b",
    r"\mathbf{W}_2\,\sigma(\mathbf{W}_1\mathbf{x})": "W_2 @ sigmoid(W_1 @ x)",
    r"\frac{1}{2}\lambda\boldsymbol{W}\boldsymbol{x}": "λ*(W @ x)/2",
    r"\mathbf{x}\mathbf{y} + \mathbf{W}\|\mathbf{x}\|": "x*y + W*norm(x)",
    r"\mathbf{w} \cdot \mathbf{x} + |\vec{v}|": "dot(w, x) + norm(v)",
    r"\mathbf{A}^{-1}\mathbf{b} + \mathbf{x}^T": "inv(A) @ b + transpose(x)",
    r"W^\top \delta \odot z": "transpose(W) @ delta*z",
    # as we write them: an index, settings, a vector, products of matrices and of vectors
    r"X\left[0, :\right]\left[1\right] + x[-1]": "X[0, :][1] + x[-1]",
    r"\operatorname{sum}\left(X, \text{axis=0}, \text{keepdims=True}\right)": (
        "sum(X, axis=0, keepdims=True)"
    ),
    r"x = \left[1, -2\right]": "x = [1, -2]",
    r"A^{{-1}}{\,}b + x{\otimes}y": "inv(A) @ b + outer(x, y)",
    r"(x + y) \bmod 2 + (X \star K)": "(x + y)%2 + conv2d(X, K)",
    r"\operatorname{stack}\left(a, b, \text{axis=0}\right)": "stack([a, b], axis=0)",
    r"π r - \mathrm{inf}": "pi*r - inf",
    r"a b{\,}c + x{\cdot}y": "a*b @ c + dot(x, y)",
    # towers stay written
    r"9^{9^{9}}": "9^9^9",
}


@pytest.mark.parametrize(("latex", "program"), READ.items())
def test_a_formula_is_read_as_a_program(latex: str, program: str) -> None:
    assert translated(latex).text == program


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


def test_matrices_are_multiplied_as_matrices() -> None:
    text = r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}x\\1\end{pmatrix}"
    found = compile(from_latex(text)).forward({"x": 5.0})
    np.testing.assert_array_equal(found, [[7.0], [19.0]])
