// The page: everything that has effects is put together here.

/** @import { Language } from "./types.js" */
import { drawers } from "./drawers.js";
import { startClock } from "./effects/clock.js";
import { redrawer } from "./effects/drawing/drawing.js";
import "./effects/drawing/layout-worker.js";
import { further } from "./effects/drawing/layout.js";
import { bindDrops } from "./effects/files/dropping.js";
import { keepDocuments } from "./effects/keeping/keeping.js";
import { keep, recall } from "./effects/keeping/storage.js";
import { undoingOf } from "./effects/keeping/undoing.js";
import { bindAddress, draftHere, forgetDraft } from "./effects/links/address.js";
import { findLink, linkTo, longLinks } from "./effects/links/linking.js";
import { openingOf } from "./effects/links/opening.js";
import { narrowing } from "./effects/narrowing.js";
import { workOutAtLast } from "./effects/questions/arithmetic.js";
import { seekEvidence } from "./effects/questions/evidence.js";
import { learnOperations } from "./effects/questions/learning.js";
import { seekTables } from "./effects/questions/tables.js";
import { trackingOf } from "./effects/questions/tracking.js";
import { sessionOf } from "./effects/session.js";
import { latecomersOf } from "./effects/waiting/later.js";
import { headOf } from "./head.js";
import { lessonIn } from "./model/asked.js";
import { beginning } from "./model/document/beginning.js";
import { SEED } from "./model/document/document.js";
import { inMode, modeOf } from "./model/document/mode.js";
import { inRole } from "./model/document/roles.js";
import { reshaped, roomIn as roomForCards } from "./model/drawing/fit.js";
import { rangeOf } from "./model/text/spans.js";
import { projectorOf } from "./projector.js";
import { afterRest } from "./rest.js";
import { preferAnew, sheetsOf, singleKeys } from "./sheets.js";
import { storeOf } from "./store.js";
import { taughtIn } from "./taught.js";
import { actsOf } from "./view/acts.js";
import { byId, set } from "./view/element.js";
import { roomIn } from "./view/graph/beside.js";
import { bindKeyboard } from "./view/keyboard.js";
import { bindLook, showLook } from "./view/page/look.js";
import { narrowPage } from "./view/page/narrow.js";
import { noticesIn } from "./view/page/notices.js";
import { pageOf } from "./view/page/page.js";
import { DRAWERS, tabsIn } from "./view/page/tabs.js";

preferAnew(recall("preferences") ?? {});
const draft = draftHere();
const { link: linked } = await findLink(location.hash);
const asked = draft?.lang ?? linked?.lang;
const head = await headOf({
  wish: asked,
  chosen(language) {
    chosen = language;
  },
  spoken(words, language) {
    store.update({ language, words });
    session.again();
    sheets.speak();
  },
});
/** The language is part of the link once someone has chosen it. @type {Language | null} */
let chosen = asked ? head.language : null;

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
  stepAsked: session.stepAsked,
  read: (fragment, same) => taught.asked(fragment) || opening.openLink(fragment, same),
});
const kept = keepDocuments(store);
const later = latecomersOf(store);
const { act, now, forRoom } = projectorOf(store, later, () => ({ acts, taught, address }));
// Here before they are wanted: the rest of the layout, what packs long links, the other language.
later(further, (fetched) => fetched);
later(longLinks, (fetched) => fetched);
later(head.otherWords, (fetched) => fetched);

const page = pageOf(store, {
  edited: (source) => session.show({ ...store.state.document, source }),
  repair(source) {
    opening.open({ ...store.state.document, source });
    page.editor.focus(); // the button that was pressed goes
  },
  goTo(span) {
    const range = rangeOf(page.editor.source, span);
    store.update({ tab: "editor" }); // on a phone it may be behind another
    if (range) page.editor.select(range);
  },
  change(name, value) {
    const { document: now } = store.state;
    session.show({ ...now, values: { ...now.values, [name]: value } });
  },
  commit: (text) => workOutAtLast(store, text),
  role: (name, role) => session.show(inRole(store.state.document, name, role)),
  track: trackingOf(store),
  filling: later(
    async () => (await import("./effects/questions/filling.js")).fillingOf,
    (fillingOf) => fillingOf(store),
  ),
  act,
  redraw: redrawer(store, roomOfCanvas),
  inspect: showInspector,
  undo: () => undoing.undo(),
  redo: () => undoing.redo(),
  apart: () => undoing.apart(),
  mode: (mode, moving) => session.show(inMode(store.state.document, mode, moving)),
  output: (output) => session.show({ ...store.state.document, output }),
  race: () => race.use((begin) => begin()),
  resize: (sizes) => sheets.change({ sizes }),
  linkTo,
  drawers,
  later,
});
const race = later(
  async () => (await import("./effects/race.js")).raceOf,
  (raceOf) => raceOf(store, { show: session.show, act }),
);
const opening = openingOf({
  store,
  fill: page.editor.fill,
  show: session.show,
  push: address.push,
  opened: address.opened,
  another: kept.another,
  shown(panels) {
    const drawer = DRAWERS.find((each) => panels.includes(each));
    if (drawer) store.update({ drawer });
  },
  away: () => sheets.away(),
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
const taught = taughtIn({ store, later, open: opening.open, act });
const sheets = sheetsOf({
  store,
  later,
  head,
  openAnother: opening.openAnother,
  again: session.again,
  redraw: redrawer(store, roomOfCanvas),
  focus: page.cards.focus,
});
const standing = later(
  async () => (await import("./effects/drawing/standing.js")).standingOf,
  (standingOf) => standingOf(store, roomOfCanvas),
);
const tabs = tabsIn(byId("tabs"), store);
const notices = noticesIn(byId("notices"), {
  retry: session.again,
  startFresh: () => opening.openAnother(SEED),
  close: () => store.update({ restored: false, note: null }),
  undo: () => undoing.undo(),
  values: () => sheets.names(),
  widen: narrow.undo,
  keepNarrow: narrow.close,
});
const acts = actsOf(
  { store, page, act, now },
  {
    undo: undoing.undo,
    redo: undoing.redo,
    inspector: showInspector,
    output: () => outputs.use((next) => next(store, session.show)),
    predict: taught.predict,
    ...forRoom,
    share: sheets.share,
    qr: sheets.qr,
    search: sheets.search,
    sheet: sheets.keys,
    labels: sheets.labels,
    names: sheets.names,
    describe: sheets.describe,
    png: () => sheets.picture("png"),
    svg: () => sheets.picture("svg"),
    save: () => files.use((module) => module.saveHere(store.state)),
    theme: head.theme.next,
  },
);

const hint = byId("hint");
hint.hidden = linked !== null || recall("walked") === true;

store.watch((state, before) => {
  if (
    before.answer &&
    (state.playback.step !== before.playback.step || state.document !== before.document)
  )
    walked();
  if (state.problems !== before.problems && !state.answer) standing.use((draw) => draw());
  if (state.drawer !== before.drawer) keep("drawer", state.drawer);
  tabs.draw(state);
  notices.draw(state);
  showLook(state);
  turnWays(state);
  page.draw(state, before);
});
startClock(store);
seekEvidence(store);
learnOperations(store);
seekTables(store);
bindKeyboard((name) => acts(name), singleKeys);
for (const name of ["undo", "redo", "share", "loop"])
  byId(name).addEventListener("click", () => acts(name));
byId("skip").addEventListener("click", () => acts("graph"));
byId("predict-open").addEventListener("click", () => acts("predict"));
const outputs = later(
  async () => (await import("./effects/outputs.js")).nextOutput,
  (nextOutput) => nextOutput,
);
const notation = later(
  async () => (await import("./effects/questions/notation.js")).notationOf,
  (notationOf) => notationOf(store, opening.open),
);
byId("notation").addEventListener("click", () => notation.use((turn) => turn()));
bindLook();
const files = later(
  () => import("./effects/files/files.js"),
  (module) => module,
);
bindDrops((bytes) =>
  files.use(({ readFile }) => {
    const found = readFile(bytes);
    if (found) opening.openAnother(found.document, found.step);
    else store.update({ note: { key: "unknownFile", fields: {} } });
  }),
);
new ResizeObserver(afterRest(200, redraw)).observe(byId("canvas"));

start();

function start() {
  forgetDraft();
  if (draft) return opening.openLinked(draft.document, draft.step);
  const lesson = !linked && lessonIn(location.hash) !== "";
  const earlier = linked || lesson ? null : kept.earlier();
  if (lesson) taught.asked(location.hash);
  else if (!linked) opening.open(earlier ?? SEED);
  if (!lesson) opening.openLink(location.hash);
  if (earlier) store.update({ restored: true });
}

/** A way that turns off hands the keys on to the other one. @param {import("./types.js").State} state */
function turnWays({ undo, redo }) {
  const held = document.activeElement;
  set(byId("undo"), { disabled: !undo });
  set(byId("redo"), { disabled: !redo });
  if (held === byId("undo") && !undo) byId("redo").focus();
  if (held === byId("redo") && !redo) byId("undo").focus();
}

/** A canvas of another shape may want the graph to run another way. */
function redraw() {
  const { answer } = store.state;
  if (answer && reshaped(answer.placed.room, roomOfCanvas())) session.again();
}

/** On a phone keys cover a good part of it. @param {import("./model/document/mode.js").Mode} [mode] */
function roomOfCanvas(mode = modeOf(store.state.document)) {
  const room = roomIn(byId("canvas"), mode);
  return narrowPage.matches ? roomForCards(room, true) : room;
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
