"""Run `one`, as a script or as `python -m onestop`."""

import gc

# A command lives for a tenth of a second: nothing it leaves behind is worth collecting.
gc.disable()


def main() -> None:
    """Run one command line and end the process."""
    from onestop.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
