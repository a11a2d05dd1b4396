// file: package.json
{ "dependencies": { "@medusajs/framework": "2.4.0", "@medusajs/medusa": "2.4.0" } }
// file: src/api/store/reviews/route.ts
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { createReviewWorkflow } from "../../../workflows/create-review";

export async function GET(req: MedusaRequest, res: MedusaResponse) { // entry: GET /store/reviews
  const query = req.scope.resolve("query");
  const { data } = await query.graph({ entity: "review", fields: ["*"], filters: { product_id: req.query.product } }); // effect: read database review, read
  res.json({ reviews: data });
}
export const POST = async (req: MedusaRequest, res: MedusaResponse) => { // entry: POST /store/reviews
  const { result } = await createReviewWorkflow(req.scope).run({ input: req.validatedBody }); // effect: write database review, insert
  res.json({ review: result });
};
// file: src/workflows/create-review.ts
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
const step = createStep("create-review", async (input, { container }) => new StepResponse(await container.resolve("reviews").createReviews(input)));
export const createReviewWorkflow = createWorkflow("create-review", (input) => new WorkflowResponse(step(input)));
// file: src/api/store/customers/me/reviews/[id]/route.ts
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) { // entry: DELETE /store/customers/me/reviews/:id // guard: authentication customer
  const reviews = req.scope.resolve("reviews");
  const review = await reviews.retrieveReview(req.params.id); // effect: read database review, read
  if (review.customer_id !== req.auth_context.actor_id) return res.sendStatus(403); // guard: ownership inline check
  await reviews.deleteReviews(req.params.id); // effect: write database review, delete
  res.sendStatus(204);
}
// file: src/api/admin/reviews/[id]/route.ts
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows";

export async function POST(req: MedusaRequest, res: MedusaResponse) { // entry: POST /admin/reviews/:id // guard: role admin user
  await req.scope.resolve("reviews").updateReviews({ id: req.params.id, ...req.validatedBody }); // effect: write database review, set
  res.sendStatus(204);
}
export async function DELETE(req: MedusaRequest, res: MedusaResponse) { // entry: DELETE /admin/reviews/:id // guard: role admin user
  await deleteProductsWorkflow(req.scope).run({ input: { ids: [req.params.id] } }); // effect: write database product, delete
  res.sendStatus(204);
}
// file: src/api/admin/open/route.ts
export const AUTHENTICATE = false;
export async function GET(req, res) { // entry: GET /admin/open
  res.json({});
}
// file: src/api/store/wishlist/route.ts
export const POST = async (req, res) => { // entry: POST /store/wishlist
  await req.scope.resolve("wishlist").createWishlistItems({ customer_id: req.auth_context.actor_id }); // effect: write database wishlist_item, insert
  res.json({});
};
// file: src/api/middlewares.ts
import { authenticate, defineMiddlewares } from "@medusajs/framework/http";

export default defineMiddlewares({
  routes: [
    { matcher: "/store/wishlist*", method: "POST", middlewares: [authenticate("customer", ["session", "bearer"])] }, // guard: authentication authenticate
    { matcher: "/store/reviews", middlewares: [authenticate("customer", ["bearer"], { allowUnauthenticated: true })] },
  ],
});
// file: src/subscribers/order-placed.ts
export default async function orderPlaced({ event, container }) { // entry: queue order.placed
  await container.resolve("points").createPoints({ order: event.data.id }); // effect: write database point, insert
}
export const config = { event: "order.placed" };
// file: src/jobs/sweep.ts
export default async function sweep(container) { // entry: schedule 0 3 * * *
  await container.resolve("reviews").deleteReviews({ stale: true }); // effect: write database review, delete
}
export const config = { name: "sweep", schedule: "0 3 * * *" };
// file: src/modules/reviews/service.ts
import { MedusaService } from "@medusajs/framework/utils";
export default class ReviewsService extends MedusaService({}) {}
