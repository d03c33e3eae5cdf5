"""The installed program, made from this checkout: what goes into its folder, and onto each system.

build.spec    asks these for its parts, and PyInstaller puts the folder together
stamp.py      which commit and day a package says that it is
pictures.py   the icon of each system, from one drawing
windows.py    what Windows wants to know of a program: version, manifest
macos.py      what macOS wants to know: Info.plist, signing
used.py       which collected files are used, and which only look so
slim.py       libraries without what debuggers read
licences.py   whose work is in the folder, and on which terms
needs.py      which libraries a folder asks of the system
same.py       whether two folders are the same, and where not
debian.py     the folder as a Debian package
empty_root.py the folder at work on a system without Python and Qt
"""
