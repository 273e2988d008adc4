// What is said in the reference, as text with code in it. The library's own way goes through HTML,
// which the page's policy does not let it write; what the page says itself is not said again.

const CODE = /`([^`]+)`/; // split by it, every second piece is code

/** @param {{ React: import("../../vendor/swagger-ui.js").Elements }} system */
export function plainProse({ React }) {
  /** @param {{ source?: string, className?: string }} told */
  function Markdown({ source = "", className = "" }) {
    const pieces = source
      .split(CODE)
      .map((piece, at) => (at % 2 === 1 ? React.createElement("code", {}, piece) : piece));
    const paragraph = React.createElement("p", {}, ...pieces);
    return React.createElement("div", { className: `renderedMarkdown ${className}` }, paragraph);
  }

  /** The way to a call lies on the button that opens it, and a button holds no link.
   * @param {{ text: string }} told */
  function DeepLink({ text }) {
    return React.createElement("span", {}, text);
  }

  /** A question has no label of its own there. @param {unknown} Plain */
  const TextArea = (Plain) => (/** @type {object} */ settings) =>
    React.createElement(Plain, { "aria-label": "Request body", ...settings });

  return {
    components: { Markdown, DeepLink, InfoContainer: () => null },
    wrapComponents: { TextArea },
  };
}
