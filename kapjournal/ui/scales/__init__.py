"""Scales: filling one in, what it adds up to, and the support page before any score."""
