from unittest.mock import MagicMock, patch

from app.services.notifier import notify


@patch("app.services.notifier.send_notification", autospec=True)
def test_nothing_is_sent_in_a_demonstration(send):
    settings = MagicMock(mock_notifications=True)

    notify("c-1", "ready", settings)

    send.assert_not_called()
