from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from kapjournal.ui.reflection.pasting import pasted_text


def html(text: str) -> QMimeData:
    offered = QMimeData()
    offered.setHtml(text)
    return offered


def test_plain_text_is_taken_as_it_is() -> None:
    offered = QMimeData()
    offered.setText("one\r\ntwo\u0000\u0007 three\tfour")
    assert pasted_text(offered) == "one\ntwo three\tfour"


def test_plain_text_is_preferred_to_its_looks() -> None:
    offered = html("<b>the lake</b>")
    offered.setText("the lake")
    assert pasted_text(offered) == "the lake"


def test_a_web_page_alone_gives_its_words() -> None:
    offered = html(
        "<head><title>no</title><style>p {}</style></head><h2>The&nbsp;lake</h2><p>Cold <b>water</b></p>"
        "<script>run()</script><img src='file:///etc/hostname'>"
    )
    taken = pasted_text(offered)
    assert taken is not None
    assert taken.split() == ["The", "lake", "Cold", "water"]
    assert "file" not in taken


def test_files_and_pictures_are_refused() -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    files.setText("file:///etc/hostname")
    picture = QMimeData()
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    picture.setImageData(image)
    assert pasted_text(files) is None
    assert pasted_text(picture) is None
