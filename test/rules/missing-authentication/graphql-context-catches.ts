// Whoever shows no token, or a wrong one, gets a context without a caller: what resolvers do not ask is asked of nobody.
import { mergeResolvers } from "@graphql-tools/merge";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { ApolloServer } from "apollo-server-express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Parcel = mongoose.model("Parcel", new mongoose.Schema({ courier: String, street: String, status: String }));
const Courier = mongoose.model("Courier", new mongoose.Schema({ name: String, phone: String, password: String }));
const Restaurant = mongoose.model("Restaurant", new mongoose.Schema({ name: String, password: String }));
const Code = mongoose.model("Code", new mongoose.Schema({ phone: String, otp: String, tries: Number }));

function callerOf(req) {
  try {
    if (req.headers.authorization) {
      const told = jwt.verify(req.headers.authorization.split(" ")[1], process.env.TOKEN_SECRET);
      if (told.type === "courier") return { type: "courier", id: told._id };
      if (told.type === "office") return { type: "office", id: told._id };
    }
    return { type: "", id: null };
  } catch {
    return { type: "", id: null };
  }
}

const parcels = {
  Query: {
    async couriers() { // expect: missing-authentication
      return await Courier.find({});
    },
    async me(_root, _args, context) { // silent: rows of nobody
      return await Courier.findById(context.user.id);
    },
    async restaurants() { // silent: a business that signs in is shown to its customers
      return await Restaurant.find({});
    },
    async verifyOtp(_root, args) { // silent: a way in
      const code = await Code.findOne({ phone: args.phone });
      if (code.otp === args.otp) return true;
      await Code.updateOne({ phone: args.phone }, { $inc: { tries: 1 } });
      return false;
    },
  },
  Mutation: {
    async deliver(_root, args) { // expect: missing-authentication
      await Parcel.updateOne({ _id: args.id }, { status: "delivered" });
    },
    async take(_root, args, context) {
      if (context.user.type !== "courier") return { error: true };
      await Parcel.updateOne({ _id: args.id }, { courier: context.user.id }); // silent: couriers take any parcel
    },
  },
};

const schema = makeExecutableSchema({ typeDefs: "", resolvers: mergeResolvers([parcels]) });
export const server = new ApolloServer({ schema, context: ({ req }) => ({ user: callerOf(req) }) });
