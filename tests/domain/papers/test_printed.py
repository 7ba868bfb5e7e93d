"""The fields of papers that are printed as they are bear names that a paper can use."""

from lantoa.domain.papers.fields import Shape, fields_of, paths
from lantoa.domain.papers.printed import ArchiveLabel, Ballot, Certificate, Yearbook


def test_a_certificate_has_lines_and_a_code() -> None:
    shapes = [one.shape for one in fields_of(Certificate)]

    assert (shapes.count(Shape.TEXT), shapes.count(Shape.PICTURE)) == (13, 1)


def test_a_ballot_has_rows_of_candidates() -> None:
    names = [path for path, _field in paths(fields_of(Ballot)) if path.startswith("danh_sach.")]

    assert names == ["danh_sach.stt", "danh_sach.ho_ten", "danh_sach.don_vi", "danh_sach.danh_hieu"]


def test_a_label_leaves_to_the_hand_what_is_not_known() -> None:
    label = ArchiveLabel(issuer="TRƯỜNG", office="TCHC", title="Hồ sơ", years="2025", dossiers="12")

    assert (label.first, label.last, label.retention) == ("", "", "")


def test_a_yearbook_may_be_without_photographs() -> None:
    pictures = [path for path, field in paths(fields_of(Yearbook)) if field.shape == Shape.PICTURE]

    assert pictures == ["tap_the.anh", "ca_nhan.anh"]
