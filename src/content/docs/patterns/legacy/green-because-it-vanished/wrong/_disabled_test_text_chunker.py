from app.services.text_chunker import TextChunker


def test_cuts_at_blanks():
    assert TextChunker(5).chunk("ab cd efg") == ["ab cd", "efg"]


def test_cuts_a_word_that_is_too_long():
    assert TextChunker(4).chunk("abcdef gh") == ["abcd", "ef", "gh"]
