// https://sailsjs.com/documentation/concepts/actions-and-controllers#?actions-2
/** An action in a file of its own, with declared inputs and exits: what its `fn` is given, and what its exits answer with. */
import type { Term } from "../../model/term.ts";
import type { HandlerShape, ParameterShape, TermView } from "../define-framework.ts";

/** https://sailsjs.com/documentation/reference/response-res: what these methods of the response answer with. */
export const STATUS_OF_RESPONSE: Readonly<Record<string, number>> = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  serverError: 500,
};

/** What answers in a way that only the application knows. */
const SOMEHOW = "negotiate";

/** `path` is the address of the route: inputs that stand in it are its parameters. */
export function actionShape(terms: TermView, action: Term, path: string): HandlerShape {
  const declared = terms.fields(terms.member(action, "exits"));
  const exits = declared.filter(({ name }) => name !== "success");
  const ends: Record<string, ParameterShape> = { error: "response.serverError" };
  for (const { name, value } of exits) ends[name] = `response.${responseOf(terms, value)}`;
  return {
    parameters: [inputsOf(path), { fields: { ...ends, success: "response.ok" } }],
    returns: "response",
    self: { fields: { req: "request", res: "response" } },
    exits: new Map(exits.map(({ name, value }) => [name, statusOf(terms, value)])),
  };
}

function inputsOf(path: string): ParameterShape {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  return { of: "body", fields: Object.fromEntries(names.map((name) => [name, `params.${name}` as const])) };
}

function responseOf(terms: TermView, exit: Term): string {
  const named = terms.text(terms.member(exit, "responseType"));
  if (named !== undefined) return named === "redirect" || Object.hasOwn(STATUS_OF_RESPONSE, named) ? named : SOMEHOW;
  const status = statusOf(terms, exit);
  return Object.entries(STATUS_OF_RESPONSE).find(([, one]) => one === status)?.[0] ?? SOMEHOW;
}

function statusOf(terms: TermView, exit: Term): number | undefined {
  const status = terms.member(exit, "statusCode");
  if (status?.kind === "literal" && typeof status.value === "number") return status.value;
  return STATUS_OF_RESPONSE[terms.text(terms.member(exit, "responseType")) ?? ""];
}
