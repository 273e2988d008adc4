"""The commands of LaTeX that are read, by what they stand for; every other one is refused."""

from __future__ import annotations

from engine.ops import ROWS

LOWER = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "rho", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega",
]  # fmt: skip
UPPER = [
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
]  # fmt: skip
VARIANTS = ["epsilon", "theta", "rho", "sigma", "phi", "kappa"]
LETTERS = {name: name for name in (*LOWER, *UPPER)}
LETTERS |= {f"var{name}": name for name in VARIANTS} | {"ell": "l", "imath": "i", "jmath": "j"}

# \mathbf{W} and \vec{x} are W and x; \hat{y} is a name of its own
WORDS = frozenset([
    "mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathcal", "mathbb", "text", "textit",
    "textbf", "textrm", "operatorname", "operatorname*", "boldsymbol", "bm", "pmb", "symbf",
    "vec", "mathop", "mbox",
])  # fmt: skip
BOLD = frozenset({"mathbf", "textbf", "boldsymbol", "bm", "pmb", "symbf", "vec"})
ACCENTS = {"dot": "dot", "ddot": "ddot", "hat": "hat", "widehat": "hat", "bar": "bar",
           "overline": "bar", "tilde": "tilde", "widetilde": "tilde"}  # fmt: skip

# by the name that the table of operations gives them
FUNCTIONS = {
    "exp": "exp", "log": "log", "ln": "log", "lg": "log10", "sin": "sin", "cos": "cos",
    "tan": "tan", "sec": "sec", "csc": "csc", "cot": "cot", "arcsin": "asin", "arccos": "acos",
    "arctan": "atan", "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth",
    "arsinh": "asinh", "arcosh": "acosh", "artanh": "atanh", "arcsinh": "asinh",
    "arccosh": "acosh", "arctanh": "atanh", "max": "max", "min": "min", "det": "det",
    "tr": "trace", "sgn": "sign", "erf": "erf", "sech": "sech", "csch": "csch",
}  # fmt: skip
OTHER_NAMES = {
    "arctg": "atan", "tg": "tan", "swish": "silu", "leakyrelu": "leaky_relu",
    "arctan2": "atan2",
}  # fmt: skip
ACTIVATIONS = {row.name for row in ROWS if row.family in ("activations", "softmax")}

SIGNS = {
    "cdot": "TIMES", "times": "TIMES", "ast": "TIMES", "odot": "TIMES", "circ": "TIMES",
    "div": "OVER", "bmod": "BMOD", "star": "STAR", "infty": "INFTY", "pi": "PI", "top": "TOP",
    "intercal": "TOP",
    "frac": "FRAC", "dfrac": "FRAC", "tfrac": "FRAC", "nicefrac": "FRAC", "cfrac": "FRAC",
    "sqrt": "SQRT", "sum": "SUM", "prod": "PROD", "coloneqq": "EQUALS",
    "le": "RELATION", "leq": "RELATION", "leqslant": "RELATION", "lt": "RELATION",
    "ge": "RELATION", "geq": "RELATION", "geqslant": "RELATION", "gt": "RELATION",
    "ne": "RELATION", "neq": "RELATION",
}  # fmt: skip
CHARACTERS = {
    "+": "PLUS", "-": "MINUS", "*": "TIMES", "/": "OVER", "^": "CARET", "_": "UNDER",
    "!": "BANG", ",": "COMMA", "=": "EQUALS", "<": "RELATION", ">": "RELATION", "≤": "RELATION",
    "≥": "RELATION", "≠": "RELATION", "∞": "INFTY", "π": "PI",
}  # fmt: skip
RELATIONS = {
    "<": "<", "lt": "<", ">": ">", "gt": ">", "≤": "<=", "le": "<=", "leq": "<=",
    "leqslant": "<=", "≥": ">=", "ge": ">=", "geq": ">=", "geqslant": ">=", "≠": "!=",
    "ne": "!=", "neq": "!=",
}  # fmt: skip

# what opens, the kind of its token, what closes it, and the kind of that
PAIRS = {
    "(": ("LPAREN", ")", "RPAREN"),
    "[": ("LBRACKET", "]", "RBRACKET"),
    "{": ("LBRACE", "}", "RBRACE"),
    r"\{": ("SET_L", r"\}", "SET_R"),
    r"\lbrace": ("SET_L", r"\rbrace", "SET_R"),
    r"\lfloor": ("FLOOR_L", r"\rfloor", "FLOOR_R"),
    r"\lceil": ("CEIL_L", r"\rceil", "CEIL_R"),
    r"\lvert": ("BAR_L", r"\rvert", "BAR_R"),
    r"\lVert": ("NORM_L", r"\rVert", "NORM_R"),
    "|": ("BAR_L", "|", "BAR_R"),
    r"\|": ("NORM_L", r"\|", "NORM_R"),
}  # fmt: skip
CLOSERS = frozenset(close for opener, (_, close, _) in PAIRS.items() if close != opener)
SAME = {r"\vert": "|", r"\Vert": r"\|", "‖": r"\|", r"\lbrack": "[", r"\rbrack": "]"}
ENVIRONMENTS = {
    "matrix": "CMD_MATRIX", "pmatrix": "CMD_MATRIX", "bmatrix": "CMD_MATRIX",
    "smallmatrix": "CMD_MATRIX", "array": "CMD_MATRIX", "vmatrix": "CMD_DETERMINANT",
    "cases": "CASES", "dcases": "CASES",
}  # fmt: skip
# whole formulas stand in these; their lines are the lines of the program
AROUND = frozenset([
    "equation", "equation*", "align", "align*", "aligned", "gather", "gather*", "gathered",
    "split", "multline", "multline*", "math", "displaymath",
])  # fmt: skip
# they say how a formula looks, not what it means
LOOKS = frozenset([
    "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl",
    "biggr", "Biggl", "Biggr", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits",
    "quad", "qquad", "thinspace", "medspace", "thickspace", "enspace", "mathstrut", "boxed",
    "nonumber", "notag",
])  # fmt: skip
SPELLED_OUT = {"e": "EULER", "T": "TOP", "inf": "INFTY"}  # as words
EITHER_WAY = frozenset({"if", "when", "for", "where", "and"})
OTHERWISE = frozenset({"otherwise", "else"})

# kinds of tokens
ARGUMENTS = {"FRAC": 2, "SQRT": 1, "CARET": 1, "UNDER": 1}  # single characters after these
PARTIAL = frozenset({
    "PLUS", "MINUS", "TIMES", "OVER", "EQUALS", "COMMA", "CARET", "UNDER", "RELATION", "BMOD",
    "STAR",
})  # fmt: skip
ENDS_A_VALUE = frozenset({
    "NUMBER", "NAME", "EULER", "PI", "INFTY", "BANG", "TOP", "RPAREN", "RBRACKET", "RBRACE",
    "SET_R", "BAR_R", "NORM_R", "FLOOR_R", "CEIL_R", "CMD_MATRIX_END", "CMD_DETERMINANT_END",
    "CASES_END", "INDEX",
})  # fmt: skip
