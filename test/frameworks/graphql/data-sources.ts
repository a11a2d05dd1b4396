// Apollo Server up to version 3 puts data sources into the context itself.

// file: src/orders.ts
import { Pool } from "pg";
export class Orders {
  static instance: Orders;
  constructor(private readonly db: Pool) {}
  async add(total: number) {
    await this.db.query("INSERT INTO orders (total) VALUES ($1)", [total]); // effect: write postgres orders, insert, unsafe, from MUTATION addOrder
  }
  static getInstance() {
    if (!Orders.instance) Orders.instance = new Orders(new Pool());
    return Orders.instance;
  }
}
// file: src/index.ts
import { ApolloServer } from "apollo-server-express";
import { Orders } from "./orders";
const resolvers = {
  Mutation: {
    addOrder: async (_parent, { total }, { dataSources }) => { // entry: MUTATION addOrder
      const { orders } = dataSources;
      await orders.add(total);
      return true;
    },
  },
};
const server = new ApolloServer({
  typeDefs: "",
  resolvers,
  context: ({ req }) => ({ language: req.headers["accept-language"] }),
  dataSources: () => ({ orders: Orders.getInstance() }),
});
server.listen();
