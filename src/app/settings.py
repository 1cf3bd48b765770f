"""Settings from environment variables, read once into the shared `settings`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


class Settings:
    """What a deployment can set, with the defaults for a laptop."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Read `environ`; a flag is on for `1` and off for anything else."""
        self.app_version = environ.get("APP_VERSION", "v1.0.0")
        self.agents_url = environ.get("AGENTS_URL", "http://agents.test")
        self.llm_url = environ.get("LLM_URL", "http://llm.test")
        self.notifications_url = environ.get("NOTIFICATIONS_URL", "http://notify.test/notifications")
        # Writes notifications to files instead of sending them: for a demonstration without a network.
        self.mock_notifications = environ.get("MOCK_NOTIFICATIONS", "0") == "1"
        self.mock_notifications_folder = environ.get("MOCK_NOTIFICATIONS_FOLDER", "mock_notifications")
        self.mask_phone_numbers = environ.get("MASK_PHONE_NUMBERS", "1") == "1"


@dataclass(frozen=True)
class Webhook:
    """Another system's address for notifications, and the kinds it wants (none named: all)."""

    url: str
    kinds: tuple[str, ...] = ()


settings = Settings(os.environ)
