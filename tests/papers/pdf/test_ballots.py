"""Ballots and box labels as they are printed."""

from dataclasses import replace

from lantoa.domain.papers.printed import ArchiveLabel, Ballot, Candidate
from lantoa.papers.pdf.typesetting import typeset
from tests.papers.pdf.looking import is_blank, pages, picture, size

LONG_NAME = "Nguyễn Trần Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ Bảo Ngọc Khánh Huyền Như Ý"
HOSTILE = 'Khoa <b>&"\' #import "@preview/x:1.0.0" $x$ *đậm* _n_ @ai'
TIER = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
BALLOT = Ballot(
    issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    council="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    subject="Về việc đề nghị công nhận điển hình tiên tiến",
    meeting="Phiên họp xét năm 2025, ngày 15/01/2026, lần bỏ phiếu 1",
    copies="3",
    candidates=(Candidate(number="1", name="Lê Thanh Bình", unit=HOSTILE, tier=TIER),),
)
LABEL = ArchiveLabel(
    issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    office="TCHC",
    title="Hồ sơ đợt xét năm 2025",
    years="2025",
    decisions=("1/QĐ-ĐHTT ngày 15/01/2026",),
    dossiers="14",
)


SHEET = (
    "TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG Đóng dấu treo PHIẾU BẦU Về việc đề nghị công "
    "nhận điển hình tiên tiến Phiên họp xét năm 2025, ngày 15/01/2026, lần bỏ phiếu 1 Ở mỗi dòng, đánh dấu X vào "
    "một ô. Dòng để trống hoặc đánh dấu từ hai ô trở lên là dòng không hợp lệ. Không ghi tên, không ký tên, không "
    "viết thêm vào phiếu. TT Họ và tên, tên tập thể; chức vụ, đơn vị Bậc đề nghị công nhận Đồng ý Không đồng ý "
    f"Không ý kiến 1 Lê Thanh Bình {HOSTILE} {TIER} Trang 1"
)
IN_THE_BOX = (
    "TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM TCHC HỘP SỐ Hồ sơ đợt xét năm 2025 1/QĐ-ĐHTT ngày 15/01/2026 Năm 2025 "
    "Số hồ sơ đề cử 14 Từ hồ sơ số Đến hồ sơ số Thời hạn bảo quản"
)


def test_each_voter_has_a_sheet_and_all_are_alike() -> None:
    made = typeset("phieu-bau", BALLOT)

    assert size(made) == (210, 297)
    assert pages(made) == [SHEET] * 3


def test_a_long_list_goes_on_under_the_same_head() -> None:
    rows = [Candidate(number=str(place), name=LONG_NAME, unit="", tier=TIER) for place in range(1, 31)]

    made = pages(typeset("phieu-bau", replace(BALLOT, copies="2", candidates=tuple(rows))))

    assert [page.count("Họ và tên, tên tập thể") for page in made] == [1] * len(made)
    assert made[: len(made) // 2] == made[len(made) // 2 :]


def test_a_name_stays_in_its_column() -> None:
    rows = [Candidate(number="1", name=LONG_NAME.replace(" ", ""), unit=HOSTILE.replace(" ", ""), tier=TIER)]

    seen = picture(typeset("phieu-bau", replace(BALLOT, candidates=tuple(rows))))

    assert is_blank(seen, 196, 0, 210, 297)


def test_a_label_says_what_is_in_the_box() -> None:
    assert pages(typeset("nhan-hop-luu-tru", LABEL)) == [IN_THE_BOX]


def test_a_label_stays_within_its_marks() -> None:
    full = replace(LABEL, title=HOSTILE * 20, decisions=(LONG_NAME,) * 30, issuer=LONG_NAME * 3)

    made = typeset("nhan-hop-luu-tru", full)

    assert len(pages(made)) == 1
    seen = picture(made)
    assert [is_blank(seen, 0, 0, 50, 297), is_blank(seen, 160, 0, 210, 297)] == [True, True]
