/** Calls of packages that refuse: guards, middleware that the code runs itself, handlers that a wrapper guards. */
import type { GuardKind } from "../../model/guard.ts";
import type { CallTerm, Term } from "../../model/term.ts";
import { createCallView, type ExternalTerm } from "../adapters/call-view.ts";
import { type Call, invoke } from "./call.ts";
import type { Activation, Linker } from "./linker.ts";

/** `passport.authenticate("jwt")(req, res, next)`: a package's middleware that the code runs itself. */
export function runMiddlewareInPlace(
  linker: Linker,
  activation: Activation,
  target: ExternalTerm,
  call: Call,
  callTerm: CallTerm,
): Term | undefined {
  const isRun = call.arguments.some(isRequest);
  const match = isRun ? linker.adapters.guard(target.package, target.path) : undefined;
  if (!match) return undefined;
  const { definition } = match;
  const guard =
    typeof definition === "function"
      ? definition(createCallView(linker, target, target.arguments ?? [], 0))
      : definition;
  if (guard?.how !== "middleware") return undefined;
  activation.steps.push({
    kind: "guard",
    guard: guard.kind,
    how: "throws",
    call: callTerm,
    result: target,
    place: call.place,
  });
  const next = call.arguments.find((argument) => argument.kind === "input" && argument.source === "next");
  if (next) return invoke(linker, activation, { ...call, object: undefined, target: next, arguments: [] });
  // A function of the code's own goes on, and is told what failed: `auth(req, res, (error) => …)`.
  const own = call.arguments.at(-1);
  if (own?.kind !== "function") return target;
  return invoke(linker, activation, { ...call, object: undefined, target: own, arguments: [linker.terms.unknown([])] });
}

/** The request or the context, also one of which more is known. */
function isRequest(given: Term): boolean {
  if (given.kind === "object") return given.fields.some(({ key, value }) => key === undefined && isRequest(value));
  return (
    given.kind === "input" && (given.source === "request" || given.source === "context") && given.path.length === 0
  );
}

export function callGuard(
  linker: Linker,
  activation: Activation,
  made: ExternalTerm,
  call: CallTerm,
  path: readonly string[],
): Term | undefined {
  const match = linker.adapters.guard(made.package, path);
  if (!match) return undefined;
  const { definition } = match;
  const guard =
    typeof definition === "function" ? definition(createCallView(linker, made, call.arguments, 0)) : definition;
  if (!guard) return undefined;
  if (guard.how === "wraps") {
    const handler = call.arguments[guard.handler ?? 0];
    return handler ? linker.terms.operation(`guarded ${guard.kind}`, [made, handler]) : made;
  }
  if (guard.how === "middleware") return made;
  const { kind, how, keyed } = guard;
  activation.steps.push({ kind: "guard", guard: kind, how, keyed, call, result: made, place: call.place });
  return made;
}

/** A handler that a package's wrapper guards. */
export function invokeGuarded(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "operation" },
  call: Call,
): Term {
  const [wrapper, handler] = target.parts;
  if (!wrapper || !handler) return linker.terms.unknown([]);
  const kind = target.operator.slice("guarded ".length) as GuardKind;
  const callTerm: CallTerm = { text: call.text, callee: wrapper, arguments: call.arguments, place: call.place };
  activation.steps.push({
    kind: "guard",
    guard: kind,
    how: "throws",
    call: callTerm,
    result: wrapper,
    place: call.place,
  });
  return invoke(linker, activation, { ...call, object: undefined, target: handler });
}
