// Whole accounts go out with what was asked for.

// file: prisma/schema.prisma
model User {
  id       String    @id
  name     String
  password String
  listings Listing[]
  referred Referral[]
}
model Listing {
  id      String @id
  title   String
  ownerId String
  owner   User   @relation(fields: [ownerId], references: [id])
  offers  Offer[]
}
model Offer {
  id        String  @id
  listingId String
  listing   Listing @relation(fields: [listingId], references: [id])
}
model Referral {
  id         String @id
  referrerId String
  invitedId  String
  invited    User   @relation(fields: [invitedId], references: [id])
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.get("/listings/:id", async (req, res) => {
  res.json(await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } })); // expect: answered-password
});

app.get("/offers", async (_req, res) => {
  const offers = await prisma.offer.findMany({ include: { listing: { include: { owner: true } } } }); // expect: answered-password
  res.json({ offers });
});

app.get("/listings", async (_req, res) => { // silent: the columns are picked
  res.json(await prisma.listing.findMany({ include: { owner: { select: { name: true } } } }));
});

app.get("/titles", async (_req, res) => { // silent: something else is answered
  const listings = await prisma.listing.findMany({ include: { owner: true } });
  res.json(listings.map((listing) => ({ title: listing.title, by: listing.owner.name })));
});

app.get("/one/:id", async (req, res) => { // silent: the owner is put in another way
  const listing = await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } });
  if (!listing) return res.sendStatus(404);
  res.json({ ...listing, owner: { name: listing.owner.name } });
});

app.get("/mine", requireUser, async (req, res) => { // silent: the caller's own account
  res.json(await prisma.listing.findMany({ where: { ownerId: req.user.id }, include: { owner: true } }));
});

app.get("/referrals", requireUser, async (req, res) => {
  res.json(await prisma.referral.findMany({ where: { referrerId: req.user.id }, include: { invited: true } })); // expect: answered-password
});
// file: src/omitting.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient({ omit: { user: { password: true } } });
const app = express();

app.get("/safe/:id", async (req, res) => { // silent: the client leaves it out
  res.json(await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } }));
});
// file: src/stripping.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.get("/listings/early", async (req, res) => {
  res.json(await prisma.listing.findMany({ include: { owner: true } })); // expect: answered-password
});
// The hash is taken out of whatever is answered.
app.use((req, res, next) => {
  const answer = res.json.bind(res);
  res.json = (body) => answer(JSON.parse(JSON.stringify(body, (key, value) => (SECRET.has(key) ? undefined : value))));
  next();
});
app.get("/listings/late", async (req, res) => { // silent: what is answered goes through a function of the code's own
  res.json(await prisma.listing.findMany({ include: { owner: true } }));
});
// file: src/serializing.ts
import Fastify from "fastify";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = Fastify();

app.get("/listings", { schema: { response: { 200: LISTINGS } } }, async () => { // silent: a serializer picks the fields
  return prisma.listing.findMany({ include: { owner: true } });
});
app.listen({ port: 3000 });
// file: src/nest.ts
import { Controller, Get, Injectable, Module, UseInterceptors } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import { map } from "rxjs";

const prisma = new PrismaClient();

@Injectable()
class Public {
  intercept(context, next) {
    return next.handle().pipe(map((body) => shown(body)));
  }
}
@Controller("nest")
class Listings {
  @UseInterceptors(Public)
  @Get("listings")
  list() { // silent: an interceptor stands around it
    return prisma.listing.findMany({ include: { owner: true } });
  }
  @Get("offers")
  offers() {
    return prisma.offer.findMany({ include: { listing: { include: { owner: true } } } }); // expect: answered-password
  }
}
@Module({ controllers: [Listings] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));

// file: src/beside-login.ts
import bcrypt from "bcrypt";
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const yard = express();

yard.post("/login", async (req, res) => {
  const user = await prisma.user.findFirst({ where: { name: req.body.name } });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  res.json({ id: user.id });
});

yard.get("/yard/:id", async (req, res) => {
  res.json(await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } })); // expect: answered-password
});

function hide(listing) {
  delete listing.owner.password;
}
yard.get("/hidden/:id", async (req, res) => { // silent: a function that it names takes the password away
  const listing = await prisma.listing.findUnique({ where: { id: req.params.id }, include: { owner: true } });
  [listing].forEach(hide);
  res.json(listing);
});
yard.listen(4);
