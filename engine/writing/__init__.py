"""How nodes, names and numbers are written: as typed, in sentences, in LaTeX and MathML."""
