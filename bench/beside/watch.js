// Runs in every viewer's page before the viewer: says in the console when the picture has been
// painted, and can drag it. DRAWN and HELD stand for what `viewers.py` asks of each page.
(() => {
  const SAYS = "beside: ";

  // Netron takes away `eval`, by which pages are asked for things from outside
  const real = globalThis.eval;
  Object.defineProperty(globalThis, "eval", { get: () => real, set() {} });

  /** The first such element, the next ones each in the shadow of the one before. */
  function deep(...selectors) {
    let root = document;
    let found = null;
    for (const selector of selectors) {
      found = root.querySelector(selector);
      if (!found) return null;
      root = found.shadowRoot ?? found;
    }
    return found;
  }

  const drawn = () => DRAWN;
  const held = () => HELD;

  async function watch() {
    while (!drawn()) await nextFrame();
    console.info(SAYS + (await painted()));
  }
  watch();

  /** Frames a second while a hand drags the picture a little further in each of them. */
  globalThis.dragged = async (frames, milliseconds) => {
    const box = held().getBoundingClientRect();
    const act = (kind, i) => {
      const told = {
        ...{ bubbles: true, composed: true, cancelable: true, view: window },
        ...{ pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, buttons: 1 },
        clientX: box.x + box.width / 2 - 80 * (1 - Math.cos(i / 17)),
        clientY: box.y + box.height / 2 - 60 * (1 - Math.cos(i / 13)),
      };
      held().dispatchEvent(new PointerEvent(`pointer${kind}`, told));
      held().dispatchEvent(new MouseEvent(`mouse${kind}`, told));
    };
    act("down", 0);
    const begun = await nextFrame();
    let now = begun;
    let count = 0;
    while (count < frames && now - begun < milliseconds) {
      count += 1;
      act("move", count);
      now = await nextFrame();
    }
    return (1000 * count) / (now - begun);
  };
})();
