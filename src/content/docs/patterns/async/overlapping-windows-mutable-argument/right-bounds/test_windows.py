import pytest

from app.streaming.tcp_server import WindowBuffer


@pytest.mark.parametrize("overlap", [0, 3])
def test_overlap_may_be(overlap):
    assert WindowBuffer(4, overlap, print).step == 4 - overlap


@pytest.mark.parametrize("overlap", [-1, 4])
def test_overlap_must_leave_a_step(overlap):
    with pytest.raises(ValueError, match=f"overlap must be from 0 to 3, not {overlap}"):
        WindowBuffer(4, overlap, print)
