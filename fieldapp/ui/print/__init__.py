"""The print room: records become papers in words, papers become PDF files, pictures and prints.

template.py    fills the HTML templates of resources/print     sheets.py  their sizes
words.py, card_paper.py, receipt_paper.py, summary_paper.py    records -> papers, in words
drawing.py     papers -> any paint device, PDF bytes, pictures; in any thread
codes.py       QR codes, painted as squares
paper_screen.py, print_flow.py    the page that shows a paper, saves it and prints it
"""
