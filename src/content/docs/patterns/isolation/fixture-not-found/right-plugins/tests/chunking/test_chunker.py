def test_keeps_a_chunk_that_just_fits(chunker):
    assert chunker.chunk("call me back") == ["call me", "back"]
