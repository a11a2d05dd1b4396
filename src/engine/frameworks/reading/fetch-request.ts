/** What the platform's own `Request` gives: the same for every framework that hands it on. https://developer.mozilla.org/docs/Web/API/Request */
import type { Framework } from "../define-framework.ts";

export const FETCH_METHODS: NonNullable<Framework["methods"]> = {
  "request.json": "body",
  "request.text": "body",
  "request.formData": "body",
  "request.arrayBuffer": "body",
  "request.blob": "body",
  "request.bytes": "body",
  "request.clone": "request",
};
