// How the editor looks: the page's own colours and sizes.

import { EditorView } from "../../../vendor/codemirror.js";

export const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "15px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mono)",
    lineHeight: "30px",
    maxHeight: "var(--editor-height)",
  },
  ".cm-content": { padding: "0", caretColor: "var(--ink)", minHeight: "90px" },
  ".cm-line": { padding: "0 8px 0 2px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {
      background: "var(--selection)",
    },
  ".cm-placeholder": { color: "var(--soft)" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--soft)" },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "20px",
    padding: "0",
    fontSize: "12px",
    textAlign: "center",
  },
  ".cm-lines": { width: "16px" },
  ".cm-results .cm-gutterElement": {
    padding: "0 12px 0 8px",
    font: "13px/30px var(--sans)",
    fontVariantNumeric: "tabular-nums",
    color: "var(--forward)",
    textAlign: "right",
    cursor: "pointer",
  },
  ".cm-tooltip": {
    border: "1px solid var(--faint)",
    borderRadius: "8px",
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
    boxShadow: "var(--shade)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    borderRadius: "8px",
    fontFamily: "var(--mono)",
    maxHeight: "196px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "0 10px",
    lineHeight: "28px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--selection)",
    color: "var(--ink)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal", marginLeft: "0" },
  ".cm-tooltip.cm-completionInfo": {
    width: "300px",
    maxWidth: "300px",
    padding: "10px 12px",
    font: "14px/1.5 var(--sans)",
  },
  ".cm-completionInfo code": { font: "13px/1.6 var(--mono)", color: "var(--focus)" },
  ".cm-completionInfo p": { margin: "2px 0 0" },
  ".cm-completionInfo ul": {
    margin: "8px 0 0",
    padding: "6px 0 0",
    listStyle: "none",
    borderTop: "1px solid var(--hair)",
    overflowX: "auto",
    fontSize: "16px",
  },
  ".cm-comment": { color: "var(--soft)", fontStyle: "italic" },
  ".cm-number": { color: "var(--plus)" },
  ".cm-keyword, .cm-called": { color: "var(--focus)" },
  ".cm-hot": { borderRadius: "3px", transition: "background-color 150ms" },
  ".cm-hot.cm-forward": {
    backgroundColor: "color-mix(in srgb, var(--forward-mark) 55%, var(--panel))",
  },
  ".cm-hot.cm-reverse": {
    backgroundColor: "color-mix(in srgb, var(--reverse-mark) 55%, var(--panel))",
  },
  ".cm-hotLine.cm-forward": { backgroundColor: "var(--forward-tint)" },
  ".cm-hotLine.cm-reverse": { backgroundColor: "var(--reverse-tint)" },
  ".cm-faultLine": { backgroundColor: "var(--bad-tint)" },
  ".cm-matchingBracket": { backgroundColor: "var(--selection)", borderRadius: "3px" },
  ".cm-nonmatchingBracket": { color: "var(--bad)" },
  // its line is where it stands, so that need not be said
  ".cm-told": { "--where": "none", lineHeight: "1.5" },
  ".cm-fault": { textDecoration: "underline wavy var(--bad) 1.5px", textUnderlineOffset: "4px" },
});
