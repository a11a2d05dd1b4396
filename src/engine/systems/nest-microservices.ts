// https://docs.nestjs.com/microservices/basics#client-producer-class · https://docs.nestjs.com/microservices/grpc#client
import { type CallView, defineSystem } from "./define-system.ts";
import { nameText } from "./reading/name-text.ts";
import { field, keysOf } from "./reading/terms.ts";

const CLIENTS = [
  "ClientProxy",
  "ClientKafka",
  "ClientKafkaProxy",
  "ClientRMQ",
  "ClientRedis",
  "ClientNats",
  "ClientMqtt",
  "ClientTCP",
];

export default defineSystem({
  title: "NestJS microservices",
  category: "queue",
  packages: ["@nestjs/microservices"],
  clients: [...CLIENTS, "ClientGrpc", "ClientGrpcProxy"]
    .map((name) => `new ${name}()`)
    .concat("ClientProxyFactory.create()"),
  traits: { asksService: true },
  decorators: { Client: "new ClientProxy()" },
  calls: {
    emit: (call) => ({ access: "publish", ...pattern(call), data: "$1" }),
    // Asks and waits for the answer; what the other side does is its own handler's.
    send: (call) => ({ access: "call", ...pattern(call), data: "$1" }),
    // What the methods do is up to the other service's contract.
    "getService().*": { access: "call", category: "externalApi", target: "$getService().0", data: "$0" },
  },
});

/** `"order.created"`, `{ cmd: "create" }`. */
function pattern(call: CallView): { readonly target?: string } {
  const [given] = call.arguments;
  const name = nameText(given?.kind === "object" ? field(given, keysOf(given)[0] ?? "") : given);
  return name ? { target: `=${name}` } : {};
}
