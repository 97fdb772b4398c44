"""One module per kind of file: text in, values and problems out; edits are text to text."""
