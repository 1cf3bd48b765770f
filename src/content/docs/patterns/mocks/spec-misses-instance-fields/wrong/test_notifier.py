from unittest.mock import MagicMock

from app.services.notifier import notify
from app.settings import Settings


def test_notification_is_sent(send):
    settings = MagicMock(spec=Settings)

    notify("c-1", "ready", settings)

    send.assert_called_once_with("call", "c-1: ready", url="http://notify.test/notifications")
