"""Signed texts: they come back as they went, and nobody else can make one."""

from __future__ import annotations

import pytest

from server.errors import Refused
from server.web.tokens import opened, signed

CONTENT = {"source": "(a+b)*(b+1)", "列": [1, 2.5, None]}


def test_what_was_signed_comes_back() -> None:
    assert opened(signed(CONTENT, "ours"), "ours") == CONTENT


@pytest.mark.parametrize("token", ["", ".", "a", "a.b", "ä.ö", signed(CONTENT, "theirs"), "=.="])
def test_what_we_did_not_sign_is_refused(token: str) -> None:
    with pytest.raises(Refused, match="bad_token"):
        opened(token, "ours")


def test_a_token_that_was_touched_is_refused() -> None:
    token = signed(CONTENT, "ours")
    for at in range(0, len(token), 7):
        changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        with pytest.raises(Refused):
            opened(changed, "ours")
