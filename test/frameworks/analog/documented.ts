// https://analogjs.org/docs/features/api/overview · https://analogjs.org/docs/guides/forms

// file: package.json
{ "name": "an", "dependencies": { "@analogjs/platform": "1", "@analogjs/router": "1", "h3": "1" } }
// file: src/server/routes/api/v1/hello.ts
import { defineEventHandler } from 'h3';
export default defineEventHandler(() => ({ message: 'Hello World' })); // entry: ALL /api/v1/hello
// file: src/server/routes/api/v1/users/[id].get.ts
import { defineEventHandler, getRouterParam } from 'h3';
export default defineEventHandler((event) => getRouterParam(event, 'id')); // entry: GET /api/v1/users/:id
// file: src/app/pages/newsletter.server.ts
import { type PageServerAction, redirect, fail } from '@analogjs/router/server/actions';
import { PageServerLoad } from '@analogjs/router';
import { readFormData } from 'h3';
export const load = async ({ params, req, res, fetch, event }: PageServerLoad) => ({ loaded: true }); // entry: GET /newsletter
export async function action({ event }: PageServerAction) { const body = await readFormData(event); return redirect('/'); } // entry: POST /newsletter
