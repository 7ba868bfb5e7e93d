"""Every write to the record book: one transaction and one audit event a deed."""
