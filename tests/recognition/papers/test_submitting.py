"""The submission to the Ministry: as many reported as listed, in its own words, with its own number."""

from datetime import date

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Role
from lantoa.domain.papers.deciding import SubmittingPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import Nomination
from lantoa.papers.sources import NotReady
from lantoa.recognition.models import Submission
from lantoa.recognition.queries.papers.submitting import SUBMISSION_TO_MINISTRY
from tests.cast import NOW, Cast
from tests.recognition import going_up
from tests.recognition.furnishing import received
from tests.recognition.going_up import grant
from tests.recognition.papers.reading import faults, texts


def ready(cast: Cast) -> Submission:
    return reported(going_up.ready(cast))


def drafted(cast: Cast) -> Submission:
    return reported(going_up.drafted(cast))


def reported(one: Submission) -> Submission:
    """With a report for each on its list."""
    Nomination.objects.filter(submission_items__submission=one).update(text="Báo cáo thành tích")
    return one


def made(one: Submission) -> SubmittingPaper:
    return SubmittingPaper(**vars(SUBMISSION_TO_MINISTRY.contents(f"submission:{one.pk}", NOW.date())))


def test_a_worded_submission_bears_its_number_and_counts_its_list(cast: Cast) -> None:
    paper = made(ready(cast))
    assert (paper.number, paper.notation, paper.date) == ("12", "TTr-TSL", "ngày 14 tháng 01 năm 2026")
    assert (paper.counts, paper.reports, len(paper.lines)) == ("01 tập thể, 01 cá nhân", "02", 2)
    assert paper.addressees == ("Bộ trưởng Bộ Tư pháp",)
    assert paper.text == ("Kính trình Bộ trưởng.",)
    assert paper.bases[-1] == "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 15/01/2026."


def test_a_draft_leaves_its_number_open(cast: Cast) -> None:
    paper = made(drafted(cast))
    assert (paper.number.strip(), paper.notation, paper.date) == (
        "",
        "TTr-CĐL",
        "ngày      tháng      năm 2026",
    )


def test_a_missing_report_stops_it_and_is_said_beforehand(cast: Cast) -> None:
    one = ready(cast)
    Nomination.objects.filter(subject=cast.lecturer.subject).update(text="")
    said = "Số lượng không khớp: danh sách có 2 dòng, báo cáo thành tích có 1. Hãy bổ sung báo cáo của: Lê Thanh Bình."
    assert [thing.missing for thing in SUBMISSION_TO_MINISTRY.things(actor_of(cast.officer), one.round_id)] == [said]
    with pytest.raises(NotReady) as refused:
        made(one)
    assert str(refused.value) == said


def test_an_empty_list_stops_it(cast: Cast) -> None:
    one = ready(cast)
    one.items.all().delete()
    with pytest.raises(NotReady, match="không có ai"):
        made(one)


@pytest.mark.parametrize("key", ["submission:0", "decision:1", ""])
@pytest.mark.usefixtures("cast")
def test_what_is_not_there_is_said_so(key: str) -> None:
    assert SUBMISSION_TO_MINISTRY.find(key) is None
    with pytest.raises(NotReady, match="Không có tờ trình này"):
        SUBMISSION_TO_MINISTRY.contents(key, NOW.date())


def test_what_another_school_sent_is_no_paper_of_this_one(cast: Cast) -> None:
    one = received(cast, 1)
    assert SUBMISSION_TO_MINISTRY.find(f"submission:{one.pk}") is None


@pytest.mark.parametrize(("role", "count"), [(Role.OFFICER, 1), (Role.PRINCIPAL, 1), (Role.HEAD, 0), (Role.STAFF, 0)])
def test_who_sees_papers_of_the_school_has_it(cast: Cast, role: Role, count: int) -> None:
    drafted(cast)
    assert len(list(SUBMISSION_TO_MINISTRY.things(actor_of(grant(cast, role)), None))) == count


def test_what_was_in_force_on_its_day_is_cited(cast: Cast) -> None:
    one = drafted(cast)
    Submission.objects.filter(pk=one.pk).update(number="3/TTr-TSL", dated=date(2022, 5, 5))
    bases = made(one).bases
    assert bases[0].startswith("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003")
    assert [base[-1] for base in bases] == [*";" * (len(bases) - 1), "."]


def test_the_paper_says_how_many_and_lists_them(cast: Cast) -> None:
    found = texts(PaperKind.SUBMISSION_TO_MINISTRY, made(ready(cast)))
    assert "Số đề nghị: 01 tập thể, 01 cá nhân (có Danh sách và 02 báo cáo thành tích kèm theo)./." in found
    assert len([text for text in found if text.startswith(("1 |", "2 |"))]) == 2


def test_the_paper_is_right_in_form(cast: Cast) -> None:
    assert faults(PaperKind.SUBMISSION_TO_MINISTRY, made(ready(cast))) == []
