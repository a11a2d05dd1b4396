// file: src/functions/a.js
const { app } = require('@azure/functions');
app.http('httpTrigger1', { methods: ['GET', 'POST'], authLevel: 'anonymous', handler: async (request, context) => ({ body: 'x' }) }); // entry: GET /api/httpTrigger1 // entry: POST /api/httpTrigger1
app.http('products', { route: 'products/{id?}', methods: ['DELETE'], handler: async () => ({}) }); // entry: DELETE /api/products/:id
app.get('g', async (r, c) => ({})); // entry: GET /api/g
app.post('p', { route: 'pp/{x}', handler: async () => ({}) }); // entry: POST /api/pp/:x
app.timer('t', { schedule: '0 */5 * * * *', handler: (t, c) => {} }); // entry: schedule 0 */5 * * * *
app.storageQueue('q', { queueName: 'helloworldqueue', connection: 'x', handler: (m, c) => {} }); // entry: queue helloworldqueue
app.serviceBusQueue('sb', { queueName: 'testqueue', handler: async (m, c) => {} }); // entry: queue testqueue
app.eventGrid('eg', { handler: (e) => {} }); // entry: event eg
app.cosmosDB('c', { containerName: 'x', handler: (d) => {} }); // entry: event x
app.serviceBusTopic('sbt', { topicName: 'tt', subscriptionName: 's', handler: async () => {} }); // entry: queue tt
app.storageBlob('b', { path: 'samples/{name}', handler: async () => {} }); // entry: event samples/{name}
