/**
 * Guards of nest-keycloak-connect, which stand ahead of everything and ask what decorators say: where there is no
 * `@Roles(…)`, the guard for roles lets everybody through. Guards of the service's own that call theirs are read by
 * `systems/nest-keycloak-connect.ts`.
 * https://github.com/ferrerojosh/nest-keycloak-connect#decorators
 */
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Handler, MethodView, Program } from "../define-framework.ts";

export const KEYCLOAK = "nest-keycloak-connect";

/** `const [request, response] = extractRequest(context)` */
export const KEYCLOAK_VALUES = { extractRequest: "request" } as const;

/** What the guard asks of this method, if anything; `guard` is the package's class, or a class of the workspace that extends it. */
export function askedByKeycloak(
  program: Program,
  guard: Handler & { readonly base?: Term | undefined },
  view: ClassView,
  method: MethodView,
): readonly Handler[] {
  const base = guard.base ?? guard.term;
  if (base.kind !== "external" || base.package !== KEYCLOAK) return [guard];
  const decorators = decoratorsOf(view, method);
  switch (base.path.at(-1)) {
    case "AuthGuard":
      if (isOpened(view, method)) return [];
      return guard.term === base ? [{ ...guard, guard: "authentication" }] : [guard];
    case "RoleGuard":
      return asking(program, guard, decorators, /^(?:Realm)?Roles$/);
    case "ResourceGuard":
      return asking(program, guard, decorators, /^(?:Conditional)?Scopes$/);
    default:
      return [guard];
  }
}

/** `@Public()`, `@Unprotected()` */
export function isOpened(view: ClassView, method: MethodView): boolean {
  return decoratorsOf(view, method).some(({ name }) => name === "Public" || name === "Unprotected");
}

function decoratorsOf(view: ClassView, method: MethodView): readonly DecoratorView[] {
  return [...view.decorators, ...method.decorators].filter((one) => one.package === KEYCLOAK);
}

/** The one of the method stands for that of its class. */
function asking(
  program: Program,
  guard: Handler,
  decorators: readonly DecoratorView[],
  names: RegExp,
): readonly Handler[] {
  const said = decorators.findLast((one) => names.test(one.name));
  if (!said) return [];
  const [first] = said.arguments;
  const ranks = (first && program.terms.member(first, "roles")) ?? program.terms.array(said.arguments);
  return [{ ...guard, guard: "role", term: ranks, place: said.place }];
}
