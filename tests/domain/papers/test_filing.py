"""Names of files in a package stay the same."""

from lantoa.domain.papers.filing import file_name, folder


def test_a_folder_names_year_and_tier() -> None:
    assert [folder(tier, 2024) for tier in ("school-annual", "school-period", "sector-annual", "sector-period")] == [
        "2024/SA",
        "2024/SP",
        "2024/MA",
        "2024/MP",
    ]


def test_a_file_is_numbered_and_named_without_accents() -> None:
    assert file_name("school-annual", 2024, "CN", 12, "Nguyễn Văn An") == "2024/SA/CN/012_nguyen-van-an"
    assert len(file_name("school-annual", 2024, "CN", 12, "a" * 200)) == len("2024/SA/CN/012_") + 60
