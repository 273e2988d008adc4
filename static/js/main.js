// The page: everything that has effects is put together here.

/** @import { Example, Language } from "./types.js" */
import { bindAddress } from "./effects/address.js";
import { workOut } from "./effects/arithmetic.js";
import { startClock } from "./effects/clock.js";
import { redrawer } from "./effects/drawing.js";
import { seekCompare } from "./effects/compare.js";
import { seekEvidence } from "./effects/evidence.js";
import { seekField } from "./effects/field.js";
import { bindFiles, saveFile } from "./effects/files.js";
import { keepDocuments } from "./effects/keeping.js";
import { findLink, linkTo } from "./effects/linking.js";
import { examples, operations } from "./effects/lists.js";
import { narrowing } from "./effects/narrowing.js";
import { afterRest } from "./effects/rest.js";
import { notationOf } from "./effects/notation.js";
import { Gone, Problem } from "./effects/server.js";
import { openingOf } from "./effects/opening.js";
import { seekPaths } from "./effects/paths.js";
import { raceOf } from "./effects/race.js";
import { sessionOf } from "./effects/session.js";
import { forgetAll, keep, keptVersions, recall } from "./effects/storage.js";
import { seekTables } from "./effects/tables.js";
import { trackingOf } from "./effects/tracking.js";
import { undoingOf } from "./effects/undoing.js";
import { headOf } from "./head.js";
import { beginning } from "./model/beginning.js";
import { SEED, documentOf } from "./model/document.js";
import { reshaped } from "./model/fit.js";
import { lessonIn } from "./model/lesson.js";
import { predictIn } from "./quiz/predict.js";
import { readingOf } from "./lesson/reading.js";
import { inMode, modeOf } from "./model/mode.js";
import { prefer, preferences } from "./model/preferences.js";
import { inRole } from "./model/roles.js";
import { rangeOf } from "./model/spans.js";
import { storeOf } from "./store.js";
import { actsOf } from "./view/acts.js";
import { roomIn } from "./view/beside.js";
import { byId, dialogById, set } from "./view/element.js";
import { exportIn } from "./view/export.js";
import { examplesIn } from "./view/examples.js";
import { bindKeyboard } from "./view/keyboard.js";
import { bindLook, showLook } from "./view/look.js";
import { noticesIn } from "./view/notices.js";
import { pageOf } from "./view/page.js";
import { settingsIn } from "./view/settings.js";
import { shareIn } from "./view/share.js";
import { sheetIn } from "./view/sheet.js";
import { showRoute, viewed } from "./view/example-view.js";
import { DRAWERS, isOpen, tabsIn } from "./view/tabs.js";
import { actor } from "./view/transport.js";

preferAnew(recall("preferences") ?? {});
const { link: linked } = await findLink(location.hash);
const head = await headOf({
  wish: linked?.lang,
  spoken(words, language) {
    chosen = language;
    store.update({ language, words });
    session.again();
    settings.speak();
  },
});
/** The language is part of the link once someone has chosen it. @type {Language | null} */
let chosen = linked?.lang ? head.language : null;

const store = storeOf(
  beginning({
    language: head.language,
    words: head.words,
    drawer: DRAWERS.find((drawer) => drawer === recall("drawer")) ?? null,
  }),
);
const session = sessionOf(store, roomOfCanvas);
const address = bindAddress(store, {
  chosenLanguage: () => chosen,
  read: (fragment) => reading.asked(fragment) || opening.openLink(fragment),
});
const kept = keepDocuments(store);
const act = actor(store);

const page = pageOf(store, {
  edited: (source) => session.show({ ...store.state.document, source }),
  repair: (source) => opening.open({ ...store.state.document, source }),
  goTo(problem) {
    const range = rangeOf(page.editor.source, problem.span);
    if (range) page.editor.select(range);
  },
  change(name, value) {
    const { document: now } = store.state;
    session.show({ ...now, values: { ...now.values, [name]: value } });
  },
  commit: (text) => workOut(store, text),
  role: (name, role) => session.show(inRole(store.state.document, name, role)),
  track: trackingOf(store),
  act,
  redraw: redrawer(store, roomOfCanvas),
  inspect: showInspector,
  undo: () => undoing.undo(),
  redo: () => undoing.redo(),
  mode: (mode, moving) => session.show(inMode(store.state.document, mode, moving)),
  race: () => race(),
  more: () => routes.more(),
});
const race = raceOf(store, { show: session.show, act });
const routes = seekPaths(store, (state) => isOpen(state, "paths"));
seekCompare(store, (state) => isOpen(state, "compare"));
seekField(store, (state) => isOpen(state, "field"));
const opening = openingOf({
  store,
  fill: page.editor.fill,
  show: session.show,
  push: address.push,
  another: kept.another,
  shown(panels) {
    const drawer = DRAWERS.find((each) => panels.includes(each));
    if (drawer) store.update({ drawer });
  },
  apart: () => undoing.apart(),
});
const undoing = undoingOf(store, {
  show: (document, step) => opening.open(document, step),
  seek: (step) => act("seek", step),
});
const narrow = narrowing(store, {
  composing: () => page.editor.composing,
  rewrite: (source) => opening.open({ ...store.state.document, source }),
});
const reading = readingOf({ store, open: opening.open, act });
const quiz = predictIn({ store, open: opening.open, act });
const tabs = tabsIn(byId("tabs"), store);
const notices = noticesIn(byId("notices"), {
  retry: session.again,
  startFresh: () => opening.openAnother(SEED),
  close: () => store.update({ restored: false, note: null }),
  undo: () => undoing.undo(),
  widen: narrow.undo,
  keepNarrow: narrow.close,
});
const sheet = sheetIn(dialogById("sheet"), {
  allowed: singleKeys,
  allow: (on) => keep("single-keys", on),
});
const share = shareIn(dialogById("share-sheet"), store, {
  file: () => saveFile(store.state.document, store.state.playback.step),
  linkTo,
});
exportIn(dialogById("export-sheet"), byId("export"), store);
const settings = settingsIn(dialogById("settings-sheet"), {
  words: () => store.state.words,
  language: {
    now: () => store.state.language,
    choose: (name) => head.choose(name === "zh" ? "zh" : "en"),
  },
  theme: head.theme,
  keys: { now: singleKeys, choose: (on) => keep("single-keys", on) },
  prefer(change) {
    preferAnew(change);
    keep("preferences", preferences);
    // Numbers and slopes stand in many places: they are all written anew.
    if (change.motion === undefined) location.reload();
  },
  versions: () => keptVersions().slice(1),
  reopen: (document) => opening.openAnother(document),
  forget() {
    forgetAll();
    location.assign("./");
  },
});
const acts = actsOf({
  ...{ store, page, act, theme: head.theme, sheet, inspect: showInspector },
  ...{ undo: undoing.undo, redo: undoing.redo, share: share.open, qr: share.showCode },
  present: () => store.update({ presenting: !store.state.presenting }),
  predict: quiz.predict,
});

const hint = byId("hint");
hint.hidden = linked !== null || recall("walked") === true;

store.watch((state, before) => {
  if (
    before.answer &&
    (state.playback.step !== before.playback.step || state.document !== before.document)
  )
    walked();
  if (state.drawer !== before.drawer) keep("drawer", state.drawer);
  tabs.draw(state);
  notices.draw(state);
  showLook(state);
  for (const way of /** @type {const} */ (["undo", "redo"]))
    set(byId(way), { disabled: !state[way] });
  page.draw(state, before);
});
startClock(store);
seekEvidence(store);
seekTables(store);
bindKeyboard((name) => acts(name), singleKeys);
examplesIn(
  byId("examples"),
  byId("menu"),
  {
    list: async () => (await examples(store.state.language)).filter(forTheStart),
    pick: ({ source, values, view }) => {
      opening.openAnother(viewed(documentOf(source, values), view));
      showRoute(store, view);
    },
  },
  store,
);
for (const name of ["undo", "redo", "share"])
  byId(name).addEventListener("click", () => acts(name));
byId("predict-open").addEventListener("click", () => acts("predict"));
byId("settings").addEventListener("click", settings.open);
byId("notation").addEventListener("click", notationOf(store, opening.open));
bindLook();
bindFiles({
  opened: (document, step) => opening.openAnother(document, step),
  unknown: () => store.update({ note: { key: "unknownFile", fields: {} } }),
});
byId("keys").addEventListener("click", () => sheet.open(store.state.words));
new ResizeObserver(afterRest(200, redraw)).observe(byId("canvas"));

start();

function start() {
  const taught = !linked && lessonIn(location.hash) !== "";
  const earlier = linked || taught ? null : kept.earlier();
  if (taught) reading.asked(location.hash);
  else if (!linked) opening.open(earlier ?? SEED);
  if (!taught) opening.openLink(location.hash);
  if (earlier) store.update({ restored: true });
  learnOperations();
}

/** @param {Partial<typeof preferences>} change */
function preferAnew(change) {
  prefer({ ...preferences, ...change });
  set(document.documentElement, { "data-motion": preferences.motion });
}

/** The menu is for the first steps; the gallery has all of them. @param {Example} example */
function forTheStart({ tags }) {
  return tags.some(({ id }) => id === "start");
}

async function learnOperations() {
  try {
    store.update({ operations: await operations(store.state.language) });
  } catch (error) {
    // Without the table the page lacks colours and rule cards, nothing else.
    if (!(error instanceof Gone || error instanceof Problem)) throw error;
  }
}

/** A canvas of another shape may want the graph to run another way. */
function redraw() {
  const { answer } = store.state;
  if (answer && reshaped(answer.placed.room, roomOfCanvas())) session.again();
}

/** @param {import("./model/mode.js").Mode} [mode] */
function roomOfCanvas(mode = modeOf(store.state.document)) {
  return roomIn(byId("canvas"), mode);
}

/** The hint has done its work. */
function walked() {
  if (hint.hidden) return;
  hint.hidden = true;
  keep("walked", true);
}

function showInspector() {
  store.update({ tab: "inspector" });
  byId("inspector").focus();
}

function singleKeys() {
  return recall("single-keys") !== false;
}
