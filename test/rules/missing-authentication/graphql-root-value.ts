// file: server.js
const express = require("express");
const { graphqlHTTP } = require("express-graphql");
const { GraphQLSchema, GraphQLObjectType, GraphQLString, GraphQLInt } = require("graphql");
const { Place } = require("./models");

// The request stands in the root value: it is the parent of every field of the operations.
const Mutation = new GraphQLObjectType({
  name: "Mutation",
  fields: {
    savePlace: {
      type: GraphQLString,
      args: { id: { type: GraphQLInt }, name: { type: GraphQLString } },
      // silent: whoever is not signed in is told so and nothing is changed
      async resolve({ request }, { id, name }) {
        if (request.user) {
          await Place.update({ name }, { where: { id, userId: request.user.id } });
          return "saved";
        } else {
          return "log in first";
        }
      },
    },
    renamePlace: {
      type: GraphQLString,
      args: { id: { type: GraphQLInt }, name: { type: GraphQLString } },
      // The user is only logged.
      async resolve({ request }, { id, name }) { // expect: missing-authentication
        console.log(request.user);
        await Place.update({ name }, { where: { id } });
        return "renamed";
      },
    },
  },
});
const schema = new GraphQLSchema({ mutation: Mutation });
const app = express();
app.use("/graphql", graphqlHTTP((req, res) => ({ schema, rootValue: { request: req, response: res } })));

// file: models.js
const { Sequelize, DataTypes } = require("sequelize");
const sequelize = new Sequelize(process.env.DATABASE_URL);
exports.Place = sequelize.define("Place", { id: { type: DataTypes.INTEGER, primaryKey: true }, userId: DataTypes.INTEGER, name: DataTypes.STRING });

// file: classic/server.js
const express = require("express");
const { graphqlHTTP } = require("express-graphql");
const { buildSchema } = require("graphql");
const { Place } = require("../models");

const schema = buildSchema(`type Query { places: [String] } type Mutation { removePlace(id: ID!): String  dropPlace(id: ID!): String }`);
// Functions of the root value are given the arguments first, then the request as the context.
const rootValue = {
  // silent: it asks who is calling
  async removePlace({ id }, req) {
    if (!req.isAuth) throw new Error("Unauthenticated");
    await Place.destroy({ where: { id, userId: req.userId } });
    return "removed";
  },
  async dropPlace({ id }) { // expect: missing-authentication
    await Place.destroy({ where: { id } });
    return "dropped";
  },
};
const app = express();
app.use("/graphql", graphqlHTTP({ schema, rootValue, graphiql: true }));
