"""Integrate: questions for now, and the whole library of prompts."""
