// A line between two windows of this browser: the page in the room, and the presenter's. Each knows
// whether the other is there.

/** @typedef {"stage" | "desk"} End */
/** `begun`: this end can be seen. @typedef {{ say: (message: object) => void, there: () => boolean,
 *   begun: Promise<void> }} Line */

/** Who is here is seen by a lock that goes with its window, however that ends. Where a page has no
 * locks, because it was not sent safely, its last word has to do.
 * @param {string} room @param {End} end
 * @param {{ heard: (message: any) => void, begins: (line: Line) => void }} asks `heard` also tells, as
 * `{ type: "bye" }`, that the last window at the other end has gone @returns {Line} */
export function lineOf(room, end, { heard, begins }) {
  const channel = new BroadcastChannel(`chainlight.room.${room}`);
  const locks = "locks" in navigator ? navigator.locks : null;
  const own = `chainlight.${end}.${Date.now()}.${Math.random()}`;
  /** @type {Set<string>} */
  const others = new Set();
  /** @type {Line} */
  const line = {
    begun: locks ? held(locks, own) : Promise.resolve(),
    /** @param {object} message */
    say: (message) => channel.postMessage({ ...message, from: end, by: own }),
    there: () => others.size > 0,
  };
  channel.addEventListener("message", ({ data }) => {
    if (data.from === end) return;
    if (data.type === "bye") return left(data.by);
    met(data.by);
    heard(data);
  });
  addEventListener("pagehide", () => line.say({ type: "bye" }));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) begins(line);
  });
  line.begun.then(() => begins(line));
  return line;

  /** @param {string} by */
  function met(by) {
    if (others.has(by)) return;
    others.add(by);
    locks?.request(by, () => left(by));
  }

  /** @param {string} by */
  function left(by) {
    if (others.delete(by) && others.size === 0) heard({ type: "bye" });
  }
}

/** Holds a lock as long as the window is there. @param {LockManager} locks @param {string} name
 * @returns {Promise<void>} once it does */
function held(locks, name) {
  return new Promise((done) => {
    locks.request(name, () => {
      done();
      return new Promise(() => {});
    });
  });
}
