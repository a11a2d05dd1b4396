/** Whether the code of a file names something anywhere, in whatever way: a member, a key, a variable, a text. */
import type { FileFacts } from "./file-facts.ts";

/** Case and underscores do not count: `password_hash` is spoken of by `omitPasswordHash(user)`. */
export function speaksOf(facts: FileFacts, name: string): boolean {
  return plain(JSON.stringify(facts)).includes(plain(name));
}

/** The very text stands in the code, as a literal or a key. */
export function writesText(facts: FileFacts, text: string): boolean {
  return JSON.stringify(facts).includes(JSON.stringify(text));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("_", "");
}
