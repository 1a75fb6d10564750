"""The supervisor of the web server and the job worker outlives a failed seal, and leaves nothing."""

import logging

import pytest
from django.db import OperationalError

from joinedup.audit import seals
from joinedup.config import serving
from joinedup.config.logs import CodePlaceFormatter


class Child:
    """A process that ends by itself after some looks."""

    def __init__(self, looks):
        self.looks, self.is_ended = looks, False

    def poll(self):
        self.looks -= 1
        return None if self.looks >= 0 else 0

    def terminate(self):
        self.is_ended = True

    def wait(self, _seconds):
        return 0


@pytest.fixture
def children(monkeypatch):
    begun = []

    def begin(_command):
        begun.append(Child(3 if not begun else 1000))
        return begun[-1]

    monkeypatch.setattr(serving.subprocess, "Popen", begin)
    monkeypatch.setattr(serving, "LOOK_SECONDS", 0)
    monkeypatch.setattr(serving, "SEAL_SECONDS", 0)
    return begun


@pytest.mark.django_db
def test_a_seal_that_fails_is_tried_again_and_told_without_its_words(
    children, monkeypatch, tmp_path, caplog
):
    tried = []

    def fail():
        tried.append(1)
        raise OperationalError("server closed: secret words")

    monkeypatch.setattr(seals, "seal_now", fail)
    with caplog.at_level(logging.ERROR):
        assert serving.serve("127.0.0.1", 1, tmp_path / "seals") == 1
    assert len(tried) == 3
    told = "".join(CodePlaceFormatter().format(one) for one in caplog.records)
    assert "OperationalError" in told and "secret" not in told
    assert all(child.is_ended for child in children)


def test_whatever_ends_the_supervisor_ends_its_processes(children, monkeypatch, tmp_path):
    def fail(_path):
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "_seal", fail)
    with pytest.raises(KeyboardInterrupt):
        serving.serve("127.0.0.1", 1, tmp_path / "seals")
    assert len(children) == 2 and all(child.is_ended for child in children)
