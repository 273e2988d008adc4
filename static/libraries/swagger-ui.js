// The interactive reference at /docs.
export { default } from "swagger-ui-dist/swagger-ui-es-bundle.js";
