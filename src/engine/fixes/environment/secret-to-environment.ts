/**
 * Moves a secret out of a file into the environment.
 *
 * The code reads a variable and does not start without it; `.env.example` names it, `.env` keeps today's value so that
 * development goes on, and `.gitignore` keeps `.env` out of the repository. A moved secret is still a leaked one: the
 * checklist says how to replace it without downtime.
 */
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { FoundSecret } from "../../secrets/found-secret.ts";
import { cook } from "../../secrets/tokens/cook.ts";
import { sourceText } from "../code/source-text.ts";
import { insertion } from "../code/text-edits.ts";
import { fromConfigModule } from "./config-module.ts";
import { configReference, hasOwnVariables } from "./config-reference.ts";
import { addIgnored, addVariable, loadingSteps } from "./environment-files.ts";
import { fromConfigService } from "./nest-config.ts";

/** The fix for a secret in `file`, or undefined where no edit is sure to be right. */
export function secretToEnvironment(file: string, secret: FoundSecret, model: ServiceModel): Fix | undefined {
  const text = model.text(file);
  // Whether there is an edit does not depend on where the variable is read from, which takes a parse to know.
  if (text === undefined || replacement(file, text, secret, model, () => ownVariable(file, text, secret)) === undefined)
    return undefined;
  const folder = packageFolder(file, model);
  const own = hasOwnVariables(file);
  return {
    title: `Read ${secret.variable} from the environment`,
    kind: "suggestion",
    edits: (read) => {
      const current = read(file);
      const edits =
        current === undefined
          ? undefined
          : replacement(file, current, secret, model, () => variableOf(file, current, secret, model), read);
      if (current === undefined || edits === undefined) return [];
      if (own) return edits;
      return [...edits, ...environmentEdits(folder, secret, valueAt(current, secret), read)];
    },
    checklist:
      own || secret.place !== "code" ? rotation(secret) : [...loadingSteps(folder, model), ...rotation(secret)],
  };
}

/** Keeps a committed `.env` out of version control from now on; the names stay in `.env.example`. */
export function ignoreEnvironmentFile(file: string, names: readonly string[]): Fix {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const name = file.slice(folder.length);
  return {
    title: `Ignore ${name} and keep its names in .env.example`,
    kind: "safe",
    edits: (read) => [
      ...names
        .flatMap((variable) =>
          addVariable(`${folder}.env.example`, read(`${folder}.env.example`), variable, "").slice(0, 1),
        )
        .slice(0, 1),
      ...addIgnored(`${folder}.gitignore`, read(`${folder}.gitignore`), name),
    ],
    checklist: [
      `Run \`git rm --cached ${file}\`: an ignored file that is tracked stays tracked.`,
      "Replace every secret in the file: the history keeps the old ones.",
      "Give the new values to the place that runs the service, deploy, and confirm.",
      "Revoke the old ones.",
    ],
  };
}

/** Writes a fixed text to the log instead of the value. */
export function redactInLog(file: string, secret: FoundSecret): Fix {
  return {
    title: `Log "[redacted]" instead of ${secret.title}`,
    kind: "safe",
    edits: (read) => {
      const text = read(file);
      if (text === undefined) return [];
      const [start, end] = secret.at;
      // Inside a template the words stand by themselves.
      if (text.slice(start - 2, start) === "${" && text[end] === "}")
        return [{ kind: "replace", file, at: [start - 2, end + 1], text: "[redacted]" }];
      const shorthand =
        /[{,]\s*$/.test(text.slice(0, start)) && /^\s*[,}]/.test(text.slice(end)) && insideObject(text, start);
      const quote =
        text.slice(Math.max(0, start - 400), start).includes("'") &&
        !text.slice(Math.max(0, start - 400), start).includes('"')
          ? "'"
          : '"';
      const code = `${quote}[redacted]${quote}`;
      return [
        { kind: "replace", file, at: [start, end], text: shorthand ? `${text.slice(start, end)}: ${code}` : code },
      ];
    },
    checklist: [
      "Delete or shorten the logs that have it already.",
      "Replace the secret where others could read those logs.",
    ],
  };
}

function insideObject(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.lastIndexOf("{") > before.lastIndexOf("(") && before[before.lastIndexOf("{") - 1] !== "$";
}

/** The order that never leaves the service without a valid secret. */
export function rotation(secret: FoundSecret): readonly string[] {
  const where = secret.provider === undefined ? "" : ` at ${secret.title}`;
  return [
    `Create a new secret${where}; leave the old one valid for now.`,
    `Set ${secret.variable} to the new one wherever the service runs: hosting, CI, teammates' \`.env\`.`,
    "Deploy, and confirm that the service works with it.",
    `Revoke the old one${where}. It stays in the history of the repository: only this makes it harmless.`,
  ];
}

// ── The place itself ────────────────────────────────────────────────────────

function replacement(
  file: string,
  text: string,
  secret: FoundSecret,
  model: ServiceModel,
  variable: () => Variable,
  read: (file: string) => string | undefined = (path) => model.text(path),
): readonly Edit[] | undefined {
  if (secret.place === "code") return inCode(file, text, secret, variable());
  return configReference(file, text, secret, { text: read });
}

interface Variable {
  /** The variable's value as code. */
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** By the project's own configuration where it has one, else by a function that the file gets. */
function variableOf(file: string, text: string, secret: FoundSecret, model: ServiceModel): Variable {
  const name = secret.fallback?.name ?? secret.variable;
  const source = sourceText(model, file);
  const app = packageFolder(file, model).slice(0, -1);
  const configured =
    source?.text === text
      ? (fromConfigService(model, app, source, secret.at[0], name) ?? fromConfigModule(model, app, source, name))
      : undefined;
  return configured ?? ownVariable(file, text, secret);
}

/** Read by a function of the file's own. */
function ownVariable(file: string, text: string, secret: FoundSecret): Variable {
  const name = secret.fallback?.name ?? secret.variable;
  return { code: `${HELPER}(${stringIn(text, name)})`, edits: helperEdit(file, text) };
}

function inCode(
  file: string,
  text: string,
  secret: FoundSecret,
  { code, edits }: Variable,
): readonly Edit[] | undefined {
  if (secret.client === true || secret.rule === "client-exposed") return undefined;
  const [start, end] = secret.literal;
  const literal = text.slice(start, end);
  const quote = literal[0];
  // What is put together from constants is read from the environment whole.
  if (secret.at[1] <= start || secret.at[0] >= end)
    return [{ kind: "replace", file, at: [start, end], text: code }, ...edits];
  if (quote !== '"' && quote !== "'" && quote !== "`") return undefined;
  if (isAttribute(text, start)) return undefined;
  const fallback = secret.fallback;
  if (fallback !== undefined) {
    const left = /(?:process\.env(?:\.\w+|\[["']\w+["']\]))\s*$/.exec(
      text.slice(Math.max(0, fallback.at[0] - 200), fallback.at[0]),
    );
    if (left === null) return undefined;
    const from = fallback.at[0] - left[0].length;
    return [{ kind: "replace", file, at: [from, fallback.at[1]], text: code }, ...edits];
  }
  const isWhole = secret.at[0] <= start + 1 && secret.at[1] >= end - 1;
  if (isWhole)
    return [{ kind: "replace", file, at: [start, end], text: isKey(text, start, end) ? `[${code}]` : code }, ...edits];
  const before = text.slice(start + 1, secret.at[0]);
  const after = text.slice(secret.at[1], end - 1);
  if (/[+\n]/.test(literal) && quote !== "`") return undefined;
  if (quote === "`") return [{ kind: "replace", file, at: secret.at, text: `\${${code}}` }, ...edits];
  if (/[\\`]|\$\{/.test(before + after)) return undefined;
  return [{ kind: "replace", file, at: [start, end], text: `\`${before}\${${code}}${after}\`` }, ...edits];
}

/** `{ "…": tenant }`: a key that is computed stands in brackets. A conditional has its colon elsewhere. */
function isKey(text: string, start: number, end: number): boolean {
  return /^\s*:/.test(text.slice(end, end + 20)) && /[{,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}

/** `key="…"` in JSX takes no bare expression. */
function isAttribute(text: string, start: number): boolean {
  return (
    text[start - 1] === "=" &&
    /[\w-]/.test(text[start - 2] ?? "") &&
    /<\w[^<>;]*$/.test(text.slice(Math.max(0, start - 300), start - 1))
  );
}

const HELPER = "requireEnvironment";

/** The function that reads a variable, at the end of the file: declarations are hoisted, so it serves the first line too. */
function helperEdit(file: string, text: string): readonly Edit[] {
  if (new RegExp(`\\b${HELPER}\\b`).test(text)) return [];
  const typed = /\.[cm]?tsx?$/.test(file);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const semicolon = /;\s*$/m.test(text) ? ";" : "";
  const quote = stringIn(text, "").charAt(0);
  const lines = [
    "",
    "/** The variable's value. Without one the program stops instead of running with a guess. */",
    `function ${HELPER}(name${typed ? ": string" : ""})${typed ? ": string" : ""} {`,
    `  const value = process.env[name]${semicolon}`,
    `  if (!value) throw new Error(name + ${quote} is not set${quote})${semicolon}`,
    `  return value${semicolon}`,
    "}",
    "",
  ];
  return [insertion(file, text.length, `${text.endsWith("\n") ? "" : newline}${lines.join(newline)}`)];
}

function stringIn(text: string, value: string): string {
  const double = text.split('"').length;
  const single = text.split("'").length;
  return single > double ? `'${value}'` : `"${value}"`;
}

// ── The files beside it ─────────────────────────────────────────────────────

function valueAt(text: string, secret: FoundSecret): string {
  return cook(text.slice(secret.at[0], secret.at[1]));
}

function environmentEdits(
  folder: string,
  secret: FoundSecret,
  value: string,
  read: (file: string) => string | undefined,
): readonly Edit[] {
  const example = `${folder}.env.example`;
  const local = `${folder}.env`;
  const ignore = read(`${folder}.gitignore`) === undefined && folder !== "" ? ".gitignore" : `${folder}.gitignore`;
  const name = secret.fallback?.name ?? secret.variable;
  return [
    ...addVariable(example, read(example), name, ""),
    ...addIgnored(ignore, read(ignore), ".env"),
    ...(value.includes("\n") ? [] : addVariable(local, read(local), name, value)),
  ];
}

/** The folder of the nearest `package.json`, with its slash; the root is `""`. */
function packageFolder(file: string, model: ServiceModel): string {
  let folder = file.slice(0, file.lastIndexOf("/") + 1);
  while (folder !== "") {
    if (model.text(`${folder}package.json`) !== undefined) return folder;
    folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
  }
  return "";
}
