"""The help page of roles, made from the table of permissions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.views.access import abilities, requires
from lantoa.domain.authority import PERMISSIONS, Deed, Role


@requires()
def roles(request: HttpRequest) -> HttpResponse:
    table = [(deed.label, [PERMISSIONS[deed].get(role) for role in Role]) for deed in Deed]
    page = {"roles": list(Role), "table": table, "may": abilities(request)}
    return render(request, "accounts/roles.html", page)
