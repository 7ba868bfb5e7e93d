"""How every deed of the work is asked for: a form in its section, the section again, or a sentence why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.accounts.models import User
from lantoa.domain.authority import Refused
from lantoa.domain.stages import WrongStage
from lantoa.nurture.actions.work.refusals import NotGoing, WorkRefused
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.rights import Answer, Rights, going, rights_of
from lantoa.nurture.queries.work import sections
from lantoa.nurture.views.plans.asked import plan_for
from lantoa.register.actions.refusals import NotAllowed

OK, CONFLICT, WRONG = 200, 409, 422
INFO = {"success": messages.SUCCESS, "warning": messages.WARNING, "error": messages.ERROR}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence above the section."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Doing:
    """The form that is open in the section: for which deed, under which row, sent by which button."""

    deed: str
    form: forms.Form
    submit: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One section of one plan before one user."""

    request: HttpRequest
    plan: NurturePlan
    part: str

    @property
    def user(self) -> User:
        return cast("User", self.request.user)

    @property
    def rights(self) -> Rights:
        return rights_of(self.plan, self.user)

    @property
    def who(self) -> dict[str, Any]:
        return {"by": self.user, "at": now()}

    def show(self, doing: Doing | None = None, said: Sequence[Said] = (), status: int = OK) -> HttpResponse:
        """The section alone for a swap; without script, a page that holds nothing else."""
        template = f"nurture/work/{self.part}.html"
        context = sections(self.plan, self.user, localdate())
        context |= {"doing": doing, "said": said, "part": self.part, "section": template}
        page = template if self.request.headers.get("HX-Request") else "nurture/work/page.html"
        return render(self.request, page, context, status=status)

    def ask(
        self,
        doing: Doing,
        act: Callable[[dict[str, Any]], object],
        words: str,
        *,
        answer: Answer,
        warn: Callable[[dict[str, Any]], str] | None = None,
    ) -> HttpResponse:
        """Show the form, or do what it says; what is refused is told in the form, with what was typed."""
        form = doing.form
        form.auto_id = f"{self.part}-{doing.deed}-%s"  # forms of several sections may be open on one page
        if self.request.method != "POST":
            self._insist(answer)
            return self.show(doing)
        if not form.is_valid():
            self._insist(answer)
            return self.show(doing, status=WRONG)
        try:
            act(form.cleaned_data)
        except NotAllowed as problem:
            raise PermissionDenied(str(problem)) from problem
        except WrongStage as problem:
            return self.show(said=[Said("error", str(problem))], status=CONFLICT)
        except NotGoing as problem:
            return self.show(said=[Said("error", str(problem))], status=CONFLICT)
        except WorkRefused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, str(problem))
            return self.show(doing, status=WRONG)
        warning = warn(form.cleaned_data) if warn else ""
        return self.done(words, warning)

    def press(self, act: Callable[[], object], words: str) -> HttpResponse:
        """Do what needs no form."""
        try:
            act()
        except NotAllowed as problem:
            raise PermissionDenied(str(problem)) from problem
        except (WrongStage, WorkRefused) as problem:
            return self.show(said=[Said("error", str(problem))], status=CONFLICT)
        return self.done(words)

    def done(self, words: str, warning: str = "") -> HttpResponse:
        """The section with the sentence; without script, the plan's page at the section."""
        said = [Said("success", words), *([Said("warning", warning)] if warning else [])]
        if self.request.headers.get("HX-Request"):
            return self.show(said=said)
        for one in said:
            messages.add_message(self.request, INFO[one.kind], one.words)
        return redirect(f"{reverse('nurture_plan', args=[self.plan.pk])}#{self.part}")

    def _insist(self, answer: Answer) -> None:
        """403 with the reason for whom it is not, or while the plan is not going on."""
        for one in (answer, going(self.plan)):
            if isinstance(one, Refused):
                raise PermissionDenied(one.reason)


def desk_for(request: HttpRequest, pk: int, part: str) -> Desk:
    """The section of a plan that the user may see."""
    return Desk(request, plan_for(request, pk), part)
