// file: src/routes/api/orders/[id]/index.ts
import type { RequestHandler } from "@builder.io/qwik-city";

export const onGet: RequestHandler = async ({ json, params }) => { // entry: GET /api/orders/:id
  json(200, { id: params.id });
};
export const onDelete: RequestHandler = async ({ json }) => { // entry: DELETE /api/orders/:id
  json(204, {});
};

// file: src/routes/(shop)/cart/index.tsx
import { routeAction$, routeLoader$ } from "@builder.io/qwik-city";

export const useCart = routeLoader$(async ({ params }) => []); // entry: GET /cart
export const useAdd = routeAction$(async (data, event) => ({ success: true })); // entry: ACTION useAdd

// file: src/routes/layout.tsx
import type { RequestHandler } from "@builder.io/qwik-city";
export const onGet: RequestHandler = async () => {};

// file: src/lib/time.ts
import { server$ } from "@builder.io/qwik-city";
export const now = server$(async () => 1); // entry: ACTION now
