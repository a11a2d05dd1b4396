/** Interceptors of Nest as links of a chain: they run behind the guards, and may keep the handler from running. https://docs.nestjs.com/interceptors */
import type { Term } from "../../model/term.ts";
import type { ClassView, Handler, HandlerShape, MethodView, Program } from "../define-framework.ts";
import { globalLinks, ownLinks } from "./links.ts";
import type { ModuleClosure } from "./modules.ts";

/** Only `next.handle()` leads on: `return of(earlier)` answers instead of the handler. */
const INTERCEPTOR: HandlerShape = {
  parameters: ["context", { fields: { handle: "next" } }],
  returns: "nothing",
  around: true,
};

/** `app.useGlobalInterceptors(…)` and `{ provide: APP_INTERCEPTOR, … }`. */
export function globalInterceptors(
  program: Program,
  closure: ModuleClosure,
  used: Term | undefined,
): readonly Handler[] {
  return globalLinks(program, closure, used, "APP_INTERCEPTOR", interceptorHandler);
}

export function ownInterceptors(program: Program, view: ClassView, method: MethodView): readonly Handler[] {
  return ownLinks(program, view, method, "UseInterceptors", interceptorHandler);
}

/** Those of the workspace: a package's shapes answers and takes files, and says nothing of who is calling. */
function interceptorHandler(program: Program, interceptor: Term): readonly Handler[] {
  const { terms } = program;
  const view = program.classOf(interceptor);
  const intercept = view && terms.member(terms.instance(interceptor), "intercept");
  if (intercept?.kind !== "function") return [];
  const name = view?.facts.name ?? "interceptor";
  return [{ ...terms.handler(intercept, name), name, shape: INTERCEPTOR }];
}
