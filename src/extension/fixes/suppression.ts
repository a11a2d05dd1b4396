/** A finding silenced with a reason, in the way its file can hold it. */

/** How a file's language starts a comment of one line; undefined where it has none. */
export function lineComment(file: string): string | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  if (/\.(?:[cm]?[jt]sx?|prisma|jsonc|json5|proto|groovy)$/.test(name) || name === "jenkinsfile") return "//";
  if (/\.sql$/.test(name)) return "--";
  if (/\.(?:json|map|lock|pem|key)$/.test(name)) return undefined;
  return "#";
}

/** Text to insert at the start of the finding's line; undefined where the language has no comments. */
export function suppressionLine(
  file: string,
  line: string,
  ruleId: string,
  reason: string,
  eol: string,
): string | undefined {
  const comment = lineComment(file);
  if (comment === undefined) return undefined;
  const indentation = /^[ \t]*/.exec(line)![0];
  return `${indentation}${comment} hardpath-allow ${ruleId}: ${oneLine(reason)}${eol}`;
}

/** A reason has no line breaks: the comment is one line. */
export function oneLine(reason: string): string {
  return reason.replace(/\s+/g, " ").trim();
}
