"""The standing body: the Council as it was established, who sits on it from when to when, whom they are related to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import together


class Council(models.Model):
    """A Council (Hội đồng TĐ-KT) as a decision established it; the next one has a row of its own."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(_("Tên Hội đồng"), max_length=300)
    decision = models.CharField(_("Số quyết định thành lập"), max_length=100)
    decided = models.DateField(_("Ngày quyết định"))
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"), null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="council_dates_in_order"),
            models.CheckConstraint(condition=~Q(decision=""), name="council_names_its_decision"),
        ]

    def __str__(self) -> str:
        return self.name


class CouncilMember(models.Model):
    """A seat taken by a person from one day to another, by a decision; who sits on a day votes on that day."""

    class Seat(models.TextChoices):
        CHAIR = "chair", _("Chủ tịch")
        DEPUTY = "deputy", _("Phó Chủ tịch")
        SECRETARY = "secretary", _("Uỷ viên thư ký")
        MEMBER = "member", _("Uỷ viên")

    id = models.BigAutoField(primary_key=True)
    council = models.ForeignKey(Council, models.PROTECT, related_name="members")
    person = models.ForeignKey(
        "lantoa.Person", models.PROTECT, related_name="council_seats", verbose_name=_("Thành viên")
    )
    seat = models.CharField(_("Vai trò trong Hội đồng"), max_length=10, choices=Seat.choices, default=Seat.MEMBER)
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"), null=True, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=100)
    ended_by_decision = models.CharField(_("Số quyết định thôi tham gia"), max_length=100, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="council_member_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(seat__in=["chair", "deputy", "secretary", "member"]), name="council_member_seat"
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="council_member_names_decision"),
            models.UniqueConstraint(
                fields=["council", "person"], condition=Q(until=None), name="council_member_sits_once"
            ),
            models.UniqueConstraint(
                fields=["council"], condition=Q(until=None, seat="chair"), name="council_has_one_chair"
            ),
        ]
        indexes = [models.Index(fields=["council", "since", "until"], name="council_member_on_day")]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_seat_display()}"


class Relation(models.Model):
    """What a member declared once for all: being related to a person or a unit; it stands until it is withdrawn."""

    class Kind(models.TextChoices):
        FAMILY = "family", _("người thân trong gia đình")
        WORK = "work", _("cùng thực hiện công trình, sáng kiến được xét")
        OTHER = "other", _("quan hệ lợi ích khác")

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey("lantoa.Person", models.CASCADE, related_name="relations_declared")
    subject = models.ForeignKey(
        "lantoa.Subject", models.CASCADE, related_name="relations_to_council", verbose_name=_("Với ai, đơn vị nào")
    )
    kind = models.CharField(_("Quan hệ"), max_length=10, choices=Kind.choices, default=Kind.FAMILY)
    note = models.CharField(_("Ghi rõ"), max_length=500, blank=True)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            together("relation_withdrawn_by_and_when", "withdrawn_by", "withdrawn_at"),
            models.CheckConstraint(condition=Q(kind__in=["family", "work", "other"]), name="relation_kind"),
            models.CheckConstraint(condition=~Q(kind="other") | ~Q(note=""), name="relation_other_says_which"),
            models.UniqueConstraint(
                fields=["person", "subject"], condition=Q(withdrawn_at=None), name="relation_declared_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.subject}"
