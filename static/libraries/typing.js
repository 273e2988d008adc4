// What the editor uses once someone types: it shares CodeMirror itself with the editor's bundle.
export { CompletionContext, autocompletion } from "@codemirror/autocomplete";
export { defaultKeymap } from "@codemirror/commands";
export { StreamLanguage, bracketMatching } from "@codemirror/language";
