"""What the address of a page of verification names: the dossier, and the office for which one speaks."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import insist
from lantoa.domain.authority import Case, Deed
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES, case_of
from lantoa.nomination.queries.verification.one import offices_of


def dossier_for(request: HttpRequest, number: int) -> Nomination:
    """A dossier that was sent, for those who may verify it; drafts are not there."""
    found = Nomination.objects.select_related(*WITH_NAMES).filter(pk=number, sent_at__isnull=False).first()
    insist(request, Deed.VERIFY, case_of(found) if found else Case())
    if found is None:
        raise Http404
    return found


def office_for(request: HttpRequest, nomination: Nomination) -> str:
    """`linh_vuc` where the user may speak for it, otherwise the first such office; the secretariat is ""."""
    offices = offices_of(nomination, actor_of(request.user))
    if not offices:
        raise PermissionDenied(_("Hồ sơ này không có tiêu chí nào thuộc lĩnh vực bạn được phân công thẩm định."))
    given = request.POST.get("linh_vuc", request.GET.get("linh_vuc"))
    return given if given in offices else offices[0]
