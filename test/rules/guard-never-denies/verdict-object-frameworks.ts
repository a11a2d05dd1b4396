// file: package.json
{ "dependencies": { "next": "15.0.0", "@nestjs/common": "10.0.0", "hono": "4.0.0", "@prisma/client": "5.0.0" } }
// file: lib/owner.ts
import { NextRequest, NextResponse } from "next/server";
import { prisma } from "./prisma";

export async function requireOwner(request: NextRequest, shopId: string) {
  const header = request.headers.get("x-user");
  if (!header) return { error: new NextResponse("no", { status: 401 }) };
  try {
    const { id } = JSON.parse(header);
    const shop = await prisma.shop.findFirst({ where: { id: shopId, ownerId: id } });
    if (!shop) return { error: new NextResponse("no", { status: 403 }) };
    return { shop };
  } catch {
    return { error: new NextResponse("no", { status: 401 }) };
  }
}
// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
// file: app/api/shops/[id]/route.ts
import { NextResponse, type NextRequest } from "next/server";
import { requireOwner } from "../../../../lib/owner";
import { prisma } from "../../../../lib/prisma";

export async function PUT(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const auth = await requireOwner(request, id);
  if (!auth) return NextResponse.json({ error: "Unauthorized" }, { status: 401 }); // expect: guard-never-denies
  const { name } = await request.json();
  return NextResponse.json(await prisma.shop.update({ where: { id }, data: { name: String(name) } }));
}
export async function DELETE(request: NextRequest, { params }: { params: Promise<{ id: string }> }) { // silent: the error is answered
  const { id } = await params;
  const auth = await requireOwner(request, id);
  if (auth.error) return auth.error;
  return NextResponse.json(await prisma.shop.delete({ where: { id } }));
}
// file: src/stock.controller.ts
import { Body, Controller, Delete, ForbiddenException, Headers, Param } from "@nestjs/common";
import { prisma } from "../lib/prisma";

class Rights {
  async of(key: string, shopId: string) {
    const found = await prisma.apiKey.findUnique({ where: { key } });
    if (found?.shopId !== shopId) return { success: false, message: "not this shop" };
    return { success: true, data: found };
  }
}
@Controller("stock")
export class StockController {
  private readonly rights = new Rights();

  @Delete(":shop/:id")
  async remove(@Headers("x-api-key") key: string, @Param("shop") shop: string, @Param("id") id: string) {
    const rights = await this.rights.of(key, shop);
    if (!rights) throw new ForbiddenException(); // expect: guard-never-denies
    return prisma.stock.delete({ where: { id, shopId: shop } });
  }
  @Delete("lines/:shop/:id")
  async line(@Headers("x-api-key") key: string, @Param("shop") shop: string, @Param("id") id: string) { // silent: it asks for success
    const rights = await this.rights.of(key, shop);
    if (!rights.success) throw new ForbiddenException();
    return prisma.line.delete({ where: { id, shopId: shop } });
  }
}
// file: src/hono.ts
import { Hono } from "hono";
import { prisma } from "../lib/prisma";

const app = new Hono();
const check = async (key: string | undefined) => {
  const found = key ? await prisma.apiKey.findUnique({ where: { key } }) : null;
  return found ? { valid: true, owner: found.ownerId } : { valid: false, owner: null };
};
app.delete("/labels/:id", async (c) => {
  const result = await check(c.req.header("x-api-key"));
  if (!result) return c.json({ error: "no" }, 401); // expect: guard-never-denies
  return c.json(await prisma.label.delete({ where: { id: c.req.param("id") } }));
});
app.use("/marks/*", async (c, next) => {
  const result = await check(c.req.header("x-api-key"));
  if (!result) return c.json({ error: "no" }, 401); // expect: guard-never-denies
  await next();
});
app.delete("/marks/:id", async (c) => c.json(await prisma.mark.delete({ where: { id: c.req.param("id") } }))); // silent: said at the check
