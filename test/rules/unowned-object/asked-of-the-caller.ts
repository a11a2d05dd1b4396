import express from "express";
import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { createHandler } from "graphql-http/lib/use/express";
import { DataTypes, Model, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL!);

class Lease extends Model {
  declare id: number;
  declare houseId: number;
  getHouse() {
    return House.findByPk(this.houseId);
  }
}
Lease.init({ title: DataTypes.STRING, houseId: DataTypes.INTEGER, userId: DataTypes.INTEGER }, { sequelize });
class House extends Model {}
House.init({ title: DataTypes.STRING }, { sequelize });

class Unauthorized extends Error {}

async function leaseOf(id: string) {
  const lease = await Lease.findByPk(id);
  if (!lease) throw new Error("There is no such lease");
  return lease;
}

const id = { type: new GraphQLNonNull(GraphQLString) };
const mutation = new GraphQLObjectType({
  name: "Mutation",
  fields: {
    endLease: {
      type: GraphQLString,
      args: { id },
      async resolve(_, args, req) {
        if (!req.tenant) throw new Unauthorized("Sign in first");
        const lease = await leaseOf(args.id);
        if (!req.tenant.runs(await lease.getHouse())) throw new Unauthorized("Only for who runs the house");
        await lease.destroy(); // silent: the caller is asked about the house of the row
      },
    },
    moveLease: {
      type: GraphQLString,
      args: { id },
      async resolve(_, args, req) {
        if (!req.tenant) throw new Unauthorized("Sign in first");
        const lease = await leaseOf(args.id);
        await req.tenant.notes(lease);
        await lease.destroy(); // expect: unowned-object
      },
    },
  },
});

const schema = new GraphQLSchema({ mutation, query: mutation });
express().use("/graphql", createHandler({ schema, context: (req) => req.raw }));
