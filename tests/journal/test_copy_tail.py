from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.journal.copy_tail import Page, append_page, last_page, read_pages

KEY = b"k" * 32
rows = st.lists(st.tuples(st.integers(1, 1 << 50), st.binary(max_size=40)), max_size=4).map(tuple)
pages = st.builds(
    Page, st.binary(max_size=32), st.integers(0, 1 << 50), st.binary(max_size=32), rows, rows, rows
)


@settings(max_examples=60)
@given(st.lists(pages, min_size=1, max_size=5), st.data())
def test_what_was_appended_is_read_up_to_the_first_damage(
    tmp_path_factory: object, written: list[Page], data: st.DataObject
) -> None:
    file = Path(str(tmp_path_factory.mktemp("tail") / "a.tail"))  # type: ignore[attr-defined]  # a fixture inside a property
    ends = [0]
    for page in written:
        ends.append(append_page(file, KEY, page, ends[-1]))
    assert [page for page, _ in read_pages(file, KEY)] == written
    content = file.read_bytes()
    cut = data.draw(st.integers(0, len(content)))
    file.write_bytes(content[:cut])
    whole = sum(end <= cut for end in ends[1:])
    assert [page for page, _ in read_pages(file, KEY)] == written[:whole]


def test_a_flipped_bit_ends_the_reading_before_its_page(tmp_path: Path) -> None:
    file = tmp_path / "a.tail"
    first, second = Page(b"s", 1, b"a"), Page(b"s", 2, b"b")
    end = append_page(file, KEY, first, 0)
    append_page(file, KEY, second, end)
    content = bytearray(file.read_bytes())
    content[end + 30] ^= 1
    file.write_bytes(bytes(content))
    assert last_page(file, KEY) == (first, end)


def test_a_stranger_without_the_key_reads_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.tail"
    append_page(file, KEY, Page(b"s", 1, b"a"), 0)
    assert last_page(file, b"x" * 32) is None


def test_what_a_failed_attempt_left_is_cut_off(tmp_path: Path) -> None:
    file = tmp_path / "a.tail"
    first, second = Page(b"s", 1, b"a"), Page(b"s", 2, b"b")
    end = append_page(file, KEY, first, 0)
    with file.open("ab") as stream:
        stream.write(b"half a page")
    append_page(file, KEY, second, end)
    assert [page for page, _ in read_pages(file, KEY)] == [first, second]
