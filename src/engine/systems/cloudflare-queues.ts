// https://developers.cloudflare.com/queues/configuration/javascript-apis/#producer
// Messages have no ids of their own choice: a message that is sent again is another one.
import { type CallView, defineSystem } from "./define-system.ts";
import { bindingName } from "./reading/binding-name.ts";

export default defineSystem({
  title: "Cloudflare Queues",
  category: "queue",
  packages: ["cloudflare:queue"],
  clients: ["*"],
  calls: { "send|sendBatch": (call: CallView) => ({ access: "publish", ...bindingName(call), data: "$0" }) },
});
