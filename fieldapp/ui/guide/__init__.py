"""The guide inside the app: what to do, chapter by chapter, with pictures of the screens.

    chapter_text.py  a chapter to read
    guide_page.py    the list of chapters, and the chapter

Its words are read by reports/guide.py. Pictures are drawn by `make guides` from the real screens;
without them the words stand alone.
"""
