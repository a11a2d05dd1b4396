// https://developers.cloudflare.com/email-routing/email-workers/send-email-workers/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Cloudflare Email",
  category: "email",
  packages: ["cloudflare:email"],
  clients: ["*"],
  calls: { send: { access: "call", operation: "send", target: "$0.to", data: "$0" } },
});
