"""Complaints to authorities that supervise others."""
