"""Lists of the record book: what each sheet shows, searches, filters and sorts, and its rows page by page."""

from lantoa.register.queries.lists.definition import Asked, Cell, Column, Filter, Line, Listing, Look
from lantoa.register.queries.lists.rows import lines, rows_of
from lantoa.register.queries.lists.sheets import LISTINGS, listing_of

__all__ = [
    "LISTINGS",
    "Asked",
    "Cell",
    "Column",
    "Filter",
    "Line",
    "Listing",
    "Look",
    "lines",
    "listing_of",
    "rows_of",
]
