// What the page uses of Swagger UI, which ships no types.
export default function SwaggerUI(options: {
  dom_id: string;
  url: string;
  deepLinking?: boolean;
  tryItOutEnabled?: boolean;
  validatorUrl?: string | null;
}): unknown;
