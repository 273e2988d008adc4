// Formulas in panels. Render to nodes with `render`: the string form carries style attributes.
export { default } from "katex";
