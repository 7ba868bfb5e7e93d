"""How the office names itself on paper, and who signs: dated, so that an old paper keeps its old head."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Letterhead(models.Model):
    """In force from `since` until the next row's day; names in ordinary letters, printed as Decree 30/2020 asks."""

    id = models.BigAutoField(primary_key=True)
    since = models.DateField(_("Dùng từ ngày"), unique=True)
    parent = models.CharField(_("Cơ quan chủ quản"), max_length=200, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200)
    abbreviation = models.CharField(_("Chữ viết tắt của cơ quan"), max_length=20)
    council = models.CharField(_("Tên Hội đồng"), max_length=200, default="Hội đồng Thi đua - Khen thưởng")
    council_abbreviation = models.CharField(_("Chữ viết tắt của Hội đồng"), max_length=20, default="HĐTĐKT")
    place = models.CharField(_("Địa danh"), max_length=100)
    office = models.CharField(_("Đơn vị soạn thảo (nơi lưu)"), max_length=50)
    position = models.CharField(_("Chức vụ người đứng đầu"), max_length=100, default="Hiệu trưởng")
    signer = models.CharField(_("Họ tên người đứng đầu"), max_length=100, blank=True)
    keeps_degrees = models.BooleanField(_("Ghi học hàm, học vị trước họ tên người ký"), default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(issuer="") & ~Q(abbreviation="") & ~Q(place=""), name="letterhead_names_the_office"
            )
        ]
        ordering = ["since"]

    def __str__(self) -> str:
        return self.issuer
