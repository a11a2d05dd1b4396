/**
 * Puts a hard-coded Stripe key into a copy of the sample service.
 *
 * Prototypes have one, and the sample should show the finding; but a committed token would stop every push. So the copy
 * that is opened gets it, from parts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param folder the copied service, never the committed one. */
export function plantToken(folder: string): void {
  const file = join(folder, "src/config.ts");
  const text = readFileSync(file, "utf8");
  const token = ["sk", "live", `51Nq${"x8Kd2RwTz7".repeat(3)}Vb`].join("_");
  const planted = text.replace(
    'secretKey: process.env.STRIPE_SECRET_KEY || ""',
    `secretKey: process.env.STRIPE_SECRET_KEY || "${token}"`,
  );
  if (planted === text) throw new Error(`${file} has no place for the key`);
  writeFileSync(file, planted);
}
