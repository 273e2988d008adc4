"""The brackets that can be open: around a value, around a list, around arguments."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.op import Parameter
from engine.parse.code import Calling, Settings
from engine.parse.complaints import settings, signs
from engine.parse.fixed import FIXED, read_keyword
from engine.parse.functions import FORMS
from engine.parse.literals import literal
from engine.parse.ranks import COMPARES, INFIX
from engine.parse.reader import Reader

COMPARISONS = frozenset(sign.op for sign in INFIX.values() if sign.rank == COMPARES)


@dataclass(slots=True)
class Parenthesis:
    """`( … )` around one value; and `[ … ]` while an index is read."""

    opener: int
    compares: bool = False

    def comma(self, reader: Reader) -> bool:
        raise signs.comma_elsewhere(reader)

    def close(self, reader: Reader) -> bool:
        verb, what, *_ = reader.code[-1]
        compared = self.compares and verb == "binary" and what in COMPARISONS
        if compared and reader.kinds[reader.at + 1] not in (",", ")"):
            raise signs.comparison_elsewhere(reader)
        reader.starts[-1] = reader.tokens.starts[self.opener]
        return reader.value()


@dataclass(slots=True)
class Listing:
    """`[ … ]` around the entries of a tensor, or around an operation's list of parts."""

    opener: int
    begins: int  # where its postfix begins
    call: Call | None = None  # the call that takes the entries one by one
    entries: int = 1
    compares: bool = False

    def comma(self, reader: Reader) -> bool:
        self.entries += 1
        reader.at += 1
        return False

    def close(self, reader: Reader) -> bool:
        if self.call is not None:
            return self.call.parts(self.entries, reader)
        del reader.starts[len(reader.starts) - self.entries + 1 :]
        reader.starts[-1] = reader.tokens.starts[self.opener]
        reader.value()
        rows = literal(reader.code[self.begins :], reader.tokens)
        if rows is None:
            reader.put("stack", self.entries)
        else:
            del reader.code[self.begins :]
            reader.put("literal", rows)
        return True


@dataclass(slots=True)
class Call:
    """`name( … )`: arguments by position, then those by keyword."""

    name: int  # the token of the name
    opener: int
    parameters: tuple[Parameter, ...]  # of a built-in operation; empty for other functions
    values: int = 0
    given: int = 0
    settings: Settings = field(default_factory=dict)

    @property
    def compares(self) -> bool:
        return self.given == 1 and self._takes(0) == "condition"

    def argument(self, reader: Reader) -> bool:
        """An argument begins: one that is known beforehand is read at once."""
        kinds, at = reader.kinds, reader.at
        if kinds[at] == "name" and kinds[at + 1] == "=":
            known = self.parameters
            reader.at = read_keyword(reader, at, self.name, known, self.settings)
            return self._goes_on(reader)
        takes = self._takes(self.given)
        self.given += 1
        if takes in FIXED:
            parameter = self.parameters[self.given - 1]
            self.settings[parameter.name], reader.at = FIXED[takes](reader, at)
            return self._goes_on(reader)
        if takes == "list":
            return self._list(reader)
        self.values += 1
        return False

    def parts(self, entries: int, reader: Reader) -> bool:
        """A list of parts has ended: its entries are operands of their own."""
        self.values += entries
        reader.at += 1
        return self._goes_on(reader)

    def comma(self, reader: Reader) -> bool:
        reader.at += 1
        return self.argument(reader)

    def close(self, reader: Reader) -> bool:
        tokens, starts = reader.tokens, reader.starts
        del starts[len(starts) - self.values :]
        starts.append(tokens.starts[self.name])
        reader.value()
        calling = Calling(
            tokens.texts[self.name], tokens.place(self.name), self.values, self.given, self.settings
        )
        reader.put("call", calling)
        return True

    def _takes(self, position: int) -> str:
        inside = position < len(self.parameters) and not self.parameters[position].keyword
        return self.parameters[position].takes if inside else "value"

    def _list(self, reader: Reader) -> bool:
        if reader.kinds[reader.at] != "[":
            raise settings.list_needed(reader, self.name)
        reader.open(Listing(reader.at, len(reader.code), self))
        reader.at += 1
        return False

    def _goes_on(self, reader: Reader) -> bool:
        """After an argument that is no value only a comma or the end may come."""
        kind = reader.kinds[reader.at]
        if kind == ",":
            return self.comma(reader)
        if kind == ")":
            return reader.shut().close(reader)
        raise settings.after_setting(reader)


def open_call(reader: Reader) -> bool:
    """The name before a round bracket is a function's."""
    at = reader.at
    name = reader.tokens.texts[at]
    form = None if name in reader.own else FORMS.get(name)
    call = Call(at, at + 1, form.parameters if form else ())
    reader.open(call)
    reader.at += 2
    if reader.kinds[reader.at] == ")":
        return reader.shut().close(reader)
    return call.argument(reader)
