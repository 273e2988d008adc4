// The interactive reference at /docs, drawn from the server's own description of its calls.

import SwaggerUI from "../vendor/swagger-ui.js";

SwaggerUI({
  dom_id: "#reference",
  url: "/api/v1/openapi.json",
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null, // the usual one is on another site
});
