"""Kap Journal."""
