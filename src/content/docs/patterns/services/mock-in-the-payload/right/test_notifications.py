import json

import responses

from app.services.notifications import send_error_notification

URL = "http://notify.test/notifications"


@responses.activate
def test_send_error_notification():
    sent = responses.post(URL, json={"id": "n-1"})

    send_error_notification("app.clean_text", ValueError("nothing to clean"), "t-1")

    assert json.loads(sent.calls[0].request.body) == {
        "kind": "error",
        "task": "app.clean_text",
        "error": "ValueError",
        "message": "nothing to clean",
        "task_id": "t-1",
    }
