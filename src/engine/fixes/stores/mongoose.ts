/** Mongoose. Duplicate keys are error 11000: https://www.mongodb.com/docs/manual/reference/error-codes/ */
import { importLine, type Store, typed } from "./store.ts";

export const mongooseStore: Store = {
  via: ["mongoose"],
  client: () => "",
  schema: (_model, _app, purpose) => (purpose === "events" ? { table: "", edits: [], steps: [] } : undefined),

  processOnce: ({ style }) => ({
    imports: importLine(style, "mongoose", "mongoose"),
    client: "",
    above: `const LEASE = 5 * 60 * 1000; // milliseconds

// \`_id\` is always unique, without an index of its own.
const ProcessedEvent = mongoose.model(
  "ProcessedEvent",
  new mongoose.Schema({ _id: String, claimedAt: { type: Date, required: true }, completedAt: Date }),
);`,
    claim: `const _id = \`\${source}:\${eventId}\`;
try {
  await ProcessedEvent.create({ _id, claimedAt: new Date() });
} catch (error) {
  if ((error${typed(style, " as { code?: number }")}).code !== 11000) throw error;
  const stale = await ProcessedEvent.updateOne(
    { _id, completedAt: null, claimedAt: { $lt: new Date(Date.now() - LEASE) } },
    { claimedAt: new Date() },
  );
  if (stale.modifiedCount === 0) {
    const known = await ProcessedEvent.findById(_id);
    return { outcome: known?.completedAt ? "duplicate" : "busy" };
  }
}`,
    release: `await ProcessedEvent.deleteOne({ _id });`,
    complete: `await ProcessedEvent.updateOne({ _id }, { completedAt: new Date() });`,
  }),
};
