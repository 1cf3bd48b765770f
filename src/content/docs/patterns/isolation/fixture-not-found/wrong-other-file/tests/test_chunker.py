import pytest

from app.services.text_chunker import TextChunker


@pytest.fixture
def chunker():
    return TextChunker(limit=7)


def test_keeps_a_chunk_that_just_fits(chunker):
    assert chunker.chunk("call me back") == ["call me", "back"]
