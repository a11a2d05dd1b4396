// file: package.json
{ "dependencies": { "@medusajs/framework": "2.4.0" } }
// file: src/api/store/points/[id]/route.ts
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { capturePaymentWorkflow, createOrdersWorkflow, updateCustomersWorkflow } from "@medusajs/medusa/core-flows";

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const points = req.scope.resolve("points");
  const logger = req.scope.resolve("logger");
  logger.info("points are read");
  const [entries] = await points.listAndCountPointEntries({ owner: req.params.id }); // effect: read database point_entry, read
  const query = req.scope.resolve("query");
  const { data } = await query.graph({ entity: "customer", filters: { id: req.params.id } }); // effect: read database customer, read
  res.json({ entries, data });
}

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const points = req.scope.resolve("points");
  await points.createPointEntries(req.validatedBody); // effect: write database point_entry, insert
  await points.updatePointEntries({ id: req.params.id, spent: true }); // effect: write database point_entry, set
  await points.softDeletePointEntries(req.params.id); // effect: write database point_entry, delete
  await createOrdersWorkflow(req.scope).run({ input: req.validatedBody }); // effect: write database order, insert
  await updateCustomersWorkflow(req.scope).run({ input: req.validatedBody }); // effect: write database customer, set
  await capturePaymentWorkflow(req.scope).run({ input: { payment_id: req.params.id } }); // effect: write database, call
  points.describe("not generated");
  res.sendStatus(204);
}
