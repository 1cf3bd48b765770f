from unittest.mock import MagicMock, create_autospec

from app.services.notifier import notify_webhook
from app.settings import Webhook


def test_webhook_gets_the_message(send):
    webhook = MagicMock(spec=Webhook, kinds=())

    notify_webhook(webhook, "result", "ready")

    send.assert_called_once_with("result", "ready", url=webhook.url)


def test_webhook_gets_the_message_with_autospec(send):
    webhook = create_autospec(Webhook, instance=True, kinds=())

    notify_webhook(webhook, "result", "ready")

    send.assert_called_once_with("result", "ready", url=webhook.url)
