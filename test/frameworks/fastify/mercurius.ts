// file: a.js
const Fastify = require('fastify'); const mercurius = require('mercurius');
const app = Fastify();
const schema = `type Query { add(x: Int, y: Int): Int }`;
const resolvers = { Query: { add: async (_, { x, y }) => x + y }, Mutation: { set: async () => 1 } }; // entry: QUERY add // entry: MUTATION set
app.register(mercurius, { schema, resolvers, context: (request) => ({ user: request.user }) });
app.get('/', async (req, reply) => reply.graphql('{ add(x: 2, y: 2) }')); // entry: GET /
const loaders = { Dog: { async owner(queries) { return []; } } };
app.graphql.defineResolvers({ Query: { later: async () => 1 } }); // entry: QUERY later
app.listen({ port: 1 });
