"""Every sentence of the server is there in both languages, and blames nobody."""

from __future__ import annotations

from string import Formatter

import pytest

from engine import words as engine_words
from engine.words import Words
from server import words
from server.commands.words import COMMANDS

ALL = words.TITLES | words.CATALOGUE | COMMANDS | words.WANTED
BLAMES = ("invalid", "illegal", "非法", "错误输入", "无效")

every_sentence = pytest.mark.parametrize("sentence", ALL.values(), ids=ALL.keys())


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@every_sentence
def test_both_languages_have_the_same_places_to_fill(sentence: Words) -> None:
    assert sentence.en
    assert sentence.zh
    assert places(sentence.en) == places(sentence.zh)


@every_sentence
def test_nobody_is_blamed(sentence: Words) -> None:
    assert not any(word in sentence.en.lower() or word in sentence.zh for word in BLAMES)


def test_no_sentence_has_the_key_of_one_of_the_engine() -> None:
    assert not words.CATALOGUE.keys() & engine_words.CATALOGUE.keys()
    assert not words.TITLES.keys() & engine_words.TITLES.keys()
