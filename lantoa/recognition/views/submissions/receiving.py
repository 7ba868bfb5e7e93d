"""The door at which a school's package comes in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.recognition.actions.submissions import receiving
from lantoa.recognition.actions.submissions.refusals import ReceivedAlready
from lantoa.recognition.forms.submissions import ParcelForm
from lantoa.recognition.parcel.opening import BadParcel
from lantoa.recognition.views.submissions.asked import WRONG, who


@requires(Deed.ANSWER)
def receive(request: HttpRequest) -> HttpResponse:
    form = ParcelForm(request.POST, request.FILES) if request.method == "POST" else ParcelForm()
    if request.method == "POST" and form.is_valid():
        try:
            submission = receiving.receive(parcel=form.cleaned_data["parcel"].file, **who(request))
        except (BadParcel, ReceivedAlready) as refusal:
            form.add_error("parcel", str(refusal))
        else:
            messages.success(request, _("Đã nhận hồ sơ trình; mọi tệp khớp mục lục."))
            return redirect("submission", submission.pk)
    page = {"form": form}
    return render(request, "recognition/submissions/receive.html", page, status=WRONG if form.errors else 200)
