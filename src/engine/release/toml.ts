/**
 * The little of TOML that deployment files use: tables, arrays of tables, and keys with a value on one line.
 * https://toml.io/en/v1.0.0
 */

export interface TomlEntry {
  /** `deploy.release_command`; arrays of tables without their index. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** Entries and table headings (with an empty value) in order. */
export function readToml(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table = "";
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const heading = /^\[\[?\s*([^\]]+?)\s*\]\]?/.exec(line);
    if (heading) {
      table = (heading[1] ?? "").replace(/["']/g, "");
      entries.push({ key: table, value: "", line: index + 1 });
      continue;
    }
    const pair = /^("[^"]*"|'[^']*'|[\w.-]+)\s*=\s*(.+)$/.exec(line);
    if (!pair) continue;
    const name = (pair[1] ?? "").replace(/["']/g, "");
    entries.push({ key: table ? `${table}.${name}` : name, value: valueText(pair[2] ?? ""), line: index + 1 });
  }
  return entries;
}

function valueText(text: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(text);
  if (quoted) return (quoted[1] ?? quoted[2] ?? "").replace(/\\(["\\])/g, "$1");
  return text.replace(/\s+#.*$/, "").trim();
}
