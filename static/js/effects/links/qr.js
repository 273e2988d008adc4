// A link as a QR code: drawn by the server that this page came from, which keeps nothing of it.

/** @import { Asking } from "../server/server.js" */
import { open, refused } from "../server/server.js";

/** @param {string} text @param {Asking} asking @returns {Promise<string>} the picture's address */
export async function qrOf(text, asking) {
  const answer = await open("qr", { text }, asking, "image/svg+xml");
  if (!answer.ok) await refused(answer);
  return `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
}
