from unittest.mock import create_autospec

from app.services.notifier import notify
from app.settings import Settings


def test_notification_is_sent(send):
    settings = create_autospec(Settings({}), spec_set=True)

    notify("c-1", "ready", settings)

    send.assert_called_once_with("call", "c-1: ready", url=settings.notifications_url)
