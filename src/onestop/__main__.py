"""Run `one`, as a script or as `python -m onestop`."""

from onestop.cli.app import main

if __name__ == "__main__":
    main()
