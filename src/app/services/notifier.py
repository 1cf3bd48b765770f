"""Decides how a notification goes out: masked or not, sent or written to a file, to whom."""

from __future__ import annotations

import json
import os
import re

from ..settings import Settings, Webhook
from .notifications import send_notification

PHONE_NUMBER = re.compile(r"\+?\d[\d -]{5,}\d")


def notify(call_id: str, message: str, settings: Settings) -> None:
    """Send a message about a call, or with `mock_notifications` on write it to a file.

    Raises as `send_notification` does, or OSError where the file can't be written.
    """
    if settings.mock_notifications:
        _write(settings.mock_notifications_folder, call_id, _masked(message, settings))
    else:
        text = f"{call_id}: {_masked(message, settings)}"
        send_notification("call", text, url=settings.notifications_url)


def notify_webhook(webhook: Webhook, kind: str, message: str) -> bool:
    """Send a message to another system if it wants this kind; return whether it was sent."""
    if webhook.kinds and kind not in webhook.kinds:
        return False
    send_notification(kind, message, url=webhook.url)
    return True


def _masked(message: str, settings: Settings) -> str:
    return PHONE_NUMBER.sub("***", message) if settings.mask_phone_numbers else message


def _write(folder: str, call_id: str, message: str) -> None:
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"{call_id}.json"), "w", encoding="utf-8") as file:
        json.dump({"call_id": call_id, "message": message}, file)
