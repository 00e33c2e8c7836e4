"""Only files that lie beside an item are opened, however it names them."""

import pytest

from articles.interchange.local_files import NotBeside, content_of


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    home = tmp_path / "wire"
    (home / "pictures").mkdir(parents=True)
    (home / "boat.jpg").write_bytes(b"boat")
    (home / "pictures" / "in the harbour.jpg").write_bytes(b"harbour")
    (home / "outside.jpg").symlink_to(tmp_path / "secret.jpg")
    (home / "inside.jpg").symlink_to(home / "boat.jpg")
    (home / "loop.jpg").symlink_to(home / "loop.jpg")
    return home


@pytest.mark.parametrize(
    ("href", "content"),
    [
        ("boat.jpg", b"boat"),
        ("./pictures/../boat.jpg", b"boat"),
        ("pictures/in the harbour.jpg", b"harbour"),
        ("pictures/in%20the%20harbour.jpg", b"harbour"),
        ("inside.jpg", b"boat"),
    ],
)
def test_a_file_beside_the_item_is_read(folder, href, content):
    assert content_of(href, folder) == content


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("https://wire.example/a.jpg", "its address is https://wire.example/a.jpg; only files"),
        ("//wire.example/a.jpg", "no local file"),
        ("file:///etc/passwd", "no local file"),
        ("data:image/png;base64,AAAA", "no local file"),
        ("C:\\pictures\\a.jpg", "no local file"),
        ("\\\\server\\a.jpg", "no local file"),
        ("http://[broken", "no local file"),
        ("/etc/passwd", "is absolute"),
        ("%2fetc/passwd", "is absolute"),
        ("../secret.jpg", "leads out of the item's folder"),
        ("pictures/../../secret.jpg", "leads out"),
        ("%2e%2e/secret.jpg", "leads out"),
        ("outside.jpg", "leads out"),
        ("missing.jpg", "is not there"),
        ("loop.jpg", "is not there"),
        ("pictures", "is not there"),
        ("a" * 5000, "is not there"),
        ("a%00.jpg", "is not there"),
        ("", "is not there"),
    ],
)
def test_nothing_else_is(folder, href, reason):
    with pytest.raises(NotBeside) as caught:
        content_of(href, folder)
    assert reason in str(caught.value)
