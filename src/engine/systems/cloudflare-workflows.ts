// https://developers.cloudflare.com/workflows/build/workers-api/#create
import { type CallView, defineSystem } from "./define-system.ts";
import { bindingName } from "./reading/binding-name.ts";

export default defineSystem({
  title: "Cloudflare Workflows",
  category: "queue",
  packages: ["cloudflare:workflow"],
  clients: ["*"],
  calls: {
    // An instance's id is taken once: a second one is refused.
    create: (call: CallView) => ({ access: "publish", ...bindingName(call), data: "$0.params", key: "$0.id" }),
    get: (call: CallView) => ({ access: "read", ...bindingName(call) }),
  },
});
