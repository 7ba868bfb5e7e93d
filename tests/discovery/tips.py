"""Tips for the tests: told in one line, sent by somebody of the cast."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count

from lantoa.accounts.models import User
from lantoa.discovery.actions.tips import handling, sending
from lantoa.discovery.actions.tips.sending import Telling
from lantoa.discovery.models import Tip
from lantoa.domain.stages import TipStage
from lantoa.papers.attachments import Checked
from lantoa.register.models import Person, Unit
from tests.cast import NOW, Cast

STORY = "Dựng ngân hàng câu hỏi tình huống cho môn Luật Dân sự"
NUMBERS = count(1)


def tip(
    about: Person | Unit | str,
    by: User | None,
    *,
    done: str = "",
    changed: str = "Sinh viên làm bài tốt hơn",
    at: datetime = NOW,
    files: Sequence[Checked] = (),
) -> Tip:
    """A tip of its own words, unless `done` says them."""
    number = next(NUMBERS)
    subject = None if isinstance(about, str) else about.subject
    telling = Telling(
        about=subject.name if subject else str(about),
        done=done or f"{STORY}, lần {number}",
        changed=changed,
    )
    return sending.send(code=f"PHTEST{number:04}", telling=telling, subject=subject, files=files, by=by, at=at)


def tip_at(stage: TipStage, cast: Cast) -> Tip:
    """A tip about the lecturer, sent by the deputy head of the office, brought to that stage by the head."""
    made = tip(cast.lecturer, cast.deputy)
    if stage is TipStage.MERGED:
        return handling.merge(tip=made, into=tip(cast.lecturer, cast.other_head), by=cast.head, at=NOW)
    if stage is not TipStage.RECEIVED:
        made = handling.take_up(tip=made, by=cast.head, at=NOW)
    if stage is TipStage.ACCEPTED:
        handling.accept(tip=made, answer="Khoa chọn.", by=cast.head, at=NOW)
    if stage is TipStage.DECLINED:
        handling.decline(tip=made, answer="Cần thêm kết quả.", by=cast.head, at=NOW)
    return Tip.objects.get(pk=made.pk)
