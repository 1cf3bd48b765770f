from unittest.mock import create_autospec

import pytest

from app.services.notifier import notify
from app.settings import Settings


@pytest.mark.parametrize(
    ("masked", "text"),
    [(True, "c-1: call ***"), (False, "c-1: call 0722 000 111")],
)
def test_notification_is_sent(send, masked, text):
    settings = create_autospec(
        Settings({}),
        spec_set=True,
        mock_notifications=False,
        mask_phone_numbers=masked,
        notifications_url="http://desk.test",
    )

    notify("c-1", "call 0722 000 111", settings)

    send.assert_called_once_with("call", text, url="http://desk.test")
