/**
 * Names and values in files that are not code: `.env`, JSON, YAML, TOML, properties, Docker, shell, Terraform, XML,
 * and assignments inside comments. Line by line, and only lines with a word that matters.
 */

import type { FileKind } from "./file-kind.ts";
import { listInside } from "./listed-values.ts";
import { settingValues } from "./setting-values.ts";
import { cook, decodePrintable } from "./tokens/cook.ts";

/** One name with its value, and where the value stands. */
export interface NamedValue {
  readonly names: readonly string[];
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = String.raw`"((?:[^"\\\n]|\\.){0,2048})"|'((?:[^'\n]){0,2048})'`;
const PAIRS: Partial<Record<FileKind, RegExp>> & { default: RegExp } = {
  default: new RegExp(
    String.raw`["']?([A-Za-z_@][\w.$@-]{0,100})["']?\s{0,4}(?:=>|:{1,3}=|\?=|[:=](?![?+-]))\s{0,8}(?![A-Z][A-Z\d]*_[A-Z\d_]*=|[A-Za-z_][\w-]{0,40}\s{0,4}[:=]\s)(?:${QUOTED}|([^\s"'\x60,;{}<>()[\]|&#][^\s"'\x60,;{}<>()[\]]*))`,
    "g",
  ),
  json: new RegExp(String.raw`"([^"\\\n]{1,100})"\s*:\s*(?:${QUOTED})`, "g"),
  env: /^\s*(?:export\s+|#\s*)?([A-Za-z_][\w.-]*)\s*=\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s#"'](?:[^\n#]|(?<!\s)#)*?))\s*(?:\s#.*)?$/g,
  yaml: new RegExp(
    String.raw`(?:^|[\s{,-])["']?([A-Za-z_][\w.$/-]{0,100})["']?\s{0,4}(?::\s|=)\s{0,20}(?:!\w+\s+)?(?:${QUOTED}|([^\s"'#&*!|>%@{}[\]](?:[^\n#"']|(?<!\s)#){0,1000}?))\s*(?:[,}].*|\s#.*)?$`,
    "g",
  ),
  properties:
    /^\s*(?:\/\/\S+?:)?([A-Za-z_][\w.:\-/[\]]*?)\s*(?:=|:\s|\s(?=["']))\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'][^\n]*?))\s*$/g,
  docker: /(?:^\s*(?:ENV|ARG)\s+|\s)([A-Za-z_]\w*)(?:=|\s+)(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s"']\S*))/g,
  toml: new RegExp(String.raw`["']?([A-Za-z_][\w.-]{0,100})["']?\s*=\s*(?:${QUOTED})`, "g"),
  terraform: new RegExp(String.raw`["']?([A-Za-z_][\w.-]{0,100})["']?\s*[=:]\s*(?:${QUOTED})`, "g"),
  http: /^\s*@?([A-Za-z_][\w-]*)\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|(\S[^\n]*?))\s*$/g,
  graphql: new RegExp(String.raw`["']?([A-Za-z_][\w.-]{0,100})["']?\s*[:=]\s*(?:${QUOTED})`, "g"),
  text: new RegExp(String.raw`["']?([A-Za-z_][\w.-]{0,100})["']?\s*(?:=>|:=|[:=])\s*(?:${QUOTED})`, "g"),
};

/** Kinds where a name and its value may stand side by side without a sign between them. */
const JOINED_OTHERWISE: ReadonlySet<FileKind> = new Set(["docker", "properties", "xml"]);

/** Names and values on the line from `start` to `end`. */
export function namedValues(text: string, kind: FileKind, start: number, end: number): readonly NamedValue[] {
  const line = text.slice(start, end);
  if (line.length > 20_000) return [];
  const found: NamedValue[] = [];
  if (!JOINED_OTHERWISE.has(kind) && !/[:=(]| set /.test(line)) return found;
  const expression = PAIRS[kind] ?? PAIRS.default;
  expression.lastIndex = 0;
  for (const match of line.matchAll(expression)) {
    const name = match[1] as string;
    const quoted = match[2] ?? match[3];
    const raw = quoted ?? match[4];
    if (raw === undefined || raw === "") continue;
    const at = start + match.index + match[0].lastIndexOf(raw, match[0].length);
    const value = match[2] === undefined ? raw.trim() : cook(raw);
    found.push({
      names: namesOf(text, kind, start + match.index, wholeName(line, match.index, name)),
      value,
      start: at,
      end: at + raw.trimEnd().length,
    });
  }
  if (kind === "http") for (const match of line.matchAll(PAIRS.json as RegExp)) found.push(quotedPair(match, start));
  if (kind === "json" || kind === "yaml" || (kind === "shell" && line.startsWith("Environment=")))
    found.push(...assignedInside(line, start));
  found.push(...settingValues(line, kind, start));
  if ((kind === "json" || kind === "yaml") && line.includes("[")) found.push(...listInside(line, start));
  if (kind !== "json" && kind !== "http") found.push(...headerValues(line, start));
  if (kind === "xml") found.push(...xmlValues(line, start));
  if (kind === "text") for (const match of line.matchAll(READ)) found.push(quotedPair(match, start));
  if (kind === "properties" && /\bpassword\s+\S/.test(line)) found.push(...netrc(text, line, start));
  return found;
}

/** `// Acme API key: …`: the word before belongs to the name. */
function wholeName(line: string, at: number, name: string): string {
  if (!/^(?:key|token|secret)$/i.test(name)) return name;
  const word = /(?:^|\W)(api|access|secret|auth|private|client|license)[ -]$/i.exec(
    line.slice(Math.max(0, at - 10), at),
  )?.[1];
  return word === undefined ? name : `${word}_${name}`;
}

/** `os.environ.get("API_KEY", "…")`, `env('API_KEY', '…')`, `define('API_KEY', '…')`. */
const READ =
  /(?:\.get|getenv|env|define|fetch)\(\s*["']([A-Z][A-Z\d_]{2,60})["']\s*,\s*(?:"([^"\n]{4,400})"|'([^'\n]{4,400})')/g;

/** `"apiKey": "…"` in the body of a request. */
function quotedPair(match: RegExpExecArray, lineStart: number): NamedValue {
  const raw = match[2] ?? match[3] ?? "";
  const at = lineStart + match.index + match[0].lastIndexOf(raw);
  return { names: [match[1] as string], value: cook(raw), start: at, end: at + raw.length };
}

/** `value:` of a Kubernetes variable and `default =` of a Terraform one go by the name above them. */
function namesOf(text: string, kind: FileKind, at: number, name: string): readonly string[] {
  const short = OWNED_KEY.exec(name)?.[0].replace(".", "_") ?? name.split(/[./]/).pop() ?? name;
  if (/^(?:value|default|defaultValue|val)$/i.test(name)) {
    const above = text.slice(Math.max(0, at - 400), at);
    const owner = [
      ...above.matchAll(
        /(?:\bname["']?\s*[:=]\s*["']?(?:[\w./-]{0,80}\/)?|\bvariable\s+"|"?(?:key|id)"?\s*[:=]\s*["']?)([A-Za-z_][\w.-]*)/g,
      ),
    ].pop();
    if (owner !== undefined) return [owner[1] as string];
  }
  if (kind === "json" || kind === "yaml") {
    const outer = ownerAbove(text, text.lastIndexOf("\n", at) + 1);
    return outer === undefined ? [short] : [short, outer];
  }
  return short === name ? [name] : [short, name];
}

/** `acme.api.key`: the last word alone says nothing. */
const OWNED_KEY = /(?<![\w-])(?:api|access|secret|auth|private|client)\.(?:key|token|secret|password)$/i;

/** `"deploy": "API_TOKEN=… node deploy.js"`: variables set inside of a command. */
function assignedInside(line: string, start: number): readonly NamedValue[] {
  const found: NamedValue[] = [];
  for (const match of line.matchAll(/(?:^|[\s"';&(])([A-Z][A-Z\d_]{3,60})=(?:\\"|')?([^\s"'\\$;&|<>{}()]{4,500})/g)) {
    const value = match[2] as string;
    const at = start + match.index + match[0].length - value.length;
    found.push({ names: [match[1] as string], value, start: at, end: at + value.length });
  }
  return found;
}

/** `Authorization: Bearer …` wherever a header is written out. */
function headerValues(line: string, start: number): readonly NamedValue[] {
  const match =
    /\b(Authorization|X-[\w-]{0,40}(?:Key|Token|Secret))["']?\s{0,3}[:=]\s{0,3}["']?((?:Bearer|Basic|Token|ApiKey|Bot)\s+(?:[\w.~+/=-]{12,2000}|[\w.-]{1,40}:\S{6,200}$))/i.exec(
      line,
    );
  if (match === null) return [];
  const value = match[2] as string;
  const at = start + match.index + match[0].length - value.length;
  return [{ names: [match[1] as string], value, start: at, end: at + value.length }];
}

/** The key of the nearest line above that opens an object: `database:`, `"database": {`. */
function ownerAbove(text: string, lineStart: number): string | undefined {
  const from = Math.max(0, lineStart - 300);
  for (let end = lineStart - 1; end > from; ) {
    const start = Math.max(from, text.lastIndexOf("\n", end - 1) + 1);
    let last = end - 1;
    while (last >= start && text.charCodeAt(last) <= 32) last--;
    const code = text.charCodeAt(last);
    if (code === 58 || code === 123) {
      const owner = /["']?([\w-]+)["']?\s{0,4}:\s{0,4}\{?$/.exec(text.slice(start, last + 1));
      if (owner !== null) return owner[1] as string;
    }
    end = start - 1;
  }
  return undefined;
}

function xmlValues(line: string, start: number): readonly NamedValue[] {
  const found: NamedValue[] = [];
  for (const match of line.matchAll(/<([\w.:-]{2,80})>([^<>\n]{4,2000})<\/\1>/g)) {
    const value = match[2] as string;
    const at = start + match.index + match[0].indexOf(">") + 1;
    found.push({ names: [match[1] as string], value, start: at, end: at + value.length });
  }
  for (const match of line.matchAll(/<string name="([^"]{2,80})">([^<>\n]{4,2000})<\/string>/g)) {
    const value = match[2] as string;
    const at = start + match.index + match[0].indexOf(">") + 1;
    found.push({ names: [match[1] as string], value, start: at, end: at + value.length });
  }
  for (const match of line.matchAll(/(?:key|name)="([^"]{2,80})"\s+value="([^"]{4,2000})"/g)) {
    const value = match[2] as string;
    const at = start + match.index + match[0].length - 1 - value.length;
    found.push({ names: [match[1] as string], value, start: at, end: at + value.length });
  }
  return found;
}

/** `machine host login user password secret`. */
function netrc(text: string, line: string, start: number): readonly NamedValue[] {
  const match = /\bpassword\s+(\S{4,})/.exec(line);
  if (match === null || !/\blogin\s/.test(text.slice(Math.max(0, start - 120), start + match.index))) return [];
  const value = match[1] as string;
  const at = start + match.index + match[0].length - value.length;
  return [{ names: ["password"], value, start: at, end: at + value.length }];
}

/** `host:port:database:user:password`. https://www.postgresql.org/docs/current/libpq-pgpass.html */
export function pgpass(text: string): readonly NamedValue[] {
  return [...text.matchAll(/^(?:[^:#\n]{1,255}:){4}([^:\n]{4,200})$/gm)].map((match) => {
    const value = match[1] as string;
    const start = match.index + match[0].length - value.length;
    return { names: ["password", "command"], value, start, end: start + value.length };
  });
}

/** Values of a Kubernetes `Secret`, decoded. */
export function kubernetesSecrets(text: string): readonly NamedValue[] {
  if (!/^kind:\s*["']?Secret["']?\s*$/m.test(text)) return [];
  const found: NamedValue[] = [];
  for (const block of text.matchAll(/^(?:data|stringData):[ \t]*\n((?:[ \t]+[^\n]*\n?){1,200})/gm)) {
    const plain = block[0].startsWith("stringData");
    const from = block.index + block[0].length - (block[1] as string).length;
    for (const match of (block[1] as string).matchAll(
      /^[ \t]+["']?([\w.-]+)["']?:[ \t]*["']?([^\s"'#|>{][^\n"'#]*?)["']?[ \t]*$/gm,
    )) {
      const raw = match[2] as string;
      const value = plain ? raw : decodePrintable(raw);
      if (value === undefined) continue;
      const at = from + match.index + match[0].lastIndexOf(raw);
      found.push({ names: [match[1] as string, "secret"], value: value.trim(), start: at, end: at + raw.length });
    }
  }
  return found;
}
