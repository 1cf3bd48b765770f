from unittest.mock import Mock

import pytest

from app.services.notifications import NotificationError, send_notification


def test_send_notification_http_error():
    session = Mock()
    session.post.return_value.status_code = 500

    with pytest.raises(NotificationError):
        send_notification("call", "hello", session=session)
