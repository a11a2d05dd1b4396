/**
 * A new SQL migration beside those a project has, under the name its tool expects.
 *
 * The engine has no clock: a name that is a time is one second after the newest one there is.
 */
import { directoryOf } from "../../link/files/paths.ts";
import type { Edit } from "../../model/finding.ts";

export interface Migration {
  readonly edit: Edit;
  /** What a person must still do, as a sentence. */
  readonly step: string;
}

/** Undefined where the project has SQL migrations that only its tool can write (Drizzle's journal). */
export function addMigration(paths: Iterable<string>, name: string, sql: string): Migration | undefined {
  const files = [...paths].filter((path) => path.endsWith(".sql") && !/(?:^|\/)node_modules\//.test(path));
  const all = new Set(paths);

  const prisma = files.filter((path) => /(?:^|\/)migrations\/\d{14}_[^/]+\/migration\.sql$/.test(path)).sort();
  if (prisma.length > 0) {
    const folder = directoryOf(directoryOf(prisma.at(-1)!));
    const newest = largest(prisma.map((path) => path.slice(folder.length + 1)));
    const file = `${folder}/${nextStamp(newest)}_${name}/migration.sql`;
    return {
      edit: { kind: "create", file, text: sql },
      step: "Run `npx prisma migrate dev` (`migrate deploy` in production).",
    };
  }

  const numbered = files
    .filter((path) => /(?:^|\/)V?\d+[_.-][^/]*\.sql$/.test(path) && !/down\.sql$/.test(path))
    .sort();
  const newest = numbered.at(-1);
  if (newest !== undefined) {
    const folder = directoryOf(newest);
    if ([...all].some((path) => path.startsWith(`${folder}/meta/_journal`))) return undefined;
    const here = numbered
      .filter((path) => directoryOf(path) === folder)
      .map((path) => path.slice(folder === "" ? 0 : folder.length + 1));
    const parts = /^(V?)(\d+)([_.-]+)(?:.*?)(\.up)?\.sql$/.exec(here.at(-1)!)!;
    const number = largest(here.map((file) => file.replace(/^V/, "")));
    const next = number.length >= 14 ? nextStamp(number) : String(Number(number) + 1).padStart(number.length, "0");
    const separator =
      /-/.test(here.at(-1)!.slice(parts[1]!.length + number.length + 1)) && !/_/.test(here.at(-1)!) ? "-" : "_";
    const file = `${folder === "" ? "" : `${folder}/`}${parts[1]}${next}${parts[3]}${name.replace(/_/g, separator)}${parts[4] ?? ""}.sql`;
    return {
      edit: { kind: "create", file, text: sql },
      step: `Run the new migration \`${file}\` before this code is deployed.`,
    };
  }

  const file = `migrations/001_${name}.sql`;
  return {
    edit: { kind: "create", file, text: sql },
    step: `Run \`${file}\` on the database before this code is deployed.`,
  };
}

function largest(names: readonly string[]): string {
  return names.map((name) => /^\d+/.exec(name)?.[0] ?? "0").reduce((a, b) => (Number(b) > Number(a) ? b : a));
}

/** One second later: `20240131235959` → `20240201000000`. */
export function nextStamp(stamp: string): string {
  const part = (from: number, to: number) => Number(stamp.slice(from, to));
  let [year, month, day, hour, minute, second] = [
    part(0, 4),
    part(4, 6),
    part(6, 8),
    part(8, 10),
    part(10, 12),
    part(12, 14) + 1,
  ];
  if (second > 59) [second, minute] = [0, minute + 1];
  if (minute > 59) [minute, hour] = [0, hour + 1];
  if (hour > 23) [hour, day] = [0, day + 1];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > (days[month - 1] ?? 31)) [day, month] = [1, month + 1];
  if (month > 12) [month, year] = [1, year + 1];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}`;
}
