"""Formulas through sympy: what nodes mean, their derivatives, and the forms of both."""

# what sympy raises where it finds no way
AT_A_LOSS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
)
