// Who must have a role is signed in; the rows say by a column of that name whose they are.
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@apollo/server/express4";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Salon = mongoose.model("Salon", new mongoose.Schema({ owner: { type: mongoose.Types.ObjectId, ref: "User" }, name: String }));

const resolvers = {
  Query: {
    mySalons: (_root, _args, context) => {
      if (context.user.type !== "owner") return { error: true };
      return Salon.find({ owner: context.user.id });
    },
  },
  Mutation: {
    addSalon: (_root, args, context) => {
      if (context.user.type !== "owner") return { error: true };
      return Salon.create({ name: args.name, owner: context.user.id });
    },
    rename: (_root, args, context) => {
      if (context.user.type !== "owner") return { error: true };
      return Salon.updateOne({ _id: args.id }, { name: args.name }); // expect: unowned-object
    },
    renameOwn: (_root, args, context) => {
      if (context.user.type !== "owner") return { error: true };
      return Salon.updateOne({ _id: args.id, owner: context.user.id }, { name: args.name });
    },
    close: (_root, args, context) => {
      if (context.user.type !== "admin") return { error: true };
      return Salon.deleteOne({ _id: args.id }); // silent: administrators
    },
  },
};

const server = new ApolloServer({ typeDefs: "", resolvers });
export const handler = expressMiddleware(server, {
  context: async ({ req }) => {
    try {
      const told = jwt.verify(req.headers.authorization, process.env.TOKEN_SECRET);
      return { user: { type: told.type, id: told._id } };
    } catch {
      return { user: { type: "", id: null } };
    }
  },
});
