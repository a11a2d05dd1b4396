// file: src/routes/payments/ipn/+server.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

// expect: unverified-webhook
export const POST = async ({ request }) => {
  const form = new URLSearchParams(await request.text());
  if (form.get("payment_status") !== "Completed") return new Response();
  await prisma.order.update({ where: { id: form.get("item_number") }, data: { state: "paid" } });
  return new Response();
};

// file: src/routes/api/video/callback/+server.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

// expect: unverified-webhook
export const POST = async ({ request }) => {
  const { asset, state } = await request.json();
  await prisma.lesson.updateMany({ where: { asset }, data: { state } });
  return new Response();
};

// file: src/routes/api/mailbox/+server.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

// expect: unverified-webhook
export const POST = async ({ request }) => {
  const { type, data } = await request.json();
  switch (type) {
    case "email.bounced":
      await prisma.reader.updateMany({ where: { email: data.to }, data: { bounced: true } });
  }
  return new Response();
};

// file: src/routes/auth/callback/+server.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const POST = async ({ request }) => {
  const { state } = await request.json();
  await prisma.loginAttempt.create({ data: { state } }); // silent: somebody comes back from signing in
  return new Response();
};

// file: src/routes/api/bookings/[id]/callback/+server.ts
import { error } from "@sveltejs/kit";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const POST = async ({ request, locals }) => {
  if (!locals.user) error(401);
  await prisma.wish.create({ data: { owner: locals.user.id, phone: (await request.json()).phone } }); // silent: a person who wants to be called
  return new Response();
};
