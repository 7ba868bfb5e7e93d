"""The style guide shows what pages are made of: every verdict, every icon, a form with its errors."""

from tests.cast import Cast, signed_in


def test_every_verdict_icon_and_error_is_shown(cast: Cast) -> None:
    answer = signed_in(cast.administrator).get("/quan-tri/giao-dien/")

    page = answer.content.decode()
    icons = answer.context["icon_names"]
    assert [name for name in icons if f"icons.svg#{name}" not in page] == []
    assert "ripple" in icons
    assert [word for word in ("met", "not_met", "unknown", "not_applicable") if f'class="v {word}"' not in page] == []
    assert set(answer.context["form"].errors) == {"name", "reason", "kind", "agreed"}
