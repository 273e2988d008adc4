// The paths between two nodes, asked for while their panel is open; and one after the other, played.

/** @import { Store } from "../../store.js" */
/** @import { PathItem, PathsAnswer, State } from "../../types.js" */
import { pathsKey, pathsOf, pathsQuestion } from "../../model/document/route.js";
import { answerTo } from "./asking.js";

/** How long a path stands lit, and a fold, before the next. */
const EACH = 900;

/** @param {Store} store @param {(state: State) => boolean} open whether the panel shows */
export function seekPaths(store, open) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  store.watch((state, before) => {
    if (open(state) && wanted(state)) ask(null);
    if (state.walk === before.walk) return;
    clearTimeout(timer);
    if (state.walk?.playing) timer = setTimeout(onward, EACH);
  });

  /** The first page, or the one after those that are here. @param {string | null} cursor */
  async function ask(cursor) {
    const { state } = store;
    const key = pathsKey(state);
    const body = pathsQuestion(state, cursor);
    if (!body) return;
    if (cursor === null) begin(state, key, JSON.stringify([body.source, body.from, body.to]));
    const earlier = cursor === null ? [] : itemsOf(state);
    const found = await answerTo("paths", body, state.language);
    const now = store.state.paths;
    if (now?.key !== key) return;
    const known = found ? joined(earlier, found) : { key: "" }; // without an answer it is asked again
    store.update({ paths: { ...now, ...known } });
  }

  /** While a slider is dragged the numbers of a moment ago stay; another program's do not.
   * @param {State} state @param {string} key @param {string} about */
  function begin({ paths, walk }, key, about) {
    const same = paths?.about === about;
    store.update({
      paths: { key, about, answer: same ? paths.answer : null, message: "" },
      walk: same ? walk : null,
    });
  }

  /** The next path or the next fold; at the end it stays. */
  function onward() {
    const { walk } = store.state;
    const found = pathsOf(store.state);
    if (!walk?.playing || !found) return;
    const last = walk.kind === "fold" ? found.factored.folds.length : found.items.length - 1;
    const at = Math.min(walk.at + 1, last);
    store.update({ walk: { ...walk, at, playing: at < last } });
  }

  return { more: () => ask(pathsOf(store.state)?.next_cursor ?? null) };
}

/** @param {State} state */
function itemsOf(state) {
  return pathsOf(state)?.items ?? [];
}

/** @param {PathItem[]} earlier @param {{ answer: PathsAnswer | null, message: string }} found */
function joined(earlier, { answer, message }) {
  return { answer: answer && { ...answer, items: [...earlier, ...answer.items] }, message };
}

/** Another question than the last one that was answered. @param {State} state */
function wanted(state) {
  return state.ready && !state.gone && state.answer && state.paths?.key !== pathsKey(state);
}
