import { Arg, Authorized, Ctx, Mutation, Query, Resolver, UseMiddleware } from "type-graphql";

const isLoggedIn = async ({ context }, next) => {
  if (!context.session.userId) throw new Error("unauthenticated"); // guard: authentication UseMiddleware
  return next();
};

@Resolver()
export class OrderResolver {
  @Query(() => [String], { name: "allOrders" })
  orders() { // entry: QUERY allOrders
    return [];
  }

  @Authorized() // guard: authentication Authorized
  @Mutation(() => String)
  createOrder(@Arg("total") total: number) { // entry: MUTATION createOrder
    return total;
  }

  @UseMiddleware(isLoggedIn)
  @Mutation(() => String)
  removeOrder(@Ctx() context: any) {} // entry: MUTATION removeOrder
}
