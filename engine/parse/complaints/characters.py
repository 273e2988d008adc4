"""Characters, numbers and words that are not part of the language."""

from __future__ import annotations

import re

from engine.characters import MEANT, SUBSCRIPTS, is_hidden, is_letter, is_unsafe
from engine.errors import SyntaxProblem
from engine.parse.complaints.making import Edit, refusal, repair, short
from engine.place import Place, Source
from engine.text import NUMBER, Tokens

QUOTES = frozenset("'\"`‘’“”«»")
OTHER_WORDS = {"lambda": "lam"}  # a word of mathematics that Python keeps for itself
LEADING_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)")


def fault(tokens: Tokens, at: int) -> SyntaxProblem:
    """A token that is nothing the language knows."""
    typed = tokens.typed(at)
    if typed[0] in ".0123456789":
        return _number(tokens, at)
    if len(typed) == 1:
        return character(tokens.source, tokens.starts[at])
    return _inside(tokens, at)


def character(source: Source, at: int) -> SyntaxProblem:
    """One character that cannot stand here."""
    typed = source.text[at]
    place = Place(at, at + 1)
    if typed in MEANT:
        instead = MEANT[typed]
        edits = [(at, at + 1, instead) for at, each in enumerate(source.text) if each == typed]
        mended = repair("change_to", source, *edits, text=instead)
        return refusal(SyntaxProblem, "lookalike", source, place, mended, ch=typed, instead=instead)
    if is_hidden(typed):
        mended = repair("remove", source, *_unseen(source.text))
        return refusal(SyntaxProblem, "hidden_char", source, place, mended, ch=short(typed))
    reason = _reason(typed)
    mended = repair("remove", source, (at, at + 1, ""))
    return refusal(SyntaxProblem, reason, source, place, mended, ch=typed)


def _reason(typed: str) -> str:
    if typed in QUOTES:
        return "text_in_quotes"
    if typed in "{}":
        return "curly_brackets"
    if typed == "!":
        return "factorial"
    return "name_letters" if typed.isalnum() else "unexpected_char"


def _unseen(text: str) -> list[Edit]:
    """All characters at once that nobody can see: removing one would only show the next."""
    return [(at, at + 1, "") for at, each in enumerate(text) if is_hidden(each)]


def _inside(tokens: Tokens, at: int) -> SyntaxProblem:
    """A word or a comment with a character that it cannot hold."""
    start, typed = tokens.starts[at], tokens.typed(at)
    wrong = is_unsafe if typed[0] in "#＃" else _no_part
    places = (start + step for step, each in enumerate(typed) if wrong(each))
    return character(tokens.source, next(places, start))


def _no_part(character: str) -> bool:
    return not (character.isascii() or is_letter(character) or ord(character) in SUBSCRIPTS)


def _number(tokens: Tokens, at: int) -> SyntaxProblem:
    """`1_000`, `1.2.3`, `2e`, `0x10`, `1e999`: each has its own sentence."""
    typed = tokens.texts[at]
    source, place = tokens.source, tokens.place(at)
    reason, instead = _number_reason(typed)
    mended = repair("change_to", source, (*place, instead), text=instead) if instead else None
    return refusal(
        SyntaxProblem, reason, source, place, mended, text=short(typed), instead=short(instead)
    )


def _number_reason(typed: str) -> tuple[str, str]:
    """What is the matter, and what to write instead where that is plain."""
    if NUMBER.fullmatch(typed):
        return "number_too_large", ""
    number, rest = _leading(typed)
    if "_" in rest and rest.replace("_", "").isdecimal():
        return "grouped_digits", typed.replace("_", "")
    if rest[:1] in ("x", "X", "o", "O", "b", "B"):
        return "other_base", f"{number}*{rest}"
    if rest in ("e", "E"):
        return "unfinished_exponent", f"{number}*{rest}"
    if rest.isidentifier():
        return "number_with_letter", f"{number}*{rest}"
    return "two_points", ""


def _leading(typed: str) -> tuple[str, str]:
    found = LEADING_NUMBER.match(typed)
    end = found.end() if found else 0
    return typed[:end], typed[end:]


def reserved(tokens: Tokens, at: int) -> SyntaxProblem:
    """A word that cannot be a name."""
    word, source = tokens.texts[at], tokens.source
    if word == "repeat":
        return refusal(SyntaxProblem, "repeat_place", source, tokens.place(at))
    reason = "reserved_name" if word.startswith("__") else "reserved_word"
    instead = OTHER_WORDS.get(word) or (word.strip("_") or "x") + "_"
    same = (number for number, text in enumerate(tokens.texts) if text == word)
    edits = [(*tokens.place(number), instead) for number in same]
    mended = repair("change_to", source, *edits, text=instead) if word in OTHER_WORDS else None
    return refusal(
        SyntaxProblem, reason, source, tokens.place(at), mended, word=short(word), instead=instead
    )
