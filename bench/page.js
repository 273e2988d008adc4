// What `python -m bench.page` runs inside the page: events as a hand makes them, and the time until
// a frame has shown what they did.
globalThis.bench = (() => {
  const root = document.documentElement;
  const at = (selector) => document.querySelector(selector);
  let begun = 0;

  const change = (element, attributes) =>
    new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        resolve();
      });
      watch.observe(element, { attributes: true, attributeFilter: attributes });
    });

  function slide(slider, value) {
    slider.value = String(value);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Until whatever follows an answer, such as its sentences, is done as well. */
  const rest = () => new Promise((done) => setTimeout(done, 1500));

  const slider = () => at("#values input[type=range]");
  const card = () =>
    [...document.querySelectorAll(".card.input")].find(
      (c) => c.dataset.node === slider().getAttribute("aria-label"),
    );

  return {
    /** One move after another: each waits for its numbers. */
    async drag(count) {
      const times = [];
      const low = Number(slider().min);
      const span = Number(slider().max) - low;
      for (let i = 0; i < count + 5; i++) {
        const shown = change(card(), ["data-value"]);
        await nextFrame();
        const start = performance.now();
        slide(slider(), low + span * (0.3 + 0.01 * (i % 40)));
        await shown;
        times.push((await painted()) - start);
      }
      return times.slice(5);
    },

    /** From the last byte of an answer until its numbers are on screen. */
    async edited(count) {
      const low = Number(slider().min);
      const span = Number(slider().max) - low;
      const times = [];
      for (let i = 0; i < count + 3; i++) {
        performance.clearResourceTimings();
        const shown = change(card(), ["data-value"]);
        const begun = performance.now();
        slide(slider(), low + span * (0.3 + 0.01 * (i % 40)));
        await shown;
        const now = await painted();
        const asked = performance.getEntriesByType("resource");
        const [answer] = asked.filter(
          // what was asked before, for the sentences of the last move, may end meanwhile
          ({ name, startTime }) => name.includes("/api/v1/trace") && startTime >= begun - 1,
        );
        times.push(now - answer.responseEnd);
        await rest();
      }
      return times.slice(3);
    },

    /** A hand that does not wait: for each move, how long until it, or a newer one, is on screen. */
    async sweep(count) {
      const low = Number(slider().min);
      const span = Number(slider().max) - low;
      const sent = [];
      const times = [];
      const own = card();
      const watch = new MutationObserver(async () => {
        const shown = Number(own.dataset.value);
        const now = await painted();
        const upTo = sent.findIndex((each) => each.value === shown);
        for (const each of sent.splice(0, upTo + 1)) times.push(now - each.start);
      });
      watch.observe(own, { attributes: true, attributeFilter: ["data-value"] });
      for (let i = 0; i < count; i++) {
        const start = await nextFrame();
        slide(slider(), low + span * (0.3 + 0.004 * i));
        sent.push({ value: Number(slider().value), start: performance.now() });
      }
      while (sent.length > 0) await nextFrame();
      watch.disconnect();
      return times.slice(5);
    },

    begin() {
      begun = performance.now();
    },

    /** Until what is on screen answers the text. */
    async settled() {
      while (root.dataset.ready !== "false" && performance.now() - begun < 5)
        await Promise.resolve();
      while (root.dataset.ready !== "true") await change(root, ["data-ready"]);
      return (await painted()) - begun;
    },

    last: () => Number(at(".scrub").max),

    fit: () => at("#zoom-fit").click(),

    /** What each frame takes while something happens in every one. */
    async frames(way, count) {
      const scrub = at(".scrub");
      const box = at(".graph").getBoundingClientRect();
      const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const last = Number(scrub.max);
      const ways = {
        step: () => at("#back").click(),
        scrub: (i) => slide(scrub, (i * 37) % last),
        pan: (i) =>
          at(".graph").dispatchEvent(
            new PointerEvent(i === 0 ? "pointerdown" : "pointermove", {
              pointerId: 1,
              bubbles: true,
              clientX: middle.clientX + 60 * Math.sin(i / 9),
              clientY: middle.clientY + 40 * Math.cos(i / 7),
            }),
          ),
        zoom: (i) =>
          at(".graph").dispatchEvent(
            new WheelEvent("wheel", {
              bubbles: true,
              cancelable: true,
              deltaY: i % 40 < 20 ? -12 : 12,
              ...middle,
            }),
          ),
      };
      const times = [];
      let before = await nextFrame();
      for (let i = 0; i < count; i++) {
        ways[way](i);
        const now = await nextFrame();
        times.push(now - before);
        before = now;
      }
      return times.slice(3);
    },
  };
})();
