// https://ladjs.github.io/superagent/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, named } from "./reading/chain.ts";
import { httpCall } from "./reading/http-call.ts";

const METHODS = ["get", "head", "post", "put", "patch", "delete", "del"];

export default defineSystem({
  title: "superagent",
  category: "externalApi",
  packages: ["superagent"],
  clients: ["default", "", "agent()"],
  builders: METHODS,
  calls: { "**": chain },
});

/** `superagent.post(url).set("Idempotency-Key", key).send(body)`. */
function chain(call: CallView): CallDefinition | undefined {
  const steps = chainOf(call);
  const [request] = named(steps, ...METHODS);
  if (!request) return undefined;
  const headers = named(steps, "set", "auth").map(({ arguments: [name, value] }) => ({
    ...(name?.kind === "literal" && { key: String(name.value) }),
    value: value ?? name ?? call.terms.unknown([]),
  }));
  return httpCall({
    url: request.arguments[0],
    method: request.name === "del" ? "DELETE" : request.name.toUpperCase(),
    headers: call.terms.object(headers),
    data: named(steps, "send")[0]?.arguments[0],
  });
}
