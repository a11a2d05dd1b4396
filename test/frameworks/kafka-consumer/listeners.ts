// https://github.com/platformatic/kafka/blob/main/docs/consumer.md

// file: c.js
import { Consumer } from '@platformatic/kafka';
const c2 = new Consumer({ 'group.id': 'kafka' }, {});
async function main() { c2.on('data', (data) => { console.log(data.value.toString()); }); } // entry: queue *
main();
// file: d.js
import { Consumer } from '@platformatic/kafka';
async function main() { const c2 = new Consumer({ 'group.id': 'kafka' }, {});
 c2.on('data', (data) => { console.log(data.value.toString()); }); } // entry: queue *
main();
// file: e.js
import { Consumer } from '@platformatic/kafka';
const c3 = new Consumer({ 'group.id': 'kafka' }, {});
c3.subscribe({ topics: ['a'] });
c3.on('data', (data) => { console.log(data.value.toString()); }); // entry: queue a
