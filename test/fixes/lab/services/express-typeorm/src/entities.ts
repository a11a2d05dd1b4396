import { EntitySchema } from "typeorm";

const id = { type: Number, primary: true, generated: true } as const;

export const User = new EntitySchema<{ id: number; email: string; role: string; points: number }>({
  name: "users",
  columns: { id, email: { type: "text" }, role: { type: "text" }, points: { type: "int", default: 0 } },
});

export const Order = new EntitySchema<{ id: number; user_id: number; cents: number }>({
  name: "orders",
  columns: { id, user_id: { type: "int" }, cents: { type: "int" } },
});

export const Payment = new EntitySchema<{ id: number; order_id: number; cents: number }>({
  name: "payments",
  columns: { id, order_id: { type: "int" }, cents: { type: "int" } },
});

export const Receipt = new EntitySchema<{ id: number; order_id: number }>({
  name: "receipts",
  columns: { id, order_id: { type: "int" } },
});
