import json

import pytest

from app.services.notifications import error_payload


def payload(exc=None, *, task="app.clean_text", task_id="t-1"):
    """A payload of plain values; a test names only what it is about."""
    return error_payload(task, exc or ValueError("nothing to clean"), task_id)


@pytest.mark.parametrize(
    ("exc", "error", "message"),
    [
        (ValueError("nothing to clean"), "ValueError", "nothing to clean"),
        (KeyError("label"), "KeyError", "'label'"),
        (RuntimeError(), "RuntimeError", ""),
    ],
)
def test_error_and_message(exc, error, message):
    made = payload(exc)

    assert (made["error"], made["message"]) == (error, message)


def test_payload_survives_json():
    made = payload(task_id=None)

    assert json.loads(json.dumps(made)) == made
