// The editor: what the page uses of CodeMirror 6.
export { defaultKeymap, insertNewline } from "@codemirror/commands";
export {
  HighlightStyle,
  StreamLanguage,
  bracketMatching,
  syntaxHighlighting,
} from "@codemirror/language";
export {
  Compartment,
  EditorState,
  RangeSet,
  StateEffect,
  StateEffectType,
  StateField,
  Text,
} from "@codemirror/state";
export {
  Decoration,
  EditorView,
  GutterMarker,
  WidgetType,
  drawSelection,
  gutter,
  gutterLineClass,
  gutterWidgetClass,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
export { tags } from "@lezer/highlight";
