"""Whether two folders of the program are the same, byte for byte, and if not, in what.

`python -m tools.desktop.same FOLDER FOLDER`. A program differs in a part of the archive inside it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader


def differences(one: Path, other: Path) -> list[str]:
    """Every file that is only in one of them or not the same in both; for a program, its parts."""
    left, right = contents(one), contents(other)
    found = []
    for name in sorted({*left, *right}):
        if name not in left or name not in right:
            found.append(f"{name}: only in {one if name in left else other}")
        elif left[name] != right[name]:
            found += _within(name, one / name, other / name)
    return found


def contents(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file, or where a link leads, by its place."""
    return {str(path.relative_to(folder)): _told(path) for path in sorted(_leaves(folder))}


def whole(folder: Path) -> str:
    """One hash for all of it."""
    lines = "".join(f"{told}  {name}\n" for name, told in contents(folder).items())
    return hashlib.sha256(lines.encode()).hexdigest()


def _leaves(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def _told(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _within(name: str, one: Path, other: Path) -> list[str]:
    left, right = _parts(one), _parts(other)
    if not left or not right:
        return [f"{name}: not the same"]
    differing = sorted(part for part in {*left, *right} if left.get(part) != right.get(part))
    return [f"{name}: {part} is not the same" for part in differing] or [f"{name}: not the same"]


def _parts(program: Path) -> Mapping[str, str]:
    """The SHA-256 of each part of a program's archive, and of each module; none in other files."""
    try:
        archive = CArchiveReader(str(program))
    except (ArchiveReadError, OSError):
        return {}
    told: dict[str, str] = {}
    for name in archive.toc:
        if name.endswith(".pyz"):
            modules = archive.open_embedded_archive(name)
            told |= {
                f"module {module}": _hash(modules.extract(module, raw=True))
                for module in modules.toc
            }
        else:
            told[name] = _hash(archive.extract(name))
    return told


def _hash(content: bytes | None) -> str:
    return hashlib.sha256(content or b"").hexdigest()


def main(arguments: list[str]) -> int:
    """Exit codes: 0 the same, 1 not the same, 2 wrong usage."""
    if len(arguments) != 2:
        print("usage: python -m tools.desktop.same FOLDER FOLDER", file=sys.stderr)
        return 2
    one, other = map(Path, arguments)
    found = differences(one, other)
    print("\n".join(found) or f"The same: {len(contents(one))} files, SHA-256 {whole(one)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
