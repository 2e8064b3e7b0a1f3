"""The line: a sentence, and what it means. `lunch with Ada and Grace yesterday #work` is a touch.

Nothing is guessed that is not shown: a reading says all that it would write, and every word that is no grammar stays
in its text. A sentence of which nothing can be made says why, with an example of what can be typed.
"""
