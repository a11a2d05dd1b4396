/** Transactions of TypeORM: an entity manager of their own. */
import type { Effect } from "../../model/effect.ts";
import type { Edit } from "../../model/finding.ts";
import { freeLocalName } from "../code/add-import.ts";
import type { SourceText } from "../code/source-text.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { deep, holds, inStatements } from "../code/visit-facts.ts";
import type { Joined, Statements } from "./in-one-transaction.ts";

/**
 * `dataSource.getRepository(Order)` → `manager.getRepository(Order)`, `this.orders` → `manager.withRepository(this.orders)`,
 * inside `transaction(…)`. https://typeorm.io/docs/advanced-topics/transactions/
 */
export function typeormTransaction(
  source: SourceText,
  owner: number,
  writes: readonly Effect[],
  range: Statements,
  around: (open: string) => readonly Edit[],
): Joined | undefined {
  const inner = freeLocalName(source, owner, "manager");
  const edits: Edit[] = [];
  let opener: string | undefined;
  const seen = new Set<number>();
  for (const call of deep([...inStatements(range)])) {
    if (call.kind !== "call" || call.callee.kind !== "member" || seen.has(call.at[0])) continue;
    const { object, name } = call.callee;
    const written = source.text.slice(...object.at);
    const isSource = name === "getRepository" || /(?:^|\.)\w*manager$/i.test(written);
    const isRepository =
      !isSource &&
      /^(?:save|insert|update|delete|remove|upsert|increment|decrement|find\w*|count\w*|exists?|softDelete|restore)$/.test(
        name,
      ) &&
      /(?:^|\.)\w*(?:repo|repository)$/i.test(written);
    if (!isSource && !isRepository) continue;
    seen.add(call.at[0]);
    opener ??= isSource ? written : `${written}.manager`;
    const text = isSource ? inner : `${inner}.withRepository(${written})`;
    edits.push({ kind: "replace", file: source.file, at: object.at, text });
  }
  // A repository under another name would write past the transaction.
  const covers = ({ call }: Effect) => edits.some((edit) => edit.kind === "replace" && holds(call.place.at, edit.at));
  if (opener === undefined || !writes.every(covers)) return undefined;
  const open = `await ${opener}.transaction(async (${inner}) => {`;
  const joined = composeEdits(around(open), edits);
  return joined && { edits: tidyEdits(joined), inner, steps: [] };
}
