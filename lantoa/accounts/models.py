"""Who signs in, and which roles they hold where in the unit tree."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.accounts.offices import offices
from lantoa.domain.authority import Role


class User(AbstractUser):
    """An account; `person` says whose record is one's own."""

    person = models.OneToOneField(
        "lantoa.Person", models.SET_NULL, null=True, blank=True, related_name="account", verbose_name=_("Cán bộ")
    )
    search_key = models.CharField(max_length=250, editable=False, default="")  # folded user name, name, e-mail
    sort_key = models.CharField(max_length=500, editable=False, default="")  # given name first, as people look it up
    is_demo = models.BooleanField(default=False, editable=False)  # its password is known to everybody

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class RoleGrant(models.Model):
    """A role held by a user: a head's grant names the unit and covers the units under it, a specialist's the office."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    role = models.CharField(_("Vai trò"), max_length=20, choices=[(role.value, role.label) for role in Role])
    unit = models.ForeignKey(
        "lantoa.Unit", models.CASCADE, null=True, blank=True, related_name="grants", verbose_name=_("Đơn vị")
    )
    office = models.CharField(_("Lĩnh vực thẩm định"), max_length=20, blank=True)  # of a plan edition's procedure

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "unit"], name="grant_once_a_unit"),
            models.UniqueConstraint(
                fields=["user", "role", "office"], condition=models.Q(unit=None), name="grant_once"
            ),
            models.CheckConstraint(
                condition=models.Q(role="specialist") & ~models.Q(office="")
                | ~models.Q(role="specialist") & models.Q(office=""),
                name="grant_of_specialist_names_office",
            ),
            models.CheckConstraint(
                condition=models.Q(role="head", unit__isnull=False) | (~models.Q(role="head") & models.Q(unit=None)),
                name="grant_of_head_names_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"

    @property
    def sentence(self) -> str:
        return Role(self.role).sentence

    @property
    def where(self) -> str:
        """The unit that a head heads, the office that a specialist verifies for; empty for every other role."""
        return str(self.unit) if self.unit else dict(offices()).get(self.office, self.office)
