/**
 * What a module puts on a function of its own or on a package's value that it made: `const users = db.collection("users");
 * users.byMail = …`, `const User = model("User", schema); User.register = …`, `module.exports = log; module.exports.http = …`.
 */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { exportedValue, indexOf, moduleValue } from "../evaluate/values.ts";

/** Members by name, with the file that added them. */
export interface AddedMembers {
  readonly file: string;
  readonly members: ReadonlyMap<string, Expression>;
}

/** Notes what a module level binding adds to its value. */
export function noteAddedMembers(linker: Linker, file: string, binding: number, value: Term): void {
  if (value.kind !== "external" || value.arguments === undefined) return;
  const added = (indexOf(linker, file)?.places.get(binding) ?? []).filter(
    (place) =>
      place.owner === 0 && place.value.kind === "function" && !isKeptBefore(linker, file, binding, value, place.name),
  );
  if (added.length > 0)
    linker.addedMembers.set(value, { file, members: new Map(added.map((place) => [place.name, place.value])) });
  else if (linker.addedMembers.get(value)?.file === file) linker.addedMembers.delete(value);
}

/**
 * `const { isAuthenticated } = auth; auth.isAuthenticated = async (…) => isAuthenticated.call(auth, …)`: the package's own is
 * called in the end.
 */
function isKeptBefore(
  linker: Linker,
  file: string,
  binding: number,
  value: Term & { readonly kind: "external" },
  name: string,
): boolean {
  // Of a check that is known, what stands around it is left aside.
  if (!linker.adapters.guard(value.package, [...value.path, `${name}()`])) return false;
  const declared = indexOf(linker, file)?.declarations.values() ?? [];
  return [...declared].some(
    ({ pattern, value }) =>
      value?.kind === "name" &&
      value.binding === binding &&
      pattern.kind === "object" &&
      pattern.fields.some(({ key }) => key === name),
  );
}

/** Notes that a file exports more beside what it exports as a whole. */
export function noteExportedBeside(linker: Linker, file: string, whole: Term): void {
  if (!CARRIES.has(whole.kind) || (whole.kind === "external" && whole.arguments === undefined)) return;
  if (factsOf(linker, file)?.exports.some(({ name }) => name !== "export=" && name !== "*"))
    linker.exportedBeside.set(whole, file);
}

/** Values that are one thing, and can be given members. */
const CARRIES: ReadonlySet<Term["kind"]> = new Set(["function", "class", "external"]);

/** `require("./log").http`, where the module is a function that the file gives members. */
export function memberBeside(linker: Linker, of: Term, name: string): Term | undefined {
  const file = linker.exportedBeside.get(of);
  if (file === undefined) return undefined;
  linker.memo.touch(file);
  const isExported = factsOf(linker, file)?.exports.some((found) => found.name === name);
  return isExported ? exportedValue(linker, file, name) : undefined;
}

export function addedMember(linker: Linker, of: Term, name: string): Term | undefined {
  if (linker.addedMembers.size === 0) return undefined;
  const found = linker.addedMembers.get(of);
  const written = found?.members.get(name);
  if (!found || !written) return undefined;
  linker.memo.touch(found.file);
  return moduleValue(linker, found.file, written).term;
}
