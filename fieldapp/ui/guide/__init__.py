"""The guide inside the app: what to do, chapter by chapter, with pictures of the screens.

    chapters.py      resources/guides/LANGUAGE/vaccinator.md, cut at its headings
    chapter_text.py  a chapter to read
    guide_page.py    the list of chapters, and the chapter

Pictures are drawn by `make guides` from the real screens; without them the words stand alone.
"""
