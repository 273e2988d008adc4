// The clock of the measurements inside a page: when what has changed is painted.
globalThis.nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** After the next frame has been painted. */
globalThis.painted = async () => {
  await nextFrame();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
};

