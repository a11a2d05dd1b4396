// The schema stands in files that a loader reads; classes put themselves around the fields that carry their directives.
// file: package.json
{ "name": "depot", "dependencies": { "apollo-server-express": "^2.25.0", "graphql-import": "^1.0.2", "pg": "^8.11.0" } }
// file: src/schema.graphql
directive @signedIn on FIELD_DEFINITION
type Query { parcels: [Parcel!]! @signedIn }
type Mutation {
  close(id: ID): Boolean @signedIn
  open(id: ID): Boolean
}
// file: client/schema.graphql
type Mutation {
  close(id: ID): Boolean
  open(id: ID): Boolean
}
// file: src/directives.js
import { SchemaDirectiveVisitor } from "apollo-server-express";
import { defaultFieldResolver } from "graphql";

export class SignedIn extends SchemaDirectiveVisitor {
  visitFieldDefinition(field) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (...args) => {
      if (!args[2].user) throw new Error("sign in first");
      return resolve.apply(this, args);
    };
  }
}
// file: src/server.js
import { ApolloServer } from "apollo-server-express";
import { importSchema } from "graphql-import";
import jwt from "jsonwebtoken";
import { Pool } from "pg";
import { SignedIn } from "./directives.js";

const pool = new Pool();
const resolvers = {
  Mutation: {
    close: (_, { id }) => pool.query("UPDATE parcels SET closed = true WHERE id = $1", [id]), // silent: the directive asks

    open: (_, { id }) => pool.query("UPDATE parcels SET closed = false WHERE id = $1", [id]), // expect: missing-authentication
  },
};

new ApolloServer({
  typeDefs: importSchema("./src/schema.graphql"),
  resolvers,
  schemaDirectives: { signedIn: SignedIn },
  context: async ({ req }) => {
    try {
      return { user: jwt.verify(req.headers.authorization, process.env.KEY) };
    } catch {
      return {};
    }
  },
});
