"""Who may verify a dossier for an office: never one's own, never one that one made, only for offices one speaks for."""

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Role
from lantoa.nomination.actions.moving import insist
from lantoa.nomination.actions.verification.refusals import NotOfThisOffice, OwnDossier
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification.asked import office_name

SECRETARIAT = ""  # the standing body of the Council asks for no office


def insist_on_office(by: User, nomination: Nomination, office: str) -> None:
    """NotAllowed, OwnDossier or NotOfThisOffice, unless the user may speak for the office about the dossier."""
    insist(by, Deed.VERIFY, nomination)
    insist_on_another(by, nomination)
    actor = actor_of(by)
    if office == SECRETARIAT and Role.OFFICER in actor.roles:
        return
    if office not in actor.offices:
        raise NotOfThisOffice(office_name(nomination.edition, office))


def insist_on_another(by: User, nomination: Nomination) -> None:
    """OwnDossier for who made or sent it, and for who heads the nominated unit."""
    if by.pk in (nomination.made_by_id, nomination.sent_by_id) or nomination.subject.code in actor_of(by).units:
        raise OwnDossier
