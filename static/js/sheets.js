// The sheets over the page: settings, keys, sharing and export, each fetched when it is opened.

/** @import { Store } from "./store.js" */
/** @import { Document } from "./types.js" */
/** @import { Latecomer } from "./effects/later.js" */
import { forgetAll, keep, keptVersions, recall } from "./effects/storage.js";
import { prefer, preferences } from "./model/preferences.js";
import { byId, dialogById, set } from "./view/element.js";

/** @typedef {{ store: Store, later: Latecomer, openAnother: (document: Document) => void,
 *   head: Awaited<ReturnType<typeof import("./head.js").headOf>> }} Parts */

/** @param {Parts} parts */
export function sheetsOf({ store, later, head, openAnother }) {
  const keys = later(
    async () => (await import("./view/sheet.js")).sheetIn,
    (sheetIn) =>
      sheetIn(dialogById("sheet"), {
        allowed: singleKeys,
        allow: (on) => keep("single-keys", on),
      }),
  );
  const share = later(
    async () => (await import("./view/share.js")).shareIn,
    (shareIn) => shareIn(dialogById("share-sheet"), store),
  );
  const exporting = later(
    async () => (await import("./view/export.js")).exportIn,
    (exportIn) => exportIn(dialogById("export-sheet"), store),
  );
  const settings = later(
    async () => (await import("./view/settings.js")).settingsIn,
    (settingsIn) =>
      settingsIn(dialogById("settings-sheet"), {
        words: () => store.state.words,
        language: {
          now: () => store.state.language,
          choose: (name) => head.choose(name === "zh" ? "zh" : "en"),
        },
        theme: head.theme,
        keys: { now: singleKeys, choose: (on) => keep("single-keys", on) },
        prefer: change,
        versions: () => keptVersions().slice(1),
        reopen: openAnother,
        forget() {
          forgetAll();
          location.assign("./");
        },
      }),
  );
  const openKeys = () => keys.use((sheet) => sheet.open(store.state.words));
  byId("keys").addEventListener("click", openKeys);
  byId("export").addEventListener("click", () => exporting.use((sheet) => sheet.open()));
  byId("settings").addEventListener("click", () => settings.use((sheet) => sheet.open()));

  /** @param {Partial<typeof preferences>} wanted */
  function change(wanted) {
    preferAnew(wanted);
    keep("preferences", preferences);
    // Numbers and slopes stand in many places: they are all written anew.
    if (wanted.motion === undefined) location.reload();
  }

  return {
    keys: openKeys,
    share: () => share.use((sheet) => sheet.open()),
    qr: () => share.use((sheet) => sheet.showCode()),
    /** In the new language, where one is open. */
    speak: () => settings.now()?.speak(),
  };
}

/** @param {Partial<typeof preferences>} change */
export function preferAnew(change) {
  prefer({ ...preferences, ...change });
  set(document.documentElement, { "data-motion": preferences.motion });
}

/** Whether single keys may act. */
export function singleKeys() {
  return recall("single-keys") !== false;
}
