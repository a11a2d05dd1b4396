/** A hook notes on the request that a service called, which knows the secret; handlers ask for the note. */
import Fastify from "fastify";
import fp from "fastify-plugin";
import { DataSource, Entity, Index, PrimaryColumn } from "typeorm";

@Entity()
@Index("IDX_sponsor_active_sort", { synchronize: false })
class Sponsor {
  @PrimaryColumn()
  id: string;
}

const source = new DataSource({ type: "postgres", entities: [Sponsor] });

const auth = async (fastify, options) => {
  fastify.decorateRequest("service");
  fastify.addHook("preHandler", async (req) => {
    const header = req.headers.authorization;
    const isService = header === `Service ${options.secret}` && process.env.PRIVATE_ROUTES === "true";
    if (isService) req.service = true;
    if (header) req.seen = true;
  });
};

const app = Fastify();
app.register(fp(auth), { secret: process.env.SERVICE_SECRET });

app.register(
  async (fastify) => {
    fastify.post("/sponsors", async (req, reply) => {
      if (!req.service) return reply.status(404).send();
      return source.getRepository(Sponsor).delete({ id: req.body.id });
    });
    fastify.post("/seen", async (req, reply) => { // expect: missing-authentication
      //                 ~ deleting from Sponsor
      if (!req.seen) return reply.status(404).send();
      return source.getRepository(Sponsor).delete({ id: req.body.id });
    });
  },
  { prefix: "/private" },
);
