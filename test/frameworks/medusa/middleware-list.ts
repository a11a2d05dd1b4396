// file: shop/package.json
{ "dependencies": { "@medusajs/medusa": "2.1.0" } }
// file: shop/src/api/store/wishlist/[id]/route.ts
export const AUTHENTICATE = false;
export const POST = async (req, res) => { // entry: POST /store/wishlist/:id
  await req.scope.resolve("wishlist").updateWishlists({ id: req.params.id, ...req.validatedBody });
  res.json({});
};
export const GET = async (req, res) => res.json({}); // entry: GET /store/wishlist/:id
// file: shop/src/api/store/middlewares.ts
import { authenticate, validateAndTransformBody } from "@medusajs/framework/http";
export const wishlistMiddlewares = [
  {
    method: ["POST"],
    matcher: "/store/wishlist/:id",
    middlewares: [
      authenticate("customer", ["session"]), // guard: authentication authenticate
      validateAndTransformBody(Wishlist), // guard: validation validateAndTransformBody
    ],
  },
  { method: ["POST"], matcher: "/store/wish", middlewares: [authenticate("user", ["session"])] },
];
// file: shop/src/api/middlewares.ts
import { defineMiddlewares } from "@medusajs/framework/http";
import { wishlistMiddlewares } from "./store/middlewares";
export default defineMiddlewares([...wishlistMiddlewares]);
