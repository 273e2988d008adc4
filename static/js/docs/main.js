// The interactive reference at /docs, drawn from the server's own description of its calls.

import SwaggerUI from "../../vendor/swagger-ui.js";
import { headOf } from "../head.js";
import { colour, whenThemed } from "../view/charts/colours.js";
import { byId } from "../view/element.js";
import { plainProse } from "./prose.js";

SwaggerUI({
  dom_id: "#reference",
  url: "api/v1/openapi.json",
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null, // the usual one is on another site
  plugins: [plainProse],
  onComplete: () => {
    document.documentElement.dataset.ready = "true";
  },
});
await headOf({ spoken: () => {} }); // the calls themselves are described in English
dress();
whenThemed(byId("reference"), dress);

/** The library has a dark look of its own, under this name. */
function dress() {
  const { classList } = document.documentElement;
  classList.remove("dark-mode"); // it would answer for itself
  classList.toggle("dark-mode", colour("color-scheme") === "dark");
}
