/** Checks that tell apart by what callers signed in, a session or a key: whoever has a session is asked nothing by them. */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { conjuncts } from "../terms/conjuncts.ts";
import { literalsOf } from "./test-parts.ts";

/** Nobody with a session is stopped: `if (auth.type === "apiKey" && !auth.scopes.includes("orders")) throw …`. */
export function stopsKeysAlone({ test, stopsWhen }: CheckEvent): boolean {
  return conjuncts(test, stopsWhen).some(
    ({ term, holds }) => namesKind(term, holds, KEY) || namesKind(term, !holds, SESSION),
  );
}

function namesKind(term: Term, equal: boolean, kind: RegExp): boolean {
  if (term.kind !== "operation" || term.operator !== (equal ? "===" : "!==")) return false;
  const [literal, ...others] = literalsOf(term);
  return literal !== undefined && others.length === 0 && kind.test(literal);
}

const KEY = /^(?:api|access|personal)[_-]?(?:access[_-]?)?(?:keys?|tokens?)$|^pat$/i;
const SESSION = /^(?:sessions?|cookies?)(?:[_-]?(?:auth|token))?$/i;
