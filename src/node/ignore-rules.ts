/**
 * `.gitignore` files, as git reads them: https://git-scm.com/docs/gitignore
 *
 * Compiled for many questions: most patterns are a plain name or `*.ext`, which cost a look-up; only the rest become
 * regular expressions.
 */

/** The rules of one `.gitignore` file. */
export interface IgnoreRules {
  /**
   * What the file says about an entry below its folder: `true` ignored, `false` taken back by a `!` rule, undefined
   * nothing. `path` is relative to the file's folder, with forward slashes.
   */
  decide(path: string, name: string, type: "file" | "folder"): boolean | undefined;
}

interface Rule {
  readonly ignored: boolean;
  readonly foldersOnly: boolean;
  readonly order: number;
}

interface PatternRule extends Rule {
  readonly expression: RegExp;
  /** The pattern has a slash: it is about the path, not about the name. */
  readonly anchored: boolean;
}

/** Reads the text of a `.gitignore`. Lines that mean nothing are skipped, as git does. */
export function readIgnoreRules(text: string): IgnoreRules | undefined {
  const names = new Map<string, Rule[]>();
  const extensions = new Map<string, Rule[]>();
  const patterns: PatternRule[] = [];
  let order = 0;
  for (const line of text.split(/\r?\n/)) {
    let pattern = withoutTrailingSpaces(line);
    if (pattern === "" || pattern.startsWith("#")) continue;
    const ignored = !pattern.startsWith("!");
    if (!ignored) pattern = pattern.slice(1);
    const foldersOnly = pattern.endsWith("/");
    if (foldersOnly) pattern = pattern.slice(0, -1);
    if (pattern.startsWith("**/") && !pattern.slice(3).includes("/")) pattern = pattern.slice(3);
    const anchored = pattern.includes("/");
    if (pattern.startsWith("/")) pattern = pattern.slice(1);
    if (pattern === "") continue;
    const rule: Rule = { ignored, foldersOnly, order: order++ };
    if (!anchored && !/[*?[\\]/.test(pattern)) append(names, pattern, rule);
    else if (!anchored && /^\*\.[^*?[\\.]+$/.test(pattern)) append(extensions, pattern.slice(1), rule);
    else {
      const expression = globExpression(pattern);
      if (expression) patterns.push({ ...rule, expression, anchored });
    }
  }
  if (order === 0) return undefined;
  patterns.reverse();

  return {
    decide(path, name, type) {
      let last: Rule | undefined;
      const consider = (rules: readonly Rule[] | undefined) => {
        if (rules === undefined) return;
        for (const rule of rules)
          if ((!rule.foldersOnly || type === "folder") && (!last || rule.order > last.order)) last = rule;
      };
      consider(names.get(name));
      const dot = name.lastIndexOf(".");
      if (dot >= 0 && extensions.size > 0) consider(extensions.get(name.slice(dot)));
      for (const rule of patterns) {
        if (last && last.order > rule.order) break;
        if (rule.foldersOnly && type !== "folder") continue;
        if (rule.expression.test(rule.anchored ? path : name)) {
          last = rule;
          break;
        }
      }
      return last?.ignored;
    },
  };
}

function append(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}

/** Trailing spaces do not count unless escaped. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " " && line[end - 2] !== "\\") end--;
  return line.slice(0, end);
}

/** A gitignore glob as an expression over the whole name or path; undefined where git would never match it. */
function globExpression(pattern: string): RegExp | undefined {
  let source = "";
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at]!;
    if (character === "*") {
      let end = at;
      while (pattern[end] === "*") end++;
      const whole = (at === 0 || pattern[at - 1] === "/") && (end === pattern.length || pattern[end] === "/");
      if (end - at === 2 && whole && end < pattern.length) {
        source += "(?:[^/]+/)*"; // `**/` at the start or in the middle: any number of folders
        at = end + 1;
      } else if (end - at === 2 && whole) {
        source += ".+"; // `/**` at the end: everything inside
        at = end;
      } else {
        source += "[^/]*";
        at = end;
      }
    } else if (character === "?") {
      source += "[^/]";
      at++;
    } else if (character === "[") {
      const set = characterSet(pattern, at);
      if (!set) return undefined;
      source += set.source;
      at = set.end;
    } else if (character === "\\") {
      if (at + 1 >= pattern.length) return undefined;
      source += escaped(pattern[at + 1]!);
      at += 2;
    } else {
      source += escaped(character);
      at++;
    }
  }
  try {
    return new RegExp(`^${source}$`, "s");
  } catch {
    return undefined;
  }
}

/** `[a-z]`, `[!abc]`: the first `]` after at least one character closes it. */
function characterSet(pattern: string, start: number): { source: string; end: number } | undefined {
  let at = start + 1;
  const negated = pattern[at] === "!" || pattern[at] === "^";
  if (negated) at++;
  let body = "";
  for (let first = true; at < pattern.length; first = false) {
    const character = pattern[at]!;
    if (character === "]" && !first) {
      return { source: negated ? `[^/${body}]` : `(?!/)[${body}]`, end: at + 1 };
    }
    const posix = /^\[:(\w+):\]/.exec(pattern.slice(at));
    if (posix) {
      body += POSIX_CLASSES[posix[1]!] ?? "";
      at += posix[0].length;
    } else if (character === "\\") {
      body += `\\${pattern[at + 1] ?? "\\"}`;
      at += 2;
    } else {
      body += character === "[" || character === "]" || character === "^" ? `\\${character}` : character;
      at++;
    }
  }
  return undefined;
}

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  digit: "0-9",
  lower: "a-z",
  upper: "A-Z",
  space: "\\s",
  xdigit: "A-Fa-f0-9",
};

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
