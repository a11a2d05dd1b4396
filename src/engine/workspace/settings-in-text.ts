/**
 * Environment variables that a text reads, wherever it stands: in code that only runs when the service starts nobody goes
 * along a path. Comments are left out.
 */

export interface SettingRead {
  readonly name: string;
  readonly at: number;
  /** It stands in a schema that is checked when the service starts. */
  readonly checked?: true;
}

/** Each has the name as its first group that is there. */
const READS: readonly RegExp[] = [
  /\b(?:process|import\.meta|Bun)\.env(?:\??\.([A-Za-z_]\w*)|(?:\?\.)?\[\s*["'`]([A-Za-z_]\w*)["'`]\s*\])/g,
  /\bDeno\.env\.get\(\s*["'`]([A-Za-z_]\w*)["'`]/g,
  // https://docs.nestjs.com/techniques/configuration · https://docs.adonisjs.com/guides/getting-started/environment-variables
  /(?:[cC]onfig(?:Service)?|\b(?<!Deno\.)[eE]nv)\.get(?:OrThrow)?\s*(?:<[^>()]*>)?\(\s*["'`]([A-Z][A-Z0-9_]+)["'`]/g,
];

/** `const { PORT, HOST: host = "" } = process.env` */
const TAKEN_APART = /\{([^{}]*)\}\s*=\s*(?:process|import\.meta|Bun)\.env\b/g;
/** https://svelte.dev/docs/kit/$env-static-private · https://docs.astro.build/en/guides/environment-variables */
const IMPORTED =
  /\bimport\s*\{([^{}]*)\}\s*from\s*["'](?:\$env\/static\/(?:private|public)|astro:env\/(?:server|client))["']/g;
const DYNAMIC = /["']\$env\/dynamic\/(?:private|public)["']/;
/** A schema that reads the environment, and its fields. */
const SCHEMA =
  /\b(?:createEnv|cleanEnv|envsafe|parseEnv)\s*\(|(?:[pP]arse(?:Async)?|validate|Check|assert)\w*\(\s*(?:process|Bun|import\.meta)\.env\b|\bEnv\.(?:create|rules)\(|\benvSchema\(/;
const FIELD =
  /^[ \t]*["']?([A-Z][A-Z0-9_]+)["']?\s*:\s*(?:z|[jJ]oi|yup|v|t|s|Type|Env|str|num|bool|url|port|email|host|json|\w*[sS]chema)\b/gm;
/** `const required = (name) => process.env[name] ?? fail(name)` */
const READER =
  /(?:\bfunction\s+(\w+)|\b(?:const|let)\s+(\w+)\s*=\s*(?:async\s*)?(?:function\s*)?)\s*(?:<[^<>]*>)?\(\s*(\w+)\s*(?::[^,)]*)?[^)]*\)[^;]{0,240}?process\.env\[\s*(\w+)(?:\s+as\s+[^\]]*)?\s*\]/g;

/** In names of the environment, of schemas of it and of services that hold it: most files have none. */
const OF_SETTINGS = /env|Env|onfig/;

export function settingsInText(text: string): readonly SettingRead[] {
  if (!OF_SETTINGS.test(text)) return [];
  const code = withoutComments(text);
  const found: SettingRead[] = [];
  for (const pattern of READS) for (const match of code.matchAll(pattern)) push(found, match, match[1] ?? match[2]);
  if (code.includes(".env"))
    for (const match of code.matchAll(TAKEN_APART))
      for (const name of namesIn(match[1] ?? "")) push(found, match, name);
  for (const match of code.matchAll(IMPORTED)) for (const name of namesIn(match[1] ?? "")) push(found, match, name);
  if (DYNAMIC.test(code))
    for (const match of code.matchAll(/\benv\.([A-Z][A-Z0-9_]+)\b/g)) push(found, match, match[1]);
  if (SCHEMA.test(code))
    for (const match of code.matchAll(FIELD)) found.push({ name: match[1] ?? "", at: match.index, checked: true });
  return found;
}

/** Names that a text gives to functions of the code's own that read a variable by its name. */
export function settingsAskedOf(readers: readonly string[], text: string): readonly SettingRead[] {
  if (!readers.some((reader) => text.includes(reader))) return [];
  const found: SettingRead[] = [];
  const asked = new RegExp(`\\b(?:${readers.join("|")})\\s*(?:<[^<>()]*>)?\\(\\s*["'\`]([A-Z][A-Z0-9_]+)["'\`]`, "g");
  for (const match of withoutComments(text).matchAll(asked)) push(found, match, match[1]);
  return found;
}

/** Functions that read the variable whose name they are given. */
export function readersInText(text: string): readonly string[] {
  if (!text.includes("process.env[")) return [];
  return [...text.matchAll(READER)].flatMap((match) =>
    match[3] === match[4] ? [match[1] ?? match[2]].filter((name) => name !== undefined) : [],
  );
}

function push(found: SettingRead[], match: RegExpMatchArray, name: string | undefined): void {
  const ofTools = match[0].includes("import.meta") ? OF_VITE : OF_NPM;
  if (name !== undefined && !ofTools.test(name)) found.push({ name, at: match.index ?? 0 });
}

/** What the tools themselves set. https://vite.dev/guide/env-and-mode#built-in-constants */
const OF_VITE = /^(?:DEV|PROD|SSR|MODE|BASE_URL)$/;
const OF_NPM = /^npm_\w+$/;

/** Names taken out by a pattern or an import: `PORT`, `HOST: host = ""`, `KEY as key`. */
function namesIn(list: string): readonly string[] {
  return list.split(",").flatMap((part) => /^\s*([A-Za-z_]\w*)/.exec(part)?.[1] ?? []);
}

/** Of the same length, for places to stay what they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}(,])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
}
