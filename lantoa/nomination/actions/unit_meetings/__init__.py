"""The meetings of units: written, signed, opened again; and «nobody this year»."""
