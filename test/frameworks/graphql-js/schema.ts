// file: a.js
const { GraphQLSchema, GraphQLObjectType, GraphQLString, buildSchema } = require('graphql');
const { createHandler } = require('graphql-http/lib/use/express');
const { graphqlHTTP } = require('express-graphql');
const express = require('express');
const QueryType = new GraphQLObjectType({ name: 'Query', fields: () => ({ hello: { type: GraphQLString, resolve: () => 'world' }, user: { type: GraphQLString, args: {}, resolve: (p, args) => 1 } }) }); // entry: QUERY hello // entry: QUERY user
const M = new GraphQLObjectType({ name: 'RootMutation', fields: { addUser: { type: GraphQLString, resolve(parent, args) { return 1; } } } }); // entry: MUTATION addUser
const schema = new GraphQLSchema({ query: QueryType, mutation: M });
const app = express();
app.all('/graphql', createHandler({ schema })); // entry: ALL /graphql
const s2 = buildSchema(`type Query { quote: String } type Mutation { setMessage(m: String): String }`);
const root = { quote: () => 'x', setMessage: ({ m }) => m }; // entry: QUERY quote // entry: MUTATION setMessage
app.use('/g2', graphqlHTTP({ schema: s2, rootValue: root }));
