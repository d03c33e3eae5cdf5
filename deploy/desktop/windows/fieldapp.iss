; Inno Setup 6: dist\fieldapp-setup.exe from dist\fieldapp. For one user, without an administrator,
; or for everybody, as whoever runs it chooses. Journals are never touched, not even when removed.
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6B6E6C2D-5C0A-4D0B-9C57-2C5D1B9B7A41}
AppName=fieldapp
AppVersion={#Version}
AppPublisher=fieldapp
DefaultDirName={autopf}\fieldapp
DefaultGroupName=fieldapp
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile=..\..\..\LICENSE
SetupIconFile=..\..\..\build\package\fieldapp.ico
UninstallDisplayIcon={app}\fieldapp.exe
OutputDir=..\..\..\dist
OutputBaseFilename=fieldapp-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\..\dist\fieldapp\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; what an older version had and this one has not
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\fieldapp"; Filename: "{app}\fieldapp.exe"
Name: "{autodesktop}\fieldapp"; Filename: "{app}\fieldapp.exe"

[Run]
Filename: "{app}\fieldapp.exe"; Parameters: "selftest"; StatusMsg: "fieldapp checks itself"; Flags: runhidden
Filename: "{app}\fieldapp.exe"; Description: "Open fieldapp"; Flags: nowait postinstall skipifsilent
