"""What Windows wants to know of a program: its version, and that it minds high resolutions and
long paths. Written anywhere; read by Windows alone."""

from __future__ import annotations

MANIFEST = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
    </windowsSettings>
  </application>
</assembly>
"""
"""Windows 10 and 11; never asks for an administrator."""

_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'fieldapp'),
      StringStruct('FileDescription', 'fieldapp: vaccination team laptop and hub'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'fieldapp'),
      StringStruct('LegalCopyright', 'MIT licence; see the folder licences'),
      StringStruct('OriginalFilename', 'fieldapp.exe'),
      StringStruct('ProductName', 'fieldapp'),
      StringStruct('ProductVersion', '{version} ({commit})'),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])]),
  ],
)
"""


def version_resource(version: str, commit: str) -> str:
    """What the page *Details* of the program's properties shows, as PyInstaller reads it."""
    return _RESOURCE.format(numbers=four_numbers(version), version=version, commit=commit)


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: four numbers, of which the last is 0."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    return major, minor, patch, 0
