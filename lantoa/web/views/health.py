"""Health for machines: whether the database answers, is up to date, and somebody does the long work."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now

from lantoa.worker.models import Lease


def show(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - a view is given its request
    """200 when pages can be served, 503 when not; a missing worker is told but fails nothing."""
    try:
        is_current = not _pending()
        worker = Lease.objects.filter(until__gte=now()).exists() if is_current else False
    except DatabaseError:
        return JsonResponse({"status": "failing", "database": False}, status=503)
    answer = {
        "status": "ok" if is_current else "failing",
        "database": True,
        "migrations": is_current,
        "worker": worker,
    }
    return JsonResponse(answer, status=200 if is_current else 503)


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
