// Completion for the editor: it shares CodeMirror itself with the editor's bundle, and comes later.
export { CompletionContext, autocompletion, startCompletion } from "@codemirror/autocomplete";
