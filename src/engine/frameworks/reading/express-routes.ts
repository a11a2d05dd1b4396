/** What Express and its kin register the same way. https://expressjs.com/en/5x/api.html#app.use */
import type { RegisterCall, Registry } from "../define-framework.ts";
import { handsOn } from "./proxied.ts";

/** `app.use("/admin", check, router)`; without an address it runs for all. */
export function use(call: RegisterCall, model: Registry): void {
  const paths = call.texts(0);
  const handlers = call.functions(paths ? 1 : 0);
  const forwards = handsOn(handlers);
  for (const path of paths ?? [undefined]) {
    // `app.use("/orders", login, createProxyMiddleware({ target }))`
    if (forwards) model.entryPoint({ kind: "http", method: "ALL", path: `${path ?? ""}/*`, handlers, forwards });
    else model.middleware({ ...(path === undefined ? {} : { path }), handlers });
  }
}
