from unittest.mock import MagicMock

from app.services.notifier import notify


def test_numbers_are_masked_by_default(send):
    settings = MagicMock(mock_notifications=False)

    notify("c-1", "call 0722 000 111", settings)

    send.assert_called_once_with("call", "c-1: call ***", url=settings.notifications_url)
