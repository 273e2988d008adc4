"""One name for every node: the name it was bound to, or else its text as it was typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from engine.node import Binding, Node
from engine.place import Place, Source
from engine.text import LINE_ENDS, Tokens, tokens_of
from engine.text.characters import SUPERSCRIPTS
from engine.words.language import Words

LONGEST = 120  # a sum of 100,000 terms has as many nodes; whole texts would grow with the square
CUT = " … "
LONGEST_CITED = 60  # of a name that somebody sent
FEW = 12
NONE = Words("none", "无")
BETWEEN = frozenset(["*", "/", "%", "@", "^", "**", "<", "<=", ">", ">=", "==", "!="])
BETWEEN_OR_BEFORE = frozenset("+-")
ENDS_A_VALUE = frozenset({"name", "number", ")", "]", *SUPERSCRIPTS})


def names_of(source: Source, nodes: Sequence[Node], bindings: Sequence[Binding]) -> tuple[str, ...]:
    """Bound nodes by their names; the others by their texts, told apart by #2, #3 …"""
    bound: dict[int, str] = {}
    for number, label in labels(nodes, bindings):
        bound.setdefault(number, label)
    texts = _Texts(source) if len(bound) < len(nodes) else None
    times = defaultdict(int, dict.fromkeys(bound.values(), 1))
    names: list[str] = []
    for node in nodes:
        name = bound.get(node.id)
        if name is None and texts is not None:
            name = texts.of(node.place)
            times[name] += 1
            name = name if times[name] == 1 else f"{name}#{times[name]}"
        names.append(name or "")
    return tuple(names)


def listed(names: Iterable[str]) -> str | Words:
    """A dozen names for a person to choose from; long ones shortened."""
    return ", ".join(_shortened(name) for name in islice(names, FEW)) or NONE


def cited(name: object) -> str:
    """A name that somebody sent, as a sentence tells it: never at length."""
    return str(name)[:LONGEST_CITED]


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    half = (LONGEST - len(CUT)) // 2
    return text[:half] + CUT + text[-half:]


def labels(nodes: Sequence[Node], bindings: Sequence[Binding]) -> list[tuple[int, str]]:
    """Which node each name stood for, in order: the last one has the plain name, others h@1 …"""
    own = ((node.name, node.id) for node in nodes if node.name is not None)
    stood_for: dict[str, list[int]] = defaultdict(list)
    order: list[tuple[int, str, int]] = []
    for name, node in chain(own, ((each.name, each.node) for each in bindings)):
        places = stood_for[name]
        if not places or places[-1] != node:
            places.append(node)
            order.append((node, name, len(places)))
    return [
        (node, name if number == len(stood_for[name]) else f"{name}@{number}")
        for node, name, number in order
    ]


class _Texts:
    """The program with its spaces normalised, and where each place of it went."""

    def __init__(self, source: Source) -> None:
        tokens = tokens_of(source)
        self.source = source
        self.begins: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        self.text = self._normalise(tokens)

    def of(self, place: Place) -> str:
        begin, end = self.begins.get(place.start), self.ends.get(place.end)
        if begin is None or end is None:
            return _shortened(self.source.text[place.start : place.end])
        return _shortened(self.text[begin:end])

    def _normalise(self, tokens: Tokens) -> str:
        pieces: list[str] = []
        begins, ends, length, text = self.begins, self.ends, 0, tokens.source.text
        places = zip(_spaces(tokens), tokens.kinds, tokens.starts, tokens.ends, strict=True)
        for space, kind, start, end in places:
            length += len(space)
            begins[start] = length
            pieces.append(space)
            if kind not in LINE_ENDS:
                length += end - start
                pieces.append(text[start:end])
            ends[end] = length
        return "".join(pieces)


def _spaces(tokens: Tokens) -> Iterator[str]:
    """The space before each token: around signs between two values, after a comma."""
    gap, before = False, "newline"
    for at, kind in enumerate(tokens.kinds):
        sign = kind in BETWEEN or (kind in BETWEEN_OR_BEFORE and before in ENDS_A_VALUE)
        # 2 e typed apart stays apart: 2e would read as half a number
        word = kind == "name" and before == "number" and tokens.starts[at] > tokens.ends[at - 1]
        yield " " if gap or sign or word else ""
        gap = sign or kind == ","
        before = kind
