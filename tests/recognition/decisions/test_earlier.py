"""Recognitions that were on file before the product: revoked and restored on a page of their own."""

from lantoa.domain.stages import DecisionStage
from lantoa.recognition.models import Decision
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import Cast, signed_in
from tests.recognition.decisions.deciding import Desk

GROUND, REASON = "false-achievements", "Kết luận thanh tra số 5/KL"


def test_a_recognition_from_before_is_revoked_and_restored_on_a_page_of_its_own(desk: Desk, cast: Cast) -> None:
    school.recognition(cast.deputy.person or cast.lecturer, "school-annual", 2023, decision="88/QĐ-TR")
    old, officer = Recognition.objects.get(), signed_in(cast.officer)

    found = officer.get("/quyet-dinh/truoc-day/?q=nguyen thi mai").content.decode()
    revoked = officer.post(
        "/quyet-dinh/truoc-day/", {"dong": old.pk, "ground": GROUND, "reason": REASON}, follow=True
    ).content.decode()
    desk.at(DecisionStage.ISSUED, Decision.objects.get())
    restored = officer.post(
        "/quyet-dinh/truoc-day/", {"dong": old.pk, "ground": "", "reason": "Huỷ kết luận"}, follow=True
    )

    assert "88/QĐ-TR" in found
    assert "Về việc thu hồi công nhận theo Quyết định 88/QĐ-TR" in revoked
    assert "Về việc khôi phục công nhận theo Quyết định 88/QĐ-TR" in restored.content.decode()


def test_what_may_not_be_revoked_from_before_is_refused_with_the_page(desk: Desk, cast: Cast) -> None:
    school.recognition(cast.lecturer, "school-annual", 2023)
    officer = signed_in(cast.officer)

    nobody = officer.post("/quyet-dinh/truoc-day/", {"ground": GROUND, "reason": REASON})
    standing = officer.post("/quyet-dinh/truoc-day/", {"dong": Recognition.objects.get().pk, "reason": REASON})

    assert (nobody.status_code, standing.status_code) == (422, 422)
    assert "đang có hiệu lực" in standing.content.decode()
    assert "Không có công nhận nào như vậy" in officer.get("/quyet-dinh/truoc-day/?q=zzz").content.decode()


def test_what_decisions_of_the_product_wrote_is_not_among_them(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    page = signed_in(desk.cast.officer).get("/quyet-dinh/truoc-day/").content.decode()

    assert "Sổ chưa có công nhận nào từ trước" in page
