"""Accounts for show beside the one of every role, so that what takes several heads, offices or votes can be tried."""

from lantoa.accounts.demo import USER_NAMES
from lantoa.domain.authority import Role

PRINCIPAL = USER_NAMES[Role.PRINCIPAL]
HEADS = {  # unit -> who heads it
    "CDLSL": PRINCIPAL,
    "DT": "truong.dt",
    "CTSV": "truong.ctsv",
    "TCKT": "truong.tckt",
    "TCHC": "truong.tchc",
    "KNV": "truong.knv",
    "KCB": "truong.kcb",
    "TTTV": "truong.tttv",
    "KL": USER_NAMES[Role.HEAD],
}
SPECIALISTS = {  # office -> unit of the one who verifies for it, and the name
    "personnel": ("TCHC", USER_NAMES[Role.SPECIALIST]),
    "science": ("DT", "thamdinh.khoahoc"),
    "party": ("KNV", "thamdinh.dang"),
    "union": ("CTSV", "thamdinh.congdoan"),
    "inspection": ("KTBD", "thamdinh.thanhtra"),
}
CLERK = ("TCHC", USER_NAMES[Role.CLERK])
OFFICER = ("TCHC", USER_NAMES[Role.OFFICER])
MEMBERS = ("truong.dt", "truong.ctsv", "truong.tckt", "truong.tchc", "truong.knv", "truong.kcb")
