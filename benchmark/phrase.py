"""The passphrase of the made journals; in a file of its own, since a probe must load nothing heavy for it."""

PASSPHRASE = "four words and a lake"  # noqa: S105  # of journals that are made, measured and thrown away
