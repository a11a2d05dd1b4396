// file: src/base.ts
import { ORPCError, os } from "@orpc/server";
export const open = os.$context<{ headers: Headers }>();
export const signedIn = open.use(({ context, next }) => {
  const token = context.headers.get("authorization");
  if (!token || token !== process.env.KITE_KEY) throw new ORPCError("UNAUTHORIZED"); // guard: authentication signedIn
  return next({ context: { token } });
});
// file: src/kites.ts
import { z } from "zod";
import { open, signedIn } from "./base";
export const list = open.route({ method: "GET", path: "/kites" }).handler(() => []); // entry: QUERY kites.list // entry: GET /api/kites
export const fly = signedIn // guard: validation input
  .prefix("/kites")
  .route({ method: "POST", path: "/{id}/flights" })
  .input(z.object({ id: z.string() }))
  .handler(({ input }) => input.id); // entry: MUTATION kites.fly // entry: POST /api/kites/:id/flights
// file: src/weather.ts
import { open } from "./base";
export default { now: open.handler(() => "sun") }; // entry: MUTATION weather.now // entry: POST /api/weather/now
// file: src/crew.ts
import { oo } from "@orpc/openapi";
import { ORPCError } from "@orpc/server";
import { open } from "./base";
const timed = open.middleware(async ({ next }) => {
  try {
    return await next();
  } finally {
    console.timeEnd("crew");
  }
});
const enrolled = oo.spec(
  open.middleware(async ({ context, next }) => {
    const member = await context.whoCalls();
    if (member) return next({ context: { member } }); // guard: authentication handler
    throw new ORPCError("UNAUTHORIZED");
  }),
  { security: [{ bearer: [] }] },
);
const senior = open.middleware(({ context, next }) => {
  if (context.user.role !== "senior") throw new ORPCError("FORBIDDEN"); // guard: role senior
  return next();
});
export const sing = open.use(timed).handler(() => "la"); // entry: MUTATION crew.sing // entry: POST /api/crew/sing
export const row = open.use(timed).use(enrolled.concat(senior)).handler(() => 1); // entry: MUTATION crew.row // entry: POST /api/crew/row
// file: src/server.ts
import { createServer } from "node:http";
import { OpenAPIHandler } from "@orpc/openapi/node";
import { os } from "@orpc/server";
import { RPCHandler } from "@orpc/server/node";
import * as crew from "./crew";
import * as kites from "./kites";
const router = { kites: { list: kites.list, fly: kites.fly }, crew: { sing: crew.sing, row: crew.row }, weather: os.lazy(() => import("./weather")) };
const rpc = new RPCHandler(router);
const rest = new OpenAPIHandler(router);
createServer(async (req, res) => {
  const context = { headers: req.headers };
  const { matched } = await rpc.handle(req, res, { prefix: "/rpc", context });
  if (!matched) await rest.handle(req, res, { prefix: "/api", context });
}).listen(3000);
// file: src/contract-first.ts
import { oc } from "@orpc/contract";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { implement } from "@orpc/server";
const contract = { boats: { find: oc.route({ method: "GET", path: "/boats/{id}" }) } };
const builder = implement(contract);
const router = builder.router({ boats: { find: builder.boats.find.handler(({ input }) => input) } }); // entry: GET /v2/boats/:id
const handler = new OpenAPIHandler(router);
export const fetch = (request: Request) => handler.handle(request, { prefix: "/v2" });
