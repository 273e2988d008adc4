// A graph laid out flat by dagre or elk, as they come, and drawn as plain SVG: all of it in sight.
globalThis.flat = (() => {
  const SIZE = { width: 144, height: 68 };
  /** From far away too there is something to be seen. */
  const THIN = 'vector-effect="non-scaling-stroke"';

  const edgesOf = (nodes) =>
    nodes.flatMap(({ id, reads }) => reads.map((source, port) => [source, id, `${id}:${port}`]));

  /** Cards and lines, in a picture that can be dragged. */
  function show(nodes, boxes, lines) {
    const right = Math.max(...boxes.map(({ x }) => x)) + SIZE.width;
    const bottom = Math.max(...boxes.map(({ y }) => y)) + SIZE.height;
    const fit = `scale(${Math.min(innerWidth / right, innerHeight / bottom)})`;
    const cards = boxes.map(
      ({ x, y }, i) =>
        `<rect x="${x}" y="${y}" width="144" height="68" fill="#fff" stroke="#555" ${THIN}/>` +
        `<text x="${x + 14}" y="${y + 25}">${nodes[i].op}</text>`,
    );
    const paths = lines.map((points) => {
      const way = points.map(({ x, y }) => `${x} ${y}`).join("L");
      return `<path fill="none" stroke="#bbb" ${THIN} d="M${way}"/>`;
    });
    const world = `<g transform="${fit}">${paths.join("")}${cards.join("")}</g>`;
    document.body.style.margin = "0";
    document.body.innerHTML = `<svg width="${innerWidth}" height="${innerHeight}">${world}</svg>`;
    drag(document.querySelector("svg"), fit);
  }

  function drag(svg, fit) {
    const begun = { x: 0, y: 0 };
    svg.addEventListener("pointerdown", ({ clientX, clientY }) => {
      Object.assign(begun, { x: clientX, y: clientY });
    });
    svg.addEventListener("pointermove", ({ buttons, clientX, clientY }) => {
      const way = `translate(${clientX - begun.x} ${clientY - begun.y}) ${fit}`;
      if (buttons === 1) svg.firstChild.setAttribute("transform", way);
    });
  }

  return {
    dagre(nodes) {
      const drawing = new dagre.graphlib.Graph({ multigraph: true });
      drawing.setGraph({ rankdir: "LR" });
      for (const { id } of nodes) drawing.setNode(`${id}`, { ...SIZE });
      for (const [source, target, name] of edgesOf(nodes))
        drawing.setEdge(`${source}`, `${target}`, {}, name);
      dagre.layout(drawing);
      const boxes = nodes.map(({ id }) => drawing.node(`${id}`));
      const corners = boxes.map(({ x, y }) => ({ x: x - SIZE.width / 2, y: y - SIZE.height / 2 }));
      const lines = drawing.edges().map((edge) => drawing.edge(edge).points);
      show(nodes, corners, lines);
    },

    async elk(nodes) {
      const laid = await new ELK().layout({
        id: "graph",
        layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT" },
        children: nodes.map(({ id }) => ({ id: `${id}`, ...SIZE })),
        edges: edgesOf(nodes).map(([source, target, id]) => ({
          id,
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
      show(nodes, laid.children, lines);
    },
  };
})();
