"""The Council: called, voting in secret or by hand, concluding, signing."""

from lantoa.accounts.demo import USER_NAMES
from lantoa.accounts.models import User
from lantoa.council.models import Meeting, MeetingCase, SealedBallot
from lantoa.demo.accounts import MEMBERS
from lantoa.domain.authority import Role
from tests.e2e.stations.walking import ALL, Walk, day, meeting, user

ABSENT, ABSENT_ACCOUNT = "Lê Hữu Thọ", "truong.dt"
VOTERS = (
    *(USER_NAMES[role] for role in (Role.CHAIR, Role.MEMBER, Role.OFFICER)),
    *(one for one in MEMBERS if one != ABSENT_ACCOUNT),
)


def call_the_council(walk: Walk, name: str = "Phiên họp xét bổ sung năm 2025") -> None:
    walk.be(Role.OFFICER)
    walk.go("/hoi-dong/moi/")
    walk.fill("Tên phiên họp", name)
    walk.fill("Ngày", day(0))
    walk.fill("Giờ", "8:00")
    walk.fill("Địa điểm", "Phòng họp A1")
    walk.press("Triệu tập")
    walk.press("Đưa tất cả")
    walk.accessible(walk.page)
    walk.go(f"{meeting()}diem-danh/")
    walk.page.get_by_label(ABSENT, exact=True).select_option(label="vắng có lý do")
    walk.fill(f"Lý do vắng của {ABSENT}", "Đi công tác")
    walk.accessible(walk.page)
    walk.press("Ghi điểm danh")
    walk.picture("phien-hop")
    walk.press("Khai mạc")
    walk.see("đang họp")


def vote(walk: Walk) -> None:
    """Eight are here and seal their ballots; the ninth has written; two tellers open the box together."""
    walk.be(Role.OFFICER)
    walk.go(f"{meeting()}y-kien/")
    walk.page.get_by_label("Thành viên vắng mặt").select_option(index=1)
    for name in ALL:
        walk.page.get_by_label(name).select_option(label="đồng ý")
    walk.press("Nhận ý kiến")
    walk.go(f"{meeting()}bo-phieu/moi/")
    walk.page.get_by_label("Người kiểm phiếu thứ nhất").select_option(label=str(user(Role.OFFICER)))
    walk.page.get_by_label("Người kiểm phiếu thứ hai").select_option(label=str(user(Role.MEMBER)))
    walk.press("Chuẩn bị")
    keys = {role: make_key(walk, role) for role in (Role.OFFICER, Role.MEMBER)}
    walk.be(Role.OFFICER)
    walk.go(f"{meeting()}bo-phieu/1/")
    walk.press("Mở bỏ phiếu")
    for username in VOTERS:
        cast_ballot(walk, User.objects.get(username=username))
    walk.be(Role.OFFICER)
    walk.go(f"{meeting()}bo-phieu/1/kiem/")
    for role, key in keys.items():
        walk.fill(f"Khoá của {user(role)}", key)
    walk.press("Mở hòm và kiểm phiếu")
    walk.see("đã kiểm phiếu")
    assert SealedBallot.objects.count() == 0


def make_key(walk: Walk, role: Role) -> str:
    walk.be(role)
    walk.go(f"{meeting()}bo-phieu/1/khoa/")
    walk.press("Tạo khoá")
    return walk.page.locator("#key-text").inner_text()


def cast_ballot(walk: Walk, member: User) -> None:
    walk.be(member)
    walk.go(f"{meeting()}bo-phieu/1/phieu/")
    for agree in walk.page.get_by_role("radio", name="đồng ý", exact=True).all():
        agree.check()
    walk.picture("phieu")
    walk.press("Niêm phong và bỏ phiếu")
    walk.see("Mã biên nhận:")


def show_hands(walk: Walk) -> None:
    walk.be(Role.OFFICER)
    walk.go(f"{meeting()}bo-phieu/moi/")
    walk.page.get_by_role("radio", name="Biểu quyết giơ tay").check()
    walk.press("Chuẩn bị")
    walk.press("Mở bỏ phiếu")
    walk.follow("Ghi kết quả biểu quyết")
    for name in ALL:
        walk.fill(f"{name}: đồng ý", "8")
        for words in ("không đồng ý", "không ý kiến"):
            walk.fill(f"{name}: {words}", "0")
    walk.press("Ghi kết quả biểu quyết")
    walk.see("đã kiểm phiếu")


def conclude(walk: Walk) -> None:
    """Those with enough votes in one press; the minutes are signed by both."""
    walk.be(Role.OFFICER)
    walk.go(f"{meeting()}bo-phieu/")
    walk.press("Ghi Hội đồng đề nghị")
    cases = MeetingCase.objects.filter(meeting=Meeting.objects.latest("pk"))
    assert [case.nomination.stage for case in cases.select_related("nomination")] == ["recommended"] * 3
    walk.go(meeting())
    walk.press("Kết thúc phiên họp")
    for role in (Role.OFFICER, Role.CHAIR):
        walk.be(role)
        walk.go(f"{meeting()}bien-ban/")
        walk.press("Ký với tư cách")
    assert Meeting.objects.latest("pk").stage == "minuted"
    walk.accessible(walk.page)
