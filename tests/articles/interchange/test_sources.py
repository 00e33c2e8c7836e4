"""Files, JSON Lines, lists and folders: what is found in them, and what is said of the rest."""

import json
import os

import pytest

from articles.interchange import sources
from articles.interchange.sources import Found, Ignored, Unreadable, items


@pytest.fixture
def put(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def places(path):
    return [(source.place, type(source)) for source in items([path])]


def reason(path):
    (source,) = items([path])
    assert isinstance(source, Unreadable)
    return source.reason


def test_a_file_is_one_item(put):
    path = put("a.json", '{"uri": "1"}')
    assert list(items([path])) == [Found(path, "", {"uri": "1"})]


def test_a_list_is_items_by_their_index(put):
    path = put("a.json", '[{"uri": "1"}, 7]')
    assert places(path) == [("item 1", Found), ("item 2", Found)]


def test_a_damaged_line_keeps_no_other_line_out(put):
    path = put("a.jsonl", '{"uri": "1"}\n{"uri": \n\n{"uri": "4"}\n')
    assert places(path) == [("line 1", Found), ("line 2", Unreadable), ("line 4", Found)]


def test_json_lines_are_known_without_their_suffix(put):
    path = put("a.json", '{"uri": "1"}\n{"uri": "2"}')
    assert places(path) == [("line 1", Found), ("line 2", Found)]


def test_a_damaged_first_line_makes_it_a_damaged_file(put):
    assert "not JSON" in reason(put("a.json", '{"uri"\n{"uri": "2"}'))


def test_an_item_on_several_lines_is_no_json_lines(put):
    assert places(put("a.json", '{\n"uri": "1"\n}\n')) == [("", Found)]


def test_json_lines_are_read_one_at_a_time(put, monkeypatch):
    monkeypatch.setattr(sources, "MOST_BYTES", 1000)
    path = put("a.jsonl", '{"uri": "1"}\n' * 5000)
    assert sum(isinstance(source, Found) for source in items([path])) == 5000


def test_a_folder_is_read_by_name_with_its_folders(put, tmp_path):
    put("b.json", "{}")
    put("a.jsonl", "{}")
    put("deeper/c.ninjs", "{}")
    put(".hidden.json", "{}")
    put("picture.jpg", "x")
    names = [source.file.name for source in items([tmp_path])]
    assert names == ["a.jsonl", "b.json", "c.ninjs"]


def test_a_schema_among_the_items_is_left_alone(put):
    (source,) = items([put("schema.json", '{"$schema": "https://json-schema.org/"}')])
    assert isinstance(source, Ignored)


def test_a_byte_order_mark_is_no_mistake(put):
    path = put("a.json", b"\xef\xbb\xbf" + json.dumps({"uri": "й"}).encode())
    assert [source.value for source in items([path])] == [{"uri": "й"}]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"{", "not JSON: "),
        (b'{"uri": "1", "uri": "2"}', "“uri” stands twice"),
        (b'{"urgency": NaN}', "NaN is no number"),
        (b'{"urgency": ' + b"9" * 5000 + b"}", "not JSON that can be read"),
        (b"[" * 100_000, "too deeply"),
        ('{"uri": "й"}'.encode("cp1251"), "not UTF-8 (byte 10)"),
        ('{"uri": "1"}'.encode("utf-16"), "not UTF-8 (byte 1)"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(put, content, said):
    assert said in reason(put("a.json", content))


def test_an_empty_file_of_lines_is_said_to_be_empty(put):
    assert reason(put("a.jsonl", "")) == "the file is empty"


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path):
    assert "no such file" in reason(tmp_path / "nothing.json")
    assert "no file in it" in reason(tmp_path)


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.json")
    assert reason(tmp_path / "a.json") == "is no ordinary file"


def test_what_does_not_fit_into_memory_is_refused(put, monkeypatch):
    monkeypatch.setattr(sources, "MOST_BYTES", 20)
    assert "as JSON Lines" in reason(put("a.json", '{"uri": "urn:longer:than:that"}'))
    path = put("a.jsonl", '{"uri": "urn:longer:than:that:by:far:and:more"}\n{"uri": "2"}\n')
    assert places(path) == [("line 1", Unreadable), ("line 2", Found)]
