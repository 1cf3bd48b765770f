from __future__ import annotations

import pytest

from .paths import path_inside, short_path


@pytest.mark.parametrize(
    ("path", "folder", "rest"),
    [
        ("/run/test_a.py", "/run", "test_a.py"),
        ("/run/sub/test_a.py", "/run/", "sub/test_a.py"),
        ("/running/test_a.py", "/run", None),
        ("/run", "/run", None),
        ("C:\\run\\sub\\a.py", "C:\\run", "sub/a.py"),
        ("/anything", "/", None),
        ("/anything", "", None),
    ],
)
def test_path_inside(path: str, folder: str, rest: str | None) -> None:
    assert path_inside(path, folder) == rest


def test_the_run_comes_before_packages_and_the_deepest_package_root_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.path", ["", "/lib", "/lib/packages.zip", "/home/run"])
    assert short_path("/home/run/app/a.py", "/home/run") == "app/a.py"
    assert short_path("/lib/packages.zip/celery/app/task.py", "/home/run") == "celery/app/task.py"
    assert short_path("/lib/asyncio/locks.py", "/home/run") == "asyncio/locks.py"
    assert short_path("/elsewhere/a.py", "/home/run") == "/elsewhere/a.py"
    assert short_path("<frozen importlib._bootstrap>", "/home/run") == "<frozen importlib._bootstrap>"
