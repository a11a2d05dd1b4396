// https://docs.lemonsqueezy.com/api · https://github.com/lmsqueezy/lemonsqueezy.js
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Lemon Squeezy",
  category: "payment",
  packages: ["@lemonsqueezy/lemonsqueezy.js", "lemonsqueezy.ts"],
  clients: ["", "new LemonSqueezy()"],
  calls: { "*": request },
});

function request(call: CallView): CallDefinition | undefined {
  const method = call.path.at(-1) ?? "";
  if (/^(?:get|list)/.test(method)) return { access: "read" };
  if (/^issue/.test(method)) return { access: "write", operation: "charge", where: "$0" };
  if (method === "createUsageRecord") return { access: "write", operation: "increment", data: "$0" };
  if (method === "createCheckout") return { access: "call", target: "=checkouts" };
  if (/^create/.test(method))
    return {
      access: "write",
      operation: "insert",
      target: `=${method.slice("create".length).toLowerCase()}s`,
      data: "$0",
    };
  if (/^update/.test(method)) return { access: "write", operation: "set", where: "$0" };
  if (/^(?:cancel|delete|archive)/.test(method)) return { access: "write", operation: "delete", where: "$0" };
  return undefined;
}
