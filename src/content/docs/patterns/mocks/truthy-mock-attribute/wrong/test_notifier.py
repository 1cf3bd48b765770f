from unittest.mock import MagicMock

from app.services.notifier import notify


def test_notification_is_sent(send):
    settings = MagicMock()

    notify("c-1", "ready", settings)

    send.assert_called_once_with("call", "c-1: ready", url=settings.notifications_url)
