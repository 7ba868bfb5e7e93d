"""What the style guide shows: made-up people, verdicts and evidence, and every icon there is."""

import re
from typing import Any

from django.conf import settings

CODES = [f"{tier}-{number}" for tier in ("G", "SA") for number in range(1, 9)]
WORDS = {"met": "đạt", "not_met": "không đạt", "unknown": "chưa rõ", "not_applicable": "không áp dụng"}
NAMES = [
    ("Nguyễn Thị Hường", "Khoa Luật hình sự", 3, "met"),
    ("Trần Văn Đức", "Phòng Đào tạo", 5, "unknown"),
    ("Lê Thanh Bình", "Khoa Luật dân sự", 12, "not_met"),
    ("Phạm Ngọc Ánh", "Trung tâm Thông tin - Thư viện", 1, "not_applicable"),
]


def people() -> list[dict[str, Any]]:
    """Four people; their cells go through the four verdicts in turn."""
    verdicts = list(WORDS)
    return [
        {
            "name": name,
            "unit": unit,
            "years": years,
            "verdict": verdict,
            "cells": [(one, WORDS[one]) for one in (verdicts[(row + place) % 4] for place in range(len(CODES)))],
        }
        for row, (name, unit, years, verdict) in enumerate(NAMES)
    ]


def evidence() -> list[dict[str, Any]]:
    """One finding of each kind: with rows, and with what is missing."""
    return [
        {
            "title": "Hoàn thành xuất sắc nhiệm vụ được giao",
            "clause": "mục II.2.b",
            "verdict": "met",
            "sentence": "Xếp loại năm 2024: Hoàn thành xuất sắc nhiệm vụ.",
            "rows": [
                {"words": "Xếp loại 2024: Hoàn thành xuất sắc nhiệm vụ", "address": "#sg-verdicts", "source": "dòng 42"}
            ],
        },
        {
            "title": "Nội bộ đoàn kết",
            "clause": "mục II.2.b",
            "verdict": "unknown",
            "sentence": "Chưa có xác nhận năm 2024.",
            "missing": "Trưởng đơn vị chưa xác nhận.",
            "action": "Xác nhận",
        },
    ]


def icon_names() -> list[str]:
    """Names of the pictures in the sprite."""
    sprite = (settings.PACKAGE / "static" / "icons.svg").read_text(encoding="utf-8")
    return re.findall(r'<symbol[^>]*\bid="([^"]+)"', sprite)
