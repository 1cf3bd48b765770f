import pytest

from app.services.text_chunker import TextChunker


class TestShortWords:
    @pytest.fixture
    def chunker(self):
        return TextChunker(limit=7)

    def test_keeps_a_chunk_that_just_fits(self, chunker):
        assert chunker.chunk("call me back") == ["call me", "back"]


class TestLongWords:
    def test_keeps_a_long_word_whole(self, chunker):
        assert chunker.chunk("a telephone") == ["a", "telephone"]
