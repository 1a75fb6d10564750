"""One module for each sub-command: `arguments(parser)` and `run(options) -> exit code`."""
