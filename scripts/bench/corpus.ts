/**
 * A made-up workspace for measuring: a TypeScript monorepo where one file in eight belongs to an Express service and the
 * rest is interface and utilities. Always the same for the same size.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The file that edits are made in, and that tsserver has open: it registers routes. */
export const EDITED_FILE = "modules/area-0/orders.routes.ts";

/** Writes about `files` source files below `folder`. */
export function writeCorpus(folder: string, files: number): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    "package.json",
    JSON.stringify({ name: "corpus", private: true, dependencies: { express: "5", pg: "8", stripe: "18" } }),
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        target: "es2022",
        jsx: "preserve",
        strict: false,
        skipLibCheck: true,
        types: [],
      },
    }),
  );
  const areas = Math.max(1, Math.round(files / PER_AREA));
  const mounts: string[] = [];
  for (let area = 0; area < areas; area++) {
    const at = `modules/area-${area}`;
    mounts.push(`import { orders as orders${area} } from "./${at}/orders.routes.ts";`);
    write(`${at}/orders.routes.ts`, routes(area));
    write(`${at}/orders.service.ts`, service(area));
    write(`${at}/orders.repository.ts`, repository(area));
    write(`${at}/access.ts`, access(area));
    for (let index = 0; index < PER_AREA - 4; index++) {
      if (index % 3 === 0) write(`${at}/util-${index}.ts`, utility(area, index));
      else write(`${at}/view-${index}.tsx`, view(area, index));
    }
  }
  const uses = Array.from({ length: areas }, (_, area) => `app.use("/area-${area}", orders${area});`);
  write(
    "server.ts",
    `import express from "express";\n${mounts.join("\n")}\n\nconst app = express();\n${uses.join("\n")}\napp.listen(3000);\n`,
  );
}

const PER_AREA = 32;

function routes(area: number): string {
  const handlers = Array.from({ length: 8 }, (_, index) => {
    const method = ["get", "post", "patch", "delete"][index % 4];
    return `
orders.${method}("/orders-${index}/:id", ${index % 3 === 0 ? "" : "requireAdmin, "}async (req, res, next) => {
  try {
    const order = await orders${area}Service.load${index % 4}(req.params.id);
    if (!order) return res.status(404).json({ error: "not found" });
    if (req.body.amount > order.limit) return res.status(422).json({ error: "too much" });
    const result = await orders${area}Service.change${index % 4}(order, req.body);
    res.status(200).json(result);
  } catch (error) {
    next(error);
  }
});`;
  });
  return `import { Router } from "express";
import { requireAdmin, requireUser } from "./access.ts";
import * as orders${area}Service from "./orders.service.ts";

export const orders = Router();
orders.use(requireUser);
${handlers.join("\n")}
`;
}

function service(area: number): string {
  const functions = Array.from(
    { length: 4 },
    (_, index) => `
export async function load${index}(id: string) {
  const order = await findOrder(id);
  return order ? { ...order, limit: order.total * ${index + 1} } : undefined;
}

export async function change${index}(order: any, input: any) {
  const total = totalOf(input.items ?? []);
  if (total > order.limit) throw new Error("over the limit of area ${area}");
  await saveOrder({ ...order, total, state: input.state });
  ${index === 1 ? 'await stripe.paymentIntents.create({ amount: total, currency: "eur" });' : ""}
  return { ...order, total };
}`,
  );
  return `import Stripe from "stripe";
import { findOrder, saveOrder } from "./orders.repository.ts";

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? "");

function totalOf(items: { price: number; count: number }[]) {
  let total = 0;
  for (const item of items) total += item.price * item.count;
  return total;
}
${functions.join("\n")}
`;
}

function repository(area: number): string {
  return `import { Pool } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export async function findOrder(id: string) {
  const { rows } = await pool.query("select * from orders_${area} where id = $1", [id]);
  return rows[0];
}

export async function saveOrder(order: { id: string; total: number; state: string }) {
  await pool.query("insert into orders_${area} (id, total, state) values ($1, $2, $3)", [order.id, order.total, order.state]);
}
`;
}

function access(area: number): string {
  return `export async function requireUser(req: any, res: any, next: any) {
  const user = await sessionOf(req.headers.authorization);
  if (!user) return res.status(401).json({ error: "sign in" });
  req.user = user;
  next();
}

export function requireAdmin(req: any, res: any, next: any) {
  if (req.user.role !== "admin") return res.status(403).json({ error: "area ${area} is for administrators" });
  next();
}

async function sessionOf(token: string | undefined) {
  return token ? { id: token.slice(0, 8), role: "user" } : undefined;
}
`;
}

function utility(area: number, seed: number): string {
  const functions = Array.from(
    { length: 14 },
    (_, index) => `
/** Formats value ${index} of area ${area}. */
export function format${seed}x${index}(value: number, options: { digits?: number; sign?: boolean } = {}): string {
  const digits = options.digits ?? ${index % 4};
  const parts = Math.abs(value).toFixed(digits).split(".");
  const whole = (parts[0] ?? "").replace(/\\B(?=(\\d{3})+(?!\\d))/g, " ");
  const sign = value < 0 ? "-" : options.sign ? "+" : "";
  switch (parts.length) {
    case 1:
      return \`\${sign}\${whole}\`;
    default:
      return \`\${sign}\${whole},\${parts[1]}\`;
  }
}`,
  );
  return `${functions.join("\n")}\n`;
}

function view(area: number, seed: number): string {
  const parts = Array.from(
    { length: 8 },
    (_, index) => `
interface Card${seed}x${index}Properties {
  readonly title: string;
  readonly amount: number;
  readonly onSelect: (id: string) => void;
}

export function Card${seed}x${index}({ title, amount, onSelect }: Card${seed}x${index}Properties) {
  const [open, setOpen] = useState(false);
  const shown = useMemo(() => (open ? title.toUpperCase() : title), [open, title]);
  return (
    <section className="card card-${index}" aria-expanded={open} onClick={() => setOpen(!open)}>
      <h3>{shown}</h3>
      <p>{amount > ${seed * 10} ? "many" : "few"} in area ${area}</p>
      <button type="button" onClick={() => onSelect(\`card-\${amount}\`)}>
        Choose
      </button>
    </section>
  );
}`,
  );
  return `import { useMemo, useState } from "react";\n${parts.join("\n")}\n`;
}
