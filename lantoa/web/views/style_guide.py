"""The style guide: every shared part of the pages in every state, for whoever changes them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.web import samples
from lantoa.web.forms import SampleForm


@requires(Deed.MANAGE_ACCOUNTS)
def show(request: HttpRequest) -> HttpResponse:
    page = {
        "trail": [(_("Quản trị"), reverse("users")), (_("Sổ mẫu giao diện"), "")],
        "today": localdate(),
        "form": SampleForm({"unit": "a"}),
        "page": Paginator(range(480), 25).get_page(request.GET.get("trang", 3)),
        "people": samples.people(),
        "codes": samples.CODES,
        "evidence": samples.evidence(),
        "icon_names": samples.icon_names(),
    }
    return render(request, "style_guide.html", page)
