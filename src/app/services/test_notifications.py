import json

import pytest
import requests
import responses
from responses import matchers

from app.services.notifications import (
    NotificationError,
    error_payload,
    push_result,
    send_error_notification,
    send_notification,
)

URL = "http://notify.test/notifications"


@responses.activate
def test_posts_kind_and_message_and_gives_the_id() -> None:
    expected = matchers.json_params_matcher({"kind": "call", "message": "hello"})
    responses.post(URL, json={"id": "n-1"}, match=[expected])

    assert send_notification("call", "hello") == "n-1"


@responses.activate
def test_takes_another_address_and_session() -> None:
    responses.post("http://hook.test/in", json={"id": 7})

    with requests.Session() as session:
        assert send_notification("call", "hello", url="http://hook.test/in", session=session) == "7"


@pytest.mark.parametrize("status", [400, 404, 500, 503])
@responses.activate
def test_an_error_status_is_named(status: int) -> None:
    responses.post(URL, status=status)

    with pytest.raises(NotificationError, match=f"answered {status}$") as caught:
        send_notification("call", "hello")
    assert isinstance(caught.value.__cause__, requests.HTTPError)


@responses.activate
def test_no_connection_is_passed_on() -> None:
    responses.post(URL, body=requests.ConnectionError("down"))

    with pytest.raises(requests.ConnectionError, match="down"):
        send_notification("call", "hello")


@responses.activate
def test_push_result_says_which_call() -> None:
    expected = matchers.json_params_matcher({"kind": "result", "message": "call c-1 is ready"})
    responses.post(URL, json={"id": "n-1"}, match=[expected])

    assert push_result("c-1") == "n-1"


@responses.activate
def test_an_error_is_reported_with_its_task() -> None:
    sent = responses.post(URL, json={"id": "n-1"})

    assert send_error_notification("app.clean_text", ValueError("nothing"), task_id="t-1") == "n-1"

    [exchange] = sent.calls
    assert json.loads(exchange.request.body or b"") == {
        "kind": "error",
        "task": "app.clean_text",
        "error": "ValueError",
        "message": "nothing",
        "task_id": "t-1",
    }


@pytest.mark.parametrize(
    ("exc", "error", "message"),
    [
        (ValueError("nothing"), "ValueError", "nothing"),
        (KeyError("label"), "KeyError", "'label'"),
        (RuntimeError(), "RuntimeError", ""),
    ],
)
def test_an_error_payload_is_plain_json(exc: Exception, error: str, message: str) -> None:
    payload = error_payload("app.clean_text", exc, None)

    assert json.loads(json.dumps(payload)) == payload
    assert (payload["error"], payload["message"], payload["task_id"]) == (error, message, None)
