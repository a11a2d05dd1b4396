import { z } from "zod";

export const secret = process.env.JWT_SECRET || "super-secret"; // expect: env-fallback
//                                               ^^^^^^^^^^^^ Without JWT_SECRET
export const key = process.env["PAYMENT_API_KEY"] ?? "«32»"; // expect: env-fallback

export const port = process.env.PORT || "3000"; // silent: no secret
export const empty = process.env.STRIPE_SECRET_KEY || ""; // silent: empty
export const dummy = process.env.STRIPE_SECRET_KEY || "dummy"; // silent: says that it is none
export const mode = process.env.NODE_ENV ?? "development"; // silent: no secret
export const settings = z.object({ LOG_LEVEL: z.string().default("info") }); // silent: no secret
export const lanternKey = process.env.KEY_OF_MAPS ?? "«sk_|live_|24»"; // expect: provider-token
export const harborToken = process.env.HARBOR_TOKEN ?? "«40»"; // expect: env-fallback
//                                                      ^^^^ Without HARBOR_TOKEN the service runs with the secret (Harbor)
export const ledgerKey = () => process.env.LEDGER_KEY ?? "i5vb6jwjeqmgmirkq"; // expect: env-fallback
export const sortKey = () => process.env.SORT_KEY ?? "created-at-2024-desc"; // silent: words
// file: src/followed.ts
import jwt from "jsonwebtoken";

const SECRET = process.env.SECRET || "blue-river-9"; // expect: env-fallback
const REGION = process.env.REGION || "blue-river-9"; // silent: a region
export const issue = (id: string) => jwt.sign({ id }, SECRET, { audience: REGION });
export const lazily = JwtModule.registerAsync({ useFactory: (c) => ({ secret: c.get("JWT") || "blue-river-9" }) }); // expect: env-fallback
