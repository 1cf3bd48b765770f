def test_keeps_a_long_word_whole(chunker):
    assert chunker.chunk("a telephone") == ["a", "telephone"]
