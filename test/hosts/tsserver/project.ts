/** Small services in temporary folders. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Project extends Disposable {
  /** Absolute, links resolved. */
  readonly root: string;
  write(file: string, text: string): void;
}

/** A folder with these files, or with a copy of another folder. Removed when disposed. */
export function createProject(files: Readonly<Record<string, string>> | { readonly copyOf: string }): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "hardpath-tsserver-")));
  const root = join(folder, "service");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  if ("copyOf" in files) {
    const source = files["copyOf"] as string;
    cpSync(source, root, { recursive: true, filter: (path) => !path.includes("node_modules") });
  } else for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    root,
    write,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One finding, `idempotency/payment-without-key`, in `src/pay.ts`: reached from `src/server.ts`. */
export const PAY: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "sample", "dependencies": { "express": "5.0.0", "stripe": "20.0.0" } }\n`,
  "tsconfig.json": `{ "compilerOptions": { "module": "NodeNext", "strict": true, "noEmit": true, "types": [], "allowImportingTsExtensions": true } }\n`,
  "hardpath.config.json": `{ "rules": { "access": "off", "validation": "off" } }\n`,
  "src/server.ts": `import express from "express";
import { pay } from "./pay.ts";

const app = express();
app.use(express.json());
app.post("/pay", pay);
app.listen(3000);
`,
  "src/pay.ts": `import type { Request, Response } from "express";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY);
export async function pay(req: Request, res: Response) {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur", metadata: { order: req.body.orderId } });
  res.json({ ok: true });
}
`,
};

export const PAY_RULE = "idempotency/payment-without-key";
/** The text of `src/pay.ts` without the finding. */
export const PAY_FIXED = (PAY["src/pay.ts"] ?? "").replace(
  "req.body.orderId } }",
  "req.body.orderId } }, { idempotencyKey: req.body.orderId }",
);
