"""Every sentence exists in both languages, with the same fields, and blames nobody."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from engine import compile, parse
from engine.errors import EngineError, TooLarge
from engine.words import CATALOGUE, LONGEST, TITLES, Language, Words
from engine.words.repairs import REPAIRS
from engine.words.sentences import READING

ENGINE = Path(__file__).parents[3] / "engine"
SENTENCES = {**CATALOGUE, **{f"title {code}": words for code, words in TITLES.items()}}


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def reasons() -> set[str]:
    """The keys that the engine's own code gives to refusals, repairs and notices."""
    kinds = {kind.__name__ for kind in [*leaves(EngineError), *leaves(TooLarge)]}
    found = set()
    for file in ENGINE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = call.func.id if isinstance(call, ast.Call) and hasattr(call.func, "id") else ""
            if name in kinds and call.args and isinstance(call.args[0], ast.Constant):
                found.add(call.args[0].value)
    return found


def leaves(kind: type[EngineError]) -> list[type[EngineError]]:
    return [kind, *(leaf for child in kind.__subclasses__() for leaf in leaves(child))]


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_say_it_with_the_same_fields(key: str) -> None:
    english, chinese = SENTENCES[key]
    assert english.strip()
    assert chinese.strip()
    assert fields_of(english) == fields_of(chinese)


@pytest.mark.parametrize("key", SENTENCES)
def test_no_sentence_blames(key: str) -> None:
    words: Words = SENTENCES[key]
    assert "invalid" not in words.en.lower()
    assert not any(blame in words.zh for blame in ("非法", "错误输入"))


# what a person typed, or may type; numbers and shapes are no such thing
QUOTED = {
    "open", "close", "right", "op", "a", "b", "f", "g", "ch", "instead", "text", "word", "name",
    "number", "prefix", "sign", "path",
}  # fmt: skip
FIXED = {"unclosed_paren", "domain"}  # these two stand in the description of the API, word for word


@pytest.mark.parametrize("key", sorted(READING.keys() - REPAIRS.keys() - FIXED))
def test_what_can_be_typed_stands_in_backticks(key: str) -> None:
    for sentence in READING[key]:
        outside = "".join(sentence.split("`")[::2])
        assert sentence.count("`") % 2 == 0
        assert fields_of(outside) & QUOTED == set()


def test_every_reason_the_engine_gives_has_its_sentence() -> None:
    assert len(reasons()) > 20
    assert reasons() - CATALOGUE.keys() == set()


def test_every_code_has_its_title() -> None:
    codes = {kind.code for kind in leaves(EngineError) if not kind.__subclasses__()}
    assert codes == TITLES.keys()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_typed_is_never_echoed_at_length(language: Language) -> None:
    with pytest.raises(EngineError) as refused:
        compile(parse("x" * 100_000))({})
    assert len(refused.value.message(language)) < 2 * LONGEST
