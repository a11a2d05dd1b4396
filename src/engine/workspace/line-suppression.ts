/**
 * `# hardpath-allow secrets/password: reason` in files without facts: `.env`, YAML, Docker, code that is not parsed.
 *
 * The comment stands on the line itself or on the one above it.
 */

const COMMENT =
  /(?:#|\/\/|;|--|\/\*|<!--)[ \t]*hardpath-allow[ \t]+([\w*/-]+(?:[ \t]*,[ \t]*[\w*/-]+)*)[ \t]*:[ \t]*([^\n]*?)[ \t]*(?:\*\/|-->)?[ \t\r]*$/;

/** The reason given for a line; undefined where there is none. */
export function lineSuppression(
  text: string,
  offset: number,
  covers: (rule: string) => boolean,
): { readonly reason: string } | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const feed = text.indexOf("\n", offset);
  const own = text.slice(start, feed < 0 ? text.length : feed);
  const above = text.slice(text.lastIndexOf("\n", start - 2) + 1, Math.max(0, start - 1));
  for (const line of [own, /^\s*(?:#|\/\/|;|--|\/\*|<!--)/.test(above) ? above : ""]) {
    if (line.length > 2000) continue;
    const match = COMMENT.exec(line);
    const rules = match?.[1]?.split(",").map((rule) => rule.trim()) ?? [];
    if (match?.[2] && rules.some(covers)) return { reason: match[2] };
  }
  return undefined;
}
