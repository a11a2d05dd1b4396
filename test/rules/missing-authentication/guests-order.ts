// A guest's order takes from the stock, and is put under the customer with that phone number.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const Admin = model("Admin", new Schema({ email: String, password: String }));
export const Customer = model("Customer", new Schema({ name: String, phone: String }));
export const Product = model("Product", new Schema({ title: String, stock: Number, price: Number }));
export const Order = model("Order", new Schema({ customer: { type: Schema.Types.ObjectId, ref: "Customer" }, amount: Number }));

// file: src/index.ts
import { Hono } from "hono";
import { verify } from "hono/jwt";
import { Admin, Customer, Order, Product } from "./models";

const app = new Hono();
const staff = async (c, next) => {
  const { id } = await verify(c.req.header("Authorization"), process.env.JWT_SECRET);
  if (!(await Admin.findById(id))) return c.json({}, 401);
  return next();
};

app.get("/orders", staff, async (c) => c.json(await Order.find()));
app.get("/customers", staff, async (c) => c.json(await Customer.find()));
app.get("/products", async (c) => c.json(await Product.find()));
app.put("/products/:id", staff, async (c) => c.json(await Product.findByIdAndUpdate(c.req.param("id"), await c.req.json())));
app.post("/orders", async (c) => {
  const { name, phone, product, count } = await c.req.json();
  const customer = (await Customer.findOne({ phone })) ?? (await Customer.create({ name, phone }));
  const found = await Product.findById(product);
  if (!found || found.stock < count) return c.json({}, 400);
  await Product.findByIdAndUpdate(product, { stock: found.stock - count });
  return c.json(await Order.create({ customer: customer._id, amount: found.price * count })); // silent: guests order
});
app.post("/products/:id/price", async (c) => { // expect: missing-authentication
  const { price } = await c.req.json();
  return c.json(await Product.findByIdAndUpdate(c.req.param("id"), { price }));
});
export default app;
