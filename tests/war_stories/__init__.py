"""How users of other systems lost records, doubled doses or were told that all was well.

Each test says in its first line which public issue it comes from, and shows that it cannot happen
here. Real journals and the real exchange; hubs in memory where only the laptop's side matters.
"""
