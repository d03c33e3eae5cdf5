"""The rules of the house that no other checker knows: shape, names, sizes, reasons, locks.

An exception to a rule is listed here by name with its reason; one that is no longer needed fails.
"""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 350
LONGEST_FUNCTION = 50

# Modules with functions in them that need no test file of their own.
TESTED_ELSEWHERE: dict[str, str] = {
    "fieldapp/resource_files.py": "every test that reads a resource goes through it",
    "fieldapp/domain/clock.py": "a protocol: nothing runs in it",
    "fieldapp/journal/projections/folding.py": "a protocol: nothing runs in it",
    "fieldapp/cli/demo/day.py": "tests/journeys/test_demo_day.py works the whole day",
    "fieldapp/cli/demo/evening.py": "tests/journeys/test_demo_day.py works the whole day",
    "tools/__main__.py": "its chores are run by every `make`",
}
# Folders whose modules are tested together, each by the one file named.
TESTED_TOGETHER = {"tools/screens/": "tests/tools/test_made_up_screens.py"}
# Test files that mirror no module: folders about the whole, and the parts that tests share.
WHOLE_HOUSE_TESTS = (
    "tests/security/",
    "tests/journeys/",
    "tests/simulation/",
    "tests/fuzz/",
    "tests/sweep/",
    "tests/benchmarks/",
    "tests/war_stories/",
)
TESTS_OF_NO_MODULE: dict[str, str] = {
    "tests/test_house.py": "this file",
    "tests/hub/fold/test_any_fact.py": "what holds of the fold, and of all that follows from it",
    "tests/hub/erasure/test_any_history.py": "what holds of the room as a whole",
    "tests/domain/schedule/test_properties.py": "what holds of the engine as a whole",
}
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def project_files(*patterns: str) -> list[str]:
    """Return the paths below the root that git tracks or would track, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({path for path in listed.stdout.split("\0") if (ROOT / path).is_file()})


def source(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


MODULES = project_files("fieldapp/*.py", "tools/*.py")
TESTS = project_files("tests/*.py")


def mirror_of(module: str) -> str:
    """Return where the tests of a module belong."""
    path = Path(module.removeprefix("fieldapp/"))
    return str(Path("tests") / path.parent / f"test_{path.name}")


def test_every_module_has_its_test_file() -> None:
    missing = [
        module
        for module in MODULES
        if any(functions(module))
        and module not in TESTED_ELSEWHERE
        and not module.startswith(tuple(TESTED_TOGETHER))
        and mirror_of(module) not in TESTS
    ]
    assert not missing, f"write {[mirror_of(module) for module in missing]}"


def test_every_test_file_belongs_to_a_module() -> None:
    mirrored = {mirror_of(module) for module in MODULES}
    strays = [
        test
        for test in TESTS
        if Path(test).name.startswith("test_")
        and not test.startswith(WHOLE_HOUSE_TESTS)
        and test not in mirrored | TESTS_OF_NO_MODULE.keys()
    ]
    assert not strays


def test_every_module_opens_with_a_sentence() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(source(path)))]
    assert not silent


# Rooms whose modules open with what is in the folder; the command line draws its own picture.
MAPPED = ("actions", "domain", "hub", "hub/fold", "journal", "sync", "ui", "wire")


@pytest.mark.parametrize("room", MAPPED)
def test_the_map_of_a_room_names_each_of_its_parts_once(room: str) -> None:
    """A new module is named beside its like, in the `__init__.py` of its room."""
    folder = ROOT / "fieldapp" / room
    opening = ast.parse((folder / "__init__.py").read_text("utf-8"))
    drawn = ast.get_docstring(opening, clean=False)
    assert drawn
    topics = re.findall(r"^ {4}(?:[a-z, ]+? {2,}| +)(.+)$", drawn, re.MULTILINE)
    named = [name for names in topics for name in re.findall(r"\w+/?", names)]
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert sorted(named) == sorted(
        modules | {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    )


def test_modules_stay_short() -> None:
    long = {
        path: lines
        for path in [*MODULES, *TESTS]
        if (lines := len(source(path).splitlines())) > LONGEST_MODULE
    }
    assert long.keys() == LONG_MODULES.keys(), long


def functions(path: str) -> Iterator[tuple[str, int]]:
    """Yield `path name` and the number of lines of every function in a file."""
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_stay_short() -> None:
    long = {
        name: lines
        for path in [*MODULES, *TESTS]
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION
    }
    assert long.keys() == LONG_FUNCTIONS.keys(), long


def test_every_silenced_check_says_why() -> None:
    silencer = re.compile(r"#\s*(type:\s*ignore|noqa|pragma:\s*no cover)")
    reasoned = re.compile(
        r"#\s*(type:\s*ignore\[[\w-]+(,\s*[\w-]+)*\]|noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*"
        r"|pragma:\s*no cover)\s+(#\s*)?\w+"
    )
    bare = [
        f"{path}:{number}"
        for path in [*MODULES, *TESTS]
        for number, line in enumerate(source(path).splitlines(), start=1)
        if silencer.search(line) and not reasoned.search(line) and path != "tests/test_house.py"
    ]
    assert not bare


def test_exceptions_are_still_needed() -> None:
    listed = {**TESTED_ELSEWHERE, **TESTS_OF_NO_MODULE, **LONG_MODULES}
    gone = [path for path in listed if not (ROOT / path).exists()]
    tested_after_all = [module for module in TESTED_ELSEWHERE if mirror_of(module) in TESTS]
    assert not gone + tested_after_all


def pictured_rooms(readme: str) -> list[str]:
    """Return the folders drawn one step in below the line `fieldapp/`."""
    picture = re.search(r"^( *)fieldapp/\n((?:\1  .*\n)+)", readme, re.MULTILINE)
    assert picture, "README.md has no picture of the house: a line `fieldapp/`, its rooms below"
    return re.findall(rf"^{picture[1]}  (\w+)/", picture[2], re.MULTILINE)


def test_the_readme_pictures_every_package_and_no_other() -> None:
    packages = [path.parent.name for path in (ROOT / "fieldapp").glob("*/__init__.py")]
    assert sorted(pictured_rooms(source("README.md"))) == sorted(packages)


def test_nothing_depends_on_one_machine_or_one_registry() -> None:
    """Paths of somebody's machine and names of package registries stay out of the project."""
    homes = re.compile(r"""(^|[\s"'`=(\[:])/(home|Users|root|work)/\w""", re.MULTILINE)
    hosts = re.compile(r"pypi\.|pythonhosted|npmjs|deb\.debian\.org")
    found = []
    for path in project_files():
        if path == "tests/test_house.py" or b"\0" in (ROOT / path).read_bytes()[:8000]:
            continue
        text = (ROOT / path).read_bytes().decode("utf-8", "replace")
        found += [f"{path}: {hit[0].strip()}" for hit in homes.finditer(text)]
        found += [f"{path}: {hit[0]}" for hit in hosts.finditer(text)]
    assert not found


LOCKS = tuple(f"requirements/{name}.txt" for name in ("camera", "dev", "hub", "package", "release"))


def test_locks_hold_versions_and_hashes_but_no_addresses() -> None:
    for path in LOCKS:
        assert "://" not in source(path)
        for requirement in locked_requirements(source(path)):
            assert re.search(r"^\S+==\S+ .*--hash=sha256:", requirement), requirement


def locked_requirements(lock: str) -> list[str]:
    """Return the requirements of a lock, each on one line with its hashes."""
    without_comments = re.sub(r"^\s*#.*\n?", "", lock, flags=re.MULTILINE)
    return without_comments.replace("\\\n", " ").splitlines()


def test_the_lock_covers_what_the_project_asks_for() -> None:
    """After a change in pyproject.toml: `make lock`."""
    versions = {
        canonicalize_name(line.split("==")[0]): line.split("==")[1].split()[0]
        for path in LOCKS
        for line in locked_requirements(source(path))
    }
    project = tomllib.loads(source("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    for requirement in map(Requirement, chain(project["dependencies"], *extras)):
        if requirement.name != "fieldapp":
            version = versions.get(canonicalize_name(requirement.name))
            assert version and version in requirement.specifier, requirement
