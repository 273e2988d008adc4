// What the page uses of Swagger UI, which ships no types.
export default function SwaggerUI(options: {
  dom_id: string;
  url: string;
  deepLinking?: boolean;
  tryItOutEnabled?: boolean;
  validatorUrl?: string | null;
  onComplete?: () => void;
  plugins?: ((system: { React: Elements }) => object)[];
}): unknown;

/** What it is drawn with. */
export type Elements = {
  createElement(tag: unknown, settings: object, ...parts: unknown[]): unknown;
};
