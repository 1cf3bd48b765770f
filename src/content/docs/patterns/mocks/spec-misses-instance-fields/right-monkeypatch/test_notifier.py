from app.services.notifier import notify
from app.settings import settings


def test_notification_is_sent(send, monkeypatch):
    monkeypatch.setattr(settings, "mock_notifications", False)
    monkeypatch.setattr(settings, "notifications_url", "http://desk.test")

    notify("c-1", "ready", settings)

    send.assert_called_once_with("call", "c-1: ready", url="http://desk.test")
