/** The name a queue was made with. */
import type { Term } from "../../model/term.ts";
import type { CallView } from "../define-system.ts";

/**
 * First argument of `new Queue("mail")`. A value known only by its type (`queue: Queue<Mail>`) has its type arguments
 * there: these name no queue.
 */
export function queueName(call: CallView, maker: string): { readonly target?: string } {
  return isOnlyTyped(call.client) ? {} : { target: `$${maker}().0` };
}

function isOnlyTyped(client: Term): boolean {
  return client.kind === "external" && client.site !== undefined && client.site.at[0] === 0 && client.site.at[1] === 0;
}
