from unittest.mock import create_autospec

import pytest
import requests

from app.services.notifications import send_notification


@pytest.fixture
def session():
    session = create_autospec(requests.Session, instance=True, spec_set=True)
    session.post.return_value.json.return_value = {"id": "n-1"}
    return session


def test_send_notification(session):
    assert send_notification("result", "call c-1 is ready", session=session) == "n-1"

    session.post.assert_called_once_with(
        "http://notify.test/notifications",
        json={"kind": "result", "message": "call c-1 is ready"},
        timeout=5,
    )
