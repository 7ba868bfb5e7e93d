"""Columns that the lives of discovery and nurture share: the stage, and a check that it is one of its life."""

from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.stages import STAGE_LABELS


def stage_column(stages: type[StrEnum], **options: Any) -> models.CharField:  # type: ignore[type-arg]
    """The stage of a life; its first one is where a life begins."""
    choices = [(stage.value, STAGE_LABELS[stage]) for stage in stages]
    facts: dict[str, Any] = {"max_length": 12, "choices": choices, "default": next(iter(stages)).value} | options
    return models.CharField(_("Bước"), **facts)


def stage_check(stages: type[StrEnum], name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(stage__in=[stage.value for stage in stages]), name=name)


def together(name: str, *columns: str) -> models.CheckConstraint:
    """The columns are all empty or all filled: who and when stand together."""
    none = Q(**{f"{column}__isnull": True for column in columns})
    every = Q(**{f"{column}__isnull": False for column in columns})
    return models.CheckConstraint(condition=none | every, name=name)
