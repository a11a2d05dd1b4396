// The function that a schema is checked with is given the roles.
// file: src/schema.ts
import { buildSchema } from "type-graphql";
import { CouponResolver } from "./coupons";

export const schema = buildSchema({
  resolvers: [CouponResolver],
  authChecker: ({ context }, roles) => roles.includes(context.req.session.role),
});
// file: src/coupons.ts
import { PrismaClient } from "@prisma/client";
import { Arg, Authorized, Mutation, Resolver } from "type-graphql";

const prisma = new PrismaClient();

@Resolver()
export class CouponResolver {
  @Authorized("ADMIN")
  @Mutation(() => Boolean)
  async removeCoupon(@Arg("id") id: number) { // silent: the checker asks for it
    await prisma.coupon.delete({ where: { id } });
    return true;
  }
}
