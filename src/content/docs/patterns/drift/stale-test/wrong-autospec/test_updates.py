from unittest.mock import create_autospec

from app.services.updates import UpdateSender, stream_translation


def test_stream_translation():
    sender = create_autospec(UpdateSender, instance=True)

    stream_translation(sender, "c-1", ["habari"], str.upper)

    sender.send_translation_update.assert_called_once()
