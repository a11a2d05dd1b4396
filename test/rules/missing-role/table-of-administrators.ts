// Whoever is found in a table of administrators is one.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const Admin = model("Admin", new Schema({ email: String, password: String, role: String }));
export const User = model("User", new Schema({ email: String, password: String }));
export const Plan = model("Plan", new Schema({ title: String, price: Number }));

// file: src/guards.ts
import { verify } from "hono/jwt";
import { Admin, User } from "./models";

export const staff = async (c, next) => {
  const token = c.req.header("Authorization")?.replace("Bearer ", "");
  if (!token) return c.json({}, 401);
  const { id } = await verify(token, process.env.JWT_SECRET);
  const admin = await Admin.findById(id).select("-password").lean();
  if (!admin) return c.json({}, 401);
  c.set("admin", admin);
  return next();
};

export const anybody = async (c, next) => {
  const { id } = await verify(c.req.header("Authorization"), process.env.JWT_SECRET);
  const user = (await Admin.findById(id)) ?? (await User.findById(id));
  if (!user) return c.json({}, 401);
  c.set("user", user);
  return next();
};

export const head = async (c, next) => (c.get("admin").role === "head" ? next() : c.json({}, 403));

// file: src/index.ts
import { Hono } from "hono";
import { anybody, head, staff } from "./guards";
import { Plan } from "./models";

const app = new Hono();

app.get("/plans", async (c) => c.json(await Plan.find()));
app.delete("/plans/:id", staff, head, async (c) => c.json(await Plan.findByIdAndDelete(c.req.param("id"))));
app.put("/plans/:id", staff, async (c) => c.json(await Plan.findByIdAndUpdate(c.req.param("id"), { price: 5 }))); // silent: an administrator
app.post("/admin/plans", staff, async (c) => c.json(await Plan.create({ title: "new" }))); // silent: an administrator
app.get("/me", anybody, async (c) => c.json({ email: c.get("user").email }));
app.post("/admin/plans/reset", anybody, async (c) => c.json(await Plan.updateMany({}, { price: 1 }))); // expect: missing-role

export default app;
