"""What is not JSON by the standard is refused; what we send is."""

from __future__ import annotations

import json
import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words import LANGUAGES
from server.strict_json import NotStrict, read, sent, write
from server.words import sentence

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "no_body"),
        (b"  ", "no_body"),
        (b"{", "not_json"),
        (b"{'a': 1}", "not_json"),
        (b"\xff\xfe", "not_utf8"),
        (b'{"a": 1, "a": 2}', "duplicate_key"),
        (b"{" + b",".join(b'"%d":1' % at for at in range(50_000)) + b',"9":1}', "duplicate_key"),
        (b'{"a": NaN}', "not_finite_token"),
        (b'{"a": -Infinity}', "not_finite_token"),
        (b"1" * 5_000, "long_number"),
        (b"[" * 100_000 + b"]" * 100_000, "json_too_deep"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "json_too_deep"),
    ],
)
def test_what_is_wrong_with_a_body_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(NotStrict) as refused:
        read(body)
    assert refused.value.reason == reason
    for language in LANGUAGES:
        assert sentence(reason, language, refused.value.fields)


@given(anything)
def test_what_is_written_can_be_read_back(value: object) -> None:
    assert read(write(value)) == read(sent(value)) == value


@given(anything)
def test_nothing_that_is_sent_can_be_taken_for_markup(value: object) -> None:
    assert b"<" not in sent(["<script>", value])


def test_a_lone_surrogate_becomes_a_question_mark_and_not_a_crash() -> None:
    assert read(b'"\\ud800"') == "\ud800"
    assert json.loads(write("\ud800")) == "?"


@pytest.mark.parametrize(
    ("number", "spelt"), [(math.nan, "NaN"), (math.inf, "Infinity"), (-math.inf, "-Infinity")]
)
def test_a_number_that_json_lacks_is_spelt_out(number: float, spelt: str) -> None:
    assert read(write([number])) == [spelt]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost(number: float) -> None:
    assert struct.pack("d", read(write(number))) == struct.pack("d", number)
