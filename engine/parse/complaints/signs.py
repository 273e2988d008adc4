"""Signs, commas and brackets where they cannot be understood."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from engine.errors import SyntaxProblem
from engine.parse.complaints import characters
from engine.parse.complaints.making import refusal, repair, short
from engine.parse.functions import CONSTANTS, FORMS
from engine.parse.ranks import INFIX
from engine.parse.reader import Reader
from engine.place import Place, Source
from engine.text import LINE_ENDS
from engine.text.brackets import CLOSERS
from engine.text.characters import READ_AS, SUPERSCRIPTS
from engine.words.language import Words

LEFT, RIGHT = Words("left", "左"), Words("right", "右")
OPENERS = {closer: opener for opener, closer in CLOSERS.items()}
ENDS = LINE_ENDS | {";"}
# as English and Chinese group digits: 1,000 and 12,345,678.9
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]*)?")


def unexpected(reader: Reader, stands: bool) -> SyntaxProblem:
    """A token that cannot come here: after a value if one stands, else where one should begin."""
    kind = reader.kinds[reader.at]
    if kind == "fault":
        return characters.fault(reader.tokens, reader.at)
    if kind == "reserved":
        return characters.reserved(reader.tokens, reader.at)
    if kind == "=":
        return _assignment(reader)
    if not stands:
        return _no_value(reader)
    if kind == "number":
        return beside(reader)
    return characters.character(reader.tokens.source, reader.tokens.starts[reader.at])


def _no_value(reader: Reader) -> SyntaxProblem:
    """A value should begin here, and does not."""
    kinds, at = reader.kinds, reader.at
    before = kinds[at - 1] if at else "newline"
    if kinds[at] in OPENERS and not reader.frames:
        return _extra(reader)
    if kinds[at] in ENDS or kinds[at] in OPENERS:
        if before in CLOSERS:
            return _nothing_inside(reader)
        if before == "," and kinds[at] in OPENERS:
            return _trailing_comma(reader)
        return _operand(reader, at - 1, RIGHT)
    if kinds[at] in INFIX or kinds[at] in SUPERSCRIPTS or kinds[at] == ",":
        return _operand(reader, at, LEFT)
    return characters.character(reader.tokens.source, reader.tokens.starts[at])


def _operand(reader: Reader, at: int, side: Words) -> SyntaxProblem:
    tokens = reader.tokens
    return refusal(
        SyntaxProblem,
        "missing_operand",
        tokens.source,
        tokens.place(at),
        op=short(tokens.typed(at)),
        side=side,
    )


def _nothing_inside(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    if reader.kinds[at] in ENDS:
        return unclosed(reader)
    return refusal(SyntaxProblem, "empty_brackets", tokens.source, tokens.place(at - 1, at))


def _trailing_comma(reader: Reader) -> SyntaxProblem:
    source, comma = reader.tokens.source, reader.tokens.place(reader.at - 1)
    mended = repair("remove", source, (*comma, ""))
    return refusal(SyntaxProblem, "trailing_comma", source, comma, mended)


def _extra(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    source, place = tokens.source, tokens.place(at)
    mended = repair("remove", source, (*place, ""))
    return refusal(SyntaxProblem, "extra_paren", source, place, mended, close=tokens.typed(at))


def check_closer(reader: Reader) -> None:
    """A closing bracket needs an open one of its kind."""
    if not reader.frames:
        raise _extra(reader)
    tokens, at, opener = reader.tokens, reader.at, reader.frames[-1].opener
    right = CLOSERS[reader.kinds[opener]]
    if reader.kinds[at] == right:
        return
    place = tokens.place(at)
    mended = repair("change_to", tokens.source, (*place, right), text=right)
    fields = {"close": tokens.typed(at), "open": tokens.typed(opener), "right": right}
    raise refusal(SyntaxProblem, "mismatched_paren", tokens.source, place, mended, **fields)


def unclosed(reader: Reader) -> SyntaxProblem:
    """The line ends while brackets are open; the repair closes all of them."""
    tokens, opener = reader.tokens, reader.frames[-1].opener
    needed = "".join(CLOSERS[reader.kinds[frame.opener]] for frame in reversed(reader.frames))
    end = tokens.ends[reader.at - 1]
    mended = repair("add", tokens.source, (end, end, needed), text=short(needed))
    return refusal(
        SyntaxProblem,
        "unclosed_paren",
        tokens.source,
        tokens.place(opener),
        mended,
        open=tokens.typed(opener),
        close=CLOSERS[reader.kinds[opener]],
    )


def comma_elsewhere(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    source, place = tokens.source, tokens.place(at)
    if reader.kinds[at - 1] == reader.kinds[at + 1] == "number":
        grouped = THOUSANDS.match(source.text.translate(READ_AS), tokens.starts[at - 1])
        if grouped is not None:
            return _thousands(source, Place(*grouped.span()), grouped[0].replace(",", ""))
        number = tokens.texts[at - 1] + "." + tokens.texts[at + 1]
        if number.count(".") == 1:
            mended = repair(
                "change_to", source, (*tokens.place(at - 1, at + 1), number), text=number
            )
            return refusal(
                SyntaxProblem, "decimal_comma", source, place, mended, number=short(number)
            )
    return refusal(SyntaxProblem, "stray_comma", source, place)


def _thousands(source: Source, place: Place, number: str) -> SyntaxProblem:
    """`1,000`: not a decimal comma."""
    mended = repair("change_to", source, (*place, number), text=short(number))
    return refusal(SyntaxProblem, "grouped_digits", source, place, mended, instead=short(number))


def chained(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    return refusal(SyntaxProblem, "comparison_chain", tokens.source, tokens.place(at))


def comparison_elsewhere(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    return refusal(SyntaxProblem, "comparison_place", tokens.source, tokens.place(at))


def two_superscripts(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    return refusal(SyntaxProblem, "two_superscripts", tokens.source, tokens.place(at - 1, at))


def number_with_index(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    return refusal(SyntaxProblem, "index_after_number", tokens.source, tokens.place(at))


def _assignment(reader: Reader) -> SyntaxProblem:
    tokens, at = reader.tokens, reader.at
    name = short(tokens.typed(at - 1)) if at and reader.kinds[at - 1] == "name" else "x"
    reason = "assignment_inside" if reader.frames else "assignment_place"
    return refusal(SyntaxProblem, reason, tokens.source, tokens.place(at), name=name)


def beside(reader: Reader) -> SyntaxProblem:
    """Two values with nothing between them: a product, or a function without its brackets."""
    tokens, at, last = reader.tokens, reader.at, reader.last
    binds = reader.kinds[at : at + 2] == ("name", "=")
    if binds and reader.frames:
        return unclosed(reader)  # the next line has begun
    if tokens.texts[last] in characters.UNNEEDED and _begins_binding(reader, last):
        return characters.unneeded(tokens, last)
    a, b = short(tokens.typed(last)), short(tokens.typed(at))
    source, place = tokens.source, tokens.place(last, at)
    if reader.kinds[last] == "name" and tokens.texts[last] in FORMS:
        edits = (tokens.ends[last], tokens.starts[at], "("), (tokens.ends[at], tokens.ends[at], ")")
        ends = reader.kinds[at + 1] not in "([."  # where `sin cos(x)` is to end is not guessed
        mended = repair("change_to", source, *edits, text=f"{a}({b})") if ends else None
        return refusal(SyntaxProblem, "bare_argument", source, place, mended, f=a)
    between = (tokens.ends[last], tokens.starts[at], "*")
    if reader.kinds[at] == "(":
        mended = repair("change_to", source, between, text=f"{a}*(…)")
        return refusal(SyntaxProblem, "not_callable", source, place, mended, a=a)
    mended = repair("change_to", source, between, text=f"{a}*{b}")
    return refusal(SyntaxProblem, "missing_sign", source, place, mended, a=a, b=b)


def _begins_binding(reader: Reader, at: int) -> bool:
    """Is this word the first of a line that binds a name, or a function, behind it?"""
    line = takewhile(lambda kind: kind not in ENDS, islice(reader.kinds, at, None))
    return (at == 0 or reader.kinds[at - 1] in ENDS) and "=" in line


def attribute(reader: Reader) -> SyntaxProblem:
    """A dot: the transpose may follow; before a function no library's name is needed."""
    tokens, root = reader.tokens, reader.last
    named = _after_dots(reader, root)
    function = tokens.texts[named]
    known = function in FORMS or function in CONSTANTS
    if reader.kinds[root] != "name" or named == root or not known:
        return refusal(SyntaxProblem, "attribute", tokens.source, tokens.place(reader.at))
    prefix = tokens.source.text[tokens.starts[root] : tokens.starts[named]]
    same = (at for at, text in enumerate(tokens.texts) if text == tokens.texts[root])
    edits = [(tokens.starts[at], tokens.starts[_after_dots(reader, at)], "") for at in same]
    mended = repair("remove_text", tokens.source, *edits, text=short(prefix))
    place = tokens.place(root, named)
    fields = {"prefix": short(prefix), "f": function}
    return refusal(SyntaxProblem, "library_prefix", tokens.source, place, mended, **fields)


def _after_dots(reader: Reader, at: int) -> int:
    """The last name of `torch.nn.functional.relu`."""
    while reader.kinds[at + 1] == "." and reader.kinds[at + 2] == "name":
        at += 2
    return at
