"""What a request is told that cannot even be read."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (a handler is given both)
    """Django's own handler looks for a CSRF token in the form, and fails again when the form is unreadable."""
    return HttpResponseBadRequest(render_to_string("400.html"))
