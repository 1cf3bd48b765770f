import pytest

from app.settings import Settings


def test_defaults_are_safe_for_a_laptop() -> None:
    assert vars(Settings({})) == {
        "app_version": "v1.0.0",
        "agents_url": "http://agents.test",
        "llm_url": "http://llm.test",
        "notifications_url": "http://notify.test/notifications",
        "mock_notifications": False,
        "mock_notifications_folder": "mock_notifications",
        "mask_phone_numbers": True,
    }


def test_takes_addresses_from_the_environment() -> None:
    settings = Settings({"LLM_URL": "http://other.test", "AGENTS_URL": "http://desk.test"})

    assert (settings.llm_url, settings.agents_url) == ("http://other.test", "http://desk.test")


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False), ("true", False)])
def test_a_flag_is_on_for_1_only(value: str, on: bool) -> None:
    settings = Settings({"MOCK_NOTIFICATIONS": value, "MASK_PHONE_NUMBERS": value})

    assert settings.mock_notifications is on
    assert settings.mask_phone_numbers is on
