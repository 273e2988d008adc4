// What the server sends of lessons and questions, and what the page makes of them.

import type { Value } from "../types.js";

export interface Run {
  text: string;
  style: "plain" | "code" | "strong" | "emphasis" | "term";
  term: string | null;
}
/** What the workspace shows beside a block. */
export interface Shown {
  program: string;
  source: string;
  values: Record<string, Value>;
  view: {
    step?: string;
    mode?: string;
    panel?: string;
    from?: string;
    to?: string;
    select?: string;
  };
}
export interface Wanted {
  kind: string;
  about: { node?: string; edge?: string; step?: string };
  seed: number;
}
export interface Block {
  id: string;
  sort: string;
  texts: Run[][];
  state: Shown | null;
  question: Wanted | null;
}
export interface Term {
  name: string;
  other: string;
  meaning: string;
  tint: "forward" | "reverse" | "plain";
}
export interface Listed {
  id: string;
  number: number;
  title: string;
  minutes: number;
  questions: number;
  goals: string[];
}
export interface Lesson extends Listed {
  blocks: Block[];
  glossary: Record<string, Term>;
}
/** Where in a lesson one is, and what it says there. */
export interface Place {
  id: string;
  title: string;
  /** The section's first block. */
  at: string;
  said: { sort: string; runs: Run[] }[];
  teacher: Run[][];
}

/** A question of /quiz. */
export interface Question {
  token: string;
  kind: string;
  prompt: string;
  hints: number;
  form: "number" | "choice" | "shape" | "edges";
  about: { node?: number; edge?: number; step?: number };
  choices: { value: string; label: string }[];
  values: Record<string, Value>;
  seed: number;
}
/** What /quiz/answer says of an answer, or the hint that was asked for. */
export interface Verdict {
  correct: boolean | null;
  truth: unknown;
  diagnosis: { code: string; message: string; codes: string[] } | null;
  explanation: string;
  parts: { edge: string; correct: boolean; truth: Value }[];
}
/** One answer that was given; it stays in this browser. */
export interface Given {
  lesson: string;
  block: string;
  prompt: string;
  answer: string;
  correct: boolean;
  sure: boolean;
  code: string;
  tries: number;
}
/** Per lesson: the answers, by block. */
export type Progress = Record<string, Record<string, Given>>;
