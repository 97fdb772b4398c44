"""How a view looks: a view in, lines of styled words out."""
