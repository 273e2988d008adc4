// What this machine and browser take at best: a page with a slider, the same question and as many
// numbers, and nothing else. `bench.sweep` finds the same names in it as in ours.
Object.assign(globalThis.bench, {
  bare(question, name, count) {
    const board = document.createElement("div");
    const slider = Object.assign(document.createElement("input"), { type: "range", step: "any" });
    const cells = Array.from({ length: count }, (_, at) => {
      const cell = document.createElement("div");
      cell.style.cssText = `position:absolute;contain:strict;width:90px;height:20px;
        left:${(at % 12) * 100}px;top:${60 + Math.floor(at / 12) * 30}px`;
      cell.append("0");
      return cell;
    });
    Object.assign(slider, { min: "-5", max: "5" }).setAttribute("aria-label", name);
    cells[0].className = "card input";
    cells[0].dataset.node = name;
    board.id = "values";
    board.append(slider, ...cells);
    document.body.replaceChildren(board);

    let running = false;
    let waiting = null;

    async function ask(value) {
      running = true;
      const body = { ...question, values: { ...question.values, [name]: value } };
      const headers = { "Content-Type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify(body) };
      const { values } = await (await fetch("/api/v1/trace", request)).json();
      running = false;
      if (waiting !== null) ask(waiting);
      waiting = null;
      setTimeout(() => {
        cells.forEach((cell, at) => (cell.firstChild.data = String(values[at % values.length])));
        cells[0].dataset.value = String(value);
      });
    }

    slider.addEventListener("input", () => {
      if (running) waiting = Number(slider.value);
      else ask(Number(slider.value));
    });
  },
});
