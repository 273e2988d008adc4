// Lessons and questions beside the graph: their code comes when a link or a reader asks for them.

/** @import { Store } from "./store.js" */
/** @import { Document } from "./types.js" */
/** @import { Latecomer } from "./effects/waiting/later.js" */
import { lessonAlone } from "./model/asked.js";
import { fieldOf } from "./model/document/fields.js";
import { dressed } from "./view/page/dressed.js";

/** @param {{ store: Store, later: Latecomer, open: (document: Document, step?: number | null) => void,
 *   act: (type: string, to?: number) => void }} parts */
export function taughtIn({ store, later, open, act }) {
  const reading = later(
    async () =>
      (
        await dressed(
          import("./lesson/reading.js"),
          "style/teaching/quiz",
          "style/teaching/lesson",
          "style/teaching/lesson-text",
        )
      ).readingOf,
    (readingOf) => readingOf({ store, open, act }),
  );
  const quiz = later(
    async () => (await dressed(import("./quiz/predict.js"), "style/teaching/quiz")).predictIn,
    (predictIn) => predictIn({ store, open, act }),
  );
  store.watch(({ document }) => {
    if (fieldOf(document, "lesson")) reading.wake();
    if (fieldOf(document, "quiz")) quiz.wake();
  });

  return {
    /** Where in a lesson the reader is. */
    here: () => reading.now()?.here() ?? null,
    predict: () => quiz.use((card) => card.predict()),
    /** A link that asks for a lesson and brings no program. @param {string} fragment */
    asked(fragment) {
      const text = lessonAlone(fragment);
      if (text) reading.use((lesson) => lesson.start(text));
      return text !== "";
    },
  };
}
