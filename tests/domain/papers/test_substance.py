"""What two makings of a paper share, however they were numbered, dated and signed."""

from lantoa.domain.papers.substance import substance

DRAFT = {
    "so": "     ",
    "ngay_thang": "ngày      tháng",
    "trich_yeu": "Đề nghị",
    "danh_sach": [{"ten": "Lê Thanh Bình"}],
}


def test_a_number_and_a_day_are_matters_of_form() -> None:
    issued = DRAFT | {"so": "12", "ngay_thang": "ngày 14 tháng 01 năm 2026", "kem_theo": "(Kèm theo Tờ trình số 12)"}

    assert substance(issued) == substance(DRAFT)


def test_another_list_or_subject_is_another_paper() -> None:
    assert substance(DRAFT | {"danh_sach": []}) != substance(DRAFT)
    assert substance(DRAFT | {"trich_yeu": "Về việc khác"}) != substance(DRAFT)
