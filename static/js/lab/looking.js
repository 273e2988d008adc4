// What a model says by now about its examples: asked of the server, with a map where there is one.

/** @import { Language, Value } from "../types.js" */
/** @import { Survey } from "./map.js" */
import { post } from "../effects/server/server.js";

/** @typedef {{ source: string, values: Record<string, Value>, parameters: string[],
 *   data: Record<string, Value[]>, held_out: Record<string, Value[]>, reads: string | null,
 *   truth: string | null, predicts: string, layers: import("./running.js").Layer[],
 *   described: { examples: number, held_out: number, shape: number[], classes: number,
 *     least: number, most: number } | null }} Made */
/** @typedef {{ right: number | null, held: number | null, map: Survey | null }} Seen */

const FEW = 2; // nobody draws the map of what was held out

/** @param {Made} made @param {Record<string, Value>} parameters @param {Language} language
 * @returns {Promise<Seen | null>} null where there is nothing to look at */
export async function lookAt(made, parameters, language) {
  const { source, values, data, held_out: held, predicts: output, reads, truth } = made;
  if (reads === null) return null;
  const body = {
    source,
    values: { ...values, ...parameters },
    output,
    reads,
    ...(truth && { truth }),
  };
  const { right, map } = await post("train/look", { ...body, data }, { language });
  if (right === null || Object.keys(held).length === 0) return { right, held: null, map };
  const away = await post("train/look", { ...body, data: held, points: FEW }, { language });
  return { right, held: away.right, map };
}
