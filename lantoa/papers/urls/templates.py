"""Addresses of the templates of papers and of the letterhead."""

from django.urls import path

from lantoa.papers.views import letterheads, templates

urlpatterns = [
    path("quan-tri/mau-giay-to/", templates.listing, name="paper_templates"),
    path("quan-tri/mau-giay-to/ban/<int:number>/", templates.version, name="paper_template_version"),
    path("quan-tri/mau-giay-to/ban/<int:number>/tai/", templates.own_file, name="paper_template_file"),
    path("quan-tri/mau-giay-to/ban/<int:number>/thu/", templates.trial_file, name="paper_template_trial"),
    path("quan-tri/mau-giay-to/ban/<int:number>/thu-pdf/", templates.trial_pdf, name="paper_template_trial_pdf"),
    path("quan-tri/mau-giay-to/ban/<int:number>/xem/", templates.preview, name="paper_template_preview"),
    path("quan-tri/mau-giay-to/ban/<int:number>/trang/<int:page>/", templates.page, name="paper_template_page"),
    path("quan-tri/mau-giay-to/ban/<int:number>/dung/", templates.put_into_use, name="paper_template_use"),
    path("quan-tri/mau-giay-to/ban/<int:number>/thoi/", templates.withdraw, name="paper_template_withdraw"),
    path("quan-tri/mau-giay-to/<slug:slug>/", templates.kind, name="paper_template_kind"),
    path("quan-tri/mau-giay-to/<slug:slug>/goc/", templates.shipped_file, name="paper_template_shipped"),
    path("quan-tri/the-thuc/", letterheads.listing, name="letterheads"),
    path("quan-tri/the-thuc/<int:number>/", letterheads.one, name="letterhead"),
]
