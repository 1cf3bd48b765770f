from unittest.mock import patch

from app.services.notifications import push_result


def test_push_result():
    with patch("app.services.notifications.send_notification", autospec=True) as send:
        send.return_value = "n-1"

        assert push_result("c-1") == "n-1"

    send.assert_called_once_with("result", "call c-1 is ready")
