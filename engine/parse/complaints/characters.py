"""Characters, numbers and words that are not part of the language."""

from __future__ import annotations

import re
from itertools import takewhile

from engine.errors import Suggestion, SyntaxProblem
from engine.parse.complaints.making import Edit, Fields, refusal, repair, short
from engine.place import Place, Source
from engine.text import NUMBER, Tokens
from engine.text.characters import (
    LATIN_TWINS,
    MEANT,
    READ_AS,
    SUBSCRIPTS,
    is_hidden,
    is_letter,
    is_mark,
    is_name,
    is_unsafe,
)

QUOTES = "'\"`‘’“”«»"
CURLY = "{}"
LISTED = re.compile(r"\{[^(){}\[\]]*,")  # entries, not an operand
BARS = re.compile(r"\|([^|\r\n]+)\|")
REASONS = {
    QUOTES: "text_in_quotes",
    CURLY: "curly_brackets",
    "!": "factorial",
    "|‖": "bars",
    "\\": "backslash",
}
OTHER_WORDS = {"lambda": "lam"}  # a word of mathematics that Python keeps for itself
UNNEEDED = {"def": "unneeded_def", "return": "unneeded_return"}
UNNEEDED |= dict.fromkeys(("let", "var", "const"), "unneeded_let")  # before a name and its value
LOGIC = frozenset({"and", "or", "not", "if", "else", "in", "is"})
HALF = re.compile("[\ud800-\udfff]")
BROKEN_EXPONENT = re.compile(r"[eE][+-]?[0-9]*\.")
GAPS = " \t"  # what may lie between two values of one line
LONELY_SIGN = re.compile(rf"[+-](?![{GAPS}]*[\w.(\[√+-])")  # nothing that it could belong to
LEADING_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)")


def check_pairs(source: Source) -> None:
    """Half of a pair of code units is no character: it could not even be sent back."""
    if not source.text.isascii():
        half = HALF.search(source.text)
        if half is not None:
            raise character(source, half.start())


def fault(tokens: Tokens, at: int) -> SyntaxProblem:
    """A token that is nothing the language knows."""
    typed = tokens.typed(at)
    if tokens.texts[at][0] in ".0123456789":
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
        edits = [_apart(source.text, at, instead, typed) for at in _places(source.text, typed)]
        mended = repair("change_to", source, *edits, text=instead)
        return refusal(SyntaxProblem, "lookalike", source, place, mended, ch=typed, instead=instead)
    if is_hidden(typed):
        mended = repair("remove", source, *_unseen(source.text))
        return refusal(SyntaxProblem, "hidden_char", source, place, mended, ch=short(typed))
    if typed.isalnum() or is_mark(typed):
        return _letter(source, at)
    reason = next((reason for each, reason in REASONS.items() if typed in each), "unexpected_char")
    return refusal(SyntaxProblem, reason, source, place, _mended(source, at), ch=typed)


def _mended(source: Source, at: int) -> Suggestion | None:
    """Quotes go, curly brackets become round or square, bars around a value its absolute value."""
    typed, text = source.text[at], source.text
    if typed in QUOTES:
        edits = (_apart(text, at, "", QUOTES) for at in _places(text, QUOTES))
        return repair("remove", source, *edits)
    if typed in CURLY:
        pair = "[]" if LISTED.search(text) else "()"
        instead = text.translate(str.maketrans(CURLY, pair))
        return Suggestion("change_to", instead, {"text": " ".join(pair)})
    bars = BARS.match(text, at)
    if bars is not None:
        inside = f"abs({bars[1]})"
        return repair("change_to", source, (*bars.span(), inside), text=short(inside))
    if typed in "!\\" or _between_values(text, at):
        return None
    return repair("remove", source, (at, at + 1, ""))


def _between_values(text: str, at: int) -> bool:
    """Does this character stand for a sign? Without it two values would stand side by side."""
    before, after = text[:at].rstrip(GAPS)[-1:], text[at + 1 :].lstrip(GAPS)[:1]
    return _ends_word(before, ")]") and _ends_word(after, "([")


def _places(text: str, wanted: str) -> list[int]:
    """Where one of these characters stands."""
    return [at for at, each in enumerate(text) if each in wanted]


def _apart(text: str, at: int, instead: str, replaced: str) -> Edit:
    """One character replaced; what stood apart because of it still does: `2∞x` is not `2infx`.

    A neighbour that is replaced as well counts as what stands there afterwards.
    """
    follows = at > 0 and text[at - 1] in replaced
    if follows and not instead:
        return at, at + 1, ""  # the first of them has seen to it
    end = at + 1
    while not instead and end < len(text) and text[end] in replaced:
        end += 1
    before, after = instead[-1:] if follows else text[max(at - 1, 0) : at], text[end : end + 1]
    left = " " if _ends_word(before) and _ends_word((instead or after)[:1]) else ""
    right = " " if _ends_word(instead[-1:]) and _ends_word(after) else ""
    return at, at + 1, left + instead + right


def _ends_word(character: str, more: str = "_") -> bool:
    return character.isalnum() or (character != "" and character in more + "_")


def _letter(source: Source, at: int) -> SyntaxProblem:
    """A letter of another script; it may look like one of ours."""
    typed = source.text[at]
    number = f"U+{ord(typed):04X}"
    fields: Fields = {"ch": number if is_mark(typed) else f"{typed} ({number})"}
    twin = typed.translate(LATIN_TWINS)
    if twin != typed:
        mended = Suggestion("change_to", source.text.translate(LATIN_TWINS), {"text": twin})
    elif is_name(_rest_of_word(source.text, at)):
        mended = repair("remove", source, (at, at + 1, ""))
    else:
        mended = None  # nothing would be left of the name
    place = Place(at, at + 1)
    return refusal(SyntaxProblem, "name_letters", source, place, mended, **fields)


def _rest_of_word(text: str, at: int) -> str:
    """The word around a character, without it."""
    before = "".join(takewhile(_ends_word, reversed(text[:at])))
    return before[::-1] + "".join(takewhile(_ends_word, text[at + 1 :]))


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
    if reason == "unfinished_exponent" and LONELY_SIGN.match(
        source.text.translate(READ_AS), place.end
    ):
        instead = ""  # `1e+` is the beginning of a number, and no product
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
    if BROKEN_EXPONENT.match(rest):
        return "exponent_not_whole", ""
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
    if word in LOGIC:
        return refusal(SyntaxProblem, "reserved_logic", source, tokens.place(at), word=word)
    if word in UNNEEDED:
        return unneeded(tokens, at)
    reason = "reserved_name" if word.startswith("__") else "reserved_word"
    instead = OTHER_WORDS.get(word) or (word.strip("_") or "x") + "_"
    same = (number for number, text in enumerate(tokens.texts) if text == word)
    edits = [(*tokens.place(number), instead) for number in same]
    mended = repair("change_to", source, *edits, text=instead) if word in OTHER_WORDS else None
    return refusal(
        SyntaxProblem, reason, source, tokens.place(at), mended, word=short(word), instead=instead
    )


def unneeded(tokens: Tokens, at: int) -> SyntaxProblem:
    """A word of other languages that says nothing here."""
    word, source = tokens.texts[at], tokens.source
    without = repair(
        "remove_text", source, (tokens.starts[at], tokens.starts[at + 1], ""), text=word
    )
    place = tokens.place(at)
    return refusal(SyntaxProblem, UNNEEDED[word], source, place, without, word=word)
