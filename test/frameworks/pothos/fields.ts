// file: src/builder.ts
import SchemaBuilder from "@pothos/core";

export const builder = new SchemaBuilder({});
// file: src/orders.ts
import { builder } from "./builder";

builder.queryField("orders", (t) =>
  t.field({ type: ["String"], resolve: () => [] }), // entry: QUERY orders
);
builder.mutationFields((t) => ({
  createOrder: t.field({
    type: "String",
    resolve: (_, args) => args.total, // entry: MUTATION createOrder
  }),
}));
