/** Loaded ahead of a lab service: BullMQ inside the process, with every job delivered as often as `LAB_DELIVERIES` says. */
import { registerHooks } from "node:module";

const standIn = new URL("./redelivering-bullmq.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "bullmq" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
