"""Sends notifications to the notification service, which passes them on to people."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import requests

from ..settings import settings

TIMEOUT_SECONDS = 5


class NotificationError(RuntimeError):
    """The notification service answered with an error status."""


@lru_cache(maxsize=1)
def default_session() -> requests.Session:
    """Give the process's session, which keeps the connection open from one notification to the next."""
    return requests.Session()


def send_notification(
    kind: str, message: str, *, url: str | None = None, session: requests.Session | None = None
) -> str:
    """Send one notification and return its id.

    Raises NotificationError for a status of 400 or more. That the service can't be reached is
    passed on as requests' own ConnectionError or Timeout: trying again may help there.
    """
    return _post({"kind": kind, "message": message}, url, session)


def push_result(call_id: str) -> str:
    """Announce that the result of a call is ready; return the notification's id."""
    return send_notification("result", f"call {call_id} is ready")


def error_payload(task: str, exc: BaseException, task_id: str | None) -> dict[str, Any]:
    """Describe a failed task, in JSON's types only."""
    return {
        "kind": "error",
        "task": task,
        "error": type(exc).__name__,
        "message": str(exc),
        "task_id": task_id,
    }


def send_error_notification(
    task: str,
    exc: BaseException,
    task_id: str | None = None,
    session: requests.Session | None = None,
) -> str:
    """Report a failed task and return the notification's id. Raises as `send_notification` does."""
    return _post(error_payload(task, exc, task_id), None, session)


def _post(payload: dict[str, Any], url: str | None, session: requests.Session | None) -> str:
    http = session or default_session()
    response = http.post(url or settings.notifications_url, json=payload, timeout=TIMEOUT_SECONDS)
    try:
        response.raise_for_status()
    except requests.HTTPError as exc:
        raise NotificationError(f"notification service answered {response.status_code}") from exc
    return str(response.json()["id"])
