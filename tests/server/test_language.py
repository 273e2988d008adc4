"""An answer is in the language that was asked for."""

from __future__ import annotations

import pytest

from server.language import preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("zh", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("de,fr;q=0.9", "en"),
        ("de, zh-Hant;q=0.5", "zh"),
        ("en;q=0, zh;q=0.1", "zh"),
        ("*", "en"),
        ("zh;q=nonsense", "en"),
        (";;;,,,q=", "en"),
    ],
)
def test_the_best_of_our_languages_is_chosen(header: str, language: str) -> None:
    assert preferred(header) == language
