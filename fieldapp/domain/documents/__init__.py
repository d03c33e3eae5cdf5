"""Identity documents and numbers, one kind a module: what a number says, or why it cannot be one.

Every reader is `read(text, today) -> Reading`. None of them knows a person, a screen or a store.
"""
