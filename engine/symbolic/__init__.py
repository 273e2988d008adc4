"""Formulas through sympy: what nodes mean, their derivatives, and the forms of both."""
