/** What Express and its kin register the same way. https://expressjs.com/en/5x/api.html#app.use */
import type { RegisterCall, Registry } from "../define-framework.ts";

/** `app.use("/admin", check, router)`; without an address it runs for all. */
export function use(call: RegisterCall, model: Registry): void {
  const paths = call.texts(0);
  for (const path of paths ?? [undefined])
    model.middleware({ ...(path === undefined ? {} : { path }), handlers: call.functions(paths ? 1 : 0) });
}
