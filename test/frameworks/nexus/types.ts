// file: a.ts
import { makeSchema, objectType, queryType, mutationType, extendType, queryField, mutationField, stringArg, subscriptionType } from 'nexus'
const User = objectType({ name: 'User', definition(t) { t.string('id'); t.field('posts', { type: 'Post', resolve: () => [] }) } })
const Query = queryType({ definition(t) { t.list.field('users', { type: 'User', resolve: async (_root, _args, ctx) => ctx.prisma.user.findMany() }); t.nonNull.string('hello', { resolve: () => 'x' }) } }) // entry: QUERY users // entry: QUERY hello
const Mutation = objectType({ name: 'Mutation', definition(t) { t.nonNull.field('signup', { type: 'User', args: { name: stringArg() }, resolve: async (_, args) => null }) } }) // entry: MUTATION signup
const More = extendType({ type: 'Query', definition(t) { t.field('me', { type: 'User', resolve: () => null }) } }) // entry: QUERY me
const QF = queryField('version', { type: 'String', resolve: () => '1' }) // entry: QUERY version
const MF = mutationField((t) => { t.boolean('logout', { resolve: () => true }) }) // entry: MUTATION logout
export const schema = makeSchema({ types: [User, Query, Mutation, More, QF, MF] })
