"""The set-up assistant: from the first start until the laptop is ready, and again on Ctrl 0.

steps.py        the steps in their order       step_list.py    the list on the left
step_page.py    what all steps look like       shell.py        list, step and keys in one widget
look_page.py    language and look              first_window.py the window of the first start
laptop_page.py  team and first person          first_page.py   its steps: until there is a laptop
hub_page.py     join the hub                   first_flow.py   makes the laptop
people_page.py  more people                    set_up_page.py  all steps, over the rooms
copy_page.py    the second copy                flow.py         which step is where, and all deeds
printer_page.py a test page                    printer_flow.py prints it
scanner_page.py a code to scan                 shown_code.py what the scanner did with it
ready_page.py   what is done, and practice
"""
