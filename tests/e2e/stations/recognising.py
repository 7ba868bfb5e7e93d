"""Decision, proposal, submission, the Minister's answer, a complaint: officer, Principal, clerk, Ministry, nominee."""

from playwright.sync_api import expect

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.register.models import Recognition
from tests.e2e.stations.deliberating import call_the_council, conclude, show_hands
from tests.e2e.stations.walking import ALL, LECTURER, NOMINEE, Walk, day, round_of, stages


def decide(walk: Walk) -> None:
    """The list goes to the Principal, the approved one to the clerk for its number; the register knows at once."""
    walk.be(Role.OFFICER)
    walk.go("/quyet-dinh/moi/")
    walk.press("Lập dự thảo cho đợt này")
    walk.press("Trình Hiệu trưởng")
    walk.be(Role.PRINCIPAL)
    open_decision(walk)
    walk.accessible(walk.page)
    walk.picture("duyet")
    walk.press("Duyệt danh sách")
    walk.be(Role.CLERK)
    open_decision(walk)
    walk.fill("Ngày quyết định", day(0))
    walk.fill("Người ký", "Hiệu trưởng Phan Thị Ngân")
    walk.picture("ban-hanh")
    walk.press("Cho số và ban hành")
    walk.see("đã ban hành")
    assert stages() == ["recognised"] * 3
    found = Recognition.objects.filter(tier="school-annual", year=2025, subject__name__in=ALL)
    assert {one.decision for one in found} == {"01/QĐ-ĐHTT"}


def open_decision(walk: Walk) -> None:
    walk.go("/quyet-dinh/")
    walk.open_first()


def propose(walk: Walk) -> None:
    """Those recognised at the school are proposed to the Minister; the Council votes by hand this time."""
    walk.be(Role.OFFICER)
    walk.go("/dot-xet/moi/")
    tier = "Điển hình tiên tiến ngành Tư pháp hằng năm, năm 2025"
    walk.page.get_by_role("combobox", name="Bậc và năm").select_option(label=tier)
    walk.page.wait_for_url("**sector-annual**2025**")
    walk.fill("Tên đợt xét", "Đề nghị điển hình ngành năm 2025")
    walk.fill("Mở đợt", day(0))
    walk.fill("Họp Hội đồng", day(1))
    walk.fill("Trình Bộ", day(9))
    walk.press("Lập đợt xét")
    walk.press("Mở đợt xét")
    walk.go(f"/trinh-bo/dot/{round_of('sector-annual')}/")
    for name in ALL:
        walk.page.get_by_role("checkbox", name=name).check()
    walk.accessible(walk.page)
    walk.press("Đưa ra Hội đồng")
    call_the_council(walk, "Phiên họp đề nghị điển hình ngành năm 2025")
    show_hands(walk)
    conclude(walk)


def submit(walk: Walk) -> None:
    """The submission with its package goes to the Ministry, whose officer takes it in and answers in part."""
    walk.be(Role.OFFICER)
    walk.go(f"/trinh-bo/dot/{round_of('sector-annual')}/")
    walk.press("Lập tờ trình")
    walk.follow("Sửa tờ trình")
    walk.fill("Số, ký hiệu", "12/TTr-CĐLSL")
    walk.fill("Ngày tờ trình", day(0))
    walk.press("Lưu tờ trình")
    walk.press("Đóng gói hồ sơ")
    expect(walk.page.get_by_role("link", name="Tải gói .zip")).to_be_visible(timeout=30_000)
    walk.press("Gửi Bộ")
    walk.see("đã gửi Bộ")
    assert stages("sector-annual") == ["submitted"] * 3


def answer(walk: Walk) -> None:
    """The Ministry's officer takes it in; the Minister recognises two of the three."""
    walk.be(Role.MINISTRY)
    walk.go("/trinh-bo/")
    walk.open_first()
    walk.picture("trinh-bo")
    walk.fill("Ngày tiếp nhận", day(0))
    walk.press("Ghi Bộ tiếp nhận")
    walk.follow("Ghi quyết định của Bộ trưởng")
    walk.fill("Số quyết định của Bộ trưởng", "77/QĐ-BTP")
    walk.fill("Ngày quyết định", day(0))
    walk.page.get_by_label(f"Kết quả: {LECTURER}").select_option(label="Chưa công nhận")
    walk.fill(f"Lý do: {LECTURER}", "Thành tích chưa lan toả ngoài Trường.")
    walk.accessible(walk.page)
    walk.press("Ghi quyết định")
    assert sorted(stages("sector-annual")) == ["not_recognised", "recognised", "recognised"]
    assert Recognition.objects.filter(tier="sector-annual", year=2025, decision="77/QĐ-BTP").count() == 2


def complain(walk: Walk) -> None:
    walk.be(User.objects.get(username=NOMINEE))
    """Somebody recognised thinks a name was left off; the officer takes it up, settles it, answers."""
    walk.go("/khieu-nai/moi/")
    walk.follow("01/QĐ-ĐHTT")
    walk.page.get_by_role("combobox", name="Về ai").select_option(index=1)
    walk.fill("Nội dung khiếu nại", "Tên trong danh sách ghi thiếu học vị.")
    walk.fill("Yêu cầu giải quyết", "Đính chính.")
    walk.press("Gửi khiếu nại")
    walk.be(Role.OFFICER)
    walk.go("/khieu-nai/")
    walk.open_first()
    walk.press("Thụ lý khiếu nại")
    walk.page.get_by_role("radio", name="Giữ nguyên quyết định").check()
    walk.fill("Kết quả xác minh", "Danh sách ghi theo mẫu, không ghi học vị.")
    walk.fill("Trả lời người khiếu nại", "Danh sách ghi họ tên theo mẫu chung, không ghi học vị.")
    walk.press("Kết luận và trả lời")
    walk.see("đã giải quyết")
    walk.accessible(walk.page)
