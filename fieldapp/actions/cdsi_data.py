"""The verb: load a folder of CDC's supporting data. The files are CDC's and are not shipped."""

from __future__ import annotations

from pathlib import Path

from fieldapp.domain.cdsi.antigen_file import parse_antigen
from fieldapp.domain.cdsi.schedule_file import parse_schedule
from fieldapp.domain.cdsi.series import Antigen
from fieldapp.domain.cdsi.supporting_data import SupportingData, SupportingDataInvalid


def load_supporting_data(folder: Path) -> SupportingData:
    """Read the XML files in a folder and below it. Raises SupportingDataInvalid."""
    schedules = sorted(folder.rglob("ScheduleSupportingData*.xml"))
    if len(schedules) != 1:
        why = "there are files of several versions" if schedules else "there is no such file"
        raise SupportingDataInvalid(file="ScheduleSupportingData.xml", why=why)
    antigens: dict[str, Antigen] = {}
    for path in sorted(folder.rglob("AntigenSupportingData*.xml")):
        antigen = parse_antigen(path.name, _text(path))
        if antigen.name in antigens:
            raise SupportingDataInvalid(file=path.name, why="its antigen is there twice")
        antigens[antigen.name] = antigen
    if not antigens:
        raise SupportingDataInvalid(file="AntigenSupportingData", why="there is no such file")
    return SupportingData(parse_schedule(schedules[0].name, _text(schedules[0])), antigens)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SupportingDataInvalid(file=path.name, why=error.strerror or "not readable") from error
    except UnicodeDecodeError as error:
        raise SupportingDataInvalid(file=path.name, why="it is not text in UTF-8") from error
