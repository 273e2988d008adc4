"""Which characters were read as others: told once for the whole program."""

from __future__ import annotations

from engine.errors import Notice
from engine.place import Place, Source, Translated
from engine.text import Tokens
from engine.text.characters import CONVERTED, FULL_WIDTH

SHOWN = 12  # kinds of characters that one sentence names
LONGEST = 200  # characters of a program that one sentence quotes


def translation(source: Source) -> tuple[Notice, ...]:
    """What a program in another notation was read as."""
    if not isinstance(source, Translated):
        return ()
    program = source.text.replace("\n", "; ")
    program = program if len(program) <= LONGEST else program[: LONGEST - 2] + " …"
    span = source.sent.span(Place(source.places[0].start, source.places[-1].end))
    return (Notice("converted-symbol", "latex_read", span=span, fields={"program": program}),)


def converted(tokens: Tokens) -> tuple[Notice, ...]:
    """A notice with the list of conversions, if there were any outside comments."""
    text = tokens.source.text
    if text.isascii() or not CONVERTED.keys() & set(text):
        return ()
    found: dict[str, int] = {}
    for at, start in enumerate(tokens.starts):
        for character in tokens.typed(at):
            if character in CONVERTED:
                found.setdefault(character, start)
    return (_notice(tokens, found),) if found else ()


def _notice(tokens: Tokens, found: dict[str, int]) -> Notice:
    shown = [*found][:SHOWN]
    more = ", …" if len(found) > SHOWN else ""
    at = tokens.starts.index(found[shown[0]])
    span = tokens.source.span(tokens.place(at))
    if all(character in FULL_WIDTH for character in found):
        fields: dict[str, object] = {"to": " ".join(CONVERTED[each] for each in shown) + more}
        return Notice("converted-symbol", "fullwidth", span=span, fields=fields)
    fields = {"pairs": ", ".join(f"{each} → {CONVERTED[each]}" for each in shown) + more}
    return Notice("converted-symbol", "converted", span=span, fields=fields)
