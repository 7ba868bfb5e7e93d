"""From the round to the end of the posting: head, nominee, five offices, officer, a colleague who objects."""

import re

from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.demo.accounts import SPECIALISTS
from lantoa.domain.authority import Role
from lantoa.notice.workdays import due_after
from tests.e2e.stations.walking import ALL, DIVISION, LECTURER, NOMINEE, Walk, day, round_of, stages

DAYS = {
    "Mở đợt": 0,
    "Họp đơn vị": 3,
    "Gửi hồ sơ": 5,
    "Thẩm định": 7,
    "Công khai": 18,
    "Họp Hội đồng": 22,
    "Quyết định": 25,
}
GROUNDS = "Đã đối chiếu hồ sơ lưu của đơn vị phụ trách lĩnh vực."


def open_a_round(walk: Walk) -> None:
    walk.be(Role.OFFICER)
    walk.go("/dot-xet/moi/")
    tier = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
    walk.page.get_by_role("combobox", name="Bậc và năm").select_option(label=tier)
    walk.page.wait_for_url("**school-annual**2025**")
    walk.fill("Tên đợt xét", "Xét bổ sung năm 2025")
    for label, days in DAYS.items():
        walk.fill(label, day(days))
    walk.press("Lập đợt xét")
    walk.press("Mở đợt xét")
    walk.see("đang mở")


def nominate(walk: Walk) -> None:
    """Several in one sitting, from the list of those eligible."""
    walk.be(Role.HEAD)
    walk.go("/dot-xet/")
    walk.follow("Xét bổ sung năm 2025")
    walk.follow("Chọn người, tập thể để đề cử")
    for name in ALL:
        walk.page.get_by_role("checkbox", name=name, exact=True).check()
    walk.accessible(walk.page)
    walk.press("Lập hồ sơ đề cử cho những ai được đánh dấu")
    walk.see("Đã lập 3 hồ sơ, điền sẵn từ sổ.")


def meet(walk: Walk) -> None:
    """The faculty meets; its head signs the minutes."""
    walk.go(f"/dot-xet/{round_of('school-annual')}/don-vi/KL/hop/")
    walk.fill("Ngày họp", day(0))
    walk.fill("Giờ bắt đầu", "8:00")
    walk.fill("Giờ kết thúc", "9:30")
    walk.fill("Địa điểm", "Phòng họp khoa Luật")
    for label, place in (("Chủ trì", 1), ("Thư ký", 2)):
        walk.page.get_by_role("combobox", name=label).select_option(index=place)
    walk.page.get_by_label("Vắng, vì: Nguyễn Thu Thảo").fill("Đi công tác")
    present = walk.page.get_by_label("Vắng, vì:").count() - 1
    for place in range(len(ALL)):
        row = walk.page.get_by_role("group", name=f"Dòng {place + 1}", exact=True)
        row.get_by_label("Đồng ý", exact=True).fill(str(present - place))
        row.get_by_label("Không đồng ý").fill(str(place))
        row.get_by_label("Không ý kiến").fill("0")
    walk.fill("Diễn biến", "Thảo luận từng trường hợp, bỏ phiếu.")
    walk.accessible(walk.page)
    walk.press("Ký, ghi kết quả họp")
    walk.see("đã họp")


def consent_and_send(walk: Walk) -> None:
    """The nominee reads the dossier and agrees to publication; then all three go up."""
    walk.be(User.objects.get(username=NOMINEE))
    walk.go("/de-cu/")
    walk.follow(LECTURER)
    walk.page.get_by_role("radio", name="Tôi đồng ý", exact=True).check()
    walk.picture("dong-y")
    walk.press("Ghi ý kiến")
    walk.see("đồng ý công khai")
    walk.be(Role.HEAD)
    for name in ALL:
        walk.go("/de-cu/")
        walk.follow(name)
        walk.picture("de-cu")
        walk.press("Gửi hồ sơ")
        walk.see("đang thẩm định")
    walk.accessible(walk.page)


def verify(walk: Walk) -> None:
    """Five offices, each its own criteria; the officer ends it for all three in one press."""
    for office, (_unit, username) in SPECIALISTS.items():
        walk.be(User.objects.get(username=username))
        walk.go(f"/tham-dinh/?linh_vuc={office}")
        desk = [str(link.get_attribute("href")) for link in walk.page.locator("tbody th a").all()]
        assert desk != []
        walk.picture("tham-dinh")
        for dossier in desk:
            walk.go(dossier)
            for criterion in walk.page.locator("#answers section").all():
                criterion.get_by_role("radio", name="đạt", exact=True).check()
                criterion.get_by_label("Căn cứ").fill(GROUNDS)
            walk.press("Ghi ý kiến")
        walk.accessible(walk.page)
    walk.be(Role.OFFICER)
    walk.go("/tham-dinh/tien-do/")
    for name in ALL:
        walk.page.get_by_role("checkbox", name=f"Chọn {name}").check()
    walk.press("Kết thúc thẩm định các hồ sơ đã chọn")
    assert stages() == ["verified"] * 3
    walk.go(f"/dot-xet/{round_of('school-annual')}/")
    walk.picture("dot-xet")


def post(walk: Walk) -> None:
    """Five working days for comment."""
    walk.be(Role.OFFICER)
    walk.go("/cong-khai/dot/moi/")
    walk.page.get_by_role("combobox", name="Đợt xét").select_option(label="Xét bổ sung năm 2025")
    walk.fill("Từ ngày", day(0))
    walk.fill("Đến hết ngày", f"{due_after(localdate(), 6):%d/%m/%Y}")
    walk.press("Lập danh sách")
    walk.press("Bắt đầu công khai")
    walk.see("đang công khai")


def object_(walk: Walk) -> None:
    """A colleague objects in confidence; the officer looks into it and answers."""
    walk.be(Role.STAFF)
    walk.go("/cong-khai/")
    walk.accessible(walk.page)
    walk.follow(re.compile(f"Gửi ý kiến.*{DIVISION}"))
    walk.fill("Ý kiến của bạn", "Số lượt tư vấn năm 2025 ghi cao hơn sổ theo dõi.")
    walk.page.get_by_role("radio", name="Giữ kín").check()
    walk.press("Gửi ý kiến")
    walk.be(Role.OFFICER)
    walk.go("/phan-anh/")
    walk.open_first()
    walk.press("Nhận xác minh")
    walk.page.get_by_role("radio", name="phản ánh không đúng").check()
    walk.fill("Tóm tắt phản ánh", "Số lượt tư vấn ghi cao hơn thực tế.")
    walk.fill("Kết quả xác minh", "Đối chiếu sổ theo dõi: số liệu trong hồ sơ đúng.")
    walk.press("Kết luận")
    walk.see("đã kết luận")


def end_the_posting(walk: Walk) -> None:
    walk.be(Role.OFFICER)
    walk.go("/cong-khai/dot/")
    walk.open_first()
    walk.press("Kết thúc công khai")
    assert stages() == ["cleared"] * 3
