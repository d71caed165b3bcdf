"""Several names in one sentence."""

from kapjournal.words.lists import listed


def test_the_last_of_several_names_is_joined_by_a_word() -> None:
    assert listed(["PHQ-9", "GAD-7"]) == "PHQ-9 and GAD-7"
    assert listed(["PHQ-9"]) == "PHQ-9"
    assert listed([]) == ""
