// https://grpc.io/docs/languages/node/basics/ · https://grpc.github.io/grpc/node/grpc.Server.html
import type { Term } from "../model/term.ts";
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "gRPC",
  packages: ["@grpc/grpc-js", "grpc"],
  receivers: ["new Server()", "new default.Server()"],
  handler: {
    parameters: [{ of: "context", fields: { request: "arguments", metadata: "headers" } }, "next"],
    returns: "response",
  },
  calls: {
    "addService|addProtoService": (call, model) => {
      const service = serviceName(call.argument(0));
      for (const { name, value } of call.terms.fields(call.argument(1))) {
        const handler = call.terms.handler(value, name);
        model.entryPoint({ kind: "rpc", path: `${service}.${name}`, handlers: [handler], place: handler.place });
      }
    },
  },
});

/** `proto.shop.Orders.service` and the generated `OrdersService` are `Orders`. */
function serviceName(term: Term | undefined): string {
  const path =
    term?.kind === "external" || term?.kind === "global"
      ? term.path
      : term?.kind === "member"
        ? [term.of.kind === "member" ? term.of.name : "", term.name]
        : [];
  const names = path.filter((segment) => segment !== "service" && segment !== "" && !segment.endsWith(")"));
  return (names.at(-1) ?? "*").replace(/(?<=\w)Service$/, "");
}
