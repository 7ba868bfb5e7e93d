"""Why something about a poll is not done: the situations, each with a sentence that says what to do."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from lantoa.accounts.models import User


class MeetingNotOpen(ValueError):
    """Votes are taken in an open meeting only."""

    def __init__(self) -> None:
        super().__init__(_("Chỉ bỏ phiếu khi phiên họp đang mở. Hãy khai mạc phiên họp trước."))


class QuorumLost(ValueError):
    """Too few are there to vote."""

    def __init__(self, present: int, needed: int) -> None:
        super().__init__(
            _(
                "Chưa đủ số thành viên để bỏ phiếu: có mặt %(present)s, cần ít nhất %(needed)s. "
                "Hãy chờ thêm người hoặc kết thúc phiên họp."
            )
            % {"present": present, "needed": needed}
        )


class NoCasesChosen(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hãy chọn ít nhất một hồ sơ để bỏ phiếu."))


class NotOpenToVote(ValueError):
    """A case that is concluded, in another poll that goes on, or has been voted on as often as may be."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _(
                "Chưa đưa vào lần bỏ phiếu này được: %s. Hồ sơ đã có kết luận, đang ở lần bỏ phiếu khác "
                "hoặc đã bỏ phiếu đủ số lần cho phép."
            )
            % ", ".join(names)
        )


class WrongTellers(ValueError):
    """Two different people who may count, neither of them a nominee."""

    def __init__(self, user: User | None = None) -> None:
        if user is None:
            super().__init__(_("Cần hai người kiểm phiếu khác nhau. Hãy chọn lại."))
        else:
            super().__init__(
                _("%s không kiểm phiếu được: chưa có quyền kiểm phiếu hoặc là người được xét. Hãy chọn người khác.")
                % user
            )


class KeysMissing(ValueError):
    """A sealed poll opens once both tellers have made their keys."""

    def __init__(self, users: Sequence[User]) -> None:
        super().__init__(
            _("Người kiểm phiếu chưa tạo khoá: %s. Hãy đề nghị họ mở trang này và tạo khoá.")
            % ", ".join(map(str, users))
        )


class CannotVoteHere(ValueError):
    """A member who is there has no account, or none with the role, to vote with."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _(
                "Chưa có tài khoản với vai trò uỷ viên để bỏ phiếu trên máy: %s. Hãy đề nghị quản trị hệ thống cấp, "
                "hoặc bỏ phiếu bằng phiếu in."
            )
            % ", ".join(names)
        )


class TooFewVoters(ValueError):
    """With fewer than three ballots a total says what somebody chose."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _(
                "Có dưới ba người được bỏ phiếu cho: %s; phiếu kín sẽ không còn kín. "
                "Hãy đưa hồ sơ này ra một lần biểu quyết giơ tay."
            )
            % ", ".join(names)
        )


class MixedRolls(ValueError):
    """On paper, a member who leaves out a case would be known by the paper: such cases are voted on apart."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _(
                "Có thành viên không bỏ phiếu cho: %s. Để phiếu in không lộ người, "
                "hãy đưa các hồ sơ này ra một lần bỏ phiếu riêng."
            )
            % ", ".join(names)
        )


class NotATeller(PermissionError):
    """Only the two who were named count this poll."""

    def __init__(self) -> None:
        super().__init__(_("Chỉ hai người kiểm phiếu đã phân công làm được việc này."))


class NotOnTheRoll(PermissionError):
    """Who was not there when the poll opened, or does not sit on the Council, has no ballot."""

    def __init__(self) -> None:
        super().__init__(
            _("Bạn không có phiếu trong lần này: không là thành viên có mặt khi mở bỏ phiếu. Hãy hỏi thư ký phiên họp.")
        )


class BallotIncomplete(ValueError):
    """A choice for every case that one may vote on, and for no other."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chọn cho từng hồ sơ, không bỏ sót; nếu không có ý kiến, hãy chọn «không ý kiến»."))


class WrongKey(ValueError):
    """Not the key that this poll was sealed for; whose one it is not."""

    def __init__(self, user: User) -> None:
        super().__init__(
            _("Khoá của %s không đúng. Hãy đối chiếu từng ký tự với khoá đã ghi khi tạo; chưa ghi gì vào sổ.") % user
        )


class BallotDamaged(ValueError):
    """A ballot in the box is not as its voter sealed it."""

    def __init__(self, damaged: int) -> None:
        super().__init__(
            _(
                "Có %s phiếu trong hòm không còn nguyên như khi niêm phong nên chưa kiểm được; chưa ghi gì vào sổ. "
                "Hãy huỷ lần bỏ phiếu này, báo quản trị hệ thống, rồi bỏ phiếu lại."
            )
            % damaged
        )


class WrongWay(ValueError):
    """A deed of another way of voting."""

    def __init__(self) -> None:
        super().__init__(_("Việc này không dành cho cách bỏ phiếu đã chọn. Hãy tải lại trang."))


class CountImpossible(ValueError):
    """More or fewer votes than ballots."""

    def __init__(self, name: str, allowed: range) -> None:
        low, high = allowed.start, allowed.stop - 1
        said = {"name": name, "votes": str(low) if low == high else f"{low}-{high}"}
        super().__init__(_("%(name)s: tổng số phiếu phải là %(votes)s. Hãy đếm lại.") % said)


class TooManyBallots(ValueError):
    def __init__(self, issued: int) -> None:
        super().__init__(_("Số phiếu thu về không thể nhiều hơn %s phiếu phát ra. Hãy đếm lại.") % issued)


class TellersDiffer(ValueError):
    """The two counts do not agree; nothing is counted until they do."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _("Hai người kiểm phiếu ghi khác nhau ở: %s. Hãy cùng đếm lại rồi sửa số đã ghi.") % ", ".join(names)
        )


class CountsMissing(ValueError):
    """Both tellers count before anything is counted."""

    def __init__(self) -> None:
        super().__init__(_("Chưa đủ số liệu của hai người kiểm phiếu. Mỗi người tự ghi số mình đếm."))


class ScanMissing(ValueError):
    """The signed record of the count goes with a paper poll."""

    def __init__(self) -> None:
        super().__init__(_("Hãy đính kèm bản chụp biên bản kiểm phiếu có chữ ký trước khi chốt kết quả."))


class NotAbsent(ValueError):
    """A written opinion is an absent member's."""

    def __init__(self) -> None:
        super().__init__(
            _("Chỉ ghi ý kiến bằng văn bản của thành viên vắng mặt và không có quan hệ lợi ích với hồ sơ.")
        )


class TooLateToWrite(ValueError):
    """Opinions are taken in before any total of the case shows."""

    def __init__(self) -> None:
        super().__init__(_("Hồ sơ này đã có kết quả kiểm phiếu hoặc kết luận nên không nhận thêm ý kiến bằng văn bản."))


class PollStillOpen(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hồ sơ đang ở một lần bỏ phiếu chưa kiểm. Hãy kiểm phiếu trước khi kết luận."))


class NotVotedOn(ValueError):
    """Without a counted vote a case can only be postponed."""

    def __init__(self) -> None:
        super().__init__(_("Hồ sơ chưa có kết quả bỏ phiếu: chỉ có thể hoãn, hoặc bỏ phiếu trước rồi kết luận."))


class AgainstTheVote(ValueError):
    """The conclusion follows the vote."""

    def __init__(self, words: str) -> None:
        super().__init__(
            _("Kết luận không theo kết quả bỏ phiếu (%s). Đủ phiếu thì đề nghị hoặc hoãn; thiếu thì không đề nghị.")
            % words
        )


class NoReason(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hãy ghi lý do; người được xét sẽ đọc lý do này."))


class NotALowerTier(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hãy chọn một bậc thấp hơn bậc đang xét."))


class AboutOneself(PermissionError):
    """Nobody concludes on oneself."""

    def __init__(self) -> None:
        super().__init__(_("Kết luận về chính bạn do người khác của Hội đồng ghi."))


class ConcludedAlready(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hồ sơ này đã có kết luận của phiên họp."))
