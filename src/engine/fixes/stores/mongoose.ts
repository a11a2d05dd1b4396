/** Mongoose. Duplicate keys are error 11000: https://www.mongodb.com/docs/manual/reference/error-codes/ */
import { importLine, inBlock, type Store, typed } from "./store.ts";

export const mongooseStore: Store = {
  via: ["mongoose"],
  client: () => "",
  schema: () => ({ table: "", edits: [], steps: [] }),

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

  idempotent: ({ style }) => ({
    imports: importLine(style, "mongoose", "mongoose"),
    client: "",
    above: `const LEASE = 5 * 60 * 1000; // milliseconds

// \`_id\` is always unique, without an index of its own.
const IdempotencyKey = mongoose.model(
  "IdempotencyKey",
  new mongoose.Schema({
    _id: String,
    fingerprint: { type: String, required: true },
    claimedAt: { type: Date, required: true },
    status: Number,
    body: String,
    type: String,
  }),
);`,
    claim: (again) => `const _id = \`\${scope} \${key}\`;
const created = await IdempotencyKey.updateOne(
  { _id },
  { $setOnInsert: { fingerprint, claimedAt: new Date() } },
  { upsert: true },
);
const takenOver = await IdempotencyKey.updateOne(
  { _id, status: null, claimedAt: { $lt: new Date(Date.now() - LEASE) } },
  { claimedAt: new Date(), fingerprint },
);
if (created.upsertedCount === 0 && takenOver.modifiedCount === 0) {
  const stored = await IdempotencyKey.findById(_id).lean();
  ${inBlock(again("stored && { ...stored, status: stored.status ?? null }"))}
}`,
    complete: `await IdempotencyKey.updateOne({ _id: \`\${scope} \${key}\` }, { status, body, type });`,
    release: `await IdempotencyKey.deleteOne({ _id: \`\${scope} \${key}\` });`,
  }),
};
