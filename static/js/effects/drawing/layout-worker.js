// Layout in a worker: the page never waits for it. It starts as soon as this is loaded.

import ELK from "../../../vendor/elk-api.js";
import { ownWorker } from "../../trusted.js";
import { asideIn } from "./aside.js";
import { layOutBy } from "./layout.js";

const ASIDE = new URL("./aside-worker.js", import.meta.url).href;

layOutBy(
  new ELK({
    workerUrl: new URL("../../../vendor/elk-worker.min.js", import.meta.url).href,
    workerFactory: (url) => ownWorker(url ?? ""),
  }),
  asideIn(() => ownWorker(ASIDE, { type: "module" })),
);
