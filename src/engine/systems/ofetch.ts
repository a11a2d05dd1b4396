// https://github.com/unjs/ofetch · https://nuxt.com/docs/api/utils/dollarfetch
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { httpCall, methodOf } from "./reading/http-call.ts";
import { field, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "ofetch",
  category: "externalApi",
  packages: ["global:$fetch", "ofetch"],
  clients: ["", "$fetch", "ofetch"],
  calls: { create: () => [], "**": request },
});

/** `$fetch("/api/orders")` stays in the service: a handler of its own answers. */
function request(call: CallView): CallDefinition | readonly CallDefinition[] {
  const [url, options] = call.arguments;
  const base = field(options, "baseURL") ?? call.at("$create().0.baseURL");
  if (!url || (!base && literalText(url)?.startsWith("/"))) return [];
  return httpCall({
    url,
    base,
    method: methodOf(options),
    headers: field(options, "headers"),
    data: field(options, "body"),
  });
}
