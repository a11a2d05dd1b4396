/** A program is started with its arguments in a list, and no shell reads them: `exec` becomes `execFile`. */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { CallTerm } from "../../model/term.ts";
import { addImport } from "../code/add-import.ts";
import { quoted, styleOf } from "../code/file-style.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { tidyEdits } from "../code/text-edits.ts";
import { callAt } from "../code/visit-facts.ts";

/** Undefined where the command needs a shell (pipes, redirections, patterns), or its words cannot be told apart. */
export function programArguments(call: CallTerm, model: ServiceModel): Fix | undefined {
  return plan(call, model)
    ? {
        title: "Start the program without a shell",
        kind: "suggestion",
        edits: () => plan(call, model) ?? [],
        checklist: [
          "An argument that begins with a dash is still an option of the program: put `--` ahead of it where the program knows it.",
        ],
      }
    : undefined;
}

function plan(term: CallTerm, model: ServiceModel): readonly Edit[] | undefined {
  // Other packages with an `exec` have no such sister.
  if (term.callee.kind !== "external" || term.callee.package !== "node:child_process") return undefined;
  const source = sourceText(model, term.place.file);
  const call = source && callAt(source.facts, term.place.at);
  const [command] = call?.arguments ?? [];
  if (!source || !call || !command) return undefined;
  const words = wordsOf(source, command);
  const [program, ...given] = words ?? [];
  if (program?.kind !== "text") return undefined;
  const renamed = rename(source, call);
  if (!renamed) return undefined;
  const style = styleOf(source);
  const list = given.map((word) => (word.kind === "text" ? quoted(style, word.text) : word.text)).join(", ");
  return tidyEdits([
    ...renamed,
    { kind: "replace", file: source.file, at: command.at, text: `${quoted(style, program.text)}, [${list}]` },
  ]);
}

interface Word {
  readonly kind: "text" | "code";
  readonly text: string;
}

const HOLE = "\u0000";

/** Words of the command, each all text or all code. Undefined where a shell is needed to read them. */
function wordsOf(source: SourceText, command: Expression): readonly Word[] | undefined {
  const parts = partsOf(command);
  if (!parts) return undefined;
  const code: string[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === "string") return part;
      code.push(source.text.slice(...part.at));
      return HOLE;
    })
    .join("");
  if (/[|&;<>()$`\\*?[\]{}~#!\n]/.test(text)) return undefined;
  const words: Word[] = [];
  for (const [word] of text.trim().matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)) {
    const bare = word.replace(/^(["'])(.*)\1$/, "$2");
    if (bare === HOLE) words.push({ kind: "code", text: code.shift() ?? "" });
    else if (bare.includes(HOLE)) words.push({ kind: "code", text: templateOf(bare, code) });
    else words.push({ kind: "text", text: bare });
  }
  return code.length === 0 ? words : undefined;
}

function templateOf(word: string, code: string[]): string {
  return `\`${word.replaceAll(HOLE, () => `\${${code.shift() ?? ""}}`)}\``;
}

/** Texts and expressions of a template or of texts added up. */
function partsOf(command: Expression): readonly (string | Expression)[] | undefined {
  if (command.kind === "literal") return typeof command.value === "string" ? [command.value] : undefined;
  if (command.kind === "template" && !command.tag)
    return command.texts.flatMap((text, index) => {
      const value = command.values[index];
      return value ? [text, value] : [text];
    });
  if (command.kind !== "binary" || command.operator !== "+") return undefined;
  const left = partsOf(command.left);
  const right = partsOf(command.right) ?? [command.right];
  return left && [...left, ...right];
}

const INSTEAD: Readonly<Record<string, string>> = { exec: "execFile", execSync: "execFileSync" };

/** The callee as its sister without a shell; undefined where it is called by another name. */
function rename(source: SourceText, { callee }: CallExpression): readonly Edit[] | undefined {
  const { file, text } = source;
  const name = callee.kind === "name" || callee.kind === "member" ? callee.name : "";
  const instead = INSTEAD[name];
  if (!instead) return undefined;
  if (callee.kind === "member")
    return [{ kind: "replace", file, at: [callee.at[1] - name.length, callee.at[1]], text: instead }];
  const module = /["'](node:child_process|child_process)["']/.exec(text)?.[1];
  if (!module) return undefined;
  const added = addImport(source, { module, name: instead });
  return [...added.edits, { kind: "replace", file, at: callee.at, text: added.local }];
}
