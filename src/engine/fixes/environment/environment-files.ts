/** `.env`, `.env.example` and `.gitignore`: one variable, one line. */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { insertion } from "../code/text-edits.ts";

/**
 * Adds a variable to a `.env` file, or makes the file. Nothing where the variable is there, whatever its value.
 * @param text the file's text; undefined where there is no file.
 */
export function addVariable(file: string, text: string | undefined, name: string, value: string): readonly Edit[] {
  const line = `${name}=${environmentValue(value)}`;
  if (text === undefined) return [{ kind: "create", file, text: `${line}\n` }];
  if (new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=`, "m").test(text)) return [];
  return [appendLine(file, text, line)];
}

/** Keeps a path out of git, unless a line of the file says so already. Makes the file where there is none. */
export function addIgnored(file: string, text: string | undefined, path: string): readonly Edit[] {
  if (text === undefined) return [{ kind: "create", file, text: `${path}\n` }];
  let ignored = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const negated = line.startsWith("!");
    if (covers(negated ? line.slice(1) : line, path)) ignored = !negated;
  }
  return ignored ? [] : [appendLine(file, text, path)];
}

/** True where a `.gitignore` beside or above the file names it. */
export function isIgnored(file: string, model: Pick<ServiceModel, "text">): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  for (
    let folder = file.slice(0, file.length - name.length);
    ;
    folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1)
  ) {
    const text = model.text(`${folder}.gitignore`);
    if (text !== undefined && addIgnored(folder, text, name).length === 0) return true;
    if (folder === "") return false;
  }
}

function appendLine(file: string, text: string, line: string): Edit {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text === "" || text.endsWith("\n") ? "" : newline;
  return insertion(file, text.length, `${before}${line}${newline}`);
}

/** Quotes where a reader of `.env` files would stop early or change something. https://github.com/motdotla/dotenv#readme */
function environmentValue(value: string): string {
  if (/^[\w./:@%+,=?&~-]*$/.test(value)) return value;
  if (!value.includes("'") && !value.includes("\n")) return `'${value}'`;
  return `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}

/** As far as patterns go that people write for this: a name, with a slash ahead, with `*`. */
function covers(pattern: string, path: string): boolean {
  const bare = pattern.replace(/^\/|^\*\*\//, "");
  const expression = bare
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  return new RegExp(`^${expression}$`).test(path);
}

/** Reads `.env` by itself, or is the usual way to read it. */
const LOADS =
  /"(?:dotenv|dotenv-\w+|env-cmd|next|nuxt|vite|astro|@nestjs\/config|@adonisjs\/core|@sveltejs\/kit|@remix-run\/\w+|@react-router\/dev|wrangler|bun-types|@types\/bun|expo|@t3-oss\/[\w-]+)"|--env-file|\bbun\b/;

/** What a person must do so that the values of `.env` are there; nothing where the project reads it. */
export function loadingSteps(folder: string, model: Pick<ServiceModel, "text">): readonly string[] {
  const packages = [`${folder}package.json`, "package.json"].map((path) => model.text(path) ?? "");
  if (packages.every((text) => text === "") || packages.some((text) => LOADS.test(text))) return [];
  return [
    "Nothing in `package.json` reads `.env`: start the service with `node --env-file=.env`, or set the variable in another way.",
  ];
}
