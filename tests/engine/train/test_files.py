"""A person's own tables, pictures and labels are read, or refused with their place."""

from __future__ import annotations

import gzip
import io
import struct

import numpy as np
import pytest

from engine import EngineError
from engine.op import Array
from engine.train.files import IDX_TYPES, read_examples, read_file


def npy(numbers: object) -> bytes:
    packed = io.BytesIO()
    np.save(packed, np.asarray(numbers))
    return packed.getvalue()


def idx(numbers: Array, kind: int = 8) -> bytes:
    """As MNIST's page describes it."""
    head = bytes([0, 0, kind, numbers.ndim]) + struct.pack(f">{numbers.ndim}I", *numbers.shape)
    return head + numbers.astype(IDX_TYPES[kind]).tobytes()


PICTURES = np.arange(2 * 3 * 3).reshape(2, 3, 3)


def test_a_table_has_its_target_in_the_last_column() -> None:
    found = read_examples({"a.csv": b"1,2,0\n3,4,1\n5,6,1\n"})
    assert found.inputs.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert found.targets.tolist() == [0, 1, 1]
    assert found.classes == 2


def test_a_heading_is_passed_over_and_names_become_classes() -> None:
    text = "length;width;kind\n1;2;rose\n3;4;iris\n\n5;6;rose\n"
    found = read_examples({"flowers.csv": ("\ufeff" + text).encode()})
    assert found.targets.tolist() == [1, 0, 1]
    assert (found.inputs.shape, found.classes) == ((3, 2), 2)


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_and_lines_end_as_any_program_ends_them(between: str, end: str) -> None:
    text = end.join(between.join(row) for row in ("ab", "12", "30"))
    assert read_file("a.csv", text.encode()).tolist() == [[1, 2], [3, 0]]


def test_numbers_that_are_no_classes_are_numbers() -> None:
    assert read_examples({"a.csv": b"1,0.5\n2,0.25\n"}).classes == 0
    assert read_examples({"a.csv": b"1,7\n2,9\n"}).classes == 0


def test_a_numpy_table_is_read_like_any_other() -> None:
    found = read_examples({"a.npy": npy([[1, 2, 0], [3, 4, 1]])})
    assert found.inputs.tolist() == [[1, 2], [3, 4]]
    assert found.classes == 2


@pytest.mark.parametrize("packed", [False, True])
def test_pictures_and_labels_come_as_idx_in_any_order(packed: bool) -> None:
    files = {"labels": idx(np.array([1, 0])), "images": idx(PICTURES)}
    if packed:
        files = {f"{name}.gz": gzip.compress(content) for name, content in files.items()}
    found = read_examples(files)
    np.testing.assert_allclose(found.inputs, PICTURES / 255)
    assert (found.targets.tolist(), found.classes) == ([1, 0], 2)


@pytest.mark.parametrize("kind", IDX_TYPES)
def test_every_sort_of_idx_number_is_read(kind: int) -> None:
    found = read_file("x", idx(np.array([1, 2, 100]), kind))
    assert found.tolist() == [1, 2, 100]


REFUSED: dict[str, list[dict[str, bytes]]] = {
    "file_ragged": [{"a.csv": b"1,2\n3\n"}],
    "file_no_number": [
        {"a.csv": b"1,2\n3,x\n"},
        {"a.csv": b"1,2\nnan,1\n"},
        {"a.csv": b"a,1\n,2\n"},
    ],
    "file_empty": [{"a.csv": b""}, {"a.csv": b"x,y\n"}, {"a.npy": npy(np.zeros((0, 2)))}],
    "file_no_table": [{"a.csv": b"1\n2\n"}, {"a.npy": npy(PICTURES)}],
    "file_unknown": [
        {"a.npy": b"no"},
        {"a.npy": npy(np.array(["x"]))},
        {"a.npy": npy(np.array([{}], dtype=object))},
        {"a.npy": npy(np.zeros(9)).replace(b"(9,), }" + b" " * 12, b"(9999999999999,), }")},
        {"a.csv": b"\xff\xfe\x00"},
        {"a.csv": b"1,2\n3," + b"4" * 200_000},
        {"x": b"\0\0\x99\x01\0\0\0\1\0"},
        {"x": b"\0\0"},
        {"x.gz": b"\x1f\x8bno"},
        {"x.gz": gzip.compress(b"1,2\n3,4\n")[:-12]},
        {"x.gz": gzip.compress(gzip.compress(b"1,2\n"))},
    ],
    "file_cut": [{"x": idx(PICTURES)[:-1]}, {"x": idx(PICTURES) + b"x"}, {"x": b"\0\0\x08\0"}],
    "file_not_finite": [{"a.npy": npy([[1.0, 2.0], [np.inf, 0.0]])}],
    "files_one_or_two": [{"a": b"1,2", "b": b"1,2", "c": b"1,2"}],
    "files_inputs_and_targets": [{"a.npy": npy([[1, 2]]), "b.npy": npy([[1, 2]])}],
    "unequal_rows": [{"a.npy": npy([[1, 2]]), "b.npy": npy([1, 2])}],
}


@pytest.mark.parametrize(
    ("reason", "files"), [(reason, each) for reason, all_ in REFUSED.items() for each in all_]
)
def test_what_cannot_be_used_is_refused(reason: str, files: dict[str, bytes]) -> None:
    with pytest.raises(EngineError) as refused:
        read_examples(files)
    assert refused.value.reason == reason
    assert refused.value.message("zh") != refused.value.message("en")


def test_a_refusal_names_the_line_and_the_column() -> None:
    with pytest.raises(EngineError) as refused:
        read_examples({"a.csv": b"x,y,z\n1,2,0\n3,four,1\n"})
    assert "Line 3, column 2 of `a.csv`: `four`" in str(refused.value)
