from unittest.mock import create_autospec

import pytest
import requests

from app.services.notifications import NotificationError, send_notification


def test_send_notification_http_error():
    response = requests.Response()
    response.status_code = 500
    session = create_autospec(requests.Session, instance=True, spec_set=True)
    session.post.return_value = response

    with pytest.raises(NotificationError, match="answered 500$"):
        send_notification("call", "hello", session=session)
