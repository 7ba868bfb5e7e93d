"""Accounts for show of those who head units, so that what takes two heads can be tried."""

PRINCIPAL = "hieutruong"
HEADS = {
    "CDLSL": PRINCIPAL,
    "DT": "truong.dt",
    "CTSV": "truong.ctsv",
    "TCKT": "truong.tckt",
    "TCHC": "truong.tchc",
    "KNV": "truong.knv",
    "KCB": "truong.kcb",
    "TTTV": "truong.tttv",
    "KL": "truongdonvi",
}
