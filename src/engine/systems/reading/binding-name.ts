/** What a binding of a platform reaches. */
import type { CallView } from "../define-system.ts";

/** The name that the settings give the queue or bucket: the client is that value itself. */
export function bindingName(call: CallView): { readonly target?: string } {
  const name = call.client.kind === "external" ? call.client.path.at(-1) : undefined;
  return name === undefined ? {} : { target: `=${name}` };
}
