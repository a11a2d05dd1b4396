/** Tables, relations and resources are called after one row or after many. */

/** `categories`, `branches` and `orders` as one of them is called: `category`, `branch`, `order`; `status` stays. */
export function singular(name: string): string {
  if (/(?:ss|us|is)$/i.test(name)) return name;
  return name
    .replace(/ies$/i, "y")
    .replace(/(ss|x|zz|ch|sh)es$/i, "$1")
    .replace(/s$/i, "");
}
