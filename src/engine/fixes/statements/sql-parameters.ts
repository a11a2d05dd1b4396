/** Values in the text of a statement become parameters: `'${email}'` is `$1` with `[email]`. */
import type { CallExpression, TemplateExpression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addOption, appendArgument } from "../code/call-arguments.ts";
import { quoted, styleOf } from "../code/file-style.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertion } from "../code/text-edits.ts";
import { callAt } from "../code/visit-facts.ts";

/** Undefined where a value stands for a name or a part of the statement, which no parameter can. */
export function sqlParameters(effect: Effect, model: ServiceModel): Fix | undefined {
  return plan(effect, model)
    ? {
        title: "Hand the values over as parameters",
        kind: "suggestion",
        edits: () => plan(effect, model) ?? [],
        checklist: [
          "Where the column is no text, see that the driver takes the value as it is sent, or convert it first.",
        ],
      }
    : undefined;
}

function plan({ call: term, via }: Effect, model: ServiceModel): readonly Edit[] | undefined {
  const source = sourceText(model, term.place.file);
  const call = source && callAt(source.facts, term.place.at);
  const [first] = call?.arguments ?? [];
  if (!source || !call || first?.kind !== "template" || first.tag) return undefined;
  const holes = valuesOf(source, first);
  if (!holes) return undefined;
  if (via === "prisma") return asTag(source, call, first, holes);
  const marker = MARKERS[via];
  if (!marker || first.texts.some((text) => /\?|\$\d/.test(text))) return undefined;
  const list = `[${holes.map((hole) => hole.code).join(", ")}]`;
  const given =
    via === "sequelize"
      ? addOption(source, call, 1, "replacements", list)
      : call.arguments.length === 1
        ? [appendArgument(source, call, list)]
        : undefined;
  return (
    given && [
      { kind: "replace", file: source.file, at: first.at, text: statement(source, first, holes, marker) },
      ...given,
    ]
  );
}

/** What stands for a parameter, by driver: its number from 1. */
const MARKERS: Readonly<Record<string, (index: number) => string>> = {
  // https://node-postgres.com/features/queries#parameterized-query
  pg: (index) => `$${index}`,
  neon: (index) => `$${index}`,
  pglite: (index) => `$${index}`,
  // https://sidorares.github.io/node-mysql2/docs#using-prepared-statements
  mysql2: () => "?",
  sequelize: () => "?",
  knex: () => "?",
};

interface Hole {
  /** The value, what stands around it in its quotes included. */
  readonly code: string;
  /** How much of the texts before and behind it belongs to it: its quotes and what is in them. */
  readonly before: number;
  readonly behind: number;
}

/** Every value of the template as a parameter; undefined where one is none. */
function valuesOf({ text }: SourceText, template: TemplateExpression): readonly Hole[] | undefined {
  const holes: Hole[] = [];
  for (const [index, value] of template.values.entries()) {
    const code = text.slice(...value.at);
    const [before = "", behind = ""] = [template.texts[index], template.texts[index + 1]];
    const open = /'([^']*)$/.exec(before);
    const close = /^([^']*)'/.exec(behind);
    const inQuotes = (before.match(/'/g)?.length ?? 0) % 2 === 1;
    if (inQuotes && open && close) {
      const around = `${open[1]}${close[1]}`;
      if (/[`\\$]/.test(around)) return undefined;
      holes.push({
        code: around === "" ? code : `\`${open[1]}\${${code}}${close[1]}\``,
        before: open[0].length,
        behind: close[0].length,
      });
    } else if (!inQuotes && /(?:[=<>]|\b(?:like|ilike|limit|offset|and|between))\s*$/i.test(before)) {
      holes.push({ code, before: 0, behind: 0 });
    } else return undefined;
  }
  return holes.length > 0 ? holes : undefined;
}

/** The text with markers for its values: a plain text where it is one line, else a template as before. */
function statement(
  source: SourceText,
  template: TemplateExpression,
  holes: readonly Hole[],
  marker: (index: number) => string,
): string {
  const text = template.texts
    .map((part, index) => part.slice(holes[index - 1]?.behind ?? 0, part.length - (holes[index]?.before ?? 0)))
    .reduce((all, part, index) => all + marker(index) + part);
  return text.includes("\n") ? `\`${text}\`` : quoted(styleOf(source), text);
}

/** `$queryRawUnsafe(text)` as `$queryRaw` with a tagged template: https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries */
function asTag(
  { file, text }: SourceText,
  call: CallExpression,
  template: TemplateExpression,
  holes: readonly Hole[],
): readonly Edit[] | undefined {
  const name = /\$(?:query|execute)RawUnsafe$/.exec(text.slice(...call.callee.at));
  if (!name || call.arguments.length !== 1) return undefined;
  const tagged = template.texts
    .map((part, index) => part.slice(holes[index - 1]?.behind ?? 0, part.length - (holes[index]?.before ?? 0)))
    .reduce((all, part, index) => `${all}\${${holes[index - 1]?.code}}${part}`);
  return [
    { kind: "replace", file, at: [call.callee.at[1] - "Unsafe".length, call.at[1]], text: "" },
    insertion(file, call.at[1], `\`${tagged}\``),
  ];
}
