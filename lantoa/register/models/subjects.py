"""Those whom the plan is about: persons and units, and who worked where when."""

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from lantoa.domain.records import Kind
from lantoa.register.models.columns import Recorded, date_column, order_check, precision_column


class Subject(models.Model):
    """A person or a unit under one code: no code serves both."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("Mã"), max_length=40, unique=True)
    kind = models.CharField(
        _("Loại"),
        max_length=10,
        choices=[(Kind.INDIVIDUAL.value, _("cá nhân")), (Kind.COLLECTIVE.value, _("tập thể"))],
    )
    name = models.CharField(_("Tên"), max_length=200)
    search_key = models.CharField(max_length=250, editable=False)  # folded code and name
    sort_key = models.CharField(max_length=500, editable=False)

    class Meta:
        indexes = [models.Index(fields=["kind", "sort_key"], name="subject_sorted")]

    def __str__(self) -> str:
        return self.name


class Unit(Recorded):
    """A unit of the tree; exactly one has none above it."""

    id = None  # type: ignore[assignment]
    subject = models.OneToOneField(Subject, models.CASCADE, primary_key=True, related_name="unit")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Cấp trên")
    )
    since = date_column(_("Từ ngày"), null=True, blank=True)
    since_precision = precision_column()
    until = date_column(_("Đến ngày"), null=True, blank=True)
    until_precision = precision_column()

    class Meta:
        constraints = [
            order_check("unit_dates_in_order"),
            models.CheckConstraint(condition=~Q(parent=F("subject")), name="unit_is_not_its_own_parent"),
            models.UniqueConstraint(
                Coalesce("parent", Value(0)), condition=Q(parent__isnull=True), name="unit_has_one_root"
            ),
        ]

    def __str__(self) -> str:
        return self.subject.name


class Person(Recorded):
    """A public employee or worker."""

    id = None  # type: ignore[assignment]
    subject = models.OneToOneField(Subject, models.CASCADE, primary_key=True, related_name="person")
    sex = models.CharField(_("Giới tính"), max_length=10, blank=True)
    born = date_column(_("Ngày sinh"), null=True, blank=True)
    born_precision = precision_column()
    employment = models.CharField(_("Loại"), max_length=40, blank=True)

    def __str__(self) -> str:
        return self.subject.name


class Post(Recorded):
    """Who worked where, as what, head or not, from when to when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts", verbose_name=_("Cán bộ"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("Đơn vị"))
    position = models.CharField(_("Chức vụ"), max_length=120, blank=True)
    is_head = models.BooleanField(_("Người đứng đầu"), default=False)
    since = date_column(_("Từ ngày"))
    since_precision = precision_column()
    until = date_column(_("Đến ngày"), null=True, blank=True)
    until_precision = precision_column()

    class Meta:
        constraints = [order_check("post_dates_in_order")]  # no overlap: exclusion or trigger, in the migration
        indexes = [
            models.Index(fields=["unit", "person", "since", "until"], name="post_of_unit"),
            models.Index(fields=["since", "until", "person", "unit"], condition=Q(is_head=True), name="post_of_head"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.unit}"
