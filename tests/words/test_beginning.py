"""Where a long word may break."""

from kapjournal.words.beginning import breakable


def test_a_long_word_breaks_in_a_narrow_column_alone() -> None:
    word = "Zwischenmenschlichkeit"
    assert breakable(word) == word
    assert breakable(f"a {word}", narrow=True).split("\u200b") == ["a Zwisch", "enmens", "chlich", "keit"]
    assert breakable("a word of usual length", narrow=True) == "a word of usual length"
