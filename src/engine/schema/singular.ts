/** Tables, relations and resources are called after one row or after many. */

/** `categories`, `branches`, `statuses` and `orders` as one of them is called; `status` itself stays. */
export function singular(name: string): string {
  if (/(?:ss|us|is)$/i.test(name)) return name;
  if (/(?:ss|[^ao]us|x|zz|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return name.replace(/ies$/i, "y").replace(/s$/i, "");
}
