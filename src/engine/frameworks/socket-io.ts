// https://socket.io/docs/v4/server-socket-instance/ · https://socket.io/docs/v4/middlewares/ · https://socket.io/docs/v4/namespaces/
import { defineFramework } from "./define-framework.ts";

const SOCKET_MIDDLEWARE = { parameters: ["request", "next"], returns: "nothing" } as const;
const CONNECTION = { parameters: ["request"], returns: "connects" } as const;
/** Events that the library itself sends. */
const OWN = new Set(["connection", "connect", "disconnect", "disconnecting", "error", "new_namespace"]);

export default defineFramework({
  title: "Socket.IO",
  packages: ["socket.io"],
  // The client is made in a file of its own.
  composes: /\.on\s*\(\s*["']connection["']/,
  receivers: ["new Server().of()", "new default().of()", "new Server()", "new default()", "new Socket()", "default()"],
  handler: { parameters: ["message", "message", "context"], returns: "nothing" },
  members: {
    "request.handshake": "headers",
    // Whoever connects writes it as they like.
    "headers.query": "query",
    "request.request": "headers",
    "request.data": "identity",
    "request.user": "identity",
  },
  calls: {
    "on|once|addListener": (call, model) => {
      const event = call.text(0);
      const handler = call.argument(1);
      if (event === undefined || !handler) return;
      const isSocket = call.receiver.kind === "external" && call.receiver.path.at(-1) === "new Socket()";
      if (!isSocket) {
        if (event !== "connection" && event !== "connect") return;
        const socket = call.terms.external("socket.io", ["new Socket()"], call.result, call.place);
        model.mount({ path: "", router: socket });
        const connecting = { ...call.terms.handler(handler, "connection"), shape: CONNECTION };
        model.on(socket).middleware({ handlers: [connecting], everywhere: true });
        const { terms } = call;
        // What the login left on it, and what the client sent along, as the events on it see them.
        const known = { data: "identity", user: "identity", handshake: "headers" } as const;
        const inputs = Object.entries(known).map(([name, source]) => [name, terms.input(source, {})] as const);
        model.on(socket).run(handler, [{ term: terms.extended(socket, Object.fromEntries(inputs)) }]);
        return;
      }
      if (OWN.has(event)) return;
      model.entryPoint({ kind: "socket", path: event, handlers: [call.terms.handler(handler, event)] });
    },
    use: (call, model) => {
      const handlers = call.functions(0).map((handler) => ({ ...handler, shape: SOCKET_MIDDLEWARE }));
      model.middleware({ handlers, everywhere: true });
    },
  },
});
