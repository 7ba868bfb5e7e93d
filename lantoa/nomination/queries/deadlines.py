"""What is expected of nominees by when, for the notice room: their word on being made public; one query."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.stages import NominationStage, RoundStage
from lantoa.nomination.models import Consent, Nomination
from lantoa.notice.queries.deadlines import Deadline

ASKED = (NominationStage.DRAFT, NominationStage.SENT, NominationStage.RETURNED, NominationStage.VERIFIED)


def nominees(day: date, user: int | None) -> Iterator[Deadline]:
    """Until the posting: nominees with an account who have not said yes or no yet."""
    stages = [stage.value for stage in ASKED]
    said = Consent.objects.filter(nomination=OuterRef("pk"))
    waiting = Nomination.objects.filter(~Exists(said), stage__in=stages, round__stage=RoundStage.OPEN.value)
    due = Coalesce("round__post_by", "round__council_on", "round__send_by")
    accounts = working(day).filter(person=OuterRef("subject__person"))
    asked = waiting.annotate(due=due, account=Subquery(accounts.values("pk")[:1])).filter(due__isnull=False)
    if user is not None:
        asked = asked.filter(account=user)
    text = _("xem hồ sơ đề cử của bạn và cho biết có đồng ý công khai không")
    for number, account, last in asked.filter(account__isnull=False).order_by("pk").values_list("pk", "account", "due"):
        yield Deadline(f"consent:{number}", account, last, text, f"{reverse('nomination', args=[number])}#nominee")
