/** A new migration beside those that Knex runs, in their module system. https://knexjs.org/guide/migrations.html */
import { directoryOf } from "../../link/files/paths.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { nextStamp } from "./sql-migration.ts";

export interface KnexChange {
  /** Behind the time in the file's name. */
  readonly name: string;
  readonly comment?: string;
  /** Statements of each direction, in a function's body. */
  readonly up: string;
  readonly down: string;
}

/** The migrations of an application, in order. */
export function knexMigrations(model: ServiceModel, app: string): readonly string[] {
  const prefix = app === "" ? "" : `${app}/`;
  return [...model.paths]
    .filter((path) => path.startsWith(prefix) && /(?:^|\/)migrations\/\d{14}_[^/]+\.[cm]?[jt]s$/.test(path))
    .sort();
}

/** Undefined where the application has no migrations of Knex. */
export function addKnexMigration(model: ServiceModel, app: string, change: KnexChange): Edit | undefined {
  const newest = knexMigrations(model, app).at(-1);
  if (newest === undefined) return undefined;
  const folder = directoryOf(newest);
  const name = newest.slice(folder.length + 1);
  const ending = /\.\w+$/.exec(name)?.[0] ?? ".js";
  const es = /^\s*(?:import|export)\s/m.test(model.text(newest) ?? "");
  const type = /ts$/.test(ending) ? ': import("knex").Knex' : "";
  const direction = (what: "up" | "down") => {
    const head = es ? `export async function ${what}(knex${type}) {` : `exports.${what} = async (knex${type}) => {`;
    const body = change[what].replace(/^(?=.)/gm, "  ");
    return `${head}\n${body}\n${es ? "}" : "};"}\n`;
  };
  const heading = change.comment === undefined ? "" : `// ${change.comment}\n`;
  return {
    kind: "create",
    file: `${folder}/${nextStamp(name.slice(0, 14))}_${change.name}${ending}`,
    text: `${heading}${direction("up")}\n${direction("down")}`,
  };
}
