"""What the unit and the Council should know of a dossier: duplicates, earlier recognitions, initiatives used twice."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.nurture import Aim
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.initiatives import reuses
from lantoa.nurture.queries.aims import in_words
from lantoa.register.models import Recognition, Subject
from lantoa.register.queries.evidence import decision_words


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the unit and the Council should know, with where it stands."""

    words: str
    address: str = ""
    is_grave: bool = False  # the very tier and year were recognised already


def remarks(nomination: Nomination) -> list[Remark]:
    """Duplicates, earlier recognitions, initiatives used twice: pointed out, never decided here."""
    return [*_same_subject(nomination), *_same_name(nomination), *_recognised(nomination), *_reused(nomination)]


def _same_subject(nomination: Nomination) -> list[Remark]:
    others = Nomination.objects.filter(subject=nomination.subject_id).exclude(pk=nomination.pk).order_by("-pk")
    words = _("Đã có đề cử khác của cùng đối tượng: %(aim)s (%(stage)s).")
    return [
        Remark(
            words % {"aim": _aim(one), "stage": one.get_stage_display()},
            f"/de-cu/{one.pk}/",
        )
        for one in others
    ]


def _same_name(nomination: Nomination) -> list[Remark]:
    """Two codes of one person would be two dossiers."""
    same = Nomination.objects.filter(
        edition=nomination.edition,
        tier=nomination.tier,
        year=nomination.year,
        subject__in=Subject.objects.filter(sort_key=nomination.subject.sort_key).values("pk"),
    )
    found = same.exclude(subject=nomination.subject_id).exclude(stage="withdrawn").select_related("subject")
    words = _("Có đề cử trùng tên trong cùng đợt: %(name)s, mã %(code)s. Hãy xem có phải cùng một người không.")
    return [
        Remark(words % {"name": one.subject.name, "code": one.subject.code}, f"/de-cu/{one.pk}/")
        for one in found.order_by("pk")
    ]


def _recognised(nomination: Nomination) -> list[Remark]:
    stands, gone = _("Đã được công nhận %(aim)s%(decision)s."), _("Đã bị thu hồi công nhận %(aim)s%(decision)s.")
    found = Recognition.objects.filter(subject=nomination.subject_id).order_by("-year", "tier", "pk")
    return [
        Remark(
            (gone if one.revoked else stands)
            % {"aim": _aim_of(nomination, one), "decision": decision_words(one.decision, _day(one))},
            is_grave=(one.tier, one.year) == (nomination.tier, nomination.year),
        )
        for one in found
    ]


def _aim(one: Nomination) -> str:
    return in_words(Aim(one.edition, one.tier, one.year))


def _aim_of(nomination: Nomination, one: Recognition) -> str:
    edition = plans.load(nomination.edition)
    if one.tier in edition.tiers and one.year in edition.years(edition.tier(one.tier)):
        return in_words(Aim(edition.code, one.tier, one.year))
    words: str = _("điển hình tiên tiến năm %s") % one.year
    return words


def _day(one: Recognition) -> str:
    return f"{one.decided:%d/%m/%Y}" if one.decided else ""


def _reused(nomination: Nomination) -> list[Remark]:
    words = _("Sáng kiến «%(name)s» cũng là căn cứ của hồ sơ %(subject)s, %(aim)s (%(stage)s).")
    return [
        Remark(
            words
            % {
                "name": one.used.name,
                "subject": other.subject.name,
                "aim": _aim(other),
                "stage": other.get_stage_display(),
            },
            f"/de-cu/{other.pk}/",
        )
        for one in reuses(nomination)
        for other in one.others
    ]
