/** What buses run for commands, queries and events, found by their classes. https://docs.nestjs.com/recipes/cqrs */
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Dispatched, DispatchingCall, Program } from "../define-framework.ts";
import { moduleClosure } from "./modules.ts";

/** Answers for `commandBus.execute(new CreateOrder(…))`. Events are told later, to handlers that are entry points. */
export function dispatchFrom(program: Program): (call: DispatchingCall) => Dispatched | undefined {
  const handlers = { Command: new Map<Term, ClassView>(), Query: new Map<Term, ClassView>() };
  for (const view of handlerClasses(program)) {
    const decorator = handlerDecorator(program, view, ["CommandHandler", "QueryHandler"]);
    const known = decorator?.name === "CommandHandler" ? handlers.Command : handlers.Query;
    for (const message of decorator?.arguments ?? []) known.set(message, view);
  }
  return ({ path, arguments: [message] }) => {
    const kind = BUS.exec(path)?.[1];
    if (kind !== "Command" && kind !== "Query") return undefined;
    const view = message?.kind === "instance" ? handlers[kind].get(message.class) : undefined;
    const run = view && program.terms.member(program.terms.instance(view.term), "execute");
    return run && { run };
  };
}

const BUS = /^new I?(Command|Query)Bus\(\)\.execute$/;

/** The decorator that names what a class handles: its own, or that of a class made for it, `class Pay extends handlerOf(PayCommand)`. */
export function handlerDecorator(
  program: Program,
  view: ClassView,
  names: readonly string[],
): DecoratorView | undefined {
  const own = view.decorators.find(({ name }) => names.includes(name));
  const above = own || !view.parent ? undefined : program.classOf(view.parent);
  return own ?? (above && handlerDecorator(program, above, names));
}

/** Classes with decorators, and those without that a module lists. */
function handlerClasses(program: Program): ReadonlySet<ClassView> {
  const modules = program.classes.filter((view) => view.decorators.some(({ name }) => name === "Module"));
  const { providers } = moduleClosure(
    program,
    modules.map((view) => view.term),
  );
  return new Set([...program.classes, ...providers.flatMap((term) => program.classOf(term) ?? [])]);
}
