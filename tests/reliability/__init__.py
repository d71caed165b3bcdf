"""Experiments that must never lose anything, each with a control in which something must be lost."""
