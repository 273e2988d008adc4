"""The server answers small requests at once, and refuses a port that is taken."""

from __future__ import annotations

import socket

import pytest

from server.commands.serve import listen


def test_an_answer_is_not_held_back_to_be_sent_with_the_next_one() -> None:
    with listen("127.0.0.1", 0) as listener:
        # asyncio turns Nagle's algorithm off only on sockets that name their protocol
        assert listener.proto == socket.IPPROTO_TCP


def test_a_port_that_is_taken_is_an_error_that_can_be_told() -> None:
    with listen("127.0.0.1", 0) as listener, pytest.raises(OSError, match="in use"):
        listen("127.0.0.1", listener.getsockname()[1])
