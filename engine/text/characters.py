"""Which characters a program is written in, and what those typed from elsewhere are read as."""

from __future__ import annotations

import re
import unicodedata

# One character for one, so that every place in the text stays where it was typed.
FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
SIGNS = {"×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "−": "-"}
SPACES = {"\u00a0": " ", "\u3000": " "}
MICRO = {"\u00b5": "\u03bc"}  # the micro sign is read as the letter mu
READ_AS = str.maketrans(FULL_WIDTH | SIGNS | SPACES | MICRO)

# Read as several characters, or as a word.
SPELLED = {"≤": "<=", "≥": ">=", "≠": "!=", "²": "^2", "³": "^3", "√": "sqrt", "π": "pi"}
SUPERSCRIPTS = {"²": 2.0, "³": 3.0}
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
SUBSCRIPT = re.compile("_?([₀-₉]+)")

# What a person sees in a notice: spaces are not worth a word.
CONVERTED = FULL_WIDTH | SIGNS | MICRO | SPELLED

# Not read, but what was meant is plain: the repair offers it.
MEANT = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "∕": "/", "⁄": "/", "：": ":",
    "、": ",", "。": ".", "【": "[", "】": "]", "〔": "(", "〕": ")", "∞": "inf", "⋆": "*",
    "•": "*", "∙": "*", "⊙": "*", "⩽": "<=", "⩾": ">=", "∑": "sum", "∏": "prod",
}  # fmt: skip

# Cyrillic letters that look like Latin ones.
LATIN_TWINS = str.maketrans("асеһіјорѕухАВЕКМНОРСТХЅІЈ", "acehijopsyxABEKMHOPCTXSIJ")

SCRIPTS = ("LATIN ", "GREEK ", "CJK ", "HIRAGANA ", "KATAKANA", "HANGUL ", "BOPOMOFO ")
LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # Korean letters by name, of no shape at all
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_letter(character: str) -> bool:
    """Latin, Greek, Chinese, Japanese or Korean; a name is written in these."""
    if unicodedata.category(character) in LETTERS and character not in FILLERS:
        return unicodedata.name(character, "").startswith(SCRIPTS)
    return character in "々ー"  # marks that Chinese and Japanese words contain


def is_digit(character: str) -> bool:
    """A digit, or a small one below the line."""
    return character.isdigit()


def is_name(word: str) -> bool:
    """Letters, digits and _, not beginning with a digit."""
    if word.isascii():
        return word.isidentifier()
    plain = (each for each in word if not each.isascii())
    return word.isidentifier() and all(map(is_letter, plain))


def is_hidden(character: str) -> bool:
    """Control, invisible, half a pair, or unassigned: nobody can see what it does."""
    hidden = unicodedata.category(character) in HIDDEN or character in FILLERS
    return hidden and character not in " \t\r\n"


def is_mark(character: str) -> bool:
    """An accent of its own, that belongs to the letter before it."""
    return unicodedata.category(character).startswith("M")


def is_unsafe(character: str) -> bool:
    """What not even a comment may hold: it breaks lines, reverses them, or is half a pair."""
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in BIDI


def spelled(word: str) -> str:
    """A name as it is compared: composed letters, and x₁ as x_1."""
    if word.isascii():
        return word
    word = SPELLED.get(word, word)
    return SUBSCRIPT.sub(_subscript, unicodedata.normalize("NFC", word))


def _subscript(found: re.Match[str]) -> str:
    return "_" + found[1].translate(SUBSCRIPTS)


def name_meant(name: str) -> str:
    """The name that a program would read here: `ｘ₁` is x_1, however its letters are composed."""
    return name if name.isascii() else spelled(name.translate(READ_AS))
