from app.services.notifier import notify, notify_webhook
from app.settings import Settings, Webhook


def test_notification_is_sent(send):
    settings = Settings({"NOTIFICATIONS_URL": "http://desk.test"})

    notify("c-1", "ready", settings)

    send.assert_called_once_with("call", "c-1: ready", url="http://desk.test")


def test_webhook_gets_the_message(send):
    webhook = Webhook("http://hook.test")

    assert notify_webhook(webhook, "result", "ready") is True

    send.assert_called_once_with("result", "ready", url="http://hook.test")
