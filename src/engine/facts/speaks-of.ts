/** Whether code names something, in whatever way: a member, a key, a variable, a text. */
import type { FileFacts, Span } from "./file-facts.ts";

/**
 * What stands around a place speaks of it: the outermost function there, what that names of the same file, decorators, and the
 * top of the file. Case and underscores do not count: `password_hash` is spoken of by `omitPasswordHash(user)`.
 */
export function speaksOf(facts: FileFacts, at: Span, name: string): boolean {
  const wanted = plain(name);
  const around = facts.functions.findIndex((one, index) => index > 0 && one.owner === 0 && isWithin(at, one.at));
  if (around < 0) return plain(JSON.stringify(facts)).includes(wanted);
  const decorators = facts.classes.map((one) => [one.decorators, one.members.map((member) => member.decorators)]);
  const open = [0, around];
  const told = [JSON.stringify(decorators)];
  for (const index of open) {
    const text = JSON.stringify(facts.functions.filter((_, inner) => inner === index || isInside(facts, inner, index)));
    told.push(index === 0 ? JSON.stringify(facts.functions[0]) : text);
    if (index === 0) continue;
    facts.functions.forEach((one, other) => {
      const isNamed = one.owner === 0 && one.name !== undefined && text.includes(JSON.stringify(one.name));
      if (isNamed && !open.includes(other)) open.push(other);
    });
  }
  return told.some((text) => plain(text).includes(wanted));
}

function isWithin([from, to]: Span, [start, end]: Span): boolean {
  return start <= from && to <= end;
}

function isInside({ functions }: FileFacts, index: number, outer: number): boolean {
  for (let at = index; at !== 0; at = functions[at]?.owner ?? 0) if (at === outer) return true;
  return false;
}

/** The very text stands in the code, as a literal or a key. */
export function writesText(facts: FileFacts, text: string): boolean {
  return JSON.stringify(facts).includes(JSON.stringify(text));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("_", "");
}
