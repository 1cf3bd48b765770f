import pytest

from app.services.text_chunker import TextChunker


@pytest.fixture
def chunker():
    return TextChunker(limit=7)
