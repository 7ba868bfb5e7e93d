"""Addresses of the papers that are made."""

from django.urls import path

from lantoa.papers.views import jobs, listing, one, rounds

urlpatterns = [
    path("giay-to/", listing.show, name="papers"),
    path("giay-to/xuat/", listing.download, name="papers_export"),
    path("giay-to/dot/<int:number>/", rounds.show, name="round_papers"),
    path("giay-to/dot/<int:number>/lap/", rounds.make_all, name="round_papers_make"),
    path("giay-to/dot/<int:number>/<slug:kind>/", rounds.one_kind, name="round_papers_of_kind"),
    path("giay-to/dot/<int:number>/<slug:kind>/xuat/", rounds.download, name="round_papers_of_kind_export"),
    path("giay-to/ngoai-dot/", rounds.show, name="loose_papers"),
    path("giay-to/ngoai-dot/lap/", rounds.make_all, name="loose_papers_make"),
    path("giay-to/ngoai-dot/<slug:kind>/", rounds.one_kind, name="loose_papers_of_kind"),
    path("giay-to/ngoai-dot/<slug:kind>/xuat/", rounds.download, name="loose_papers_of_kind_export"),
    path("giay-to/lap/<slug:kind>/", one.new, name="paper_new"),
    path("giay-to/viec/<int:number>/", jobs.show, name="paper_job"),
    path("giay-to/viec/<int:number>/tai/", jobs.parcel, name="paper_job_parcel"),
    path("giay-to/viec/<int:number>/dung/", jobs.cancel, name="paper_job_cancel"),
    path("giay-to/viec/<int:number>/tiep/", jobs.go_on, name="paper_job_go_on"),
    path("giay-to/<int:number>/", one.show, name="paper"),
    path("giay-to/<int:number>/word/", one.word, name="paper_word"),
    path("giay-to/<int:number>/pdf/", one.pdf, name="paper_pdf"),
    path("giay-to/<int:number>/lap-pdf/", one.into_pdf, name="paper_into_pdf"),
    path("giay-to/<int:number>/lap-lai/", one.again, name="paper_again"),
]
