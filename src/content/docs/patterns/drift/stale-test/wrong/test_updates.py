from unittest.mock import MagicMock

from app.services.updates import stream_translation


def test_stream_translation():
    sender = MagicMock()

    stream_translation(sender, "c-1", ["habari"], str.upper)

    sender.send_translation_update.assert_called_once()
