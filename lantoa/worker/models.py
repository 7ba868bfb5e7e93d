"""The lease of a worker: while it lasts, the worker is taken to be alive."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lease(models.Model):
    """One at a time for each name; a worker renews it while it lives, and anyone may take it once it has run out."""

    name = models.CharField(_("Tên"), max_length=64, primary_key=True)
    holder = models.CharField(_("Người giữ"), max_length=64, unique=True)
    until = models.DateTimeField(_("Đến lúc"))

    class Meta:
        verbose_name = _("Hạn giữ việc")

    def __str__(self) -> str:
        return f"{self.name} {self.holder}"


class Turn(models.Model):
    """A daily task's turn: whoever writes the row of the day puts the task into the queue."""

    id = models.BigAutoField(primary_key=True)
    task = models.CharField(_("Việc"), max_length=200)
    day = models.DateField(_("Ngày"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "day"], name="turn_once_a_day")]

    def __str__(self) -> str:
        return f"{self.task} {self.day}"
