// https://developer.mozilla.org/docs/Web/API/Window/fetch
import { type CallView, defineSystem } from "./define-system.ts";
import { httpCall, methodOf } from "./reading/http-call.ts";
import { field, made } from "./reading/terms.ts";

export default defineSystem({
  title: "fetch",
  category: "externalApi",
  packages: [
    "global:fetch",
    "node-fetch",
    "cross-fetch",
    "isomorphic-fetch",
    "isomorphic-unfetch",
    "node-fetch-native",
  ],
  clients: [""],
  calls: { "**": request },
});

/** `fetch(url, options)` and `fetch(new Request(url, options))`. */
function request(call: CallView) {
  const [first, second] = call.arguments;
  if (!first) return undefined;
  const inner = made(first);
  const options = second ?? (inner?.name === "Request" ? inner.arguments[1] : undefined);
  return httpCall({
    url: first,
    method: methodOf(options),
    headers: field(options, "headers"),
    data: field(options, "body"),
  });
}
