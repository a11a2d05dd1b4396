/** Where a relation leads that the class of a row declares: `static relationMappings = { lines: { modelClass: Line } }`. */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { memberOf } from "../evaluate/members.ts";
import { filesContaining } from "../files/files-containing.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { classOfRows } from "./row-methods.ts";

type ClassTerm = Term & { readonly kind: "class" };

/** `of` is a row, or the class itself: `Order.relatedQuery("lines")`. Of the caller, nothing says which class it is a row of. */
export function relatedClass(linker: Linker, packageName: string, of: Term, relation: string): ClassTerm | undefined {
  const told = linker.adapters.related(packageName);
  if (!told) return undefined;
  const from = of.kind === "class" ? of : classOfRows(linker, of);
  return from ? led(linker, from, relation, told) : onlyOneLed(linker, relation, told);
}

interface Told {
  readonly by: string;
  readonly class: string;
}

function led(linker: Linker, from: ClassTerm, relation: string, told: Told): ClassTerm | undefined {
  const declared = memberOf(linker, from, told.by);
  const relations = declared.kind === "function" ? callFunction(linker, declared, []).result : declared;
  const found = memberOf(linker, memberOf(linker, relations, relation), told.class);
  return found.kind === "class" ? found : undefined;
}

/** The class that every relation of this name leads to, whichever class declares it. */
function onlyOneLed(linker: Linker, relation: string, told: Told): ClassTerm | undefined {
  const find = (): ClassTerm | undefined => {
    const found = new Set(
      filesContaining(linker, told.by).flatMap((file) =>
        (factsOf(linker, file)?.classes ?? []).flatMap((one, index) => {
          if (one.owner !== 0 || !one.members.some(({ name }) => name === told.by)) return [];
          const term = linker.terms.class(file, index, NOTHING_CAPTURED);
          return (term.kind === "class" && led(linker, term, relation, told)) || [];
        }),
      ),
    );
    const [only] = found;
    return found.size === 1 ? only : undefined;
  };
  return linker.memo.get(`relation ${told.by} ${relation}`, find, () => undefined);
}
