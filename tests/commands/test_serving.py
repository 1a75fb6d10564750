"""The supervisor of the web server and the job worker outlives a failed seal, and leaves nothing."""

import logging

import pytest
from django.db import OperationalError

from joinedup.audit import seals
from joinedup.config import serving
from joinedup.config.logs import CodePlaceFormatter

HERE = ("127.0.0.1", 1)


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
        begun.append(Child(5 if not begun else 1000))
        return begun[-1]

    monkeypatch.setattr(serving.subprocess, "Popen", begin)
    monkeypatch.setattr(serving, "LOOK_SECONDS", 0)
    monkeypatch.setattr(serving, "SEAL_SECONDS", 0)
    monkeypatch.setattr(serving, "ANSWER_SECONDS", 0)
    monkeypatch.setattr(serving, "_is_answering", lambda *_at: True)
    return begun


def served(tmp_path, told=lambda: None):
    return serving.serve(serving.start_web(*HERE), HERE, tmp_path / "seals", told)


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
        assert served(tmp_path) == 1
    assert len(tried) == 3
    told = "".join(CodePlaceFormatter().format(one) for one in caplog.records)
    assert "OperationalError" in told and "secret" not in told
    assert all(child.is_ended for child in children)


def test_whatever_ends_the_supervisor_ends_its_processes(children, monkeypatch, tmp_path):
    def fail(_path):
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "_seal", fail)
    with pytest.raises(KeyboardInterrupt):
        served(tmp_path)
    assert len(children) == 2 and all(child.is_ended for child in children)


def test_the_address_is_told_only_when_a_page_comes_back(children, monkeypatch, tmp_path):
    told, answers = [], iter([False, True])
    monkeypatch.setattr(serving, "_seal", lambda _path: None)
    monkeypatch.setattr(serving, "_is_answering", lambda *_at: next(answers))
    served(tmp_path, lambda: told.append(len(children)))
    assert told == [1]


def test_a_web_server_that_never_answers_tells_no_address(children, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(serving, "_is_answering", lambda *_at: False)
    assert served(tmp_path, lambda: told.append(1)) == 1
    assert not told and len(children) == 1
