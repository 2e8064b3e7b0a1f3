"""`python -m givenet_tui` is `givenet`."""

from givenet_tui.cli import main

if __name__ == "__main__":
    main()
