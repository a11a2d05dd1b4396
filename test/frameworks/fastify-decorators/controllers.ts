// file: src/app.ts
import fastify from "fastify";
import { bootstrap } from "fastify-decorators";

const app = fastify();
app.register(bootstrap, { directory: new URL("controllers", import.meta.url) });
app.listen({ port: 3000 });
// file: src/controllers/signed-in.ts
import { Hook } from "fastify-decorators";
import type { FastifyReply, FastifyRequest } from "fastify";

export abstract class SignedIn {
  @Hook("onRequest")
  async check(request: FastifyRequest, reply: FastifyReply) {
    if (!request.user) return reply.code(401).send(); // guard: authentication SignedIn.check
  }
}
// file: src/controllers/ferries.controller.ts
import { Controller, DELETE, getInstanceByToken, GET, POST, PUT } from "fastify-decorators";
import type { FastifyReply, FastifyRequest } from "fastify";
import { FERRIES } from "../paths";
import { Ferries } from "../ferries";
import { SignedIn } from "./signed-in";

@Controller({ route: FERRIES })
export default class FerriesController extends SignedIn {
  private ferries = getInstanceByToken<Ferries>(Ferries);

  @GET("")
  async list() { // entry: GET /ferries
    return this.ferries.all();
  }

  @POST("", { schema: {} })
  async add(request: FastifyRequest<{ Body: { name: string } }>, reply: FastifyReply) { // entry: POST /ferries
    return reply.code(201).send(await this.ferries.add(request.body.name));
  }

  @PUT({ url: "/:id", options: { schema: {} } })
  async rename() {} // entry: PUT /ferries/:id

  @DELETE("/:id")
  async remove() {} // entry: DELETE /ferries/:id
}
// file: src/controllers/tides.controller.ts
import { Controller, GET } from "fastify-decorators";

@Controller("/tides")
export default class TidesController {
  @GET()
  async list() { // entry: GET /tides
    return [];
  }
}
// file: src/paths.ts
export const FERRIES = "/ferries";
// file: src/ferries.ts
import { Service } from "fastify-decorators";
import { PrismaClient } from "@prisma/client";

@Service()
export class Ferries {
  private prisma = new PrismaClient();
  all() {
    return this.prisma.ferry.findMany(); // effect: read database ferry, read, safe
  }
  add(name: string) {
    return this.prisma.ferry.create({ data: { name } }); // effect: write database ferry, insert, unsafe
  }
}
