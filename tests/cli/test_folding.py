"""Lines on a terminal."""

import os
import pty
import termios

from stratkit.cli.folding import fold, folded

FINDING = "tomsk/card.yaml:30:1: \x1b[33mпредупреждение TRC030\x1b[0m: ни один результат не выражен числом\n   30 │ results: очень длинная строка файла, которая остаётся целой\n    что сделать: напишите, что можно измерить\n"


def test_words_stay_whole_and_lines_fit():
    lines = fold(FINDING, 40).splitlines()
    shown = [line.replace("\x1b[33m", "").replace("\x1b[0m", "") for line in lines]
    assert all(len(line) <= 40 for line in shown if "│" not in line)
    assert "   30 │ results: очень длинная строка файла, которая остаётся целой" in lines
    assert lines[-1].startswith("    ")
    assert " ".join(" ".join(shown).split()) == " ".join(FINDING.replace("\x1b[33m", "").replace("\x1b[0m", "").split())


def test_a_word_that_is_too_long_is_left_to_the_terminal():
    assert fold("короткое оченьдлинноеслово\n", 10) == "короткое\nоченьдлинноеслово\n"


def test_programs_read_whole_lines(tmp_path):
    with (tmp_path / "out").open("w") as stream:
        assert folded(FINDING, stream) == FINDING


def test_a_terminal_is_asked_for_its_width():
    leader, follower = pty.openpty()
    with os.fdopen(follower, "w") as stream:
        termios.tcsetwinsize(stream.fileno(), (24, 40))
        told = folded(FINDING, stream)
    os.close(leader)
    assert told == fold(FINDING, 40)
