"""The filtered list as an Excel file."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.queries.workbook import workbook
from lantoa.discovery.views.asked import NotInThePlan, not_in_the_plan, read
from lantoa.domain.authority import Deed
from lantoa.spreadsheet import CONTENT_TYPE


@requires(Deed.SCREEN)
def download(request: HttpRequest) -> FileResponse | HttpResponse:
    try:
        asked = read(request)
    except NotInThePlan as error:
        return not_in_the_plan(request, error)
    if asked.sieve is None:
        return render(request, "discovery/screening.html", {"form": asked.form}, status=422)
    choice = asked.sieve.choice
    name = f"ra-soat-{choice.tier.code}-{choice.year}.xlsx"
    file = workbook(asked.sieve, actor_of(request.user))
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
