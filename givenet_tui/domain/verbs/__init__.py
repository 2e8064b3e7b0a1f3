"""What may be done: functions of a book and a moment that answer with a Change, or refuse with a sentence.

Each takes `(book, moment, …)` and changes nothing itself: `workspace.do(offers.make, …)` commits what it answers.
"""
