/** Guards and interceptors stand ahead of handlers in the same way: for the whole application, a class, a method. */
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Handler, MethodView, Program } from "../define-framework.ts";
import type { ModuleClosure } from "./modules.ts";
import { providedFor } from "./provided.ts";

type Linked<Link> = (program: Program, given: Term) => readonly Link[];

/** `app.useGlobalGuards(…)` and `{ provide: APP_GUARD, … }`. */
export function globalLinks<Link extends Handler>(
  program: Program,
  closure: ModuleClosure,
  used: Term | undefined,
  token: string,
  linked: Linked<Link>,
): readonly Link[] {
  const provided = providedFor(program.terms, closure, token);
  return [...program.terms.items(used), ...provided].flatMap((one) => linked(program, unmixed(one)));
}

/** `@UseGuards(…)` of the class, then those of the method. */
export function ownLinks<Link extends Handler>(
  program: Program,
  view: ClassView,
  method: MethodView,
  decoratedBy: string,
  linked: Linked<Link>,
): readonly Link[] {
  return [...allDecorators(program, view), ...method.decorators]
    .filter((decorator) => decorator.name === decoratedBy)
    .flatMap((decorator) =>
      program.terms
        .items(program.terms.array(decorator.arguments))
        .flatMap((one) => linked(program, unmixed(one)))
        .map((link) => ({ ...link, place: decorator.place })),
    );
}

/** `mixin(RoleGuard)`: the class that a function made, as it is. */
function unmixed(given: Term): Term {
  const [inner] = given.kind === "external" ? (given.arguments ?? []) : [];
  return given.kind === "external" && given.package === "@nestjs/common" && given.path.at(-1) === "mixin()" && inner
    ? unmixed(inner)
    : given;
}

const INHERITED: ReadonlySet<string> = new Set(["UseGuards", "UseInterceptors", "SetMetadata"]);

/** Decorators of the class and, where it has none of a name itself, of those it extends. */
export function allDecorators(program: Program, view: ClassView): readonly DecoratorView[] {
  const parent = view.parent && program.classOf(view.parent);
  const own = new Set(view.decorators.map((decorator) => decorator.name));
  const inherited = parent ? allDecorators(program, parent).filter((decorator) => !own.has(decorator.name)) : [];
  return [...inherited.filter((decorator) => INHERITED.has(decorator.name)), ...view.decorators];
}
