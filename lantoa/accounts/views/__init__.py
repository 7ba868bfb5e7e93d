"""Pages of accounts; and what every room's views ask before they answer."""

from lantoa.accounts.views.access import insist, requires

__all__ = ["insist", "requires"]
