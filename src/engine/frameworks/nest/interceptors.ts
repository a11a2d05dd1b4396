/** Interceptors of Nest as links of a chain: they run behind the guards, and may keep the handler from running. https://docs.nestjs.com/interceptors */
import type { Term } from "../../model/term.ts";
import type { ClassView, Handler, HandlerShape, MethodView, Program } from "../define-framework.ts";
import { allDecorators } from "./guards.ts";
import type { ModuleClosure } from "./modules.ts";
import { providedFor } from "./provided.ts";

/** Only `next.handle()` leads on: `return of(earlier)` answers instead of the handler. */
const INTERCEPTOR: HandlerShape = { parameters: ["context", { fields: { handle: "next" } }], returns: "nothing" };

/** `app.useGlobalInterceptors(…)` and `{ provide: APP_INTERCEPTOR, … }`. */
export function globalInterceptors(
  program: Program,
  closure: ModuleClosure,
  used: Term | undefined,
): readonly Handler[] {
  const provided = providedFor(program.terms, closure, "APP_INTERCEPTOR");
  return [...program.terms.items(used), ...provided].flatMap((one) => interceptorHandler(program, one));
}

/** Interceptors of the class, then those of the method. */
export function ownInterceptors(program: Program, view: ClassView, method: MethodView): readonly Handler[] {
  return [...allDecorators(program, view), ...method.decorators]
    .filter((decorator) => decorator.name === "UseInterceptors")
    .flatMap((decorator) =>
      program.terms
        .items(program.terms.array(decorator.arguments))
        .flatMap((one) => interceptorHandler(program, one))
        .map((handler) => ({ ...handler, place: decorator.place })),
    );
}

/** Those of the workspace: a package's shapes answers and takes files, and says nothing of who is calling. */
function interceptorHandler(program: Program, interceptor: Term): readonly Handler[] {
  const { terms } = program;
  // `mixin(OwnerInterceptor)`: the class that a function made, as it is.
  if (interceptor.kind === "external" && interceptor.path.at(-1) === "mixin()")
    return (interceptor.arguments ?? []).slice(0, 1).flatMap((inner) => interceptorHandler(program, inner));
  const view = program.classOf(interceptor);
  const intercept = view && terms.member(terms.instance(interceptor), "intercept");
  if (intercept?.kind !== "function") return [];
  const name = view?.facts.name ?? "interceptor";
  return [{ ...terms.handler(intercept, name), name, shape: INTERCEPTOR }];
}
