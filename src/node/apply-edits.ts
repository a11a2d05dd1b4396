/**
 * Writes the edits of fixes to disk: all of them or none.
 *
 * The engine's edits are plain text replacements, also across files, so nothing here needs a syntax tree or ts-morph's
 * `Project`: every file is checked and written beside itself first, then all are renamed into place.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, normalize, relative, sep } from "node:path";
import type { Edit } from "../engine/index.ts";
import { decodeText, encodeText } from "./decode-text.ts";

/** Why edits were not applied, in one sentence for the user. Nothing was written. */
export class EditError extends Error {}

export interface ApplyOptions {
  /** The text that the edits of a file are meant for, where the caller knows it: a file that differs now is not touched. */
  readonly expected?: (path: string) => string | undefined;
}

/** Applies edits below `root` and returns the paths that were written. Throws {@link EditError}. */
export function applyEdits(root: string, edits: readonly Edit[], options: ApplyOptions = {}): string[] {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) {
    const list = files.get(edit.file);
    if (list) list.push(edit);
    else files.set(edit.file, [edit]);
  }
  const writes = [...files].map(([path, list]) => prepare(root, path, list, options));
  const temporaries: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { target, bytes, mode } of writes) {
      mkdirSync(dirname(target), { recursive: true });
      const from = `${target}.hardpath-${process.pid}`;
      temporaries.push({ from, to: target });
      writeFileSync(from, bytes, mode === undefined ? { flag: "wx" } : { flag: "wx", mode });
    }
  } catch (error) {
    for (const { from } of temporaries) removeQuietly(from);
    throw new EditError(`Cannot write: ${(error as Error).message}`);
  }
  for (const { from, to } of temporaries) renameSync(from, to);
  return [...files.keys()];
}

/**
 * A text with replacements made. Insertions at one place keep their order; throws {@link EditError} where two
 * replacements overlap.
 */
export function editedText(text: string, edits: readonly Extract<Edit, { kind: "replace" }>[], path: string): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => a.edit.at[0] - b.edit.at[0] || a.edit.at[1] - b.edit.at[1] || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    const [start, end] = edit.at;
    if (start < at || end < start || end > text.length) throw new EditError(`Two edits of ${path} overlap.`);
    result += text.slice(at, start) + edit.text;
    at = end;
  }
  return result + text.slice(at);
}

interface Write {
  readonly target: string;
  readonly bytes: Buffer;
  readonly mode: number | undefined;
}

function prepare(root: string, path: string, edits: readonly Edit[], options: ApplyOptions): Write {
  const target = insideRoot(root, path);
  const created = edits.filter((edit) => edit.kind === "create");
  const replaced = edits.filter((edit) => edit.kind === "replace");
  if (created.length > 0) {
    if (existsSync(target)) throw new EditError(`${path} exists already.`);
    const text = created[0]!.text;
    if (created.some((edit) => edit.text !== text))
      throw new EditError(`Two fixes create ${path} with different content.`);
    if (replaced.length > 0) throw new EditError(`Two edits of ${path} overlap.`);
    return { target, bytes: Buffer.from(text, "utf8"), mode: undefined };
  }
  let before: Buffer;
  let mode: number;
  try {
    before = readFileSync(target);
    mode = lstatSync(target).mode & 0o777;
  } catch (error) {
    throw new EditError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
  const text = decodeText(before);
  const expected = options.expected?.(path);
  if (expected !== undefined && expected !== text) throw new EditError(`${path} has changed since it was read.`);
  return { target, bytes: encodeText(editedText(text, replaced, path), before), mode };
}

/** The real place of a path, which must be below the root: links included, nothing outside is ever written. */
function insideRoot(root: string, path: string): string {
  const clean = normalize(path);
  if (isAbsolute(clean) || clean === ".." || clean.startsWith(`..${sep}`))
    throw new EditError(`${path} is outside the workspace.`);
  const full = join(root, clean);
  let existing = full;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const real = realpathSync(existing);
  const inside = relative(realpathSync(root), real);
  if (isAbsolute(inside) || inside === ".." || inside.startsWith(`..${sep}`)) {
    throw new EditError(`${path} is a link to a file outside the workspace.`);
  }
  return join(real, relative(existing, full));
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}
