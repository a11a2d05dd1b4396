// https://github.com/websockets/ws/blob/master/doc/ws.md
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "ws",
  packages: ["ws"],
  receivers: ["new WebSocketServer()", "new Server()", "new default.Server()", "new WebSocket()"],
  handler: { parameters: ["message"], returns: "nothing" },
  calls: {
    "on|addListener|addEventListener": (call, model) => {
      const event = call.text(0);
      const handler = call.argument(1);
      if (!handler) return;
      const isSocket = call.receiver.kind === "external" && call.receiver.path.at(-1) === "new WebSocket()";
      if (!isSocket && event === "connection") {
        const socket = call.terms.external("ws", ["new WebSocket()"], call.result, call.place);
        model.mount({ path: "", router: socket });
        model.on(socket).run(handler, [{ term: socket }, "request"]);
      }
      // A client made by this service registers too; only what a server accepted is an entry point.
      const accepted = call.receiver.kind === "external" && call.receiver.base !== undefined;
      if (isSocket && accepted && event === "message")
        model.entryPoint({ kind: "socket", path: "message", handlers: [call.terms.handler(handler)] });
    },
  },
});
