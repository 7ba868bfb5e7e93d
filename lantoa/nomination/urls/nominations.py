"""Addresses of nominations."""

from django.urls import path

from lantoa.nomination.views import deeds, dossier, listing, looking, making, parts, picking

urlpatterns = [
    path("de-cu/", listing.show, name="nominations"),
    path("de-cu/xuat/", listing.download, name="nominations_export"),
    path("de-cu/gui/", deeds.send_several, name="nominations_send"),
    path("de-cu/<int:number>/", dossier.show, name="nomination"),
    path("de-cu/<int:number>/gui/", deeds.send, name="nomination_send"),
    path("de-cu/<int:number>/gui-lai/", deeds.resend, name="nomination_resend"),
    path("de-cu/<int:number>/rut/", deeds.withdraw, name="nomination_withdraw"),
    path("de-cu/<int:number>/chuyen-don-vi/", deeds.move_to_unit, name="nomination_move"),
    path("de-cu/<int:number>/minh-chung/", parts.attach, name="nomination_attach"),
    path("de-cu/<int:number>/minh-chung/<int:which>/", parts.open_evidence, name="nomination_evidence"),
    path("de-cu/<int:number>/minh-chung/<int:which>/bo/", parts.remove_evidence, name="nomination_evidence_remove"),
    path("de-cu/<int:number>/y-kien/", parts.add_statement, name="nomination_state"),
    path("de-cu/<int:number>/y-kien/<int:which>/bo/", parts.remove_statement, name="nomination_statement_remove"),
    path("de-cu/<int:number>/dong-y/", parts.consent, name="nomination_consent"),
    path("de-cu/<int:number>/dong-y/<int:which>/", parts.open_paper, name="nomination_consent_paper"),
    path("de-cu/<int:number>/sua-thong-tin/", parts.correct, name="nomination_correct"),
    path("de-cu/<int:number>/sua-thong-tin/<int:which>/", parts.answer, name="nomination_answer"),
    path("de-cu/<int:number>/doi-chieu/", looking.check_now, name="nomination_check"),
    path("de-cu/<int:number>/luu-y/", looking.point_out, name="nomination_remarks"),
    path("de-cu/<int:number>/qua-trinh/", looking.history, name="nomination_history"),
    path("de-cu/<int:number>/sang-kien/", looking.choose_initiatives, name="nomination_initiatives"),
    path("dot-xet/<int:number>/de-cu/", picking.show, name="nominations_pick"),
    path("de-cu/tu-boi-duong/<int:number>/", making.from_plan, name="nomination_from_plan"),
]
