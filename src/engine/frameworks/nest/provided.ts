/** What modules provide for a token of Nest itself: `{ provide: APP_GUARD, useClass: LoginGuard }`. https://docs.nestjs.com/fundamentals/custom-providers */
import type { Term } from "../../model/term.ts";
import type { TermView } from "../define-framework.ts";
import type { ModuleClosure } from "./modules.ts";

export function providedFor(terms: TermView, closure: ModuleClosure, name: string): readonly Term[] {
  return closure.provisions.flatMap((provision): readonly Term[] => {
    const token = terms.member(provision, "provide");
    if (token?.kind !== "external" || token.path.at(-1) !== name) return [];
    const factory = terms.member(provision, "useFactory");
    const given =
      terms.member(provision, "useClass") ??
      terms.member(provision, "useExisting") ??
      terms.member(provision, "useValue") ??
      (factory && terms.result(factory, []));
    return given ? [given] : [];
  });
}
