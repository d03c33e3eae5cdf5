"""The people of this laptop, on Ctrl U: a lead adds and changes them, all change their own PIN.

people_page.py  a form with its keys     flow.py  what is asked, and what is done with it
"""
