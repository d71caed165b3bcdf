"""Trends: how mood and any measure moved over a range of days."""
