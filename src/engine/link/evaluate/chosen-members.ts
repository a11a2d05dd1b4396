/** Members of values that are one of several things. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { alternatives, isSomething, memberOf } from "./members.ts";
import { memberOfTable } from "./tables.ts";

export function choiceMember(linker: Linker, of: Term & { readonly kind: "choice" }, name: string): Term {
  const taken = memberOfTable(linker, of, name);
  if (taken) return taken;
  const options = of.options.filter(isSomething);
  return chosenMember(
    linker,
    of,
    options.map((option) => memberOf(linker, option, name)),
    name,
  );
}

export function operationMember(linker: Linker, of: Term & { readonly kind: "operation" }, name: string): Term {
  const { terms } = linker;
  const [test, yes, no] = of.parts;
  if (of.operator === "?:" && test && yes && no) {
    const taken = memberOfTable(linker, of, name);
    if (taken) return taken;
    if (!isSomething(yes)) return memberOf(linker, no, name);
    if (!isSomething(no)) return memberOf(linker, yes, name);
    return terms.operation("?:", [test, memberOf(linker, yes, name), memberOf(linker, no, name)]);
  }
  const options = alternatives(of).filter(isSomething);
  if (options.length > 0 && options[0] !== of)
    return chosenMember(
      linker,
      of,
      options.map((option) => memberOf(linker, option, name)),
      name,
    );
  return terms.member(of, name);
}

/** `session?.user` of a session that may be missing: an object that is written out is there only where the session is. */
export function memberIfThere(linker: Linker, of: Term, name: string): Term {
  const member = memberOf(linker, of, name);
  return member.kind === "object" ? whereThere(linker, of, name) : member;
}

function whereThere(linker: Linker, of: Term, name: string): Term {
  const { terms } = linker;
  const inner = (one: Term): Term => (isSomething(one) ? whereThere(linker, one, name) : terms.undefined);
  if (of.kind === "choice") return terms.choice(of.options.map(inner));
  const [test, yes, no] = of.kind === "operation" && of.operator === "?:" ? of.parts : [];
  return test && yes && no ? terms.operation("?:", [test, inner(yes), inner(no)]) : memberOf(linker, of, name);
}

/**
 * `context.isAuthenticated` where it is `true` beside the account and `false` without one: which of them it is depends on
 * what else was found, and a mere yes or no would not tell.
 */
function chosenMember(linker: Linker, of: Term, values: readonly Term[], name: string): Term {
  const { terms } = linker;
  const isFlag =
    values.length > 1 && values.every((value) => value.kind === "literal" && typeof value.value === "boolean");
  return isFlag && new Set(values).size > 1 ? terms.member(of, name) : terms.choice(values);
}
