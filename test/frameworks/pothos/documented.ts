// file: a.ts
import SchemaBuilder from '@pothos/core'
const builder = new SchemaBuilder({})
builder.queryType({ fields: (t) => ({ hello: t.string({ args: {}, resolve: (parent, { name }) => 'x' }) }) }) // entry: QUERY hello
builder.queryFields((t) => ({ giraffe: t.field({ type: 'String', resolve: () => 'x' }) })) // entry: QUERY giraffe
builder.mutationField('create', (t) => t.field({ type: 'String', resolve: async () => 'x' })) // entry: MUTATION create
builder.mutationType({})
builder.relayMutationField('deleteItem', {}, { resolve: async (root, args) => ({ success: true }) }, {}) // entry: MUTATION deleteItem
builder.queryField('pf', (t) => t.prismaField({ type: 'User', resolve: (query, root, args, ctx) => 1 })) // entry: QUERY pf
