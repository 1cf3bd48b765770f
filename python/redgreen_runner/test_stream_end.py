from __future__ import annotations

import pytest

from .stream_end import StreamEnd


def pair(capacity: int = 10) -> tuple[StreamEnd, StreamEnd]:
    one, other = StreamEnd(capacity), StreamEnd(capacity)
    one.join(other)
    return one, other


def send(end: StreamEnd, data: bytes) -> int:
    return end.send(memoryview(data))


def test_what_is_sent_arrives_in_order() -> None:
    one, other = pair()
    with pytest.raises(BlockingIOError):
        other.receive(1)
    assert send(one, b"abc") + send(one, b"def") == 6
    assert other.receive(4, peek=True) == b"abcd"
    assert other.receive(4) == b"abcd"
    assert other.receive(4) == b"ef"
    with pytest.raises(BlockingIOError):
        other.receive(1)


def test_a_full_buffer_takes_a_part_and_then_nothing() -> None:
    one, other = pair(capacity=4)
    assert send(one, b"abcdef") == 4
    assert [one.writable, other.writable] == [False, True]
    with pytest.raises(BlockingIOError):
        send(one, b"ef")
    other.receive(1)
    assert [one.writable, other.writable] == [True, True]
    assert send(one, b"ef") == 1


def test_the_end_comes_after_the_data() -> None:
    one, other = pair()
    send(one, b"last")
    one.end_writing()
    assert other.receive(10) == b"last"
    assert other.readable
    assert other.receive(10) == b""
    with pytest.raises(BrokenPipeError):
        send(one, b"more")
    assert send(other, b"answer") == 6
    assert one.receive(10) == b"answer"


def test_writing_to_one_that_left_fails_at_the_second_try() -> None:
    one, other = pair()
    other.close()
    assert one.receive(1) == b""
    assert one.writable
    assert send(one, b"x") == 1
    with pytest.raises(BrokenPipeError):
        send(one, b"y")


def test_leaving_unread_data_resets() -> None:
    one, other = pair()
    send(other, b"before")
    send(one, b"unread")
    other.close()
    assert one.receive(10) == b"before"
    with pytest.raises(ConnectionResetError):
        one.receive(10)
    assert one.receive(10) == b""
    with pytest.raises(BrokenPipeError):
        send(one, b"x")


def test_a_reset_is_also_heard_when_writing() -> None:
    one, other = pair()
    send(one, b"unread")
    other.close()
    with pytest.raises(ConnectionResetError):
        send(one, b"x")
    with pytest.raises(BrokenPipeError):
        send(one, b"x")


def test_closing_twice_and_reading_no_more() -> None:
    one, other = pair()
    one.end_reading()
    assert one.receive(1) == b""
    one.close()
    one.close()
    assert other.receive(1) == b""
