from unittest.mock import patch

from app.services import notifications


def test_push_result():
    with patch.object(notifications, "push_result", return_value="n-1") as push_result:
        answer = notifications.push_result("c-1")

    assert answer == "n-1"
    push_result.assert_called_once_with("c-1")
