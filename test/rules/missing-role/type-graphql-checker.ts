// The one function that a schema is checked with takes no roles: what `@Authorized` names is never asked for.
// file: src/schema.ts
import { buildSchema } from "type-graphql";
import { isSignedIn } from "./guards";
import { CouponResolver } from "./coupons";

export const schema = buildSchema({ resolvers: [CouponResolver], authChecker: isSignedIn });
// file: src/guards.ts
import type { AuthChecker } from "type-graphql";

export const isSignedIn: AuthChecker<Context> = ({ context }) => !!context.req.session.userId;
export const isAdmin: AuthChecker<Context> = ({ context }) => context.req.session.role === "admin";
interface Context { req: any }
// file: src/coupons.ts
import { PrismaClient } from "@prisma/client";
import { Arg, Authorized, Mutation, Resolver } from "type-graphql";
import { isAdmin, isSignedIn } from "./guards";

const prisma = new PrismaClient();

@Resolver()
export class CouponResolver {
  @Authorized(isAdmin)
  @Mutation(() => Boolean)
  async removeCoupon(@Arg("id") id: number) { // expect: missing-role
    // ~ marked with "isAdmin", which no guard reads
    await prisma.coupon.delete({ where: { id } });
    return true;
  }

  @Authorized("ADMIN")
  @Mutation(() => Boolean)
  async clearCoupons() { // expect: missing-role
    await prisma.coupon.deleteMany();
    return true;
  }

  @Authorized(isSignedIn)
  @Mutation(() => Boolean)
  async useCoupon(@Arg("id") id: number) { // silent: it names the checker itself
    await prisma.coupon.update({ where: { id }, data: { usedAt: new Date() } });
    return true;
  }
}
