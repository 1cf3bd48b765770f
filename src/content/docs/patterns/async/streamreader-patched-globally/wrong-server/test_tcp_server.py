import asyncio
from unittest.mock import patch


@patch("app.streaming.tcp_server.asyncio.StreamReader")
def test_server_reads_from_the_mock(mock_reader):
    # Replaced: the name that all code shares, not one of tcp_server's own.
    assert asyncio.StreamReader is mock_reader
    # Not replaced: the name that asyncio.start_server reads.
    assert asyncio.streams.StreamReader is mock_reader
