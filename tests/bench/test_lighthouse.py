"""What the bench makes of Lighthouse's report, and of a machine without it."""

from pathlib import Path
from typing import Any

import pytest

from bench.databases import Databases
from bench.lighthouse import Judgement, NotMeasured, heads, read
from bench.measures.accessibility import accessibility
from bench.measures.wanted import Wanted

ADDRESS = "http://127.0.0.1:8000/ra-soat/"


def report(score: float, **more: Any) -> dict[str, Any]:
    audits = {
        "color-contrast": {"id": "color-contrast", "score": score, "scoreDisplayMode": "binary"},
        "tabindex": {"id": "tabindex", "score": 1, "scoreDisplayMode": "binary"},
        "video-caption": {"id": "video-caption", "score": None, "scoreDisplayMode": "notApplicable"},
    }
    category = {"accessibility": {"score": 0.94 if score < 1 else 1}}
    return {"audits": audits, "categories": category, "finalDisplayedUrl": ADDRESS, **more}


def test_a_judgement_is_the_score_and_the_rules_broken() -> None:
    assert read(report(0), ADDRESS) == Judgement(94, ("color-contrast",))
    assert read(report(1), ADDRESS) == Judgement(100, ())


def test_another_page_than_the_one_asked_for_is_no_judgement() -> None:
    with pytest.raises(NotMeasured):
        read(report(1, finalDisplayedUrl="http://127.0.0.1:8000/dang-nhap/"), ADDRESS)


def test_a_rule_that_could_not_be_tried_is_no_judgement() -> None:
    spoilt = report(1)
    spoilt["audits"]["tabindex"]["scoreDisplayMode"] = "error"

    with pytest.raises(NotMeasured):
        read(spoilt, ADDRESS)


def test_the_session_is_in_a_file_that_goes_away(tmp_path: Path) -> None:
    with heads(tmp_path, "abc") as path:
        assert (path.read_text(), path.stat().st_mode & 0o777) == ('{"Cookie": "sessionid=abc"}', 0o600)

    assert list(tmp_path.iterdir()) == []


def test_without_node_the_table_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    (row,) = accessibility(Wanted(Databases(tmp_path, "")))

    assert (row.measured, row.verdict) == ("CHƯA ĐO: máy này không có node và npm", "CHƯA ĐẠT")
