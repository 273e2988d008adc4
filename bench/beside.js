// What `python -m bench.beside` runs in an empty page: dagre or elk flat, drawn as plain SVG.
globalThis.beside = (() => {
  const SIZE = { width: 144, height: 68 };

  /** Cards and curves, all of them, to be seen at once. */
  function show(boxes, lines, names) {
    const right = Math.max(...boxes.map(({ x }) => x)) + SIZE.width;
    const bottom = Math.max(...boxes.map(({ y }) => y)) + SIZE.height;
    const scale = Math.min(innerWidth / right, innerHeight / bottom);
    globalThis.fit = `scale(${scale})`;
    const cards = boxes.map(
      ({ x, y }, i) =>
        `<rect x="${x}" y="${y}" width="144" height="68" fill="#fff" stroke="#555"/>` +
        `<text x="${x + 14}" y="${y + 25}">${names[i].replaceAll("<", "&lt;")}</text>`,
    );
    const paths = lines.map(
      (points) =>
        `<path fill="none" stroke="#999" d="M${points.map(({ x, y }) => `${x} ${y}`).join("L")}"/>`,
    );
    const world = `<g transform="${globalThis.fit}">${paths.join("")}${cards.join("")}</g>`;
    document.body.innerHTML = `<svg width="${innerWidth}" height="${innerHeight}">${world}</svg>`;
  }

  const painted = (begun) =>
    new Promise((done) =>
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))),
    );

  return {
    async dagre({ nodes, edges }) {
      const begun = performance.now();
      const drawing = new dagre.graphlib.Graph({ multigraph: true });
      drawing.setGraph({ rankdir: "LR" });
      for (const { id } of nodes) drawing.setNode(String(id), { ...SIZE });
      for (const { id, source, target } of edges)
        drawing.setEdge(String(source), String(target), {}, String(id));
      dagre.layout(drawing);
      const boxes = nodes.map(({ id }) => drawing.node(String(id)));
      show(
        boxes.map(({ x, y }) => ({ x: x - SIZE.width / 2, y: y - SIZE.height / 2 })),
        drawing.edges().map((edge) => drawing.edge(edge).points),
        nodes.map(({ name }) => name),
      );
      return painted(begun);
    },

    async elk({ nodes, edges }) {
      const begun = performance.now();
      const laid = await new ELK().layout({
        id: "graph",
        layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT" },
        children: nodes.map(({ id }) => ({ id: `${id}`, ...SIZE })),
        edges: edges.map(({ id, source, target }) => ({
          id: `e${id}`,
          sources: [`${source}`],
          targets: [`${target}`],
        })),
      });
      const lines = laid.edges.flatMap(({ sections = [] }) =>
        sections.map(({ startPoint, bendPoints = [], endPoint }) => [
          startPoint,
          ...bendPoints,
          endPoint,
        ]),
      );
      show(
        laid.children,
        lines,
        nodes.map(({ name }) => name),
      );
      return painted(begun);
    },
  };
})();
