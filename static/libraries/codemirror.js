// The editor: what the page uses of CodeMirror 6 at once.
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
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  drawSelection,
  gutter,
  gutterLineClass,
  gutterWidgetClass,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
