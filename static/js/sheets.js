// What opens over the page: examples, settings, keys, search, sharing and export, each fetched when wanted.

/** @import { Store } from "./store.js" */
/** @import { Document } from "./types.js" */
/** @import { Latecomer } from "./effects/waiting/later.js" */
import { forgetAll, keep, keptVersions, recall } from "./effects/keeping/storage.js";
import { namesOnly, otherLabels, prefer, preferences } from "./model/document/preferences.js";
import { byId, dialogById, set, write } from "./view/element.js";
import { dressed } from "./view/page/dressed.js";
import { shape } from "./view/page/look.js";

/** @typedef {{ store: Store, later: Latecomer, openAnother: (document: Document) => void, again: () => void,
 *   redraw: (document: Document) => Promise<void>, focus: (node: number) => void,
 *   head: Awaited<ReturnType<typeof import("./head.js").headOf>> }} Parts */

/** @type {import("./types.js").Note} */
const AWAY = { key: "away", fields: {} };

/** @param {Parts} parts */
export function sheetsOf({ store, later, head, openAnother, again, redraw, focus }) {
  const single = {
    now: singleKeys,
    choose: (/** @type {boolean} */ on) => void keep("single-keys", on),
  };
  const keys = later(
    async () => (await import("./sheets/shortcuts.js")).sheetIn,
    (sheetIn) => sheetIn(dialogById("sheet"), single),
  );
  const share = later(
    async () => (await dressed(import("./sheets/share.js"), "style/sheets/sheets")).shareIn,
    (shareIn) => shareIn(dialogById("share-sheet"), store),
  );
  const exporting = later(
    async () => (await dressed(import("./sheets/export.js"), "style/sheets/sheets")).exportIn,
    (exportIn) => exportIn(dialogById("export-sheet"), store),
  );
  const settings = later(
    async () =>
      (await dressed(import("./sheets/settings.js"), "style/sheets/sheets", "style/sheets/menus"))
        .settingsIn,
    (settingsIn) =>
      settingsIn(dialogById("settings-sheet"), {
        words: () => store.state.words,
        language: {
          now: () => store.state.language,
          choose: (name) => head.choose(name === "zh" ? "zh" : "en"),
        },
        theme: head.theme,
        keys: single,
        prefer: change,
        versions: () => keptVersions().slice(1),
        reopen: openAnother,
        forget() {
          forgetAll();
          location.assign("./");
        },
      }),
  );
  const search = later(
    async () => (await dressed(import("./sheets/search.js"), "style/sheets/search")).searchIn,
    (searchIn) => searchIn(dialogById("search-sheet"), store, { redraw, focus }),
  );
  const described = later(
    async () => (await import("./sheets/described.js")).describedIn,
    (describedIn) => describedIn(dialogById("sheet"), store),
  );
  const menu = later(
    async () => (await dressed(import("./sheets/examples.js"), "style/sheets/menus")).examplesIn,
    (examplesIn) => examplesIn(byId("examples"), byId("menu"), store, openAnother),
  );
  byId("examples").addEventListener("click", () => menu.use(({ turn }) => turn()));
  // what opens a sheet leaves its menu, so that keys come back to where that was opened
  const rarer = byId("rarer");
  rarer.addEventListener("click", () => rarer.hidePopover(), { capture: true });
  const openSearch = () => search.use((sheet) => sheet.open());
  for (const name of ["search", "find"]) byId(name).addEventListener("click", openSearch);
  const openKeys = () => keys.use((sheet) => sheet.open(store.state.words));
  byId("keys").addEventListener("click", openKeys);
  byId("export").addEventListener("click", () => exporting.use((sheet) => sheet.open()));
  byId("settings").addEventListener("click", () => settings.use((sheet) => sheet.open()));

  /** @param {Partial<typeof preferences>} wanted */
  function change(wanted) {
    preferAnew(wanted);
    keep("preferences", { ...preferences, shown: "values" }); // who opens the page anew sees numbers
    if (!("motion" in wanted || "sizes" in wanted)) writeAnew();
    if ("shown" in wanted) away();
  }

  /** Said once, and not by every number. */
  function away() {
    const { note, words } = store.state;
    if (note?.key === AWAY.key) store.update({ note: null });
    write(byId("announcer"), words(namesOnly() ? "names.away" : "names.back"));
  }

  /** Among names only no edge has a number to be written otherwise: that is said. */
  function labels() {
    if (namesOnly()) store.update({ note: AWAY });
    else change({ labels: otherLabels() });
  }

  function names() {
    change({ shown: namesOnly() ? "values" : "names" });
  }

  /** Numbers and slopes stand in many places: whatever was written in words is written once more. */
  function writeAnew() {
    renew();
    again();
  }

  function renew() {
    const { words } = store.state;
    store.update({ words: (key, fields) => words(key, fields) });
  }

  return {
    change,
    keys: openKeys,
    search: openSearch,
    labels,
    names,
    /** As a link wants them that is about to open: it says how they come back. */
    away() {
      preferAnew({ shown: "names" });
      renew();
      store.update({ note: AWAY });
    },
    share: () => share.use((sheet) => sheet.open()),
    qr: () => share.use((sheet) => sheet.showCode()),
    /** @param {string} format */
    picture: (format) => exporting.use((sheet) => sheet.save(format)),
    describe: () => described.use((sheet) => sheet.open()),
    /** In the new language, where one is open. */
    speak: () => settings.now()?.speak(),
  };
}

/** @param {Partial<typeof preferences>} change */
export function preferAnew(change) {
  prefer({ ...preferences, ...change });
  set(document.documentElement, { "data-motion": preferences.motion });
  shape(preferences.sizes);
}

/** Whether single keys may act. */
export function singleKeys() {
  return recall("single-keys") !== false;
}
