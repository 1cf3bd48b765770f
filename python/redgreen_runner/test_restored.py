from __future__ import annotations

import importlib.metadata
import sys
import zipfile
from pathlib import Path

import certifi
import certifi.core
import pytest

from .restored import let_go_of_files, put_back_files


def test_certificates_that_are_gone_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = tmp_path / "cacert.pem"
    monkeypatch.setattr(certifi.core, "_CACERT_PATH", str(lost))
    monkeypatch.setattr(certifi.core, "_CACERT_CTX", None)
    put_back_files()
    assert lost.exists()
    # Asked for next, they are unpacked anew.
    assert certifi.core._CACERT_PATH is None


def test_certificates_that_are_there_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "cacert.pem"
    there.write_text("mine", encoding="ascii")
    monkeypatch.setattr(certifi.core, "_CACERT_PATH", str(there))
    put_back_files()
    assert there.read_text(encoding="ascii") == "mine"


def test_without_certifi_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "certifi.core")
    put_back_files()


def test_metadata_in_an_archive_is_read_from_a_file_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "packages.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("mine-1.0.dist-info/METADATA", "Name: mine\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(archive)
    assert importlib.metadata.version("mine") == "1.0"
    let_go_of_files()
    with pytest.raises((AttributeError, ValueError)):
        importlib.metadata.version("mine")
    put_back_files()
    assert importlib.metadata.version("mine") == "1.0"
    let_go_of_files()
    put_back_files()
    assert importlib.metadata.version("mine") == "1.0"
